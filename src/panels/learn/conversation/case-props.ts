// What the parts of a practice conversation are given.

import type { Case } from '../../../learn/case.ts';
import type { CaseProgress } from '../../../learn/play-case.ts';

/** One conversation so far, and a way to change it. */
export interface CaseProps {
  readonly each: Case;
  readonly progress: CaseProgress;
  readonly onProgress: (progress: CaseProgress) => void;
}
