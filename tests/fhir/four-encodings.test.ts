// One note, four encodings: an Observation, a panel with members, a document's text, a QuestionnaireResponse. Each decodes
// to the same note, also after what servers do to a resource. What they lost is named.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Decoded, decodeObservation } from '../../src/fhir/observation/decode-observation.ts';
import { decodePanel } from '../../src/fhir/observation/decode-panel.ts';
import { partResources } from '../../src/fhir/parts/note-parts.ts';
import { newPart, withLinks } from '../../src/fhir/parts/parts-bundle.ts';
import { decodeResponse } from '../../src/fhir/response/decode-response.ts';
import { compareNotes } from '../../src/interview/history/compare-notes.ts';
import type { ReadinessNote } from '../../src/interview/note/note.ts';
import { FACT_ROWS, type Fact, factsOf } from '../../src/interview/note/note-facts.ts';
import { composedNote } from '../support/composed-notes.ts';
import { decodeDocument } from '../support/documents.ts';
import { fullNote, notTodayNote } from '../support/notes.ts';
import { asDocument, asObservation, asResponse, BASE, throughJson } from './forms.ts';

type Fields = Record<string, unknown>;
/** Changes one object of a resource. `path` is the names that lead to it. */
type Change = (object: Fields, path: readonly string[]) => Fields;

/** A copy with every object of it changed, the innermost first. */
function everywhere(value: unknown, change: Change, path: readonly string[] = []): unknown {
  if (Array.isArray(value)) return value.map((one) => everywhere(one, change, path));
  if (typeof value !== 'object' || value === null) return value;
  const inner = Object.entries(value).map(([name, each]) => [name, everywhere(each, change, [...path, name])]);
  return change(Object.fromEntries(inner), path);
}

/** The panel and its members as a server holds them. */
function asPanel(note: ReadinessNote): readonly unknown[] {
  const observation = asObservation(note);
  const parts = partResources(observation, { panel: true, goal: false });
  const links = { note: 'Observation/o1', goal: undefined, noteId: note.id, fullUrl: '' };
  const members = parts.map((part) => ({ ...newPart(part, links, 'plain').resource, id: part.name }));
  const references = members.map(({ id }) => `Observation/${id}`);
  return [...members, withLinks(observation, references, undefined)].map(throughJson);
}

const ENCODINGS: Readonly<Record<string, (note: ReadinessNote, change?: Change) => readonly Decoded[]>> = {
  'one Observation': (note, change = (same) => same) => [
    decodeObservation(everywhere(asObservation(note), change), 'p1', BASE),
  ],
  'a panel with members': (note, change = (same) => same) =>
    decodePanel(
      asPanel(note).map((one) => everywhere(one, change)),
      'p1',
      BASE,
    ),
  'the text of a document': (note, change = (same) => same) => [
    decodeDocument(everywhere(asDocument(note), change), 'p1', BASE),
  ],
  'a QuestionnaireResponse': (note, change = (same) => same) => [
    decodeResponse(everywhere(asResponse(note), change), 'p1', BASE),
  ],
};

const only = (entries: readonly Decoded[]): Extract<Decoded, { kind: 'note' }> => {
  const [entry, ...others] = entries;
  if (entry?.kind !== 'note' || others.length > 0) throw new Error(`read as ${JSON.stringify(entries)}`);
  return entry;
};
/** The same value with its keys in one order, so that two facts compare as text. */
const inOrder = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value)
        .filter(([, each]) => each !== undefined)
        .toSorted()
        .map(([key, each]) => [key, inOrder(each)])
    : value;
const without = (object: Fields, ...names: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));

const stripped: Change = (object, path) => {
  const isRoot = path.length === 0;
  const isCoding = path.at(-1) === 'coding';
  // A ruler without a code of ours keeps its label, and so does a topic: those are facts.
  if (isCoding) return without(object, 'display');
  if (!isRoot) return object;
  return without(object, 'text', 'category', 'encounter', 'securityLabel', 'basedOn');
};
const decorated: Change = (object, path) =>
  path.length === 0 || ['component', 'item', 'attachment', 'code'].includes(path.at(-1) ?? '')
    ? {
        ...object,
        id: object['id'] ?? 'x1',
        extension: [{ url: 'https://ehr.example/added', valueString: 'by the server' }],
      }
    : object;
const retold: Change = (object) =>
  'div' in object
    ? { status: 'additional', div: '<div xmlns="http://www.w3.org/1999/xhtml"><p>Entry 1</p></div>' }
    : object;
const inUtc: Change = (object) =>
  Object.fromEntries(
    Object.entries(object).map(([name, value]) => [
      name,
      ['effectiveDateTime', 'issued', 'authored', 'date'].includes(name) && typeof value === 'string'
        ? new Date(value).toISOString()
        : value,
    ]),
  );
const wrapped: Change = (object) => {
  if (!('valueInteger' in object)) return object;
  const { valueInteger, ...rest } = object;
  return { ...rest, valueQuantity: { value: valueInteger, unit: '1', system: 'http://unitsofmeasure.org', code: '1' } };
};

const HARMLESS: Readonly<Record<string, Change>> = {
  'nothing else': (same) => same,
  'decoration is stripped': stripped,
  'extensions and ids are added': decorated,
  'the narrative is written again': retold,
  'whole numbers are wrapped as quantities': wrapped,
};

const cases = Object.keys(ENCODINGS).flatMap((encoding) =>
  Object.keys(HARMLESS).map((what) => [encoding, what] as const),
);

test.each(cases)('%s decodes to the same note if %s', { timeout: 60_000 }, (encoding, what) => {
  fc.assert(
    fc.property(composedNote, (note) => {
      expect(only(ENCODINGS[encoding]?.(note, HARMLESS[what]) ?? []).note).toEqual(note);
    }),
    { numRuns: 40 },
  );
});

test.each(Object.keys(ENCODINGS))('%s decodes to the same moment if times are given in UTC', (encoding) => {
  fc.assert(
    fc.property(composedNote, (note) => {
      const read = only(ENCODINGS[encoding]?.(note, inUtc) ?? []).note;
      expect(compareNotes(note, read)).toEqual({ lost: [], changed: [] });
    }),
    { numRuns: 40 },
  );
});

test('keeps every fact if components come in another order, a view without its information as also recorded', () => {
  const plain = (fact: Fact): unknown =>
    fact.kind === 'text' && fact.name === 'information-view'
      ? { kind: 'also', name: 'also', value: { label: 'What they make of it', value: fact.value } }
      : fact;
  const sorted = (note: ReadinessNote): readonly string[] =>
    factsOf(note)
      .map((fact) => JSON.stringify(inOrder(plain(fact))))
      .toSorted();
  fc.assert(
    fc.property(composedNote, fc.func(fc.integer()), (note, key) => {
      const resource = asObservation(note);
      const component = resource.component.toSorted((one: unknown, other: unknown) => key(one) - key(other));
      const read = only([decodeObservation({ ...resource, component }, 'p1', BASE)]).note;
      expect(sorted(read)).toEqual(sorted(note));
    }),
    { numRuns: 100 },
  );
});

test('says the day it has if the server keeps no time', () => {
  fc.assert(
    fc.property(composedNote, (note) => {
      const day = note.at.slice(0, 10);
      const entry = only([decodeObservation(asObservation(note, { effectiveDateTime: day }), 'p1', BASE)]);
      expect(entry.date).toBe(day);
      expect({ ...entry.note, at: note.at }).toEqual(note);
    }),
    { numRuns: 40 },
  );
});

test('names what was lost if components are dropped, and nothing else', () => {
  fc.assert(
    fc.property(composedNote, fc.func(fc.boolean()), (note, keeps) => {
      const resource = asObservation(note);
      const component = resource.component.filter((one: unknown, place: number) => place === 0 || keeps(one));
      const read = only([decodeObservation({ ...resource, component }, 'p1', BASE)]).note;
      const { lost, changed } = compareNotes(note, read);
      const said = (one: ReadinessNote): string => JSON.stringify(factsOf(one).map(inOrder));
      expect({ isNamed: lost.length + changed.length > 0, lost, changed }).toMatchObject({
        isNamed: said(read) !== said(note),
      });
    }),
    { numRuns: 100 },
  );
});

test('reads the rulers of a panel that holds nothing but members', () => {
  fc.assert(
    fc.property(composedNote, (note) => {
      const all = asPanel(note).map((one) => without(one as Fields, 'component', 'note', 'identifier'));
      const { rulers } = only(decodePanel(all, 'p1', BASE)).note;
      for (const name of ['importance', 'confidence', 'readiness'] as const) {
        const asked = note.rulers[name];
        if (asked.kind === 'asked') expect(rulers[name]).toMatchObject({ kind: 'asked' });
        else expect(rulers[name]).toEqual({ kind: 'not-recorded' });
      }
    }),
    { numRuns: 40 },
  );
});

test('the example notes have every fact, so that each form is seen with it', () => {
  const { target, rulers } = fullNote;
  const asked = { importance: rulers.importance, confidence: rulers.importance, readiness: rulers.importance };
  const full = { ...fullNote, target: { ...target, sensitive: true }, rulers: asked };
  const had = new Set([full, notTodayNote].flatMap(factsOf).map(({ name }) => name));
  expect(FACT_ROWS.map(({ name }) => name).filter((name) => !had.has(name))).toEqual([]);
});
