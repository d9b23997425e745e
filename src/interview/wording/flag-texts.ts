// Searches the clinician's own texts of one interview for terms that may label or judge. Stores nothing.

import type { Family } from '../guide/families.ts';
import type { Interview } from '../interview.ts';
import { type Flag, flagWords, scopesOf } from './flag-wording.ts';
import { type WrittenText, writtenTexts } from './written-text.ts';

/** One flagged range of one text. `key` names field, term and word. Keeping it keeps every later match of the same. */
export interface Flagged {
  readonly key: string;
  readonly written: WrittenText;
  readonly flag: Flag;
}

/** All flags, text by text. `family` is that of the target. Some terms apply to one family only. */
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
