// The page of a failed launch with its message. Loaded only if needed.

import { launchMessage } from '../../ui/messages/launch-messages.ts';
import { Ending } from './Ending.tsx';

interface RefusedProps {
  readonly fault: Parameters<typeof launchMessage>[0];
  readonly support: string;
}

export function Refused({ fault, support }: RefusedProps) {
  return <Ending words={launchMessage(fault)} support={support} />;
}
