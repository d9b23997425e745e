// @vitest-environment happy-dom
// Changing a filed note: a new version against the one that was seen, read back, or an end in which nothing is lost.

import fc from 'fast-check';
import { HttpResponse, http } from 'msw';
import { expect, test, vi } from 'vitest';
import { aimed } from '../../mocks/faults.ts';
import { type FaultId, namedFault } from '../../mocks/named-faults.ts';
import type { ChangeRequest, WriteEnd } from '../../src/ehr/port.ts';
import type { Form } from '../../src/interview/history/history.ts';
import { readNoteId } from '../../src/interview/ids.ts';
import type { ReadinessNote } from '../../src/interview/note/note.ts';
import { changesIn, onTopOf } from '../../src/interview/note/note-change.ts';
import { composedNote, made } from '../support/arbitraries.ts';
import { fullNote, moment } from '../support/notes.ts';
import {
  type Bench,
  begin,
  changing,
  every,
  NEXT_ID,
  NOW,
  SCOPES,
  sends,
  signal,
  sureOf,
  TYPE_OF,
} from './changing.ts';
import { answerWith, arrive, asked, ISS, playNetwork, site } from './round-trip.ts';

playNetwork();

const puts = () => asked().filter(({ method }) => method === 'PUT');
const posts = () => asked().filter(({ method, url }) => method === 'POST' && url.startsWith(`${ISS}/`));

const IN_PLACE: readonly (readonly [Form, status: string, standing: string])[] = [
  ['observation', 'corrected', 'corrected'],
  ['response', 'amended', 'amended'],
];

test.each(IN_PLACE)(
  'a corrected %s is a new version, marked %s, and the earlier one stays',
  async (form, status, standing) => {
    const bench = await begin();
    const filed = await bench.files(form);
    const { change } = await bench.rights(filed);
    expect(change).toEqual({ kind: 'update', confirmed: true });
    const what = changing(bench, filed, change, { edit: sureOf(9) });
    expect(await sends(bench, what)).toMatchObject({
      kind: 'filed',
      lost: [],
      unreached: [],
      entry: { note: what.note },
    });
    expect(puts().map(({ headers }) => headers.get('if-match'))).toEqual(['W/"1"']);
    const versions = bench.sandbox.store.history(TYPE_OF[form], filed.filed.resourceId);
    expect(versions.map(({ resource }) => resource)).toMatchObject([{ status }, { meta: { versionId: '1' } }]);
    const [now] = await bench.listed();
    expect(now).toMatchObject({ standing, note: what.note });
    expect(now && changesIn(now.note)).toEqual([what.change]);
  },
);

test('a corrected document is a new document that replaces the old one, which is listed under it', async () => {
  const bench = await begin();
  const filed = await bench.files('document');
  const { change } = await bench.rights(filed);
  expect(change).toEqual({ kind: 'replace', form: 'document' });
  const what = changing(bench, filed, change, { edit: sureOf(9) });
  expect(await sends(bench, what)).toMatchObject({ kind: 'filed', entry: { note: { ...what.note, id: NEXT_ID } } });
  // The server marks nothing, so the older document is marked from here.
  expect(await Promise.all(puts().map((one) => one.clone().json()))).toMatchObject([{ status: 'superseded' }]);
  const listed = await bench.listed();
  expect(listed).toMatchObject([{ note: what.note, earlier: [{ note: { ...fullNote } }] }]);
  const stored = bench.sandbox.store.all('DocumentReference').find(({ id }) => id !== filed.filed.resourceId);
  expect(stored).toMatchObject({
    relatesTo: [{ code: 'replaces', target: { reference: `DocumentReference/${filed.filed.resourceId}` } }],
    context: { encounter: [{ reference: 'Encounter/visit' }] },
  });
});

test.each(['observation', 'document', 'response'] as const)(
  'a retracted %s keeps its content, says why, and counts no more',
  async (form) => {
    const bench = await begin();
    const filed = await bench.files(form);
    const { retract } = await bench.rights(filed);
    const said = { act: 'retract', words: 'Written for another person' } as const;
    const what = changing(bench, filed, retract, { change: said });
    expect(await sends(bench, what)).toMatchObject({ kind: 'filed', lost: [], entry: { standing: 'retracted' } });
    const [stored] = bench.sandbox.store.all(TYPE_OF[form]);
    expect(stored).toMatchObject({ status: 'entered-in-error' });
    const [now] = await bench.listed();
    expect(now).toMatchObject({ standing: 'retracted', note: { talk: fullNote.talk, plan: fullNote.plan } });
    expect(now && changesIn(now.note)).toEqual([{ ...said, at: NOW }]);
  },
);

const FAULTS: readonly (readonly [FaultId, WriteEnd['kind'], object?, number?])[] = [
  ['create-400', 'refused', { why: { kind: 'invalid' } }],
  ['create-403', 'refused', { why: { kind: 'forbidden' } }],
  ['create-404', 'refused', { why: { kind: 'notFound' } }],
  ['create-405', 'refused', { why: { kind: 'notSupported' } }],
  ['create-413', 'refused', { why: { kind: 'tooLarge' } }],
  ['create-422', 'refused', { why: { kind: 'invalid' } }],
  ['create-429', 'refused', { why: { kind: 'tooMany' } }],
  ['create-401', 'sessionEnded'],
  ['create-401', 'filed', {}, 1],
  ['create-409', 'absent', { why: 'not-taken' }],
  ['update-412', 'absent', { why: 'not-taken' }],
  ['create-500', 'absent', { why: 'lost' }],
  ['create-503', 'absent', { why: 'lost' }],
  ['create-dropped', 'filed', { lost: [] }],
  ['create-bare', 'filed', { lost: [] }],
  ['create-accepted', 'accepted'],
  ['stores-without-notes', 'filed', { lost: ['readable-text'] }],
  ['stores-without-identifier', 'filed', { lost: ['note-number'] }],
  ['stores-without-encounter', 'filed', { lost: ['visit'] }],
  ['stores-without-narrative', 'filed', { lost: [] }],
  ['stores-without-components', 'filed', { lost: ['coded-parts'] }],
  ['stores-other-value', 'mismatch', { parts: ['importance', 'confidence', 'counts', 'plan'] }],
];

test.for(FAULTS)('%s on the update: %s', async ([id, kind, more = {}, times]) => {
  const bench = await begin();
  const filed = await bench.files('observation');
  const { change } = await bench.rights(filed);
  const fault = namedFault(id);
  bench.sandbox.faults.set(aimed(fault, { interactions: ['update'] }), times);
  const end = await sends(bench, changing(bench, filed, change, { edit: sureOf(9) }));
  expect(end).toMatchObject({ kind, ...more });
  expect(puts()).toHaveLength(id === 'create-401' ? 2 : 1);
  expect(bench.sandbox.store.history('Observation', filed.filed.resourceId).length).toBe(
    kind === 'filed' || kind === 'mismatch' ? 2 : 1,
  );
});

const READS: readonly (readonly [FaultId, WriteEnd['kind'], object?])[] = [
  ['read-401', 'sessionEnded'],
  ['read-404', 'gone'],
  ['read-500', 'unsent', { why: { kind: 'server' } }],
  ['reads-other-patient', 'unsent', { why: { kind: 'badResponse' } }],
  ['reads-other-value', 'conflict'],
  ['not-json', 'unsent', { why: { kind: 'badResponse' } }],
  ['offline', 'unsent', { why: { kind: 'blocked' } }],
];

test.for(READS)('%s before anything is sent: %s, and nothing leaves', async ([id, kind, more = {}]) => {
  const bench = await begin();
  const filed = await bench.files('observation');
  const { change } = await bench.rights(filed);
  bench.sandbox.faults.set(aimed(namedFault(id), { interactions: ['read'], types: ['Observation'] }));
  const what = changing(bench, filed, change, { edit: sureOf(9) });
  expect(await sends(bench, what)).toMatchObject({ kind, ...more });
  expect(puts()).toEqual([]);
});

test('no answer in time: the chart is read, and the change may be sent again, once in all', async () => {
  const bench = await begin();
  const filed = await bench.files('observation');
  const { change } = await bench.rights(filed);
  const patience = AbortSignal.timeout.bind(AbortSignal);
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => patience(ms === 20_000 ? 30 : ms));
  bench.sandbox.faults.set(aimed(namedFault('create-never'), { interactions: ['update'] }), 1);
  const what = changing(bench, filed, change, { edit: sureOf(9) });
  expect(await sends(bench, what)).toEqual({ kind: 'absent', why: 'lost' });
  expect(await sends(bench, what)).toMatchObject({ kind: 'filed', lost: [] });
  // A third press reads, and sends nothing.
  expect(await sends(bench, what)).toMatchObject({ kind: 'filed', lost: [] });
  expect(puts()).toHaveLength(2);
});

test('an answer and its reading both lost: unknown, until a look says that it is there', async () => {
  const bench = await begin();
  const filed = await bench.files('observation');
  const { change } = await bench.rights(filed);
  const what = changing(bench, filed, change, { edit: sureOf(9) });
  bench.sandbox.faults.set(aimed(namedFault('create-dropped'), { interactions: ['update'] }), 1);
  answerWith(
    http.get(`${ISS}/Observation/:id`, () => (puts().length > 0 ? HttpResponse.error() : undefined), { once: false }),
  );
  expect(await sends(bench, what)).toMatchObject({ kind: 'unknown', why: { kind: 'blocked' } });
  expect(await bench.ehr.findChange(what, signal())).toMatchObject({ kind: 'unknown' });
  answerWith(http.get(`${ISS}/Observation/:id`, () => undefined));
  expect(puts()).toHaveLength(1);
});

/** The note as a colleague, or another window, changed it meanwhile. */
function meanwhile({ sandbox }: Bench, id: string): void {
  const before = sandbox.store.read('Observation', id);
  const component = (before as { component?: object[] }).component ?? [];
  const theirs = { code: { text: 'Told at the desk' }, valueString: 'He rang on Friday' };
  sandbox.store.update({ ...before, status: 'amended', component: [...component, theirs] } as never);
}

test('a version that moved on is shown beside ours: neither is lost, and ours can go on top of it', async () => {
  const bench = await begin();
  const filed = await bench.files('observation');
  const { change } = await bench.rights(filed);
  meanwhile(bench, filed.filed.resourceId);
  const mine = changing(bench, filed, change, { edit: sureOf(9) });
  const end = await sends(bench, mine);
  expect(puts()).toEqual([]);
  if (end.kind !== 'conflict') throw new Error(end.kind);
  expect(end.theirs.note.also).toContainEqual({ label: 'Told at the desk', value: 'He rang on Friday' });
  const onTop = { ...mine, base: end.theirs, note: onTopOf(end.theirs.note, mine.note) };
  expect(await sends(bench, onTop)).toMatchObject({ kind: 'filed', lost: [] });
  const [now] = await bench.listed();
  expect(now?.note.also).toContainEqual({ label: 'Told at the desk', value: 'He rang on Friday' });
  expect(now?.note.rulers.confidence).toEqual(mine.note.rulers.confidence);
  expect(bench.sandbox.store.history('Observation', filed.filed.resourceId)).toHaveLength(3);
});

test('a change in the moment between reading and sending is refused by its version, and shown', async () => {
  const bench = await begin();
  const filed = await bench.files('observation');
  const { change } = await bench.rights(filed);
  answerWith(http.put(`${ISS}/Observation/:id`, () => meanwhile(bench, filed.filed.resourceId), { once: true }));
  expect(await sends(bench, changing(bench, filed, change, { edit: sureOf(9) }))).toMatchObject({ kind: 'conflict' });
  expect(puts()).toHaveLength(1);
  expect(bench.sandbox.store.history('Observation', filed.filed.resourceId)).toHaveLength(2);
});

test('a newer version with the same text is not a conflict', async () => {
  const bench = await begin();
  const filed = await bench.files('observation');
  const { change } = await bench.rights(filed);
  const before = bench.sandbox.store.read('Observation', filed.filed.resourceId);
  bench.sandbox.store.update({ ...before, interpretation: [{ text: 'seen' }] } as never);
  expect(await sends(bench, changing(bench, filed, change, { edit: sureOf(9) }))).toMatchObject({ kind: 'filed' });
  expect(puts().map(({ headers }) => headers.get('if-match'))).toEqual(['W/"2"']);
  expect(bench.sandbox.store.read('Observation', filed.filed.resourceId)).toMatchObject({
    interpretation: [{ text: 'seen' }],
  });
});

test('a server that tells no version takes no update: a new note that names the old one is the next way', async () => {
  const bench = await begin();
  const filed = await bench.files('observation');
  const { change } = await bench.rights(filed);
  const bare = () => {
    const { meta: _, ...rest } = bench.sandbox.store.read('Observation', filed.filed.resourceId) ?? {};
    return HttpResponse.json(rest);
  };
  answerWith(http.get(`${ISS}/Observation/${filed.filed.resourceId}`, bare));
  expect(await sends(bench, changing(bench, filed, change))).toEqual({
    kind: 'refused',
    why: { kind: 'notSupported' },
  });
  const { change: next, retract } = await bench.rights(filed);
  expect(next).toEqual({ kind: 'replace', form: 'observation' });
  expect(retract).toEqual({ kind: 'closed', why: 'not-taken' });
  const what = changing(bench, filed, next, { edit: sureOf(9) });
  expect(await sends(bench, what)).toMatchObject({ kind: 'filed', lost: [] });
  expect(await bench.listed()).toMatchObject([{ note: what.note, earlier: [{ note: { id: fullNote.id } }] }]);
  expect(bench.sandbox.store.all('Observation').find(({ id }) => id !== filed.filed.resourceId)).toMatchObject({
    derivedFrom: [{ reference: `Observation/${filed.filed.resourceId}` }],
  });
});

/* Replacing */

const REPLACED: readonly (readonly [FaultId, WriteEnd['kind'], object?])[] = [
  ['create-400', 'refused', { why: { kind: 'invalid' } }],
  ['create-403', 'refused', { why: { kind: 'forbidden' } }],
  ['create-413', 'refused', { why: { kind: 'tooLarge' } }],
  ['create-409', 'absent'],
  ['create-500', 'absent'],
  ['create-dropped', 'filed', { lost: [] }],
  ['create-bare', 'filed', { lost: [] }],
  ['create-accepted', 'accepted'],
];

test.for(REPLACED)('%s on a replacement: %s', async ([id, kind, more = {}]) => {
  const bench = await begin();
  const filed = await bench.files('document');
  const { change } = await bench.rights(filed);
  const before = posts().length;
  // A 403 to a condition is asked again without it.
  const tries = id === 'create-403' ? 2 : 1;
  bench.sandbox.faults.set(namedFault(id), tries);
  const what = changing(bench, filed, change, { edit: sureOf(9) });
  expect(await sends(bench, what)).toMatchObject({ kind, ...more });
  expect(posts()).toHaveLength(before + tries);
  // A second press of what is there looks, and sends nothing.
  if (kind === 'filed') expect(await sends(bench, { ...what, attempted: true })).toMatchObject({ kind: 'filed' });
  expect(posts()).toHaveLength(before + tries);
  expect(bench.sandbox.store.all('DocumentReference')).toHaveLength(kind === 'filed' ? 2 : 1);
});

test('a document that was replaced meanwhile shows the newer one and is not replaced twice', async () => {
  const bench = await begin();
  const filed = await bench.files('document');
  const { change } = await bench.rights(filed);
  const theirs = changing(bench, filed, change, { edit: sureOf(1) });
  expect(await sends(bench, theirs)).toMatchObject({ kind: 'filed' });
  const mine = changing(bench, filed, change, { edit: sureOf(9) });
  const other = { ...mine, note: { ...mine.note, id: made(readNoteId('22222222-2222-4333-8444-555555555555')) } };
  const before = posts().length;
  expect(await sends(bench, other)).toMatchObject({ kind: 'conflict' });
  expect(posts()).toHaveLength(before);
});

/* Whose, and who */

test('a note is one’s own by reference, never by name', async () => {
  const bench = await begin();
  const filed = await bench.files('observation');
  const closed = (why: string) => ({ change: { kind: 'closed', why }, retract: { kind: 'closed', why } });
  const sameName = { ...filed, authors: ['Practitioner/another'], authorName: 'Dr. Zoë Núñez-Åström 沈' };
  expect(await bench.rights(sameName)).toEqual(closed('someone-else'));
  expect(await bench.rights({ ...filed, authors: [] })).toEqual(closed('no-author'));
  expect(await bench.rights({ ...filed, ours: false })).toEqual(closed('other-software'));
  expect(await bench.rights({ ...filed, altered: true })).toEqual(closed('altered'));
  for (const [standing, why] of [
    ['retracted', 'retracted'],
    ['superseded', 'replaced'],
    ['draft', 'not-final'],
  ] as const)
    expect(await bench.rights({ ...filed, standing })).toEqual(closed(why));
  const end = await sends(bench, { ...changing(bench, filed, { kind: 'update', confirmed: true }), base: sameName });
  expect(end).toEqual({ kind: 'unsent', why: { kind: 'guardStopped', where: 'author' } });
  expect(puts()).toEqual([]);
});

test('the person behind a role is looked for once when a note is opened, and it is said if the chart does not tell', async () => {
  const bench = await begin();
  const filed = await bench.files('observation');
  const role = await arrive(bench.sandbox, site(every()), { userReference: 'PractitionerRole/nunez' });
  if (!role.ok) throw new Error(role.error.kind);
  const looks = vi.fn(() => new HttpResponse(null, { status: 503, headers: { 'Retry-After': '60' } }));
  answerWith(http.get(`${ISS}/PractitionerRole/nunez`, looks));
  const closed = { kind: 'closed', why: 'role-unread' };
  expect(await role.value.changeRights(filed, signal())).toMatchObject({ change: closed, retract: closed });
  expect(looks).toHaveBeenCalledTimes(1);
});

test('without the scope for updates, a new note is the next way, and a retraction is for the chart', async () => {
  const bench = await begin({ ...every(), scopes: SCOPES.replaceAll('.crus', '.crs') });
  const filed = await bench.files('observation');
  expect(await bench.rights(filed)).toEqual({
    change: { kind: 'replace', form: 'observation' },
    retract: { kind: 'closed', why: 'no-scope' },
  });
});

test('where nothing can be written, the reason is the update’s', async () => {
  const bench = await begin();
  const filed = await bench.files('observation');
  const readers = await begin({ ...every(), scopes: SCOPES.replaceAll('.crus', '.rs') });
  expect(await readers.rights(filed)).toEqual({
    change: { kind: 'closed', why: 'no-scope' },
    retract: { kind: 'closed', why: 'no-scope' },
  });
});

test('the write guard runs before each change', async () => {
  const bench = await begin();
  const filed = await bench.files('observation');
  const { change, retract } = await bench.rights(filed);
  const places = [filed.filed, { form: 'observation', resourceId: 'copy' }] as const;
  const { ehr, person } = bench;
  type Wrong = Partial<Pick<ChangeRequest, 'person' | 'draftBinding'>>;
  const duplicates = { note: fullNote, places, at: NOW, person, draftBinding: ehr.context.binding };
  const acts: readonly ((wrong: Wrong) => Promise<WriteEnd>)[] = [
    ...[change, retract, { kind: 'replace', form: 'observation' } as const].flatMap((way) =>
      (['add', 'correct', 'retract'] as const).map(
        (act) => (wrong: Wrong) => sends(bench, { ...changing(bench, filed, way, { change: { act } }), ...wrong }),
      ),
    ),
    (wrong) => ehr.retractDuplicates({ ...duplicates, ...wrong }, signal()),
  ];
  const before = posts().length;
  const draftBinding = { ...ehr.context.binding, patient: 'other' };
  for (const act of acts) {
    for (const wrong of [{ person: { ...person, id: 'other' } }, { draftBinding }])
      expect(await act(wrong)).toMatchObject({ kind: 'unsent', why: { kind: 'guardStopped' } });
  }
  ehr.signOut();
  for (const act of acts) expect(await act({})).toEqual({ kind: 'sessionEnded' });
  expect([puts().length, posts().length]).toEqual([0, before]);
});

test.each(['observation', 'document'] as const)(
  'a note (%s) that was filed without its visit is corrected and retracted, in a chart that hides the visit',
  async (form) => {
    const bench = await begin();
    answerWith(http.get(`${ISS}/Encounter/visit`, () => new HttpResponse(null, { status: 403 })));
    const { ehr, person } = bench;
    const signing = { note: fullNote, form, person, draftBinding: ehr.context.binding, withoutVisit: true };
    expect(await ehr.fileNote(signing, () => undefined, signal())).toMatchObject({ kind: 'filed' });
    for (const act of ['correct', 'retract'] as const) {
      const [filed] = await bench.listed();
      if (!filed) throw new Error('not in history');
      const way = (await bench.rights(filed))[act === 'retract' ? 'retract' : 'change'];
      const edit = act === 'correct' ? { edit: sureOf(9) } : {};
      const what = changing(bench, filed, way, { change: { act }, ...edit });
      expect(await sends(bench, what)).toMatchObject({ kind: 'filed' });
    }
  },
);

test('a change is not sent if the visit is of another patient', async () => {
  const bench = await begin();
  const filed = await bench.files('observation');
  const { change } = await bench.rights(filed);
  const visit = { resourceType: 'Encounter', id: 'visit', subject: { reference: 'Patient/other' } };
  answerWith(http.get(`${ISS}/Encounter/visit`, () => HttpResponse.json(visit)));
  expect(await sends(bench, changing(bench, filed, change))).toMatchObject({ kind: 'unsent' });
});

test('a note in two forms is retracted in both', async () => {
  const bench = await begin();
  await bench.files('observation');
  const filed = await bench.files('document', fullNote, ['observation']);
  expect(filed.alsoFiled).toMatchObject([{ form: 'document' }]);
  const { retract } = await bench.rights(filed);
  const what = changing(bench, filed, retract, { change: { act: 'retract', words: 'Another person’s' } });
  expect(await sends(bench, what)).toMatchObject({ kind: 'filed', unreached: [] });
  expect((await bench.listed()).map(({ standing }) => standing)).toEqual(['retracted']);
});

test('a note in two forms that cannot be retracted in one says which', async () => {
  const bench = await begin();
  await bench.files('observation');
  const filed = await bench.files('document', fullNote, ['observation']);
  const { retract } = await bench.rights(filed);
  const refuse = aimed(namedFault('create-403'), { interactions: ['update'], types: ['DocumentReference'] });
  bench.sandbox.faults.set(refuse);
  const what = changing(bench, filed, retract, { change: { act: 'retract', words: 'Another person’s' } });
  expect(await sends(bench, what)).toMatchObject({ kind: 'filed', unreached: filed.alsoFiled });
  expect(filed.alsoFiled).toMatchObject([{ form: 'document' }]);
});

/* Any correction of any note */

/** Notes as a clinician composes them. */
const composed = composedNote.filter(({ rulers }) => Object.values(rulers).some(({ kind }) => kind === 'asked'));

test.each(['observation', 'document', 'response'] as const)(
  'any correction of any %s, and then any other, is read as it was signed, and earlier versions are kept',
  async (form) => {
    const bench = await begin();
    const number = () => made(readNoteId(crypto.randomUUID()));
    const moments = [NOW, moment('2026-11-24T09:00:00Z')] as const;
    await fc.assert(
      fc.asyncProperty(composed, composed, composed, async (any, second, third) => {
        const first = { ...any, id: number() };
        let now = await bench.files(form, first);
        for (const [round, next] of [second, third].entries()) {
          const { change } = await bench.rights(now);
          const { target, rulers, talk, marks, plan } = next;
          const edit = (note: ReadinessNote) => ({ ...note, target, rulers, talk, ...(marks && { marks }), plan });
          const edited = changing(bench, now, change, { edit, change: { at: moments[round] ?? NOW } });
          const note = form === 'document' ? { ...edited.note, id: number() } : edited.note;
          expect(await sends(bench, { ...edited, note })).toMatchObject({ kind: 'filed', lost: [] });
          const found = (await bench.listed()).find((each) => each.note.id === note.id);
          expect(found?.note).toEqual(note);
          if (found) now = found;
        }
        const { resourceId } = now.filed;
        if (form === 'document') {
          expect(now.earlier).toHaveLength(2);
          expect(now.earlier?.map((each) => each.kind === 'note' && each.note)).toContainEqual(first);
          return;
        }
        const versions = bench.sandbox.store.history(TYPE_OF[form], resourceId);
        expect(versions).toHaveLength(3);
        expect(JSON.stringify(versions.at(-1)?.resource)).toContain(JSON.stringify(first.signedAt));
      }),
      { numRuns: 5, endOnFailure: true },
    );
  },
);
