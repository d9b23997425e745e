// Every resource the encoders write follows the published profiles. The generated profiles are current. Broken notes fail.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { CodeSystem, ValueSet } from 'fhir/r4';
import { expect, test } from 'vitest';
import { encodeObservation } from '../../src/fhir/observation/encode-observation.ts';
import { encodeResponse } from '../../src/fhir/response/encode-response.ts';
import { CLAIMED_PROFILES } from '../../src/site/schema.ts';
import { composedNote, entriesOfNotes } from '../support/composed-notes.ts';
import { encodeDocument } from '../support/documents.ts';
import { examples } from '../support/examples-of-notes.ts';
import { noteFaults } from '../support/note-faults.ts';
import { fullNote, markOnlyNote, notTodayNote, rulerOnlyNote } from '../support/notes.ts';
import { profilePages } from '../support/profile-pages.ts';
import { readinessQuestionnaire } from '../support/questionnaire.ts';
import { WHOLE } from '../support/sample.ts';
import {
  canonical,
  componentCodes,
  noteFormats,
  readinessNoteCodes,
  targetBehaviors,
  topics,
} from '../support/terminology.ts';
import { context, throughJson } from './forms.ts';

const generated = (name: string) => JSON.parse(readFileSync(`fhir/generated/${name}.json`, 'utf8'));

test('the generated profiles follow from the sources: run `npm run profiles` after a change', () => {
  const hash = createHash('sha256');
  for (const file of readdirSync('fhir/input/fsh').toSorted()) {
    hash.update(file).update(readFileSync(`fhir/input/fsh/${file}`));
  }
  const digest = hash.update(readFileSync('fhir/sushi-config.yaml')).digest('hex');
  expect(readFileSync('fhir/generated/sources.sha256', 'utf8').trim()).toBe(digest);
});

test('the committed examples are what the encoders write: run `npm run profiles` after a change', () => {
  const committed = readdirSync('fhir/examples').toSorted();
  expect(committed).toEqual(
    examples()
      .map(([name]) => `${name}.json`)
      .toSorted(),
  );
  expect(committed.length).toBeGreaterThanOrEqual(20);
  for (const [name, resource] of examples()) {
    expect(JSON.parse(readFileSync(`fhir/examples/${name}.json`, 'utf8'))).toEqual(resource);
  }
});

test.each(profilePages())(
  'docs/fhir/%s follows from the profiles: run `npm run profiles` after a change',
  (file, text) => {
    expect(readFileSync(`docs/fhir/${file}`, 'utf8')).toBe(text);
  },
);

test('code systems and the questionnaire are those of the code', () => {
  const codes = ({ concept = [] }: CodeSystem) => concept.map(({ code, display }) => `${code} ${display}`);
  const pairs = [
    ['CodeSystem-readiness-note', readinessNoteCodes],
    ['CodeSystem-note-format', noteFormats],
    ['CodeSystem-readiness-note-topic', topics],
  ] as const;
  for (const [name, system] of pairs) {
    expect(codes(generated(name))).toEqual(codes(system));
    expect(generated(name).url).toBe(system.url);
  }
  const { text: _narrative, ...questionnaire } = generated('Questionnaire-readiness-note');
  expect(questionnaire).toEqual(throughJson(readinessQuestionnaire));
});

test('value sets list the codes of the code', () => {
  const listed = ({ compose }: ValueSet) =>
    (compose?.include ?? [])
      .flatMap(({ system, concept = [] }) => concept.map(({ code }) => `${system}|${code}`))
      .toSorted();
  const pairs = [
    ['ValueSet-readiness-note-component', componentCodes],
    ['ValueSet-target-behavior', targetBehaviors],
  ] as const;
  for (const [name, set] of pairs) {
    expect(listed(generated(name))).toEqual(listed(set));
    expect(generated(name).url).toBe(set.url);
  }
});

test.each(CLAIMED_PROFILES)('a note that claims %s follows it in each form of its rulers', (profile) => {
  expect(
    readdirSync('fhir/generated').map((file) => /^StructureDefinition/.test(file) && generated(file.slice(0, -5)).url),
  ).toContain(profile);
  expect(profile).toBe(canonical('profile.1'));
  for (const rulerValue of ['integer', 'quantity', 'coded'] as const) {
    for (const note of [fullNote, markOnlyNote, notTodayNote, rulerOnlyNote]) {
      expect(noteFaults(throughJson(encodeObservation(note, { ...context, rulerValue, profile })))).toEqual([]);
    }
  }
});

test.each(examples())('the example %s is valid R4 and follows its profile', (_name, resource) => {
  expect(noteFaults({ ...resource })).toEqual([]);
});

const ENCODERS = [
  ['Observation', encodeObservation],
  ['DocumentReference', encodeDocument],
  ['QuestionnaireResponse', encodeResponse],
] as const;

const NOTES = WHOLE ? 1_000 : 60;

test.each(ENCODERS)(
  `${NOTES} notes as %s are valid R4 and follow its profile`,
  { timeout: 120_000 },
  (_type, encode) => {
    fc.assert(
      fc.property(composedNote, (note) => {
        expect(noteFaults(throughJson(encode(note, context)))).toEqual([]);
      }),
      { numRuns: NOTES },
    );
  },
);

test('the entries filed along with 300 notes are valid R4 and follow their profiles', { timeout: 120_000 }, () => {
  const entries = entriesOfNotes(300, 7, context);
  expect(new Set(entries.map(([, { resourceType }]) => resourceType))).toEqual(new Set(['Observation', 'Goal']));
  for (const [, resource] of entries) expect(noteFaults(resource)).toEqual([]);
});
