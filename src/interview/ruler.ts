// The three 0-10 rulers. "Not asked", "declined" and a number are different. A missing answer is never 0.

import { recordOf } from '../lib/record-of.ts';
import type { Score } from './ids.ts';

/** In the order of the page and the note. */
export const RULERS = ['importance', 'confidence', 'readiness'] as const;
export type RulerName = (typeof RULERS)[number];

export type ByRuler<Value> = { readonly [Name in RulerName]: Value };

export const byRuler = <Value>(make: (name: RulerName) => Value): ByRuler<Value> => recordOf(RULERS, make);

/** What the interface and the note call each ruler. */
export const RULER_NAMES: ByRuler<string> = {
  importance: 'Importance',
  confidence: 'Confidence',
  readiness: 'Readiness',
};

/** One answer: a number from 0 to 10, or the patient declined to give one. */
export type Answer = { readonly kind: 'declined' } | { readonly kind: 'answered'; readonly score: Score };

/**
 * One ruler of an interview. `again` is the answer when asked again at the end of the conversation. `why` and `raise`
 * are the patient's words ('' if none): why not lower, and what would raise it.
 */
export type Ruler =
  | { readonly kind: 'not-asked' }
  | {
      readonly kind: 'asked';
      readonly answer: Answer;
      readonly again?: Answer | undefined;
      readonly why: string;
      readonly raise: string;
    };

export function isAnswered(ruler: Ruler): boolean {
  return ruler.kind === 'asked' && ruler.answer.kind === 'answered';
}
