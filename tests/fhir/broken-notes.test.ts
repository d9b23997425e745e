// Notes that somebody broke. Each is caught by R4's schema, by R4's base definitions or by our profiles, and the message
// names what is wrong.

import { expect, test } from 'vitest';
import { entriesOfNotes } from '../support/composed-notes.ts';
import { noteFaults } from '../support/note-faults.ts';
import { fullNote } from '../support/notes.ts';
import { asDocument, asObservation, asResponse, context } from './forms.ts';

type Fields = Record<string, unknown>;
interface Component extends Fields {
  code: { coding?: { code: string; system: string; display?: string }[]; text?: string };
}
const observation = (): Fields & { component: Component[] } => asObservation(fullNote);
const codeOf = ({ code }: Component) => code.coding?.[0]?.code;

/** The note with one component changed, or removed. */
const withComponent = (code: string, change: (component: Component) => Component | undefined) => () => {
  const { component, ...rest } = observation();
  const [first] = component.filter((each) => codeOf(each) === code);
  return { ...rest, component: component.flatMap((each) => (each === first ? (change(each) ?? []) : each)) };
};
const valued = (code: string, value: Fields) =>
  withComponent(code, ({ code: kept }) => ({ code: kept, ...value }) as Component);
const withMore = (component: Fields) => () => {
  const note = observation();
  return { ...note, component: [...note.component, component] };
};
const local = (code: string, value: Fields): Fields => ({
  code: { coding: [{ system: 'urn:oid:2.25.225303994969635414043760540918332801536.1', code }], text: code },
  ...value,
});
const observed = (change: Fields) => () => ({ ...observation(), ...change });
const filed = (change: Fields) => () => ({ ...asDocument(fullNote), ...change });
const answered = (change: Fields) => () => ({ ...asResponse(fullNote), ...change });
const attached = (change: Fields) => () => {
  const [content] = asDocument(fullNote).content;
  return filed({ content: [{ ...content, attachment: { ...content.attachment, ...change } }] })();
};
const entry = (type: string, change: Fields) => () => {
  const [, found] =
    entriesOfNotes(40, 7, context).find(
      ([, one]) => one['resourceType'] === type && (type === 'Goal' || 'valueCodeableConcept' in one),
    ) ?? [];
  return { ...found, ...change };
};
type Item = Fields & { linkId: string };
const withItems = (change: (items: Item[]) => Fields[]) => () => {
  const response = asResponse(fullNote);
  return { ...response, item: change(response.item) };
};
const changedItem = (linkId: string, change: Fields) =>
  withItems((items) => items.map((item) => (item.linkId === linkId ? { ...item, ...change } : item)));
const concept = (system: string, code: string) => ({ coding: [{ system, code }] });

const BROKEN: readonly (readonly [name: string, message: RegExp, broken: () => Fields])[] = [
  ['a ruler of 11', /rn-ruler-range/, valued('importance', { valueInteger: 11 })],
  ['a ruler of -1', /rn-ruler-range/, valued('confidence', { valueInteger: -1 })],
  ['a ruler of 6.5 as a quantity', /rn-ruler-range/, valued('importance', { valueQuantity: { value: 6.5 } })],
  ['a ruler of 12 as a quantity', /rn-ruler-range/, valued('importance', { valueQuantity: { value: 12 } })],
  ['a ruler without a number or a reason', /rn-ruler-answer/, valued('confidence', {})],
  [
    'a ruler with a number and a reason',
    /rn-ruler-answer/,
    valued('confidence', {
      valueInteger: 3,
      dataAbsentReason: concept('http://terminology.hl7.org/CodeSystem/data-absent-reason', 'asked-declined'),
    }),
  ],
  ['a ruler as a yes or no', /Boolean is not allowed/, valued('confidence', { valueBoolean: true })],
  [
    'a reason of another kind',
    /holds no code of/,
    valued('readiness', {
      dataAbsentReason: concept('http://terminology.hl7.org/CodeSystem/data-absent-reason', 'masked'),
    }),
  ],
  [
    'no importance',
    /component:importance: at least 1/,
    () => {
      const { component, ...rest } = observation();
      return { ...rest, component: component.filter((each) => codeOf(each) !== 'importance') };
    },
  ],
  ['no confidence', /component:confidence: at least 1/, withComponent('confidence', () => undefined)],
  ['no readiness', /component:readiness: at least 1/, withComponent('readiness', () => undefined)],
  ['no behavior', /targetBehaviour: at least 1/, withComponent('target-behaviour', () => undefined)],
  ['no format', /rn-format-first|noteFormat: at least 1/, withComponent('note-format', () => undefined)],
  ['a format of the future', /valueString: is not "1"/, valued('note-format', { valueString: '2' })],
  [
    'the format in the last place',
    /rn-format-first/,
    () => {
      const { component, ...rest } = observation();
      return { ...rest, component: [...component.slice(1), component[0] as Component] };
    },
  ],
  ['one count without the other', /rn-both-counts/, withComponent('st-count', () => undefined)],
  ['fewer marks for change than quotes', /rn-marks-change/, valued('ct-count', { valueInteger: 1 })],
  ['fewer marks for staying than quotes', /rn-marks-sustain/, valued('st-count', { valueInteger: 0 })],
  ['a count below zero', /rn-count/, valued('ct-count', { valueInteger: -4 })],
  ['a plan without its ending', /rn-plan-ending/, withComponent('plan-outcome', () => undefined)],
  ['a plan confidence of 15', /rn-score-range/, valued('plan-confidence', { valueInteger: 15 })],
  [
    'an ending nobody defined',
    /holds no code of/,
    valued('plan-outcome', {
      valueCodeableConcept: concept('urn:oid:2.25.225303994969635414043760540918332801536.1', 'direction-stop'),
    }),
  ],
  ['a direction as words', /String is not allowed/, valued('change-direction', { valueString: 'less' })],
  [
    'two directions',
    /changeDirection: at most 1/,
    () => {
      const note = observation();
      const [one] = note.component.filter((each) => codeOf(each) === 'change-direction');
      return { ...note, component: [...note.component, one] };
    },
  ],
  ['permission as words', /String is not allowed/, valued('permission', { valueString: 'yes' })],
  ['a quote as a number', /Integer is not allowed/, valued('ct-reason', { valueInteger: 1 })],
  ['minutes without a number', /value: at least 1/, valued('session-minutes', { valueQuantity: { unit: 'min' } })],
  [
    'minutes in hours',
    /is not "min"/,
    valued('session-minutes', { valueQuantity: { value: 1, system: 'http://unitsofmeasure.org', code: 'h' } }),
  ],
  ['a code of ours that does not exist', /ct-hope is no code/, withMore(local('ct-hope', { valueString: 'x' }))],
  [
    'a code of ours with another display',
    /has the display/,
    withComponent('change-goal', (one) => ({
      ...one,
      code: { coding: [{ ...(one.code.coding?.[0] as NonNullable<Component['code']['coding']>[0]), display: 'Aim' }] },
    })),
  ],
  ['a total', /rn-no-total|value.*at most 0/, observed({ valueInteger: 18 })],
  ['a status of another kind', /holds no code|must be equal/, observed({ status: 'preliminary' })],
  ['a status that does not exist', /must be equal|allowed values/, observed({ status: 'done' })],
  ['no category survey', /category:survey: at least 1/, observed({ category: [concept('urn:other', 'x')] })],
  ['another code', /is not .*readiness-assessment/, observed({ code: { ...concept('urn:other', 'x'), text: 'x' } })],
  [
    'no text in its code',
    /text: at least 1/,
    () => {
      const note: Fields & { code: Fields } = asObservation(fullNote);
      return { ...note, code: { coding: note.code['coding'] } };
    },
  ],
  ['a group as its subject', /refers to Group/, observed({ subject: { reference: 'Group/1' } })],
  ['no subject', /subject: at least 1/, observed({ subject: undefined })],
  [
    'a period as its time',
    /Period is not allowed/,
    () => {
      const { effectiveDateTime: _moment, ...rest } = observation();
      return { ...rest, effectivePeriod: { start: '2026-11-22' } };
    },
  ],
  ['a time without a zone', /effectiveDateTime/, observed({ effectiveDateTime: '2026-11-22T15:30:00' })],
  ['no moment of signing', /issued: at least 1/, observed({ issued: undefined })],
  ['no number of the note', /identifier: at least 1/, observed({ identifier: undefined })],
  [
    'a number under another system',
    /identifier.*is not "urn:oid/,
    observed({ identifier: [{ system: 'urn:x', value: '1' }] }),
  ],
  ['a device as performer', /refers to Device/, observed({ performer: [{ reference: 'Device/1' }] })],
  [
    'members of another kind',
    /refers to QuestionnaireResponse/,
    observed({ hasMember: [{ reference: 'QuestionnaireResponse/1' }] }),
  ],
  ['a focus on something else', /refers to Condition/, observed({ focus: [{ reference: 'Condition/1' }] })],
  [
    'an answer as a plain number',
    /valueInteger|value/,
    entry('Observation', { valueCodeableConcept: undefined, valueInteger: 7 }),
  ],
  [
    'an answer outside the list',
    /ruler-answer|10\.15/,
    entry('Observation', {
      valueCodeableConcept: { coding: [{ system: 'http://loinc.org', code: 'LA6114-9' }], text: '3' },
    }),
  ],
  ['an answer without its note', /derivedFrom: at least 1/, entry('Observation', { derivedFrom: undefined })],
  ['a goal without words', /description/, entry('Goal', { description: {} })],
  ['a goal in a state that is never written', /lifecycleStatus/, entry('Goal', { lifecycleStatus: 'proposed' })],
  ['two values at once', /must NOT have additional|value/, observed({ valueInteger: 1, valueString: 'x' })],
  ['a document without a date', /date: at least 1/, filed({ date: undefined })],
  ['a document with another title', /title.*is not "Readiness note"/, attached({ title: 'Alcohol note' })],
  ['a document without its text', /data: at least 1/, attached({ data: undefined })],
  ['a document of no bytes', /rn-document-size/, attached({ size: 0 })],
  ['a document by the patient', /refers to Patient/, filed({ author: [{ reference: 'Patient/p1' }] })],
  [
    'a document with two contents',
    /content: at most 1/,
    () => {
      const { content, ...rest } = asDocument(fullNote);
      return { ...rest, content: [...content, ...content] };
    },
  ],
  ['a document without a category', /clinicalNote: at least 1|category/, filed({ category: [] })],
  ['a response to another questionnaire', /questionnaire: is not/, answered({ questionnaire: 'urn:phq-9' })],
  ['a response in progress', /holds no code/, answered({ status: 'in-progress' })],
  ['a response without its text', /rn-response-text/, withItems((items) => items.slice(0, -1))],
  ['a response without its format', /rn-response-format/, withItems((items) => items.slice(1))],
  ['a response with a ruler of 12', /rn-response-range/, changedItem('importance', { answer: [{ valueInteger: 12 }] })],
  [
    'a response without confidence',
    /rn-response-rulers/,
    withItems((items) => items.filter(({ linkId }) => !linkId.startsWith('confidence'))),
  ],
  [
    'a response with a number and a reason',
    /rn-response-one-answer/,
    withItems((items) => [items[0] as Item, { linkId: 'importance-absent', answer: [] }, ...items.slice(1)]),
  ],
  ['a response without an identifier', /identifier: at least 1/, answered({ identifier: undefined })],
];

test('there are at least forty of them, and the notes they were made from have no fault', () => {
  expect(BROKEN.length).toBeGreaterThanOrEqual(40);
  for (const good of [observation(), asDocument(fullNote), asResponse(fullNote)]) expect(noteFaults(good)).toEqual([]);
});

const throughJson = (value: Fields): Fields => JSON.parse(JSON.stringify(value));

test.each(BROKEN)('catches %s', (_name, message, broken) => {
  expect(noteFaults(throughJson(broken())).join('\n')).toMatch(message);
});
