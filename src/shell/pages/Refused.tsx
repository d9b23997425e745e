// The page of a failed launch: the reason, and the line of help.

import type { LaunchFault } from '../../ehr/faults.ts';
import { launchMessage } from '../../ui/messages/launch-messages.ts';
import { Ending } from './Ending.tsx';

interface RefusedProps {
  readonly fault: LaunchFault;
  readonly support: string;
}

export const Refused = ({ fault, support }: RefusedProps) => <Ending words={launchMessage(fault)} support={support} />;
