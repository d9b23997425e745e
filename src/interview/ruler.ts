// The three 0-10 rulers. Missing is never 0: not asked, declined and answered are different things.

import type { Score } from './ids.ts';

/** In the order they stand on the page and in the note. */
export const RULERS = ['importance', 'confidence', 'readiness'] as const;
export type RulerName = (typeof RULERS)[number];

/** One answer: a number from 0 to 10, or the patient preferred not to give one. */
export type Answer = { readonly kind: 'declined' } | { readonly kind: 'answered'; readonly score: Score };

/**
 * One ruler of an interview. `again` is the same ruler asked once more at the end of the talk.
 * `why` and `raise` are the patient's words ('' = nothing said): why not lower, and what would raise it.
 */
export type Ruler =
  | { readonly kind: 'not-asked' }
  | {
      readonly kind: 'asked';
      readonly answer: Answer;
      readonly again?: Answer;
      readonly why: string;
      readonly raise: string;
    };

/** Whether a number was given. */
export function isAnswered(ruler: Ruler): boolean {
  return ruler.kind === 'asked' && ruler.answer.kind === 'answered';
}
