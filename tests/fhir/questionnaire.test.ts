import fc from 'fast-check';
import type { QuestionnaireItem, QuestionnaireResponseItem } from 'fhir/r4';
import { expect, test } from 'vitest';
import { encodeResponse } from '../../src/fhir/response/encode-response.ts';
import { RESPONSE_LABELS } from '../../src/fhir/response/response-items.ts';
import { readinessNote } from '../support/arbitraries.ts';
import { readinessQuestionnaire } from '../support/questionnaire.ts';
import { context } from './forms.ts';

const VALUES: Readonly<Record<string, readonly string[]>> = {
  string: ['valueString'],
  text: ['valueString'],
  boolean: ['valueBoolean'],
  integer: ['valueInteger'],
  date: ['valueDate'],
  dateTime: ['valueDateTime'],
  quantity: ['valueQuantity'],
  choice: ['valueCoding'],
  'open-choice': ['valueCoding', 'valueString'],
};

/** What of a response its questionnaire does not allow: an item it lacks or has elsewhere, another type, one too many. */
function faults(held: readonly QuestionnaireResponseItem[], asked: readonly QuestionnaireItem[]): readonly string[] {
  const places = held.map(({ linkId }) => asked.findIndex((each) => each.linkId === linkId));
  const missing = asked.filter((each) => each.required && !held.some(({ linkId }) => linkId === each.linkId));
  return [
    ...missing.map(({ linkId }) => `${linkId} is required`),
    ...places.flatMap((place, nth) => (place < (places[nth - 1] ?? 0) ? [`${held[nth]?.linkId} is out of place`] : [])),
    ...held.flatMap((item, nth) => faultsOf(item, asked[places[nth] ?? -1])),
  ];
}

function faultsOf(item: QuestionnaireResponseItem, question: QuestionnaireItem | undefined): readonly string[] {
  if (!question) return [`${item.linkId} is not asked`];
  const answers = item.answer ?? [];
  const types = answers.flatMap((answer) => Object.keys(answer));
  const offered = (question.answerOption ?? []).map((option) =>
    JSON.stringify(option.valueCoding ?? option.valueInteger),
  );
  const strange = answers.filter((answer) => {
    const given = answer.valueCoding ?? answer.valueInteger;
    return offered.length > 0 && given !== undefined && !offered.includes(JSON.stringify(given));
  });
  return [
    ...(item.text === question.text ? [] : [`${item.linkId} has other words`]),
    ...(answers.length > 1 && !question.repeats ? [`${item.linkId} is answered twice`] : []),
    ...types.filter((type) => !VALUES[question.type]?.includes(type)).map((type) => `${item.linkId} as ${type}`),
    ...strange.map((answer) => `${item.linkId} does not offer ${JSON.stringify(answer)}`),
    ...faults(item.item ?? [], question.item ?? []),
  ];
}

test('allows every response we write: each item, its words, its type, its place, its choices', () => {
  fc.assert(
    fc.property(readinessNote, (note) => {
      expect(faults(encodeResponse(note, context).item ?? [], readinessQuestionnaire.item ?? [])).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

const GROUPS = {
  information: ['information-given', 'information-view'],
  talk: ['talk-code', 'talk-words'],
  also: ['also-label', 'also-words'],
};

test('asks each question once, and names every group and part that a response may hold', () => {
  const all = (items: readonly QuestionnaireItem[]): readonly string[] =>
    items.flatMap(({ linkId, item }) => [linkId, ...all(item ?? [])]);
  const links = all(readinessQuestionnaire.item ?? []);
  expect(new Set(links).size).toBe(links.length);
  expect(links).toEqual(expect.arrayContaining(Object.keys(RESPONSE_LABELS)));
  for (const [group, parts] of Object.entries(GROUPS)) {
    const asked = readinessQuestionnaire.item?.find(({ linkId }) => linkId === group);
    expect(asked?.item?.map(({ linkId }) => linkId)).toEqual(parts);
  }
});
