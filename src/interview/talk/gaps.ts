// What could still be added to an interview before signing. Advice only.

import type { Interview } from '../interview.ts';

/** A gap that the review points out. Advice only: no gap ever blocks signing. */
export type Gap =
  | { readonly kind: 'target-not-named' }
  | { readonly kind: 'marks-without-words'; readonly count: number }
  | { readonly kind: 'words-without-code' }
  | { readonly kind: 'no-follow-up' };

/** The gaps before signing, most useful first. */
export function gaps({ focus, evoke, plan }: Interview): readonly Gap[] {
  const wordless = evoke.talk.filter((each) => each.words.kind === 'mark-only').length;
  return [
    ...(evoke.loose.trim() === '' ? [] : [{ kind: 'words-without-code' as const }]),
    ...(focus.target.kind === 'not-named' ? [{ kind: 'target-not-named' as const }] : []),
    ...(wordless === 0 ? [] : [{ kind: 'marks-without-words' as const, count: wordless }]),
    ...(plan.followUpDay || plan.followUpHow.trim() ? [] : [{ kind: 'no-follow-up' as const }]),
  ];
}
