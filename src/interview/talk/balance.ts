// How much of what was said is change talk. Never stored, never a score.

import type { Marks } from '../note/note.ts';

/** A share of fewer marks says nothing (docs/design/motivational-interviewing.md, "Counts and shares"). */
const LEAST_MARKS = 4;

/** The share of change talk in whole percent. Undefined if there are too few marks. */
export function changeShare({ change, sustain }: Marks): number | undefined {
  const all = change + sustain;
  return all < LEAST_MARKS ? undefined : Math.round((100 * change) / all);
}
