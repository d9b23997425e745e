import type { Resource } from 'fhir/r4';
import { expect, test } from 'vitest';
import { FORMAT_VERSION } from '../../src/fhir/codes.ts';
import { encodeObservation } from '../../src/fhir/encode-observation.ts';
import { TEXT_VERSION, writeNoteText } from '../../src/interview/note-text.ts';
import { fullNote } from '../support/notes.ts';
import { r4Validator } from '../support/r4-schema.ts';
import { componentCodes, noteFormats, readinessNoteCodes } from '../support/terminology.ts';

// A change in any of these files is a new version of the form and needs a page in docs/decisions.
const golden = (name: string) => `../../docs/fhir/${name}`;
const asJson = (resource: unknown) => `${JSON.stringify(resource, null, 2)}\n`;

test('writes the component form of version 1 exactly so', async () => {
  const observation = encodeObservation(fullNote, {
    patientId: 'p1',
    encounterId: 'e1',
    clinician: 'Practitioner/7',
    socialHistory: true,
    rulerValue: 'integer',
    personGivenName: 'Pat',
  });
  expect(FORMAT_VERSION).toBe('1');
  await expect(asJson(observation)).toMatchFileSnapshot(golden('Observation-readiness-note.json'));
});

test('writes the text form of version 1 exactly so', async () => {
  expect(TEXT_VERSION).toBe('1');
  await expect(`${writeNoteText(fullNote, { givenName: 'Pat' })}\n`).toMatchFileSnapshot(golden('readiness-note.txt'));
});

test.each([
  ['CodeSystem-readiness-note.json', readinessNoteCodes],
  ['CodeSystem-note-format.json', noteFormats],
  ['ValueSet-readiness-note-component.json', componentCodes],
] as readonly (readonly [string, Resource])[])('keeps %s equal to the constants, and valid', async (name, resource) => {
  await expect(asJson(resource)).toMatchFileSnapshot(golden(name));
  const check = r4Validator(resource.resourceType);
  expect(check(resource) ? [] : check.errors).toEqual([]);
});
