// @vitest-environment happy-dom
// A note filed with its parts in one transaction: ruler answers as Observations, the agreed change as a Goal.

import { HttpResponse, http } from 'msw';
import { afterEach, expect, test, vi } from 'vitest';
import { aimed } from '../../mocks/faults.ts';
import { namedFault } from '../../mocks/named-faults.ts';
import type { WriteEnd } from '../../src/ehr/port.ts';
import type { ReadinessNote } from '../../src/interview/note/note.ts';
import { noteFaults } from '../support/note-faults.ts';
import { fullNote, rulerOnlyNote, score } from '../support/notes.ts';
import { type Bench, begin, changing, every, NOW, SCOPES, sends, signal, sureOf } from './changing.ts';
import { answerWith, asked, ISS, playNetwork } from './round-trip.ts';

playNetwork();
afterEach(() => {
  vi.restoreAllMocks();
});

const NOT_CHECKED = 'unchecked-entries';

const withParts = (over: object = {}) => ({
  ...every({ panel: true, goal: true, ...over }),
  scopes: `${SCOPES} patient/Goal.crus`,
});
const plainTitle: ReadinessNote = { ...fullNote, target: { ...fullNote.target, sensitive: false } };
const note: ReadinessNote = {
  ...plainTitle,
  rulers: {
    importance: { kind: 'asked', answer: { kind: 'answered', score: score(7) } },
    confidence: { kind: 'asked', answer: { kind: 'declined' } },
    readiness: { kind: 'not-asked' },
  },
};
const press = ({ ehr, person }: Bench, what = note): Promise<WriteEnd> =>
  ehr.fileNote(
    { note: what, form: 'observation', person, draftBinding: ehr.context.binding },
    () => undefined,
    signal(),
  );
const stored = ({ sandbox }: Bench, type: string): readonly Record<string, unknown>[] =>
  sandbox.store.all(type) as unknown as readonly Record<string, unknown>[];
const panelOf = (bench: Bench) => stored(bench, 'Observation').find((one) => one['component'] !== undefined);
const membersOf = (bench: Bench) =>
  ['importance', 'confidence', 'readiness'].flatMap((ruler) =>
    stored(bench, 'Observation').filter(
      (one) => one['component'] === undefined && JSON.stringify(one['code']).includes(`"${ruler}"`),
    ),
  );
const transactions = () =>
  asked().filter((one) => one.method === 'POST' && new URL(one.url).pathname === new URL(ISS).pathname);

test('files the note, an entry for each answer and the goal in one transaction', async () => {
  const bench = await begin(withParts());
  expect(await press(bench)).toMatchObject({ kind: 'filed', lost: [], unreached: [], entry: { note } });
  expect(transactions()).toHaveLength(1);
  const panel = panelOf(bench);
  const [importance, confidence, ...more] = membersOf(bench);
  const [goal] = stored(bench, 'Goal');
  expect(more).toEqual([]);
  expect(importance).toMatchObject({
    status: 'final',
    code: { coding: [{ code: 'importance' }] },
    valueCodeableConcept: { coding: [{ system: 'http://loinc.org', code: 'LA10139-6' }], text: '7' },
    derivedFrom: [{ reference: `Observation/${panel?.['id']}` }],
    focus: [{ reference: `Goal/${goal?.['id']}` }],
  });
  expect(confidence).toMatchObject({ dataAbsentReason: { coding: [{ code: 'asked-declined' }] } });
  expect(panel).toMatchObject({
    hasMember: [{ reference: `Observation/${importance?.['id']}` }, { reference: `Observation/${confidence?.['id']}` }],
    focus: [{ reference: `Goal/${goal?.['id']}` }],
  });
  expect(goal).toMatchObject({
    lifecycleStatus: 'active',
    description: { text: note.plan.kind === 'agreed' ? note.plan.change : '' },
    subject: { reference: 'Patient/pat' },
  });
  for (const one of [panel, importance, confidence, goal]) expect(noteFaults({ ...one })).toEqual([]);
});

test('shows one note in the history, not its parts', async () => {
  const bench = await begin(withParts());
  await press(bench);
  expect(await bench.listed()).toMatchObject([{ note: { id: note.id, rulers: note.rulers }, ours: true }]);
});

test('files the note alone, after a short wait, if the statement of the server does not arrive', async () => {
  const bench = await begin(withParts());
  bench.sandbox.faults.set({ ...namedFault('statement-missing'), effect: { kind: 'never' } });
  // No request is given up, and the wait of two seconds is over at once.
  vi.spyOn(AbortSignal, 'timeout').mockImplementation(signal);
  const { setTimeout: real } = globalThis;
  vi.spyOn(globalThis, 'setTimeout').mockImplementation((run, ms) => real(run, ms === 2_000 ? 0 : ms));
  expect(await press(bench)).toMatchObject({ kind: 'filed', lost: [] });
  expect(transactions()).toEqual([]);
  expect(stored(bench, 'Observation')).toHaveLength(1);
});

test('files the note alone if the server takes no transaction, or refuses it', async () => {
  for (const id of ['statement-no-transaction', 'transaction-refused'] as const) {
    const bench = await begin(withParts());
    bench.sandbox.faults.set(namedFault(id));
    expect(await press(bench)).toMatchObject({ kind: 'filed', entry: { note } });
    expect(membersOf(bench)).toEqual([]);
    expect(stored(bench, 'Observation')).toHaveLength(1);
  }
});

test('files once when the answer to the transaction is lost, and proves the parts too', async () => {
  const bench = await begin(withParts());
  bench.sandbox.faults.set(namedFault('transaction-dropped'));
  expect(await press(bench)).toMatchObject({ kind: 'filed', lost: [], entry: { note } });
  expect(transactions()).toHaveLength(1);
  expect(membersOf(bench)).toHaveLength(2);
});

test('files once when the answer is lost and the browser may send no condition', async () => {
  const bench = await begin(withParts());
  await bench.ehr.readDestination(signal());
  for (const id of ['transaction-dropped', 'cors-without-if-none-exist'] as const)
    bench.sandbox.faults.set(namedFault(id));
  expect(await press(bench)).toMatchObject({ kind: 'filed', lost: [], entry: { note } });
  expect(transactions()).toHaveLength(1);
  expect([membersOf(bench).length, stored(bench, 'Goal').length]).toEqual([2, 1]);
});

test('finds a retraction whose answer is lost, although the browser may send no version', async () => {
  const bench = await begin(withParts());
  const filed = await bench.files('observation', note);
  const { retract } = await bench.rights(filed);
  for (const id of ['transaction-dropped', 'cors-without-if-match'] as const) bench.sandbox.faults.set(namedFault(id));
  const change = { act: 'retract', at: NOW, words: 'Wrong chart' } as const;
  expect(await sends(bench, changing(bench, filed, retract, { change }))).toMatchObject({
    kind: 'filed',
    unreached: [],
  });
});

test('stores nothing twice when it is pressed again under its own number', async () => {
  const bench = await begin(withParts());
  bench.sandbox.faults.set(namedFault('statement-update-create'));
  await bench.ehr.readDestination(signal());
  await press(bench);
  expect(panelOf(bench)).toMatchObject({ id: note.id });
  expect(await press(bench)).toMatchObject({ kind: 'filed', entry: { note } });
  expect(membersOf(bench)).toHaveLength(2);
  expect(stored(bench, 'Goal')).toHaveLength(1);
});

test('says which parts a server left out', async () => {
  const bench = await begin(withParts());
  bench.sandbox.faults.set(namedFault('transaction-first-only'));
  expect(await press(bench)).toMatchObject({
    kind: 'filed',
    lost: ['answer-entries', 'goal'],
  });
});

test('brings no goal along for a discreet title, and no plan', async () => {
  for (const what of [{ ...note, target: { ...note.target, sensitive: true } }, rulerOnlyNote]) {
    const bench = await begin(withParts());
    expect(await press(bench, what)).toMatchObject({ kind: 'filed', lost: [] });
    expect(stored(bench, 'Goal')).toEqual([]);
  }
});

test('retracts every part with its note, in one transaction', async () => {
  const bench = await begin(withParts());
  const filed = await bench.files('observation', note);
  const { retract } = await bench.rights(filed);
  const before = transactions().length;
  const change = { act: 'retract', at: NOW, words: 'Wrong chart' } as const;
  expect(await sends(bench, changing(bench, filed, retract, { change }))).toMatchObject({
    kind: 'filed',
    unreached: [],
  });
  expect(transactions().length - before).toBe(1);
  expect(stored(bench, 'Observation').map((one) => one['status'])).toEqual(Array(3).fill('entered-in-error'));
  expect(stored(bench, 'Goal')).toMatchObject([{ lifecycleStatus: 'entered-in-error' }]);
  expect((await bench.listed()).map(({ standing }) => standing)).toEqual(['retracted']);
});

test('retracts every part one by one if the server takes transactions no more', async () => {
  const bench = await begin(withParts());
  const filed = await bench.files('observation', note);
  const { retract } = await bench.rights(filed);
  bench.sandbox.faults.set(namedFault('transaction-refused'));
  const change = { act: 'retract', at: NOW, words: 'Wrong chart' } as const;
  expect(await sends(bench, changing(bench, filed, retract, { change }))).toMatchObject({
    kind: 'filed',
    unreached: [],
  });
  expect(stored(bench, 'Observation').map((one) => one['status'])).toEqual(Array(3).fill('entered-in-error'));
});

test('a correction that is refused changes no entry if the server takes transactions no more', async () => {
  const bench = await begin(withParts());
  const filed = await bench.files('observation', note);
  const { change: way } = await bench.rights(filed);
  bench.sandbox.faults.set(namedFault('transaction-refused'));
  const before = membersOf(bench);
  answerWith(
    http.put(`${ISS}/Observation/${filed.filed.resourceId}`, () => new HttpResponse(null, { status: 403 }), {
      once: true,
    }),
  );
  const what = changing(bench, filed, way, { edit: sureOf(4) });
  expect(await sends(bench, what)).toMatchObject({ kind: 'refused' });
  expect(membersOf(bench)).toEqual(before);
  expect(await sends(bench, what)).toMatchObject({ kind: 'filed', lost: [] });
  expect(membersOf(bench)[1]).toMatchObject({ status: 'corrected', valueCodeableConcept: { text: '4' } });
});

test('corrects the entry of a corrected ruler and no other', async () => {
  const bench = await begin(withParts());
  const filed = await bench.files('observation', note);
  const { change: way } = await bench.rights(filed);
  const end = await sends(bench, changing(bench, filed, way, { edit: sureOf(4) }));
  expect(end).toMatchObject({ kind: 'filed', lost: [], unreached: [] });
  const [importance, confidence] = membersOf(bench);
  expect(importance).toMatchObject({ status: 'final', valueCodeableConcept: { text: '7' } });
  expect(confidence).toMatchObject({ status: 'corrected', valueCodeableConcept: { text: '4' } });
  expect(confidence).not.toHaveProperty('dataAbsentReason');
});

test('leaves an entry that somebody else changed, and says where to look', async () => {
  const bench = await begin(withParts());
  const filed = await bench.files('observation', note);
  const [, confidence] = membersOf(bench);
  const { dataAbsentReason: _none, ...rest } = confidence as Record<string, unknown>;
  bench.sandbox.store.update({ ...rest, valueInteger: 9 } as never);
  const { change: way } = await bench.rights(filed);
  const end = await sends(bench, changing(bench, filed, way, { edit: sureOf(4) }));
  expect(end).toMatchObject({ kind: 'filed', unreached: [{ form: 'observation', resourceId: confidence?.['id'] }] });
  expect(await bench.listed()).toMatchObject([
    { remarks: ['Corrected: Misheard the number', 'Confidence to change, 0 to 10, in an entry of its own: 9'] },
  ]);
});

/** Reading the entry fails, while everything else works. */
const UNREADABLE = ['read-500', 'offline', 'create-403'] as const;
const unreadable = ({ sandbox }: Bench, fault: (typeof UNREADABLE)[number], type: string) =>
  sandbox.faults.set(aimed(namedFault(fault), { interactions: ['read'], types: [type] }));

test.each(UNREADABLE)('sends no change while an entry cannot be read (%s)', async (fault) => {
  for (const act of ['retract', 'correct'] as const) {
    const bench = await begin(withParts());
    const filed = await bench.files('observation', note);
    const rights = await bench.rights(filed);
    const chart = () => JSON.stringify([stored(bench, 'Observation'), stored(bench, 'Goal')]);
    const before = chart();
    unreadable(bench, fault, 'Goal');
    const way = act === 'retract' ? rights.retract : rights.change;
    const change = { act, at: NOW, words: 'Wrong chart' };
    const end = await sends(
      bench,
      changing(bench, filed, way, { change, ...(act === 'correct' && { edit: sureOf(4) }) }),
    );
    expect(end).toMatchObject({ kind: 'unsent' });
    expect(chart()).toBe(before);
    bench.sandbox.faults.clear();
    expect(await sends(bench, changing(bench, filed, way, { change }))).toMatchObject({ kind: 'filed', lost: [] });
    expect(stored(bench, 'Goal')).toHaveLength(1);
  }
});

test('retracts an entry whose link to its note the server dropped', async () => {
  const bench = await begin(withParts());
  const filed = await bench.files('observation', note);
  for (const { derivedFrom: _none, ...member } of membersOf(bench)) bench.sandbox.store.update(member as never);
  const { retract } = await bench.rights(filed);
  const change = { act: 'retract', at: NOW, words: 'Wrong chart' } as const;
  expect(await sends(bench, changing(bench, filed, retract, { change }))).toMatchObject({
    kind: 'filed',
    unreached: [],
  });
  expect(stored(bench, 'Observation').map((one) => one['status'])).toEqual(Array(3).fill('entered-in-error'));
});

test.each(UNREADABLE)('says that the entries are not checked if one cannot be read afterwards (%s)', async (fault) => {
  const bench = await begin(withParts());
  unreadable(bench, fault, 'Goal');
  expect(await press(bench)).toMatchObject({ kind: 'filed', lost: [NOT_CHECKED] });
});

test('says that the entries are not checked if the note cannot be read again', async () => {
  const bench = await begin(withParts());
  let reads = 0;
  answerWith(
    http.get(`${ISS}/Observation/:id`, () => {
      reads += 1;
      return reads > 1 ? new HttpResponse(null, { status: 500 }) : undefined;
    }),
  );
  expect(await press(bench)).toMatchObject({ kind: 'filed', lost: [NOT_CHECKED] });
});

/** Habits of networks and gateways, at the transaction. */
const TRANSACTION = { interactions: ['transaction'] } as const;
const HABITS = [
  'create-dropped',
  'create-stored-400',
  'create-stored-403',
  'create-stored-408',
  'create-stored-422',
  'create-stored-429',
  'create-empty',
  'create-bare',
  'create-resent',
  'create-500',
] as const;
const WAYS = [
  ['a condition', {}],
  ['nothing', { conditionalCreate: 'never' }],
] as const;
const cases = WAYS.flatMap(([way, over]) => HABITS.map((habit) => [habit, way, over] as const));

test.each(cases)('files no second note and no stray entry after %s, guarded by %s', async (habit, _way, over) => {
  const bench = await begin(withParts(over));
  await bench.ehr.readDestination(signal());
  bench.sandbox.faults.set(aimed(namedFault(habit), TRANSACTION), 1);
  let end = await press(bench);
  if (end.kind === 'refused' || end.kind === 'absent') end = await press(bench);
  const panels = stored(bench, 'Observation').filter((one) => one['component'] !== undefined);
  // Delivered twice without a condition, there are two, and the end says so.
  if (end.kind === 'duplicated') expect([habit, panels.length]).toEqual(['create-resent', 2]);
  else expect([panels.length, membersOf(bench).length, stored(bench, 'Goal').length]).toEqual([1, 2, 1]);
});

test.each(WAYS)(
  'sends the note alone after a 403 to the transaction that stored nothing, guarded by %s',
  async (_way, over) => {
    const bench = await begin(withParts(over));
    await bench.ehr.readDestination(signal());
    bench.sandbox.faults.set(aimed(namedFault('create-403'), TRANSACTION));
    const lost = ['answer-entries', 'goal'];
    expect(await press(bench)).toMatchObject({ kind: 'filed', lost, entry: { note } });
    expect([transactions().length, stored(bench, 'Observation').length]).toEqual([1, 1]);
  },
);

test.each(WAYS)(
  'finds the note and proves its entries after a 403 that came too late, guarded by %s',
  async (_way, over) => {
    const bench = await begin(withParts(over));
    await bench.ehr.readDestination(signal());
    bench.sandbox.faults.set(aimed(namedFault('create-stored-403'), TRANSACTION));
    bench.sandbox.faults.set(namedFault('search-lags-3s'));
    unreadable(bench, 'read-500', 'Goal');
    expect(await press(bench)).toMatchObject({ kind: 'filed', lost: [NOT_CHECKED], entry: { note } });
    expect(stored(bench, 'Goal')).toHaveLength(1);
  },
);

test('names the entries of a note that a new note replaces', async () => {
  const bench = await begin(withParts());
  const filed = await bench.files('observation', note);
  const way = { kind: 'replace', form: 'observation' } as const;
  const replacing = changing(bench, filed, way, { edit: sureOf(4) });
  const lost = ['earlier-answers', 'earlier-goal'];
  expect(await sends(bench, replacing)).toMatchObject({ kind: 'filed', lost });
  expect(await bench.ehr.findChange(replacing, signal())).toMatchObject({ kind: 'filed', lost });
});

test('retracts the second copy with its entries and leaves those of the first', async () => {
  const bench = await begin(withParts({ conditionalCreate: 'never' }));
  bench.sandbox.faults.set(aimed(namedFault('create-resent'), TRANSACTION), 1);
  const end = await press(bench);
  if (end.kind !== 'duplicated') throw new Error(end.kind);
  const { ehr, person } = bench;
  const duplicates = { note, places: end.places, at: NOW, person, draftBinding: ehr.context.binding };
  expect(await ehr.retractDuplicates(duplicates, signal())).toMatchObject({ kind: 'filed' });
  const kept = end.places[0]?.resourceId;
  for (const member of membersOf(bench)) {
    const isFirst = JSON.stringify(member['derivedFrom']).includes(`Observation/${kept}`);
    expect(member['status']).toBe(isFirst ? 'final' : 'entered-in-error');
  }
});
