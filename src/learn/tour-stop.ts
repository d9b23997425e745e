// The format of a stop of the tour: a description, a demonstration, an activity.

import type { ToAnswer } from './check-answer.ts';
import type { HeardLine } from './marks.ts';

/** One line of a demonstration: the speaker, the text, the skill or talk that it shows, and the reason. */
export type DemoLine = readonly [who: 'clinician' | 'patient', says: string, shows: string, why: string];

/** A question with several answers. More than one may fit. */
export interface PickActivity {
  readonly kind: 'pick';
  readonly asks: string;
  readonly options: readonly (readonly [says: string, fits: boolean, why: string])[];
}

/** What the learner does at a stop. */
export type Activity =
  | PickActivity
  | { readonly kind: 'hear'; readonly asks: string; readonly lines: readonly HeardLine[] }
  | { readonly kind: 'say'; readonly asks: string; readonly line: ToAnswer };

/** One stop. The description has at most 150 words, in paragraphs. */
export interface TourStop {
  readonly id: string;
  readonly title: string;
  readonly description: readonly string[];
  readonly scene: string;
  readonly demonstration: readonly DemoLine[];
  readonly activity: Activity;
}
