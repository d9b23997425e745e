// A channel between the open pages of this origin.

import { attempt } from '../../lib/attempt.ts';

/** Opens a channel. Undefined if the browser has none or forbids it to this page. */
export const openChannel = (name: string): BroadcastChannel | undefined => attempt(() => new BroadcastChannel(name));
