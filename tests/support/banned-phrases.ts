// Phrases that argue, warn or label: none may stand in a prompt, template or plan text of ours (interview.md 12.3 and section 9).

/** Each as a pattern over text in lower case. */
export const BANNED_PHRASES: readonly RegExp[] = [
  /\byou should\b/,
  /\breally (?:need|should|have)(?: to)?\b/,
  /\bwhy don['’]?t you\b/,
  /\bi (?:want|need) you to\b/,
  /\bhave you (?:tried|thought about)\b/,
  /\byou need to\b/,
  /\byou can['’]?(?:t|not)\b/,
  /\byou (?:have to|must)\b/,
  /\bif you (?:don['’]t|do not)\b/,
  /\bjust (?:stop|quit)\b/,
  /\bbut you said\b/,
  /\bobviously\b/,
  /\bin denial\b/,
  /\bi['’]?m warning you\b/,
  /\bdon['’]t you want to\b/,
  /\bat least\b/,
  /\bthe best thing is\b/,
  /\bwhy so low\b/,
  /\bwhy not higher\b/,
  /\bnot a 10\b/,
  /\b(?:motivation score|resistan(?:ce|t)|(?:non-?)?complian(?:ce|t)|precontemplat\w*)\b/,
];

/** Words that name an illness or label a person: prompts speak of the behaviour and the life around it. */
export const DIAGNOSIS_WORDS =
  /\b(?:addict\w*|alcoholi\w*|disorder|disease|dependen(?:ce|t|cy)|obes\w*|overweight|diabet\w*|depress\w*|anxi\w*|asthma\w*|hypertens\w*|illness|condition|diagnos\w*|symptoms?|stage|risk|abus\w*|relaps\w*|clean|fail\w*)\b/;

/** The banned phrases found in a text. */
export function bannedIn(text: string): readonly string[] {
  const lower = text.toLowerCase();
  return BANNED_PHRASES.filter((pattern) => pattern.test(lower)).map(String);
}
