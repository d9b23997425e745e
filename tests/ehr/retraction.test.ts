// @vitest-environment happy-dom
// A retraction retracts the note: every version, every copy, oldest first, on servers that mark nothing and that mark all.

import fc from 'fast-check';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { namedFault } from '../../mocks/named-faults.ts';
import { FORMS, type Form } from '../../src/interview/history/history.ts';
import { type NoteId, readNoteId } from '../../src/interview/ids.ts';
import { lastNote } from '../../src/store/history/chart.ts';
import { made } from '../support/arbitraries.ts';
import { fullNote } from '../support/notes.ts';
import { type Bench, begin, changing, every, SCOPES, sends, signal, sureOf, TYPE_OF } from './changing.ts';
import { answerWith, ISS, playNetwork } from './round-trip.ts';

playNetwork();

const RETRACT = { act: 'retract', words: 'Written in the wrong chart' } as const;
const SERVERS = ['marks nothing', 'marks all'] as const;
const numbered = (count: number): NoteId =>
  made(readNoteId(`${String(count).padStart(8, '0')}-2222-4333-8444-555555555555`));

async function open(server: (typeof SERVERS)[number], entry = every()): Promise<Bench> {
  const bench = await begin(entry);
  await bench.ehr.readDestination(signal());
  if (server === 'marks all') bench.sandbox.faults.set(namedFault('marks-replaced'));
  return bench;
}

const statuses = ({ sandbox }: Bench, form: Form) =>
  sandbox.store.all(TYPE_OF[form]).map((one) => (one as { status?: string }).status);

/** The note of the newest entry, changed and read again. */
async function changes(bench: Bench, act: 'correct' | 'add' | 'retract', count: number) {
  const entry = (await bench.listed()).find(({ standing }) => standing !== 'retracted');
  if (!entry) return undefined;
  const rights = await bench.rights(entry);
  const way = act === 'retract' ? rights.retract : rights.change;
  const change = { act, words: act === 'retract' ? RETRACT.words : `Said ${count}` };
  const edit = act === 'correct' ? { edit: sureOf(count % 11) } : {};
  const what = changing(bench, entry, way, { change, ...edit });
  const note = way.kind === 'replace' ? { ...what.note, id: numbered(count) } : what.note;
  return sends(bench, { ...what, note });
}

const lastTime = async ({ ehr }: Bench) => {
  const found = await ehr.listNotes(signal());
  if (!found.ok) throw new Error(found.error.kind);
  return lastNote({ kind: 'loaded', found: found.value });
};

test.each(SERVERS)('a document that was corrected twice is retracted in every version (%s)', async (server) => {
  const bench = await open(server);
  await bench.files('document');
  expect(await changes(bench, 'correct', 1)).toMatchObject({ kind: 'filed' });
  expect(await changes(bench, 'correct', 2)).toMatchObject({ kind: 'filed' });
  expect(await changes(bench, 'retract', 3)).toMatchObject({ kind: 'filed', unreached: [] });
  expect(statuses(bench, 'document')).toEqual(['entered-in-error', 'entered-in-error', 'entered-in-error']);
  expect(await lastTime(bench)).toBeUndefined();
});

test('a correction marks the document it replaces, if the chart takes it', async () => {
  const bench = await open('marks nothing');
  await bench.files('document');
  await changes(bench, 'correct', 1);
  expect(statuses(bench, 'document').toSorted()).toEqual(['current', 'superseded']);
});

test('where the older document cannot be marked, the newest version still counts for the chain', async () => {
  const bench = await open('marks nothing');
  await bench.files('document');
  answerWith(http.put(`${ISS}/DocumentReference/:id`, () => new HttpResponse(null, { status: 405 })));
  expect(await changes(bench, 'correct', 1)).toMatchObject({ kind: 'filed' });
  expect(statuses(bench, 'document')).toEqual(['current', 'current']);
  expect(await bench.listed()).toHaveLength(1);
});

test('a retraction that fails half-way says so, leaves the note visible, and is finished by the next press', async () => {
  const bench = await open('marks nothing');
  await bench.files('document');
  await changes(bench, 'correct', 1);
  const [newest] = await bench.listed();
  let puts = 0;
  const failing = http.put(`${ISS}/DocumentReference/:id`, () => {
    puts += 1;
    return puts === 2 ? new HttpResponse(null, { status: 503 }) : undefined;
  });
  answerWith(failing);
  expect(await changes(bench, 'retract', 2)).toMatchObject({
    kind: 'halfway',
    marked: [{ form: 'document' }],
    unreached: [{ resourceId: newest?.filed.resourceId }],
  });
  expect(statuses(bench, 'document').toSorted()).toEqual(['current', 'entered-in-error']);
  expect(await changes(bench, 'retract', 3)).toMatchObject({ kind: 'filed', unreached: [] });
  expect(statuses(bench, 'document')).toEqual(['entered-in-error', 'entered-in-error']);
});

test('a note that the network filed twice is retracted twice', async () => {
  const bench = await open('marks nothing', every({ conditionalCreate: 'never' }));
  bench.sandbox.faults.set(namedFault('create-resent'), 1);
  const { ehr, person } = bench;
  const press = { note: fullNote, form: 'observation', person, draftBinding: ehr.context.binding } as const;
  expect(await ehr.fileNote(press, () => undefined, signal())).toMatchObject({ kind: 'duplicated' });
  expect(await changes(bench, 'retract', 1)).toMatchObject({ kind: 'filed', unreached: [] });
  expect(statuses(bench, 'observation')).toEqual(['entered-in-error', 'entered-in-error']);
});

test('a copy that the retraction cannot reach is listed under the retracted note and does not count', async () => {
  const bench = await open('marks nothing', {
    ...every(),
    scopes: SCOPES.replace('DocumentReference.crus', 'DocumentReference.crs'),
  });
  await bench.files('observation');
  await bench.files('document', fullNote, ['observation']);
  expect(await changes(bench, 'retract', 1)).toMatchObject({ kind: 'filed', unreached: [{ form: 'document' }] });
  expect(await lastTime(bench)).toBeUndefined();
  expect(await bench.listed()).toMatchObject([{ standing: 'retracted', alsoFiled: [{ form: 'document' }] }]);
});

test('a note of which only an extra copy in another form was retracted still counts', async () => {
  const bench = await open('marks nothing');
  const { ehr, person } = bench;
  const one = await bench.files('observation');
  const two = await bench.files('document', fullNote, ['observation']);
  const places = [...(two.alsoFiled ?? []), one.filed];
  const duplicates = { note: fullNote, places, at: fullNote.at, person, draftBinding: ehr.context.binding };
  expect(await ehr.retractDuplicates(duplicates, signal())).toMatchObject({ kind: 'filed' });
  expect(statuses(bench, 'observation')).toEqual(['entered-in-error']);
  expect(await lastTime(bench)).toMatchObject({ id: fullNote.id });
});

test('an extra copy is no longer offered for retraction once the EHR has refused an update of its form', async () => {
  const bench = await open('marks nothing');
  const { ehr, person } = bench;
  const one = await bench.files('observation');
  const two = await bench.files('document', fullNote, ['observation']);
  const places = [...(two.alsoFiled ?? []), one.filed];
  const duplicates = { note: fullNote, places, at: fullNote.at, person, draftBinding: ehr.context.binding };
  expect(ehr.mayRetract('observation')).toBe(true);
  answerWith(http.put(`${ISS}/Observation/:id`, () => new HttpResponse(null, { status: 405 })));
  expect(await ehr.retractDuplicates(duplicates, signal())).toMatchObject({ kind: 'duplicated' });
  expect(ehr.mayRetract('observation')).toBe(false);
  expect(ehr.mayRetract('document')).toBe(true);
});

test('an extra copy is not offered for retraction in a form that the site does not use', async () => {
  const { ehr } = await open('marks nothing', every({ order: ['DocumentReference'] }));
  expect(ehr.mayRetract('observation')).toBe(false);
  expect(ehr.mayRetract('document')).toBe(true);
});

const step = fc.oneof(
  fc.record({ does: fc.constant('file' as const), form: fc.constantFrom(...FORMS), resent: fc.boolean() }),
  fc.record({ does: fc.constantFrom('correct', 'add', 'retract', 'retract') }),
);

test.each(SERVERS)('the last-time card never shows a retracted note, whatever was done before (%s)', async (server) => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 7 }), async (steps) => {
      const bench = await open(server, every({ conditionalCreate: 'never' }));
      const retracted = new Set<string>();
      for (const [count, one] of steps.entries()) {
        if (one.does === 'file') {
          bench.sandbox.faults.clear('create-resent');
          if (one.resent) bench.sandbox.faults.set(namedFault('create-resent'), 1);
          const goal = `goal ${count}`;
          const note = { ...fullNote, id: numbered(100 + count), goal, also: [] };
          const { ehr, person } = bench;
          const press = { note, form: one.form, person, draftBinding: ehr.context.binding };
          await ehr.fileNote(press, () => undefined, signal());
          continue;
        }
        const entry = (await bench.listed()).find(({ standing }) => standing !== 'retracted');
        const end = await changes(bench, one.does, count);
        if (one.does === 'retract' && end?.kind === 'filed' && end.unreached.length === 0)
          retracted.add(entry?.note.goal ?? '');
        const shown = await lastTime(bench);
        expect(retracted.has(shown?.goal ?? 'nothing')).toBe(false);
      }
    }),
    { numRuns: 12 },
  );
});

/* Documents that replaced one another since the list was read */

/** A document that was corrected twice while a list still shows the first one, and its versions, oldest first. */
async function staleList() {
  const bench = await open('marks nothing');
  const filed = await bench.files('document');
  await changes(bench, 'correct', 1);
  const [first] = await bench.listed();
  await changes(bench, 'correct', 2);
  const [second] = await bench.listed();
  const ids = [filed, first, second].map((one) => one?.filed.resourceId ?? '');
  const update = (nth: number, more: object) => {
    const before = bench.sandbox.store.read('DocumentReference', ids[nth] ?? '');
    bench.sandbox.store.update({ ...before, ...more } as never);
  };
  const { retract } = await bench.rights(filed);
  return { bench, what: changing(bench, filed, retract, { change: RETRACT }), ids, update };
}

test.each(['superseded', 'entered-in-error'])(
  'a retracted version does not hide the live one after it: %s',
  async (status) => {
    const { bench, what, update } = await staleList();
    update(0, { status });
    update(1, { status: 'entered-in-error', docStatus: 'entered-in-error' });
    const newest = { standing: 'current', note: { id: numbered(2) } };
    expect(await sends(bench, what)).toMatchObject({ kind: 'conflict', theirs: newest });
  },
);

test('a conflict with the newest version knows every version before it', async () => {
  const { bench, what, ids } = await staleList();
  const end = await sends(bench, what);
  if (end.kind !== 'conflict') throw new Error(end.kind);
  expect(end.theirs.earlier?.map(({ filed }) => filed.resourceId)).toEqual([ids[1], ids[0]]);
  await sends(bench, changing(bench, end.theirs, what.way, { change: RETRACT }));
  expect(statuses(bench, 'document')).toEqual(['entered-in-error', 'entered-in-error', 'entered-in-error']);
});

test('two documents that replace each other can be retracted', async () => {
  const { bench, what, ids, update } = await staleList();
  update(0, { relatesTo: [{ code: 'replaces', target: { reference: `DocumentReference/${ids[2]}` } }] });
  const [base = what.base] = await bench.listed();
  const retraction = changing(bench, base, what.way, { change: RETRACT });
  expect(await sends(bench, retraction)).toMatchObject({ kind: 'filed', unreached: [] });
  expect(statuses(bench, 'document')).toEqual(['entered-in-error', 'entered-in-error', 'entered-in-error']);
});

const UNREADABLE = {
  content: [{ attachment: { contentType: 'text/plain', title: 'Readiness note', data: btoa('Hm') } }],
};
const RETRACTED = { status: 'entered-in-error', docStatus: 'entered-in-error' };

test('a newer document that cannot be read is named, and not called retracted', async () => {
  const { bench, what, ids, update } = await staleList();
  update(0, { status: 'current' });
  update(1, RETRACTED);
  update(2, UNREADABLE);
  const left = [{ form: 'document', resourceId: ids[2] }];
  expect(await sends(bench, what)).toMatchObject({ kind: 'filed', unreached: left });
  expect(await bench.ehr.findChange(what, signal())).toMatchObject({ kind: 'filed', unreached: left });
});

test('a document is not replaced twice if the newer one cannot be read', async () => {
  const { bench, what, ids, update } = await staleList();
  update(0, { status: 'current' });
  update(1, RETRACTED);
  update(2, UNREADABLE);
  const { change } = await bench.rights(what.base);
  const end = await sends(bench, changing(bench, what.base, change, { edit: sureOf(9) }));
  expect(end).toEqual({ kind: 'unsent', why: { kind: 'badResponse' } });
  expect(statuses(bench, 'document')).toHaveLength(ids.length);
});

test('a version in between that cannot be read is named, and not called retracted', async () => {
  const { bench, what, ids, update } = await staleList();
  update(1, UNREADABLE);
  const [base = what.base] = await bench.listed();
  const end = await sends(bench, changing(bench, base, what.way, { change: RETRACT }));
  expect(end).toMatchObject({ kind: 'filed', unreached: [{ resourceId: ids[1] }] });
});

test('a newer document by somebody else is shown', async () => {
  const { bench, what, ids, update } = await staleList();
  update(2, { author: [{ reference: 'Practitioner/another' }] });
  expect(await sends(bench, what)).toMatchObject({ kind: 'conflict', theirs: { filed: { resourceId: ids[2] } } });
});

test.each(['fails', 'is cut short'])(
  'a retraction is not called done if the search for a newer one %s',
  async (how) => {
    const { bench, what, ids, update } = await staleList();
    update(0, { status: 'current' });
    const cut = { resourceType: 'Bundle', type: 'searchset', total: 3, entry: [] };
    const search = () => (how === 'fails' ? new HttpResponse(null, { status: 503 }) : HttpResponse.json(cut));
    let isBroken = true;
    answerWith(http.get(`${ISS}/DocumentReference`, () => (isBroken ? search() : undefined)));
    const unsure = { kind: 'unverified', why: 'uncounted', at: { resourceId: ids[0] } };
    expect(await sends(bench, what)).toMatchObject(unsure);
    expect(await bench.ehr.findChange(what, signal())).toMatchObject(unsure);
    isBroken = false;
    const newest = { kind: 'conflict', theirs: { filed: { resourceId: ids[2] } } };
    expect(await bench.ehr.findChange(what, signal())).toMatchObject(newest);
  },
);
