import { expect, test } from 'vitest';
import { FORMAT_VERSION, isTargetBehavior, TEXT_FORMAT } from '../../src/fhir/codes.ts';
import { encodeObservation } from '../../src/fhir/observation/encode-observation.ts';
import { encodeResponse } from '../../src/fhir/response/encode-response.ts';
import { QUESTIONNAIRE_VERSION } from '../../src/fhir/response/response-items.ts';
import { BEHAVIORS } from '../../src/interview/guide/behaviors.ts';
import { readNoteId } from '../../src/interview/ids.ts';
import { TEXT_VERSION, writeNoteText } from '../../src/interview/note/text/write-note-text.ts';
import { made } from '../support/arbitraries.ts';
import { encodeDocument } from '../support/documents.ts';
import { fullNote } from '../support/notes.ts';

// A change in any of these files is a new version of the form and needs a page in docs/decisions.
const golden = (name: string) => `../../docs/fhir/${name}`;
const earlierId = made(readNoteId('3f2c9a4e-0d0b-4a55-9a53-6f1f0c7a1e10'));
const asJson = (resource: unknown) => `${JSON.stringify(resource, null, 2)}\n`;

const context = {
  patientId: 'p1',
  encounterId: 'e1',
  clinician: 'Practitioner/7',
  socialHistory: true,
  rulerValue: 'integer',
  personGivenName: 'Pat',
} as const;

test('writes the component form of version 1 exactly so', async () => {
  expect(FORMAT_VERSION).toBe('1');
  await expect(asJson(encodeObservation(fullNote, context))).toMatchFileSnapshot(
    golden('Observation-readiness-note.json'),
  );
});

test('writes the text form of version 2 exactly so', async () => {
  expect(TEXT_VERSION).toBe('2');
  await expect(`${writeNoteText(fullNote, { givenName: 'Pat' })}\n`).toMatchFileSnapshot(golden('readiness-note.txt'));
});

test('writes the document with text version 2 exactly so', async () => {
  expect(TEXT_FORMAT).toBe('evoke-text-2');
  const document = encodeDocument(fullNote, { ...context, replaces: { note: earlierId, documentId: 'd0' } });
  await expect(asJson(document)).toMatchFileSnapshot(golden('DocumentReference-readiness-note.json'));
});

test('writes the response of version 2 exactly so', async () => {
  expect(QUESTIONNAIRE_VERSION).toBe('2');
  const response = encodeResponse(fullNote, context);
  await expect(asJson(response)).toMatchFileSnapshot(golden('QuestionnaireResponse-readiness-note.json'));
});

test('every code of a behavior that Evoke offers is in the value set', () => {
  const offered = BEHAVIORS.flatMap(({ code }) => (code ? [code] : []));
  expect(offered.filter((code) => !isTargetBehavior(code))).toEqual([]);
});
