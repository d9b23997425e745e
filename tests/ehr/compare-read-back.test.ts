// "Filed" is said only of the note that was sent, held as final and under the name of who signed it.
import { expect, test } from 'vitest';
import { compareReadBack } from '../../src/ehr/writing/compare-read-back.ts';
import { encodeObservation } from '../../src/fhir/observation/encode-observation.ts';
import type { ReadinessNote } from '../../src/interview/note/note.ts';
import { fullNote } from '../support/notes.ts';

const launch = { issuer: 'https://ehr.example/fhir', patient: 'pat-1', clinician: 'Practitioner/7' };
const input = { base: launch.issuer, patient: launch.patient, launch };
const at = { form: 'observation', resourceId: '1' } as const;

function stored(change: object = {}, note: ReadinessNote = fullNote) {
  const sent = encodeObservation(note, {
    patientId: 'pat-1',
    clinician: 'Practitioner/7',
    socialHistory: true,
    rulerValue: 'integer',
  });
  return { resource: { ...sent, id: '1', ...change } };
}

test('calls the note filed when it came back as it was sent', () => {
  expect(compareReadBack(input, fullNote, at, stored())).toMatchObject({ kind: 'filed' });
});

test('does not call the text of an earlier version the text of a correction', () => {
  const corrected: ReadinessNote = { ...fullNote, strengths: ['Kept every appointment'] };
  const { note, text } = stored().resource;
  const back = { resource: { ...stored({}, corrected).resource, note, text } };
  expect(compareReadBack(input, corrected, at, back)).toMatchObject({ kind: 'filed', lost: ['readable-text'] });
});

test.each(['preliminary', 'registered', 'unknown', 'entered-in-error'])(
  'does not call a note filed that the chart holds as %s',
  (status) => {
    expect(compareReadBack(input, fullNote, at, stored({ status }))).toMatchObject({
      kind: 'mismatch',
      parts: ['status'],
    });
  },
);

test('does not call a note filed that the chart holds under another name', () => {
  const performer = [{ reference: 'Practitioner/999' }, { reference: 'Patient/pat-1' }];
  expect(compareReadBack(input, fullNote, at, stored({ performer }))).toMatchObject({
    kind: 'mismatch',
    parts: ['author'],
  });
});

test.each(['Device/evoke', 'Organization/1'])(
  'says that the author is missing where the chart names %s',
  (reference) => {
    const performer = [{ reference }];
    expect(compareReadBack(input, fullNote, at, stored({ performer }))).toMatchObject({
      kind: 'filed',
      lost: ['author'],
    });
  },
);

const of = (...visits: readonly string[]) => ({ encounter: { reference: `Encounter/${visits[0]}` } });

test('a visit that the chart adds to a note without one makes it no other note', () => {
  expect(compareReadBack(input, fullNote, at, stored(of('import')))).toMatchObject({ kind: 'filed' });
});

test('another visit in place of the one that was sent makes it another note', () => {
  const visited = { ...input, launch: { ...launch, encounter: 'today' } };
  expect(compareReadBack(visited, fullNote, at, stored(of('other')))).toMatchObject({ kind: 'mismatch' });
  expect(compareReadBack(visited, fullNote, at, stored(of('today')))).toMatchObject({ kind: 'filed' });
});

test('says that the author is missing where the chart dropped who signed', () => {
  expect(compareReadBack(input, fullNote, at, stored({ performer: [] }))).toMatchObject({
    kind: 'filed',
    lost: ['author'],
  });
});

test('says that the readable text is missing where the chart changed a word of it', () => {
  const [text = '', ...others] = (stored().resource.note ?? []).map((one) => one.text);
  const as = (changed: string) => stored({ note: [changed, ...others].map((each) => ({ text: each })) });
  expect(text).toContain('No drinks');
  expect(compareReadBack(input, fullNote, at, as(text.replace('No drinks', 'Drinks')))).toMatchObject({
    kind: 'filed',
    lost: ['readable-text'],
  });
  expect(compareReadBack(input, fullNote, at, as(`${text}  \r\n`))).toMatchObject({ kind: 'filed' });
});
