import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LOINC, PCO } from '../../src/fhir/codes.ts';
import { LOCAL, NOTE_ID } from '../../src/fhir/identity.ts';
import { decodeObservation } from '../../src/fhir/observation/decode-observation.ts';
import { type EncodeContext, encodeObservation } from '../../src/fhir/observation/encode-observation.ts';
import type { NoteEntry } from '../../src/interview/history/visits.ts';
import { composedNote, readinessNote } from '../support/arbitraries.ts';
import { fullNote, moment, rulerOnlyNote } from '../support/notes.ts';
import { asNote, asObservation, BASE, context, FULL_AND_SMALL_NOTES, throughJson } from './forms.ts';

const filed = (note = fullNote, change: object = {}) => asObservation(note, change);
const read = (resource: unknown) => decodeObservation(resource, 'p1', BASE);
const noteIn = (resource: unknown) => asNote(read(resource));

test.each(['integer', 'quantity', 'coded'] as const)('reads back every note it wrote, rulers as %s', (rulerValue) => {
  fc.assert(
    fc.property(readinessNote, (note) => {
      const decoded = decodeObservation(throughJson(encodeObservation(note, { ...context, rulerValue })), 'p1', BASE);
      expect(decoded.kind === 'note' ? decoded.note : decoded).toEqual(note);
    }),
    { numRuns: 300 },
  );
});

test.each(FULL_AND_SMALL_NOTES)('reads back a note with %s', (_name, note) => {
  const entry = noteIn(filed(note));
  expect(entry.note).toEqual(note);
  expect(entry).toMatchObject({
    filed: { form: 'observation', resourceId: 'o1', version: '3' },
    standing: 'current',
    authors: ['Practitioner/7'],
    ours: true,
  });
});

test('reads the same plan in whatever order the server returns the components', () => {
  const resource = filed();
  const planIn = (component: readonly unknown[]): string =>
    JSON.stringify(noteIn({ ...resource, component }).note.plan);
  expect(planIn(resource.component.toReversed())).toBe(planIn(resource.component));
});

test('holds the three rulers in every composed note: a number, declined or not asked', () => {
  fc.assert(
    fc.property(composedNote, (note) => {
      const codes = (encodeObservation(note, context).component ?? []).map((each) => each.code.coding?.[0]?.code);
      expect(codes).toEqual(expect.arrayContaining(['importance', 'confidence', 'readiness']));
    }),
  );
});

test('never sends a value together with an absent reason', () => {
  for (const component of encodeObservation(rulerOnlyNote, context).component ?? []) {
    const values = Object.keys(component).filter((key) => key.startsWith('value'));
    expect(values.length + (component.dataAbsentReason ? 1 : 0)).toBe(1);
  }
});

test('names no topic in the title of a sensitive topic or at a Part 2 program', () => {
  const titleWith = (note: typeof fullNote, extra: Partial<EncodeContext>) =>
    encodeObservation(note, { ...context, ...extra }).code.text;
  expect(titleWith(fullNote, {})).toBe('Readiness note: Alcohol');
  expect(titleWith(fullNote, { sensitiveSite: true })).toBe('Readiness note');
  expect(titleWith({ ...fullNote, target: { ...fullNote.target, sensitive: true } }, {})).toBe('Readiness note');
});

test('refers to an encounter, a clinician, a profile and labels only if there are any', () => {
  const bare = encodeObservation(fullNote, { patientId: 'p1', socialHistory: false, rulerValue: 'integer' });
  expect(bare).not.toHaveProperty('encounter');
  expect(bare).not.toHaveProperty('meta');
  expect(bare.performer).toEqual([{ reference: 'Patient/p1' }]);
  expect(bare.category).toHaveLength(1);
  const dressed = encodeObservation(fullNote, { ...context, profile: 'urn:p', security: [{ code: 'R' }] });
  expect(dressed.meta).toEqual({ profile: ['urn:p'], security: [{ code: 'R' }] });
});

test('sends a topic code and a coded answer without a display', () => {
  const components = encodeObservation(fullNote, { ...context, rulerValue: 'coded' }).component ?? [];
  const codings = components.flatMap((each) => each.valueCodeableConcept?.coding ?? []);
  const foreign = codings.filter((coding) => coding.system !== LOCAL);
  expect(foreign.map((coding) => coding.system)).toContain(LOINC);
  for (const coding of foreign) expect(coding).not.toHaveProperty('display');
});

test('gives a value for any JSON, and never throws', () => {
  fc.assert(fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => void read(value)));
  fc.assert(fc.property(fc.anything(), (value) => void read(value)));
});

const paths = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => [[...path, key], ...paths(inner, [...path, key])])
    : [];

function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value))
    return value.map((inner, place) => (String(place) === key ? replaced(inner, rest, by) : inner));
  const fields = value as Record<string, unknown>;
  return { ...fields, [key]: replaced(fields[key], rest, by) };
}

test('gives a value for a filed note with any one of its parts replaced by anything', () => {
  const resource = filed();
  const { text: _text, note: _note, ...decisive } = resource;
  const places = paths(decisive);
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.jsonValue(), (path, junk) => {
      expect(['note', 'unreadable', 'other-patient', 'not-ours']).toContain(read(replaced(resource, path, junk)).kind);
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ['another patient', { reference: 'Patient/p2' }],
  ['another patient at another host', { reference: 'https://other.example/fhir/Patient/p2' }],
  ['a group', { reference: 'Group/p1' }],
  ['a contained resource', { reference: '#p1' }],
  ['a name only', { display: 'Pat' }],
  ['nobody', undefined],
  ['a number', 7],
])('drops an entry whose subject is %s', (_name, subject) => {
  expect(read(filed(fullNote, { subject }))).toEqual({ kind: 'other-patient' });
});

test.each([
  'Patient/p1',
  'Patient/p1/_history/4',
  'https://ehr.example/fhir/Patient/p1',
  'http://fhir-internal:8080/fhir/Patient/p1',
])('keeps subject %s', (reference) => {
  expect(noteIn(filed(fullNote, { subject: { reference } })).note).toEqual(fullNote);
});

const giant = 'x'.repeat(50 * 1024 * 1024);
const unknownFormat = { code: { coding: [{ system: LOCAL, code: 'note-format' }] }, valueString: '2' };

test.each([
  ['malformed', 'no code', { code: undefined }],
  ['malformed', 'a code that is text', { code: 'readiness-assessment' }],
  ['malformed', 'components that are no list', { component: 'x' }],
  ['malformed', 'a component that is no object', { component: ['x'] }],
  ['too-large', 'a text of 50 MB', { component: [{ code: { text: 'A' }, valueString: giant }] }],
  ['too-large', 'a title of 50 MB', { code: { coding: [{ system: PCO, code: 'readiness-assessment' }], text: giant } }],
  ['too-large', 'a hundred thousand components', { component: Array.from({ length: 100_001 }, () => ({})) }],
  ['unknown-modifier', 'a modifier extension', { modifierExtension: [{ url: 'urn:not' }] }],
  ['unknown-modifier', 'implicit rules', { implicitRules: 'urn:rules' }],
  [
    'unknown-modifier',
    'a modified component',
    { component: [{ code: { text: 'A' }, modifierExtension: [{ url: 'urn:not' }] }] },
  ],
  ['unknown-version', 'a format of the future', { component: [unknownFormat] }],
] as const)('lists as %s, with its date, a note with %s', (why, _name, change) => {
  expect(read(filed(fullNote, change))).toEqual({
    kind: 'unreadable',
    why,
    date: fullNote.at,
    filed: { form: 'observation', resourceId: 'o1', version: '3' },
  });
});

test('survives nesting no one would write', () => {
  let deep: unknown = 'end';
  for (let level = 0; level < 50_000; level += 1) deep = [deep];
  expect(read(filed(fullNote, { extension: deep }))).toMatchObject({ kind: 'unreadable', why: 'too-large' });
});

test('is not interested in another survey, nor in a resource that is not an Observation', () => {
  const phq = {
    resourceType: 'Observation',
    subject: { reference: 'Patient/p1' },
    code: { coding: [{ system: LOINC, code: '44261-6' }] },
  };
  expect(read(phq)).toEqual({ kind: 'not-ours' });
  expect(read({ ...filed(), resourceType: 'Condition' })).toEqual({ kind: 'not-ours' });
});

test.each([
  ['final', 'current'],
  ['amended', 'amended'],
  ['corrected', 'corrected'],
  ['preliminary', 'draft'],
  ['registered', 'draft'],
  ['unknown', 'draft'],
  ['brand-new', 'draft'],
  ['entered-in-error', 'retracted'],
  ['cancelled', 'retracted'],
] as const)('takes status %s as %s', (status, standing) => {
  expect(noteIn(filed(fullNote, { status })).standing).toBe(standing);
});

test.each(['2025-03-04', '2025-03', '2025'])('shows a date without an hour, %s, unchanged', (effectiveDateTime) => {
  const entry = noteIn(filed(fullNote, { effectiveDateTime }));
  expect(entry.date).toBe(effectiveDateTime);
  expect(entry.note.at.startsWith(effectiveDateTime)).toBe(true);
});

test('falls back to the start of a period, then to the time of issue', () => {
  const period = { effectiveDateTime: undefined, effectivePeriod: { start: '2025-03-04T10:00:00Z' } };
  expect(noteIn(filed(fullNote, period)).note.at).toBe('2025-03-04T10:00:00Z');
  expect(noteIn(filed(fullNote, { effectiveDateTime: undefined })).note.at).toBe(fullNote.signedAt);
  expect(read(filed(fullNote, { effectiveDateTime: undefined, issued: undefined }))).toMatchObject({
    why: 'malformed',
  });
});

test('knows its own note by the number in the text when the server dropped the identifier', () => {
  const entry = noteIn(filed(fullNote, { identifier: undefined }));
  expect(entry).toMatchObject({ ours: true, note: { id: fullNote.id } });
});

test('reads the text when the server kept no component', () => {
  expect(noteIn(filed(fullNote, { component: undefined })).note).toEqual(fullNote);
  const edited = filed(fullNote).note[0].text.replace('Importance (0-10): 7', 'Importance (0-10): 9');
  expect(noteIn(filed(fullNote, { component: undefined, note: [{ text: edited }] })).altered).toBe(true);
});

test('keeps what it does not know under "also recorded"', () => {
  const extra = [
    { code: { text: 'Mood' }, valueInteger: 4 },
    {
      code: {
        coding: [{ system: LOCAL, code: 'of-the-future', display: 'New thing' }],
      },
      valueString: 'yes',
    },
    {
      code: { coding: [{ system: LOCAL, code: 'permission', display: 'Fine to talk about it' }] },
      valueString: 'maybe',
    },
    { code: { coding: [{ system: LOCAL, code: 'change-goal', display: 'Goal' }] }, valueString: 'a second goal' },
    { code: {}, valueQuantity: { value: 3, unit: 'mg' } },
    {},
  ];
  const stored = filed();
  const entry: NoteEntry = noteIn({
    ...stored,
    component: [...stored.component, ...extra],
  });
  expect(entry.note.also).toEqual([
    ...fullNote.also,
    { label: 'Mood', value: '4' },
    { label: 'New thing', value: 'yes' },
    { label: 'Fine to talk about it', value: 'maybe' },
    { label: 'Without a name', value: '3 mg' },
    { label: 'Without a name', value: '(no value)' },
    { label: 'Goal', value: 'a second goal' },
  ]);
});

test('never guesses a plan from parts without an ending', () => {
  const stored = filed();
  const component = stored.component.filter(
    (each: { code: { text: string } }) => each.code.text !== 'How the talk ended',
  );
  const { plan, also } = noteIn({ ...stored, component }).note;
  expect(plan).toEqual({ kind: 'none' });
  expect(also).toContainEqual({ label: 'First step', value: 'Pour out the beer in the fridge tonight' });
});

test('finds the number whatever system comes first among the identifiers', () => {
  const identifier = [
    { system: 'urn:other', value: 'x' },
    { system: NOTE_ID, value: `urn:uuid:${fullNote.id.toUpperCase()}` },
  ];
  expect(noteIn(filed(fullNote, { identifier })).note.id).toBe(fullNote.id);
});

const UTC = { effectiveDateTime: '2026-11-23T01:30:00Z', issued: '2026-11-23T01:55:00Z' };

test('a server that stores times in UTC moves no visit to the next day', () => {
  const [at, signedAt] = [moment('2026-11-22T20:30:00-05:00'), moment('2026-11-22T20:55:00-05:00')];
  const evening = { ...fullNote, at, signedAt };
  expect(noteIn(filed(evening, UTC)).note).toMatchObject({ at, signedAt });
  // The same with an offset of zero, and from a server that dropped our number.
  const zero = { effectiveDateTime: UTC.effectiveDateTime.replace('Z', '+00:00') };
  expect(noteIn(filed(evening, zero)).note.at).toBe(at);
  expect(noteIn(filed(evening, { ...UTC, identifier: [] })).note.at).toBe(at);
  // Another time is the chart's own.
  expect(noteIn(filed(evening, { ...UTC, effectiveDateTime: '2026-11-23T03:30:00Z' })).note.at).toBe(
    '2026-11-23T03:30:00Z',
  );
});

test('a text as long as R4 allows is read', () => {
  const goal = 'a word '.repeat(4000).trim();
  expect(noteIn(filed({ ...fullNote, goal })).note.goal).toBe(goal);
});

test('a leap second leaves the day', () => {
  const entry = noteIn(filed(fullNote, { effectiveDateTime: '2016-12-31T23:59:60Z', note: [] }));
  expect(entry.date).toBe('2016-12-31');
  expect(Date.parse(entry.note.at)).not.toBeNaN();
});
