// The page of a failed launch. It has a file of its own, because few launches fail.

import { launchMessage } from '../../ui/messages/launch-messages.ts';
import { Ending } from './Ending.tsx';

interface RefusedProps {
  readonly fault: Parameters<typeof launchMessage>[0];
  readonly support: string;
}

export const Refused = ({ fault, support }: RefusedProps) => <Ending words={launchMessage(fault)} support={support} />;
