// Words that our prompts, cues and offers must not contain.

import { BANNED_PHRASES } from './banned-phrases.ts';

/** Words that name an illness or label a person. Prompts speak of the behavior and the life around it. */
export const DIAGNOSIS_WORDS =
  /\b(?:addict\w*|alcoholi\w*|disorder|disease|dependen(?:ce|t|cy)|obes\w*|overweight|diabet\w*|depress\w*|anxi\w*|asthma\w*|hypertens\w*|illness|condition|diagnos\w*|symptoms?|stage|risk|abus\w*|relaps\w*|clean|fail\w*)\b/;

/** The names of the banned phrases found in a text. */
export function bannedIn(text: string): readonly string[] {
  return BANNED_PHRASES.filter(({ pattern }) => pattern.test(text)).map(({ name }) => name);
}
