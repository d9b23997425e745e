// What an interview could still hold before it is signed. Advice only.

import type { Interview } from '../interview.ts';

/** Something review points to. Advice only: no gap ever stops a signature. */
export type Gap =
  | { readonly kind: 'target-not-named' }
  | { readonly kind: 'marks-without-words'; readonly count: number }
  | { readonly kind: 'words-without-code' }
  | { readonly kind: 'no-follow-up' };

/** What could still be filled in before signing, most useful first. */
export function gaps({ focus, evoke, plan }: Interview): readonly Gap[] {
  const wordless = evoke.talk.filter((each) => each.words.kind === 'mark-only').length;
  return [
    ...(evoke.loose.trim() === '' ? [] : [{ kind: 'words-without-code' as const }]),
    ...(focus.target.kind === 'not-named' ? [{ kind: 'target-not-named' as const }] : []),
    ...(wordless === 0 ? [] : [{ kind: 'marks-without-words' as const, count: wordless }]),
    ...(plan.followUpDay || plan.followUpHow.trim() ? [] : [{ kind: 'no-follow-up' as const }]),
  ];
}
