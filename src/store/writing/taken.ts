// A note that the chart said it took. Not finding it then proves nothing, so it must not be sent twice.

import type { WriteEnd } from '../../ehr/port.ts';

const isTaken = (end: WriteEnd): boolean => end.kind === 'accepted' || end.kind === 'unverified';

/** The end after a search: what it found, or `before` if the chart took the note and the search proved nothing. */
export const endAfterSearch = (before: WriteEnd, found: WriteEnd): WriteEnd =>
  isTaken(before) && ['unknown', 'absent'].includes(found.kind) ? before : found;
