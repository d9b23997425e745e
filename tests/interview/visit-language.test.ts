// The language of a visit: chosen once, kept with the patient's words, filed in every form, and read back.
import { expect, test } from 'vitest';
import { decodeObservation } from '../../src/fhir/observation/decode-observation.ts';
import { encodeObservation } from '../../src/fhir/observation/encode-observation.ts';
import { decodeResponse } from '../../src/fhir/response/decode-response.ts';
import { encodeResponse } from '../../src/fhir/response/encode-response.ts';
import { compareNotes } from '../../src/interview/history/compare-notes.ts';
import { readEntryId, readInstant, readNoteId } from '../../src/interview/ids.ts';
import { beginInterview, type Interview } from '../../src/interview/interview.ts';
import { composeNote } from '../../src/interview/note/compose-note.ts';
import type { ReadinessNote } from '../../src/interview/note/note.ts';
import type { InterviewEvent } from '../../src/interview/talk/events.ts';
import { update } from '../../src/interview/talk/update.ts';
import { BASE, context } from '../fhir/forms.ts';
import { made } from '../support/arbitraries.ts';
import { decodeDocument, encodeDocument } from '../support/documents.ts';

const AT = made(readInstant('2026-11-28T10:00:00-05:00'));
const begun = beginInterview(made(readNoteId('4f3e2d1c-0b1a-4c3d-8e5f-000000000001')), AT);
const SPANISH: InterviewEvent = { kind: 'visit-language-chosen', language: 'es' };
const hears = (name: string, text: string): readonly InterviewEvent[] => [
  { kind: 'loose-words-typed', text },
  { kind: 'talk-marked', id: made(readEntryId(name)), at: AT, talk: { side: 'change', strand: 'reason' } },
];
const after = (events: readonly InterviewEvent[]): Interview => events.reduce(update, begun);
const noteAfter = (events: readonly InterviewEvent[]): ReadinessNote => made(composeNote(after(events), AT));

test('keeps words in the language of the visit, and words typed before it was chosen as well', () => {
  const { evoke } = after([...hears('a', 'mis hijos'), SPANISH, ...hears('b', 'mi salud')]);
  expect(evoke.talk.map(({ words }) => words.kind === 'heard' && words.language)).toEqual([undefined, 'es']);
  expect(noteAfter([...hears('a', 'mis hijos'), SPANISH, ...hears('b', 'mi salud')]).language).toBe('es');
});

test('names no language that nobody chose, and none if two were spoken', () => {
  expect(noteAfter(hears('a', 'my kids')).language).toBeUndefined();
  const english: InterviewEvent = { kind: 'visit-language-chosen', language: 'en' };
  expect(
    noteAfter([SPANISH, ...hears('a', 'mis hijos'), english, ...hears('b', 'my health')]).language,
  ).toBeUndefined();
});

test('takes the choice back', () => {
  expect(after([SPANISH, { kind: 'visit-language-chosen' }])).toEqual(begun);
});

const FORMS = [
  ['Observation', encodeObservation, decodeObservation],
  ['DocumentReference', encodeDocument, decodeDocument],
  ['QuestionnaireResponse', encodeResponse, decodeResponse],
] as const;
const spanish = noteAfter([SPANISH, ...hears('a', 'Quiero estar ahí para mis hijos')]);

test.each(FORMS)('files the language with a new %s and reads it back', (_form, encode, decode) => {
  const resource = JSON.parse(JSON.stringify(encode(spanish, context)));
  expect(resource.language).toBe('es');
  expect(decode(resource, 'p1', BASE)).toMatchObject({ kind: 'note', note: { language: 'es' } });
});

test.each(FORMS)('reads the language of a %s whose server dropped it', (_form, encode, decode) => {
  const { language: _, text: _narrative, ...resource } = JSON.parse(JSON.stringify(encode(spanish, context)));
  expect(decode(resource, 'p1', BASE)).toMatchObject({ kind: 'note', note: { language: 'es' } });
});

test.each(FORMS)('files no language with a %s when nobody chose one', (_form, encode) => {
  expect(encode(noteAfter(hears('a', 'my kids')), context)).not.toHaveProperty('language');
});

test('marks the narrative as Spanish and its labels as English', () => {
  const { text } = encodeObservation(spanish, context);
  expect(text?.div).toMatch(/^<div xmlns="http:\/\/www.w3.org\/1999\/xhtml" lang="es" xml:lang="es">/);
  expect(text?.div).toContain('<b lang="en" xml:lang="en">Reason:</b> “Quiero estar ahí para mis hijos”');
  expect(encodeObservation({ ...spanish, language: 'en' }, context).text?.div).not.toContain('<b lang');
});

test('reports a language that the chart lost or replaced as lost', () => {
  const { language: _, ...lost } = spanish;
  expect(compareNotes(spanish, lost).lost).toEqual(['language']);
  expect(compareNotes(spanish, { ...spanish, language: 'en' }).lost).toEqual(['language']);
});
