// The view for other programs: run over notes that the encoder wrote, it gives the rulers by date and nothing that was not
// said. A small runner for flat views of SQL on FHIR, version 2: `where`, then one row a resource.

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import fhirpath from 'fhirpath';
import r4 from 'fhirpath/fhir-context/r4';
import { expect, test } from 'vitest';
import { encodeObservation } from '../../src/fhir/observation/encode-observation.ts';
import type { NoteRuler } from '../../src/interview/note/note.ts';
import { composedNote } from '../support/composed-notes.ts';
import { examples } from '../support/examples-of-notes.ts';
import { context, throughJson } from './forms.ts';

interface View {
  readonly where: readonly { readonly path: string }[];
  readonly select: readonly { readonly column: readonly { readonly name: string; readonly path: string }[] }[];
}
const view: View = JSON.parse(readFileSync('fhir/views/rulers-over-time.json', 'utf8'));

const evaluate = (resource: unknown, path: string): unknown =>
  (fhirpath.evaluate(resource as never, path, {}, r4) as readonly unknown[])[0];

/** The rows of a view over resources of one type, each column a value or null. */
function rowsOf(resources: readonly unknown[]): readonly Readonly<Record<string, unknown>>[] {
  const kept = resources.filter((resource) => view.where.every(({ path }) => evaluate(resource, path) === true));
  const columns = view.select.flatMap(({ column }) => column);
  return kept.map((resource) =>
    Object.fromEntries(columns.map(({ name, path }) => [name, evaluate(resource, path) ?? null])),
  );
}

const numberOf = (ruler: NoteRuler): number | null =>
  ruler.kind === 'asked' && ruler.answer.kind === 'answered' ? ruler.answer.score : null;

test('gives each of fifty notes as one row, with null if no number was given', () => {
  const notes = fc.sample(composedNote, { seed: 7, numRuns: 50 });
  const rows = rowsOf(notes.map((note) => throughJson(encodeObservation(note, context))));
  expect(
    rows.map(({ note, importance, confidence, readiness }) => ({ note, importance, confidence, readiness })),
  ).toEqual(
    notes.map(({ id, rulers }) => ({
      note: id,
      importance: numberOf(rulers.importance),
      confidence: numberOf(rulers.confidence),
      readiness: numberOf(rulers.readiness),
    })),
  );
});

test('leaves a retracted note out, and answers that are entries of their own', () => {
  const observations = examples().flatMap(([, resource]) =>
    resource.resourceType === 'Observation' && 'component' in resource ? [resource] : [],
  );
  const all = examples().flatMap(([, resource]) => (resource.resourceType === 'Observation' ? [resource] : []));
  const ids = rowsOf(all).length;
  expect(ids).toBe(observations.length - 1);
});

test('docs/fhir/charting.md shows the table that the view gives for the examples', () => {
  const observations = examples()
    .filter(([name]) =>
      ['Observation-tobacco', 'Observation-diabetes-in-spanish', 'Observation-anxiety'].includes(name),
    )
    .map(([, resource]) => resource);
  const table = rowsOf(observations)
    .map(({ topic, held_on, importance, confidence, readiness }) =>
      [topic, held_on, importance ?? '', confidence ?? '', readiness ?? ''].join(' | '),
    )
    .map((row) => `| ${row} |`);
  const page = readFileSync('docs/fhir/charting.md', 'utf8');
  expect(table.filter((row) => !page.includes(row))).toEqual([]);
});
