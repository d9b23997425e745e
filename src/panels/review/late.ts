// The parts of review and result that most signatures do without: what went wrong, what could be mended, a second form.
// They come with the talk and are asked for as soon as the review stands, so that they are here before the network fails.

import { later } from '../../lib/later.ts';

/** Why a signature did not end in the chart. */
export const loadTrouble = later(async () => (await import('./FilingTrouble.tsx')).FilingTrouble);
/** What can still be mended, and what is worth a thought. */
export const loadMending = later(async () => (await import('./Mending.tsx')).Mending);
/** What the chart left out of a note, what could not be confirmed, what was written since. */
export const loadAfterwards = later(async () => (await import('./Afterwards.tsx')).Afterwards);

/** Letting the draft go. */
export const loadDiscard = later(async () => (await import('./Discard.tsx')).Discard);

/** Begins to fetch them all; what cannot be had now is tried again where it is wanted. */
export function fetchAhead(): void {
  for (const load of [loadTrouble, loadMending, loadAfterwards, loadDiscard]) void load().catch(() => undefined);
}
