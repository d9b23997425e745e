// Converts the answers of a response to components, so that one reader serves both forms. Never throws. An answer to an
// unknown question keeps its text.

import { DATA_ABSENT_REASON, isLocalCode, localCoding, RULER_CODES } from '../codes.ts';
import { asObject, type Fields, field, listAt, textAt } from '../datatypes/json.ts';
import { type LinkId, rulerOfLink } from './response-items.ts';

/** Every item with answers, including those inside groups. Recursive, so check the bounds first. */
export function questionsIn(holder: unknown): readonly unknown[] {
  return listAt(holder, 'item').flatMap((item) => {
    const inner = [...questionsIn(item), ...listAt(item, 'answer').flatMap(questionsIn)];
    const isPair = ['talk', 'also'].includes(linkOf(item));
    return isPair || listAt(item, 'answer').length > 0 ? [item, ...(isPair ? [] : inner)] : inner;
  });
}

/** The link id of an item, empty if it has none. */
export const linkOf = (item: unknown): string => textAt(item, 'linkId') ?? '';

/** The answers of every item with this link id. */
export const answersTo = (link: LinkId, items: readonly unknown[]): readonly unknown[] =>
  items.filter((item) => linkOf(item) === link).flatMap((item) => listAt(item, 'answer'));

/** True for a question that every note answers. If none is left, a server renumbered or dropped the items. */
export function isKeyItem(item: unknown): boolean {
  return linkOf(item) === 'target-behaviour' || rulerOfLink(linkOf(item)) !== undefined;
}

const TARGET_CODE = 'target-behaviour-code';

/** The components of all answers. The text and the code of a behavior are two answers and one component. */
export function componentsOf(questions: readonly unknown[]): readonly Fields[] {
  const codes = answersTo(TARGET_CODE, questions);
  const named = questions.some((item) => linkOf(item) === 'target-behaviour');
  return questions.flatMap((item) => {
    if (linkOf(item) === 'target-behaviour') return [targetOf(listAt(item, 'answer'), codes)];
    return named && linkOf(item) === TARGET_CODE ? [] : componentsOfItem(item);
  });
}

/** A code outside the value set is written as `system|code`, the way FHIR searches name one. */
function targetOf(answers: readonly unknown[], codes: readonly unknown[]): Fields {
  const coded = codes.map((answer) => {
    const [, system, code] = /^([^|]+)\|(.+)$/s.exec(textAt(answer, 'valueString') ?? '') ?? [];
    return system && code ? { valueCoding: { system, code } } : answer;
  });
  return {
    code: { coding: [localCoding('target-behaviour')] },
    valueCodeableConcept: conceptOf([...answers, ...coded]),
  };
}

/** The components of one item's answers. */
export function componentsOfItem(item: unknown): readonly Fields[] {
  const link = linkOf(item);
  if (link === 'talk') return [talkComponent(item)];
  if (link === 'also') return [alsoComponent(item)];
  const code = codeOf(item);
  const answers = listAt(item, 'answer');
  if (link === 'target-behaviour') return [{ code, valueCodeableConcept: conceptOf(answers) }];
  if (link === TARGET_CODE) return [targetOf([], answers)];
  return answers.map((answer) => ({ code, ...heldBy(answer) }));
}

function codeOf(item: unknown): Fields {
  const link = linkOf(item);
  const ruler = rulerOfLink(link);
  const coding = ruler ? RULER_CODES[ruler] : isLocalCode(link) ? localCoding(link) : undefined;
  return { ...(coding ? { coding: [coding] } : {}), text: textAt(item, 'text') ?? link };
}

/** A quote with the code of its kind, or without a code under the group's own text. */
function talkComponent(group: unknown): Fields {
  const [coding] = answersTo('talk-code', listAt(group, 'item'));
  const code = field(coding, 'valueCoding');
  return {
    code: code === undefined ? { text: textAt(group, 'text') } : { coding: [code] },
    ...wordsIn(group, 'talk-words'),
  };
}

function alsoComponent(group: unknown): Fields {
  const [label] = answersTo('also-label', listAt(group, 'item'));
  return { code: { text: textAt(label, 'valueString') }, ...wordsIn(group, 'also-words') };
}

function wordsIn(group: unknown, link: LinkId): Fields {
  const [words] = answersTo(link, listAt(group, 'item'));
  return words === undefined ? {} : heldBy(words);
}

/** The texts and codes that answer one question together. */
function conceptOf(answers: readonly unknown[]): Fields {
  const codings = answers.map((answer) => field(answer, 'valueCoding')).filter((coding) => coding !== undefined);
  const text = answers.map((answer) => textAt(answer, 'valueString')).find(Boolean);
  return { ...(codings.length > 0 ? { coding: codings } : {}), ...(text ? { text } : {}) };
}

/** An answer's value with the type that a component uses. A reason for a missing answer is next to the value. */
function heldBy(answer: unknown): Fields {
  const { item: _inner, valueCoding, valueDate, valueDecimal, ...value } = asObject(answer);
  if (valueCoding !== undefined) {
    const concept = { coding: [valueCoding] };
    const isReason = textAt(valueCoding, 'system') === DATA_ABSENT_REASON;
    return isReason ? { dataAbsentReason: concept } : { valueCodeableConcept: concept };
  }
  if (valueDate !== undefined) return { valueDateTime: valueDate };
  return valueDecimal === undefined ? value : { valueQuantity: { value: valueDecimal } };
}
