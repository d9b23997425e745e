// One note in each of the three forms, as a server would give it back, and ways to change JSON in one place.

import type { Decoded } from '../../src/fhir/observation/decode-observation.ts';
import { type EncodeContext, encodeObservation } from '../../src/fhir/observation/encode-observation.ts';
import { encodeResponse } from '../../src/fhir/response/encode-response.ts';
import type { ReadinessNote } from '../../src/interview/note/note.ts';
import { encodeDocument } from '../support/documents.ts';
import { fullNote, markOnlyNote, notTodayNote, rulerOnlyNote } from '../support/notes.ts';

/** A launch for patient p1 by Practitioner 7 in encounter e1. */
export const context: EncodeContext = {
  patientId: 'p1',
  encounterId: 'e1',
  clinician: 'Practitioner/7',
  socialHistory: true,
  rulerValue: 'integer',
  personGivenName: 'Pat',
};

/** The FHIR base of that launch. */
export const BASE = 'https://ehr.example/fhir';

/** A resource after the wire. The tests take it apart, so its fields are open. */
export const throughJson = (value: unknown) => JSON.parse(JSON.stringify(value));

const stored = (resource: unknown, id: string, change: object) => ({
  ...throughJson(resource),
  id,
  meta: { versionId: '3', lastUpdated: '2026-11-22T21:00:00Z' },
  ...change,
});

/** The note as the chart's Observation o1. */
export const asObservation = (note: ReadinessNote, change: object = {}, id = 'o1') =>
  stored(encodeObservation(note, context), id, change);

/** The note as the chart's DocumentReference d1. */
export const asDocument = (note: ReadinessNote, change: object = {}, id = 'd1', extra: Partial<EncodeContext> = {}) =>
  stored(encodeDocument(note, { ...context, ...extra }), id, change);

/** The note as the chart's QuestionnaireResponse r1. */
export const asResponse = (note: ReadinessNote, change: object = {}, id = 'r1') =>
  stored(encodeResponse(note, context), id, change);

/** Notes with everything and with little, each with its title in a test. */
export const FULL_AND_SMALL_NOTES = [
  ['every field', fullNote],
  ['only a ruler', rulerOnlyNote],
  ['only a mark without words', markOnlyNote],
  ['a plan "not today"', notTodayNote],
] as const;

/** What was decoded, as the entry of a note. Throws if it is anything else. */
export function asNote(decoded: Decoded) {
  if (decoded.kind !== 'note') throw new Error(`read as ${JSON.stringify(decoded)}`);
  return decoded;
}

/** Every place in a value, as the keys that lead there. */
export function paths(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => [[...path, key], ...paths(inner, [...path, key])])
    : [];
}

/** A copy with one place replaced. */
export function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value))
    return value.map((inner, place) => (String(place) === key ? replaced(inner, rest, by) : inner));
  const fields = value as Record<string, unknown>;
  return { ...fields, [key]: replaced(fields[key], rest, by) };
}
