// The clinician's own words of one interview, looked through for terms that may label or judge. Keeps nothing.

import type { Family } from '../guide/families.ts';
import type { Interview } from '../interview.ts';
import { type Flag, flagWords, scopesOf } from './flag-wording.ts';
import { type WrittenText, writtenTexts } from './written-text.ts';

/** One flagged stretch of one text. `key` names field, term and word: keeping it keeps every later hit of the same. */
export interface Flagged {
  readonly key: string;
  readonly written: WrittenText;
  readonly flag: Flag;
}

/** All that is flagged, text by text; `family` is that of the target, and some terms are looked for in one family only. */
export function flagTexts(interview: Interview, family: Family | undefined): readonly Flagged[] {
  const scopes = scopesOf(family);
  return writtenTexts(interview).flatMap((written) =>
    flagWords(written.text, scopes).map((flag) => ({
      key: `${written.key} ${flag.term} ${written.text.slice(flag.start, flag.end).toLowerCase()}`,
      written,
      flag,
    })),
  );
}
