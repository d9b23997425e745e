import fc from 'fast-check';
import type { QuestionnaireResponseItem } from 'fhir/r4';
import { expect, test } from 'vitest';
import { DATA_ABSENT_REASON } from '../../src/fhir/codes.ts';
import { QUESTIONNAIRE } from '../../src/fhir/identity.ts';
import { decodeResponse } from '../../src/fhir/response/decode-response.ts';
import { encodeResponse } from '../../src/fhir/response/encode-response.ts';
import { writeNoteText } from '../../src/interview/note/text/write-note-text.ts';
import { readinessNote } from '../support/arbitraries.ts';
import { fullNote } from '../support/notes.ts';
import { asNote, asResponse, BASE, context, FULL_AND_SMALL_NOTES, paths, replaced, throughJson } from './forms.ts';

type Item = QuestionnaireResponseItem;

const read = (resource: unknown) => decodeResponse(resource, 'p1', BASE);
const noteIn = (resource: unknown) => asNote(read(resource));
const items: readonly Item[] = asResponse(fullNote).item;
const itemsBut = (...links: readonly string[]) => items.filter(({ linkId }) => !links.includes(linkId));
const withItems = (item: unknown, change: object = {}) => asResponse(fullNote, { item, ...change });
const wholeText = items.filter(({ linkId }) => linkId === 'note-text');

test('reads back every note it wrote', () => {
  fc.assert(
    fc.property(readinessNote, (note) => {
      const decoded = decodeResponse(throughJson(encodeResponse(note, context)), 'p1', BASE);
      expect(decoded.kind === 'note' ? decoded.note : decoded).toEqual(note);
    }),
    { numRuns: 200 },
  );
});

test('reads back every note from its answers alone', () => {
  fc.assert(
    fc.property(readinessNote, (note) => {
      const resource = throughJson(encodeResponse(note, context));
      const decoded = read({ ...resource, item: resource.item.slice(0, -1) });
      expect(decoded.kind === 'note' ? decoded.note : decoded).toEqual(note);
    }),
    { numRuns: 100 },
  );
});

test('reads back every note from its text alone', () => {
  fc.assert(
    fc.property(readinessNote, (note) => {
      const { identifier: _number, questionnaire: _form, ...bare } = throughJson(encodeResponse(note, context));
      const decoded = read({ ...bare, item: bare.item.slice(-1) });
      expect(decoded.kind === 'note' ? decoded.note : decoded).toEqual(note);
    }),
    { numRuns: 100 },
  );
});

test.each(FULL_AND_SMALL_NOTES)('reads back a note with %s', (_name, note) => {
  expect(read(asResponse(note))).toEqual({
    kind: 'note',
    note,
    filed: { form: 'response', resourceId: 'r1', version: '3' },
    standing: 'current',
    authors: ['Practitioner/7'],
    ours: true,
  });
});

test('says who answered, who wrote it down, when, and in which visit', () => {
  expect(encodeResponse(fullNote, { ...context, security: [{ code: 'R' }] })).toMatchObject({
    questionnaire: `${QUESTIONNAIRE}.2`,
    identifier: { value: fullNote.id },
    status: 'completed',
    subject: { reference: 'Patient/p1' },
    source: { reference: 'Patient/p1' },
    author: { reference: 'Practitioner/7' },
    encounter: { reference: 'Encounter/e1' },
    authored: fullNote.signedAt,
    meta: { security: [{ code: 'R' }] },
  });
  const { encounterId: _none, clinician: _nobody, ...bare } = context;
  const least = encodeResponse(fullNote, bare);
  for (const absent of ['encounter', 'author', 'meta']) expect(least).not.toHaveProperty(absent);
});

test('asks each question once, in one place, and ends with the whole text', () => {
  fc.assert(
    fc.property(readinessNote, (note) => {
      const item = encodeResponse(note, context).item ?? [];
      const single = item.map(({ linkId }) => linkId).filter((link) => !['talk', 'also', 'information'].includes(link));
      expect(new Set(single).size).toBe(single.length);
      expect(item.at(-1)).toMatchObject({ linkId: 'note-text' });
    }),
    { numRuns: 50 },
  );
});

test('gives each answer to a ruler an item of its own: a number, or the reason why there is none', () => {
  const answers = (link: string) => items.find(({ linkId }) => linkId === link)?.answer;
  expect(answers('importance')).toEqual([{ valueInteger: 7 }]);
  expect(answers('importance-again')).toEqual([{ valueInteger: 8 }]);
  expect(answers('readiness')).toBeUndefined();
  expect(answers('readiness-absent')).toEqual([
    { valueCoding: { system: DATA_ABSENT_REASON, code: 'asked-declined', display: 'Asked But Declined' } },
  ]);
});

test('sends a behavior as our words and its bare code, one answer each', () => {
  const answers = (link: string) => items.find(({ linkId }) => linkId === link)?.answer;
  expect(answers('target-behaviour')).toEqual([{ valueString: 'Alcohol' }]);
  expect(answers('target-behaviour-code')).toEqual([
    { valueCoding: { system: 'http://snomed.info/sct', code: '897148007' } },
  ]);
});

test('sends a code outside the value set of target behaviors as words, and reads it back', () => {
  const target = { label: 'Knitting', code: { system: 'https://clinic.example/codes', code: 'k|1' }, sensitive: false };
  const encoded = encodeResponse({ ...fullNote, target }, context);
  const coded = encoded.item?.find(({ linkId }) => linkId === 'target-behaviour-code');
  expect(coded?.answer).toEqual([{ valueString: 'https://clinic.example/codes|k|1' }]);
  expect(noteIn({ ...throughJson(encoded), id: 'r1' }).note.target).toEqual(target);
});

test('gives the day of the next talk as a date, so that no zone can move it', () => {
  const followUp = items.find(({ linkId }) => linkId === 'plan-follow-up');
  expect(followUp?.answer).toEqual([{ valueDate: '2026-12-06' }]);
});

/** Answers as version 1 of the questionnaire held them. */
const inVersion1 = (held: readonly Item[]): readonly Item[] => {
  const answersOf = (link: string) => held.find(({ linkId }) => linkId === link)?.answer ?? [];
  const parts = (link: string) => ['', '-absent', '-words'].flatMap((part) => answersOf(`${link}${part}`));
  return held.flatMap((item) => {
    const [, ruler] = /^(importance|confidence|readiness)(?:-absent|-words)?$/.exec(item.linkId) ?? [];
    if (ruler) return [{ linkId: ruler, answer: [...parts(ruler), ...parts(`${ruler}-again`)] }];
    if (/-again/.test(item.linkId) || item.linkId === 'target-behaviour-code') return [];
    if (item.linkId === 'target-behaviour')
      return [{ ...item, answer: [...(item.answer ?? []), ...answersOf('target-behaviour-code')] }];
    if (item.linkId !== 'plan-follow-up') return [item];
    return [{ ...item, answer: answersOf(item.linkId).map(({ valueDate = '' }) => ({ valueDateTime: valueDate })) }];
  });
};

test('reads answers to version 1 of the questionnaire', () => {
  const change = {
    item: inVersion1(items),
    questionnaire: 'https://notes.clinic.example/fhir/Questionnaire/readiness-note|1',
  };
  expect(noteIn(asResponse(fullNote, change)).note).toEqual(fullNote);
});

test.each([
  ['the items but the text', { item: wholeText }],
  ['the text', { item: itemsBut('note-text') }],
  ['the identifier', { identifier: undefined }],
  ['the questionnaire', { questionnaire: undefined }],
  ['identifier and questionnaire', { identifier: undefined, questionnaire: undefined }],
  ['the moment of signing', { authored: undefined }],
  ['the start of the talk', { item: itemsBut('talk-began') }],
  ['the words over its items', { item: throughJson(items).map(({ text: _text, ...rest }: Item) => rest) }],
  ['its groups, renumbering the rest', { item: wholeText.map((one) => ({ ...one, linkId: '1.7' })) }],
])('survives a server that drops %s', (_name, change) => {
  expect(noteIn(asResponse(fullNote, change)).note).toEqual(fullNote);
});

test('reads the text where a server renumbered every item, and says when it was changed', () => {
  const renumbered = items.map((item, place) => ({ ...item, linkId: `q${place}` }));
  expect(noteIn(withItems(renumbered)).note).toEqual(fullNote);
  const edited = writeNoteText(fullNote).replace('Importance (0-10): 7', 'Importance (0-10): 9');
  const change = [{ linkId: 'note-text', answer: [{ valueString: edited }] }];
  expect(noteIn(withItems(change)).altered).toBe(true);
});

test('opens groups of which it knows nothing', () => {
  expect(noteIn(withItems([{ linkId: 'page-1', item: items }])).note).toEqual(fullNote);
});

test('reads numbers and days in the types a server may turn them into', () => {
  const changed = items.map((item) => {
    if (item.linkId === 'confidence') return { ...item, answer: [{ valueDecimal: 3 }] };
    if (item.linkId === 'plan-follow-up') return { ...item, answer: [{ valueDateTime: '2026-12-06' }] };
    return item;
  });
  expect(noteIn(withItems(changed)).note).toEqual(fullNote);
});

test('keeps what it does not know under "also recorded", and never guesses a number', () => {
  const extra = [
    { linkId: 'mood', text: 'Mood', answer: [{ valueInteger: 4 }] },
    { linkId: 'of-the-future', answer: [{ valueString: 'yes' }] },
    { linkId: 'confidence', text: 'Confidence', answer: [{ valueInteger: 11 }] },
    { linkId: 'talk', text: 'What was said', item: [{ linkId: 'talk-words', answer: [{ valueString: 'Hm' }] }] },
    { linkId: 'empty' },
  ];
  const { note } = noteIn(withItems([...itemsBut('confidence', 'confidence-why'), ...extra]));
  expect(note.rulers.confidence).toEqual({ kind: 'unreadable', written: '11' });
  expect(note.also).toEqual([
    ...fullNote.also,
    { label: 'Mood', value: '4' },
    { label: 'of-the-future', value: 'yes' },
    { label: 'What was said', value: 'Hm' },
  ]);
});

test.each([
  ['completed', 'current'],
  ['amended', 'amended'],
  ['entered-in-error', 'retracted'],
  ['in-progress', 'draft'],
  ['stopped', 'draft'],
  [undefined, 'draft'],
])('takes status %s as %s', (status, standing) => {
  expect(noteIn(asResponse(fullNote, { status })).standing).toBe(standing);
});

test('is not interested in other questionnaires, and drops what belongs to someone else', () => {
  const phq = {
    resourceType: 'QuestionnaireResponse',
    subject: { reference: 'Patient/p1' },
    questionnaire: 'urn:phq-9',
    item: [{ linkId: 'permission', answer: [{ valueBoolean: true }] }],
  };
  expect(read(phq)).toEqual({ kind: 'not-ours' });
  expect(read(asResponse(fullNote, { subject: { reference: 'Patient/p2' } }))).toEqual({ kind: 'other-patient' });
  expect(read({ ...asResponse(fullNote), resourceType: 'Observation' })).toEqual({ kind: 'not-ours' });
});

const otherFormat = { linkId: 'note-format', answer: [{ valueString: '2' }] };

test.each([
  ['malformed', 'no item', { item: undefined }],
  ['malformed', 'items that are text', { item: 'x' }],
  ['unknown-version', 'a format of the future', { item: [otherFormat, ...itemsBut('note-format')] }],
  ['unknown-modifier', 'a modifier extension', { modifierExtension: [{ url: 'urn:not' }] }],
  ['unknown-modifier', 'a modified item', { item: [{ ...items[2], modifierExtension: [{ url: 'urn:not' }] }] }],
  ['too-large', 'a text of 20 MB', { item: [{ linkId: 'x', answer: [{ valueString: 'x'.repeat(20_000_000) }] }] }],
] as const)('lists as %s, with its date, a response with %s', (why, _name, change) => {
  expect(read(asResponse(fullNote, change))).toEqual({
    kind: 'unreadable',
    why,
    date: fullNote.signedAt,
    filed: { form: 'response', resourceId: 'r1', version: '3' },
  });
});

test('shows a date without an hour unchanged', () => {
  const entry = noteIn(withItems(itemsBut('talk-began', 'note-text'), { authored: '2025-03' }));
  expect(entry.date).toBe('2025-03');
  expect(entry.note.at.startsWith('2025-03')).toBe(true);
});

test('gives a value for any JSON, and never throws', () => {
  fc.assert(fc.property(fc.anything(), (value) => void read(value)));
  const resource = asResponse(fullNote);
  fc.assert(
    fc.property(fc.constantFrom(...paths(resource)), fc.jsonValue(), (path, junk) => {
      expect(['note', 'unreadable', 'other-patient', 'not-ours']).toContain(read(replaced(resource, path, junk)).kind);
    }),
    { numRuns: 1_000 },
  );
});

test('survives nesting no one would write', () => {
  let deep: object = { linkId: 'end' };
  for (let level = 0; level < 50_000; level += 1) deep = { linkId: 'deep', item: [deep] };
  expect(read(withItems([deep]))).toMatchObject({ kind: 'unreadable', why: 'too-large' });
});
