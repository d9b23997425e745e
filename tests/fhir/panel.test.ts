import { expect, test } from 'vitest';
import { PANEL, PCO } from '../../src/fhir/codes.ts';
import { decodePanel } from '../../src/fhir/observation/decode-panel.ts';
import { encodeObservation } from '../../src/fhir/observation/encode-observation.ts';
import { fullNote } from '../support/notes.ts';

const at = '2025-05-05T09:00:00Z';
const member = (id: string, code: string, score: number, more: object = {}) => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  subject: { reference: 'Patient/p1' },
  effectiveDateTime: at,
  code: { coding: [{ system: PCO, code }] },
  valueInteger: score,
  ...more,
});
const panel = (references: readonly string[], more: object = {}) => {
  const { valueInteger: _none, ...bare } = member('panel', PANEL.code, 0);
  return { ...bare, hasMember: references.map((reference) => ({ reference })), ...more };
};
const read = (...resources: readonly unknown[]) => decodePanel(resources, 'p1', 'https://ehr.example/fhir');
const rulersOf = (...resources: readonly unknown[]) =>
  read(...resources).map((entry) => (entry.kind === 'note' ? entry.note.rulers : entry.kind));
const answered = (score: number) => ({ kind: 'asked', answer: { kind: 'answered', score } });
const none = { kind: 'not-recorded' };

test('joins members into the panel that names them, relative or absolute', () => {
  const members = [member('a', 'importance', 7), member('b', 'confidence', 2)];
  const entries = read(panel(['Observation/a', 'https://ehr.example/fhir/Observation/b']), ...members);
  expect(entries).toMatchObject([{ kind: 'note', ours: false, filed: { resourceId: 'panel' } }]);
  expect(rulersOf(panel(['Observation/a', 'https://ehr.example/fhir/Observation/b']), ...members)).toEqual([
    { importance: answered(7), confidence: answered(2), readiness: none },
  ]);
});

test('makes one note of lone members of one moment, and two of two moments', () => {
  const later = { effectiveDateTime: '2025-06-06T09:00:00Z' };
  expect(rulersOf(member('a', 'importance', 7), member('b', 'confidence', 2))).toEqual([
    { importance: answered(7), confidence: answered(2), readiness: none },
  ]);
  expect(rulersOf(member('a', 'importance', 7), member('b', 'confidence', 2, later))).toEqual([
    { importance: answered(7), confidence: none, readiness: none },
    { importance: none, confidence: answered(2), readiness: none },
  ]);
});

test('lists a panel whose members are not there, with no ruler recorded', () => {
  expect(rulersOf(panel(['Observation/gone', 7 as unknown as string]))).toEqual([
    { importance: none, confidence: none, readiness: none },
  ]);
});

test('never joins a member of another patient', () => {
  const foreign = member('a', 'importance', 7, { subject: { reference: 'Patient/p2' } });
  expect(rulersOf(panel(['Observation/a']), foreign)).toEqual([
    { importance: none, confidence: none, readiness: none },
    'other-patient',
  ]);
});

test('never joins a retracted member, and still lists it', () => {
  const wrong = member('a', 'importance', 7, { status: 'entered-in-error' });
  const entries = read(panel(['Observation/a']), wrong);
  expect(rulersOf(panel(['Observation/a']), wrong)[0]).toMatchObject({ importance: none });
  expect(entries[1]).toMatchObject({ kind: 'note', standing: 'retracted' });
});

test('does not read a panel with a modified member', () => {
  const modified = member('a', 'importance', 7, { modifierExtension: [{ url: 'urn:not' }] });
  expect(read(panel(['Observation/a']), modified)).toMatchObject([{ kind: 'unreadable', why: 'unknown-modifier' }]);
});

test('leaves our own notes and other surveys as they are', () => {
  const ours = encodeObservation(fullNote, { patientId: 'p1', socialHistory: true, rulerValue: 'integer' });
  const survey = { ...member('s', 'x', 1), code: { text: 'AUDIT-C' } };
  expect(read(ours, survey, null, 'x')).toMatchObject([
    { kind: 'note', note: fullNote },
    { kind: 'not-ours' },
    { kind: 'not-ours' },
    { kind: 'not-ours' },
  ]);
});

test('gives every note without a number a stand-in of its own that stays the same', () => {
  const idOf = (id: string) =>
    read(member(id, 'importance', 7)).map((entry) => (entry.kind === 'note' ? entry.note.id : ''));
  expect(idOf('a')).toEqual(idOf('a'));
  expect(idOf('a')).not.toEqual(idOf('b'));
  expect(idOf('a')[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('joins no lone members of two authors, and invents no second answer', () => {
  const by = (reference: string) => ({ performer: [{ reference }] });
  const [three, seven] = [member('a', 'importance', 3), member('b', 'importance', 7)];
  const apart = [
    { importance: answered(3), confidence: none, readiness: none },
    { importance: answered(7), confidence: none, readiness: none },
  ];
  expect(rulersOf({ ...three, ...by('Practitioner/1') }, { ...seven, ...by('Practitioner/2') })).toEqual(apart);
  expect(rulersOf(three, seven)).toEqual(apart);
  expect(rulersOf(three, member('c', 'confidence', 5), seven)).toEqual([
    { importance: answered(3), confidence: answered(5), readiness: none },
    { importance: answered(7), confidence: none, readiness: none },
  ]);
});

test('a value nested too deeply hides neither its panel nor the other notes', () => {
  const deep: unknown = JSON.parse('['.repeat(20_000) + ']'.repeat(20_000));
  const { valueInteger: _none, ...bare } = member('a', 'importance', 7);
  const own = { component: [{ code: bare.code, valueInteger: 4 }] };
  const entries = read(
    panel(['Observation/a'], own),
    { ...bare, valueSampledData: deep },
    member('b', 'confidence', 2),
  );
  expect(entries.map((entry) => 'filed' in entry && entry.filed.resourceId)).toEqual(['panel', 'b']);
});

// Comparing each with every other one takes minutes.
test('ten thousand answers of one moment are each a note of their own', () => {
  const many = Array.from({ length: 10_000 }, (_, place) => member(`m${place}`, 'importance', 5));
  expect(read(...many)).toHaveLength(10_000);
});
