// The format of a line to hear and of a set of them.

import type { Marks } from './marks.ts';

/** A patient's line, the marks that fit it, and the reason. */
export type HeardLine = readonly [says: string, marks: Marks, why: string];

/** Lines about one change. Only talk about that change counts. */
export interface HearingSet {
  readonly id: string;
  readonly title: string;
  /** Continues "The change in question: ...". */
  readonly change: string;
  readonly lines: readonly HeardLine[];
}
