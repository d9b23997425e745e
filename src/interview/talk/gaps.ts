// What could still be added to an interview before signing. Advice only.

import type { Interview } from '../interview.ts';

/** A gap that the review points out. Advice only: no gap ever blocks signing. */
export type Gap = 'target-not-named' | 'words-without-code' | 'no-follow-up';

/** The gaps before signing, most useful first. Marks without words have their own list in the review. */
export function gaps({ focus, evoke, plan }: Interview): readonly Gap[] {
  return [
    ...(evoke.loose.trim() === '' ? [] : ['words-without-code' as const]),
    ...(focus.target.kind === 'not-named' ? ['target-not-named' as const] : []),
    ...(plan.followUpDay || plan.followUpHow.trim() ? [] : ['no-follow-up' as const]),
  ];
}
