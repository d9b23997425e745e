// The same notes give the same history, in every form, in any order, and however a server splits them into pages.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FetchFault } from '../../src/ehr/faults.ts';
import { createNoteList } from '../../src/ehr/history/list-notes.ts';
import type { Reply, ServerFetch } from '../../src/ehr/server/fetch.ts';
import { parseScopes } from '../../src/ehr/server/scopes.ts';
import { PCO } from '../../src/fhir/codes.ts';
import { decodePanel } from '../../src/fhir/observation/decode-panel.ts';
import { decodeResponse } from '../../src/fhir/response/decode-response.ts';
import { BEHAVIORS } from '../../src/interview/guide/behaviors.ts';
import { FORMS, type HistoryEntry, type NotesFound } from '../../src/interview/history/history.ts';
import { mergeNotes } from '../../src/interview/history/merge-notes.ts';
import { visitsOf } from '../../src/interview/history/visits.ts';
import { ok, type Result } from '../../src/lib/result.ts';
import { asDocument, asObservation, asResponse, BASE } from '../fhir/forms.ts';
import { readinessNote } from '../support/arbitraries.ts';
import { decodeDocument } from '../support/documents.ts';

interface Resource {
  readonly resourceType: string;
  readonly id: string;
}

const foreign = (id: string, code: string, more: object): Resource => ({
  ...{ resourceType: 'Observation', id, status: 'final', subject: { reference: 'Patient/p1' } },
  ...{ effectiveDateTime: '2025-05-05T09:00:00Z', code: { coding: [{ system: PCO, code }] } },
  ...more,
});
/** A panel and its members, as other software files them: any page may part them. */
const PANEL: readonly Resource[] = [
  foreign('m1', 'importance', { valueInteger: 7 }),
  foreign('m2', 'confidence', { valueQuantity: { value: 3, unit: '{score}' } }),
  foreign('m3', 'readiness-assessment', {
    hasMember: [{ reference: 'Observation/m1' }, { reference: 'Observation/m2' }],
  }),
];

const isEntry = (one: { readonly kind: string }): one is HistoryEntry =>
  one.kind === 'note' || one.kind === 'unreadable';

/** What the chart holds, read all at once. */
function whole(resources: readonly Resource[]): readonly HistoryEntry[] {
  const of = (type: string) => resources.filter(({ resourceType }) => resourceType === type);
  const decoded = [
    ...decodePanel(of('Observation'), 'p1', BASE),
    ...of('DocumentReference').map((one) => decodeDocument(one, 'p1', BASE)),
    ...of('QuestionnaireResponse').map((one) => decodeResponse(one, 'p1', BASE)),
  ];
  return mergeNotes(decoded.filter(isEntry));
}

/** A server that cuts pages of this size from what it holds, in its own order. */
function serverOf(resources: readonly Resource[], pageSize: number): ServerFetch {
  return async ({ path }): Promise<Result<Reply, FetchFault>> => {
    const [, type = '', query = ''] = /([A-Za-z]+)\?(.*)$/.exec(path) ?? [];
    const offset = Number(new URLSearchParams(query).get('_page') ?? '0');
    const held = resources.filter(({ resourceType }) => resourceType === type);
    const next = offset + pageSize < held.length ? `${BASE}/${type}?_page=${offset + pageSize}` : undefined;
    const resource = {
      resourceType: 'Bundle',
      entry: held.slice(offset, offset + pageSize).map((one) => ({ resource: one })),
      ...(next && { link: [{ relation: 'next', url: next }] }),
    };
    return ok({ status: 200, resource });
  };
}

async function readAll(resources: readonly Resource[], pageSize: number): Promise<NotesFound> {
  const { signal } = new AbortController();
  const list = createNoteList({
    ...{
      base: BASE,
      patient: 'p1',
      fetchOne: serverOf(resources, pageSize),
      statement: { readSoon: async () => undefined },
    },
    scopes: parseScopes('patient/*.rs'),
    noteTypes: [{ system: 'http://loinc.org', code: '11506-3' }],
  });
  const first = await list.newest(signal);
  if (!first.ok) throw new Error(first.error.kind);
  let found = first.value;
  for (let press = 0; press < 40 && found.shortfalls.includes('more-to-load'); press += 1) {
    const held = found;
    found = await list.older(() => held, signal);
  }
  return found;
}

const WRITERS = { observation: asObservation, document: asDocument, response: asResponse } as const;
const notes = fc.uniqueArray(readinessNote, { selector: ({ id }) => id, minLength: 1, maxLength: 6 });
const places = fc.array(fc.subarray([...FORMS], { minLength: 1 }), { minLength: 6, maxLength: 6 });
const standings = fc.array(fc.constantFrom('kept', 'kept', 'taken-back'), { minLength: 6, maxLength: 6 });

test('any mixture of notes, in any order, over any pages, in any forms, gives the same history', async () => {
  await fc.assert(
    fc.asyncProperty(
      ...([notes, places, standings, fc.integer({ min: 1, max: 7 }), fc.func(fc.integer())] as const),
      async (all, forms, stands, pageSize, key) => {
        const ours = all.flatMap((note, nth) =>
          (forms[nth] ?? []).map((form): Resource => {
            const change = stands[nth] === 'taken-back' ? { status: 'entered-in-error' } : {};
            return WRITERS[form](note, change, `${form[0]}${nth}`);
          }),
        );
        const resources = [...ours, ...PANEL].toSorted((one, other) => key(one.id) - key(other.id));
        const found = await readAll(resources, pageSize);
        expect(found.shortfalls).toEqual([]);
        expect(found.entries).toEqual(whole([...ours, ...PANEL]));
        expect(visitsOf(found.entries, BEHAVIORS).map(({ note }) => note.id)).toEqual(
          visitsOf(whole(resources), BEHAVIORS).map(({ note }) => note.id),
        );
      },
    ),
    { numRuns: 60 },
  );
});

test('a panel whose members came with an earlier page takes them, and they are not listed alone', async () => {
  const found = await readAll(PANEL, 1);
  expect(found.entries).toMatchObject([
    { filed: { resourceId: 'm3' }, note: { rulers: { importance: { kind: 'asked' }, confidence: { kind: 'asked' } } } },
  ]);
  expect(found.entries).toHaveLength(1);
});

test('what was changed since it was read stays changed when older notes are read', async () => {
  const more = Array.from({ length: 4 }, (_, nth) => foreign(`x${nth}`, 'body-height', { valueInteger: nth }));
  const { signal } = new AbortController();
  const list = createNoteList({
    ...{
      base: BASE,
      patient: 'p1',
      fetchOne: serverOf([...PANEL, ...more], 3),
      statement: { readSoon: async () => undefined },
    },
    scopes: parseScopes('patient/*.rs'),
    noteTypes: [{ system: 'http://loinc.org', code: '11506-3' }],
  });
  const first = await list.newest(signal);
  if (!first.ok) throw new Error(first.error.kind);
  const at = { form: 'document', resourceId: 'd9' } as const;
  const entries = first.value.entries.map((entry) =>
    entry.kind === 'note'
      ? { ...entry, standing: 'retracted' as const, filed: { ...entry.filed, version: '2' }, alsoFiled: [at] }
      : entry,
  );
  expect(entries).toHaveLength(1);
  const older = await list.older(() => ({ ...first.value, entries }), signal);
  expect(older.entries).toMatchObject([{ standing: 'retracted', alsoFiled: [at] }]);
});
