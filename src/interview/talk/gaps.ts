// What could still be added to an interview before signing. Advice only.

import type { InformationLine, Interview } from '../interview.ts';
import { cleanText } from '../note/clean-text.ts';
import { isNamed } from './focus.ts';
import { holdsPlanWords, planTexts } from './process-progress.ts';

/** A gap that the review points out. Advice only: no gap ever blocks signing. */
export type Gap = 'target-not-named' | 'words-without-code' | 'view-without-fact' | 'plan-left-out' | 'no-follow-up';

const lacksFact = ({ given, view }: InformationLine): boolean => cleanText(given) === '' && cleanText(view) !== '';

/**
 * Typed texts that composeNote leaves out: words without a kind of talk, and views of information that has no text. Also
 * what was typed for the other ending of the plan.
 */
export function textsLeftOut({ evoke, plan }: Interview): readonly string[] {
  const unchosen = plan.ending === 'not-today' ? planTexts(plan) : [plan.notTodayWhy];
  const texts = [evoke.loose, ...evoke.information.filter(lacksFact).map(({ view }) => view), ...unchosen];
  return texts.map(cleanText).filter(Boolean);
}

/** The gaps before signing, most useful first. Marks without words have their own list in the review. */
export function gaps({ focus, evoke, plan }: Interview): readonly Gap[] {
  return [
    ...(evoke.loose.trim() === '' ? [] : ['words-without-code' as const]),
    ...(evoke.information.some(lacksFact) ? ['view-without-fact' as const] : []),
    ...(isNamed(focus.target) ? [] : ['target-not-named' as const]),
    ...((plan.ending === 'not-today' ? holdsPlanWords(plan) : cleanText(plan.notTodayWhy) !== '')
      ? ['plan-left-out' as const]
      : []),
    ...(plan.followUpDay || plan.followUpHow.trim() ? [] : ['no-follow-up' as const]),
  ];
}
