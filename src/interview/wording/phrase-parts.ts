// Parts of patterns: what must come before and after a term so that its replacement fits the sentence, and the forms
// that several terms share. It knows no term. In a place that no part describes, a term is flagged without a replacement.

import type { WordForm } from './term.ts';

const VERBS =
  'is|are|was|were|has|have|had|does|did|can|will|would|wants?|wanted|needs?|says?|said|takes?|took|lives?|comes?|came';
const NEXT = `he|she|they|we|it|I|who|${VERBS}`;
const LINKS = 'with|when|because|as|at|in|on|now|today';
const STOP = '\\s{0,4}(?:[.;:!?)]|$)|[^\\S\\n]{0,4}\\n';

/** A noun behind an adjective for one person or several. An offer repeats it in place of "...". */
export const ANY_PERSON = '(?:patients?|persons?|people|m[ae]n|wom[ae]n|child|children|adults?|teen(?:ager)?s?)';

/** Who can be the subject of a sentence about a person. */
export const WHO = '\\b(?:he|she|they|who|patient|client|pt|mother|father|brother|sister|son|daughter|wife|partner)';

/** Before a word: the start of a sentence. */
export const SENTENCE_START = '(?:^|[.;:!?(\\n])\\s{0,4}';

/** Before a noun: an article or the start of a sentence, so that no adjective is left in front of "person who ...". */
const ONE = `(?<=${SENTENCE_START}|\\b(?:an?|the|this|that|another|each|every|known) )`;
const MANY = `(?<=${SENTENCE_START}|\\b(?:the|these|those|are|all|both|some|many|most|few|other|of|with|for|and|or|two|three) )`;

/** Before a noun that could also be a verb. */
export const NOUN = `(?<=\\b(?:an?|the|his|her|their|this|that|these|those|one|two|three|many|past|last|first|another|recent|of|from|after|before|about|had) )`;

/** After a word: the end of the clause. */
export const CLAUSE = `(?=${STOP}|,? (?:(?:and|but|so) )?(?:${NEXT})\\b)`;

/** After a word: the end of the clause, or a part of it that fits behind a noun and behind an adjective alike. */
export const FULL = `(?=${STOP}|,? (?:(?:and|but|so) )?(?:${NEXT}|${LINKS})\\b)`;

/** After a noun: no other noun, which the first would describe ("smoker status"). */
export const ALONE = `(?=${STOP}|\\s{0,4}[,/"”+&(\\d]| (?:and(?! [a-z]+ ${ANY_PERSON})|or|but|since|for|from|to|until|${NEXT}|${LINKS})\\b)`;

/** Adverbs and joined adjectives, which would be left behind in front of "person with ...". */
const NOT_JOINED =
  '(?<!(?:[a-z]ly|very|so|too|quite|rather|more|most|less|somewhat|super|and|or|but|recovering|former) |, ?)';

/** A noun for a person by what they have or live through, such as "addict". */
export function nounFor(noun: string, one: string, many: string): readonly WordForm[] {
  return [
    [`(?:${MANY}|(?<=were ))(?:${noun})s`, many],
    [`${ONE}(?:${noun})${ALONE}`, one],
  ];
}

/** A noun for a person by what they do, such as "smoker", with three forms of that verb phrase. */
export function doerOf(noun: string, [does, goes, did]: readonly [string, string, string]): readonly WordForm[] {
  return [
    [`was an? (?:${noun})${ALONE}`, did],
    [`were (?:${noun})s${ALONE}`, did],
    [`${MANY}(?:${noun})s`, `people who ${goes}`],
    // "He was a person who smokes" would say that he still does.
    [`(?<!was (?:an? )?)${ONE}(?:${noun})${ALONE}`, `person who ${does}`],
  ];
}

/** An adjective for a person by what they have, such as "obese". */
export function adjectiveFor(adjective: string, thing: string): readonly WordForm[] {
  return [
    [`is ${adjective}${FULL}`, `has ${thing}`],
    [`are ${adjective}${FULL}`, `have ${thing}`],
    [`(?:was|were) ${adjective}${FULL}`, `had ${thing}`],
    [`the ${adjective}${ALONE}`, `people with ${thing}`],
    [`${NOT_JOINED}${adjective} ${ANY_PERSON}`, `... with ${thing}`],
  ];
}

/** As `nounFor`, for an adjective that is also a noun, such as "alcoholic". */
export function eitherFor(word: string, thing: string): readonly WordForm[] {
  return [...adjectiveFor(word, thing), ...nounFor(word, `person with ${thing}`, `people with ${thing}`)];
}
