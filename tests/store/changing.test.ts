// @vitest-environment happy-dom
// A change of a filed note over the real store, device and sandbox: typed words outlive the page, and nothing is sent twice.

import { IDBObjectStore } from 'fake-indexeddb';
import { HttpResponse, http } from 'msw';
import { expect, test, vi } from 'vitest';
import { aimed } from '../../mocks/faults.ts';
import { namedFault } from '../../mocks/named-faults.ts';
import type { NoteEntry } from '../../src/interview/history/visits.ts';
import { changesIn } from '../../src/interview/note/note-change.ts';
import { lastNote } from '../../src/store/history/chart.ts';
import { type ChangeEditor, createChangeEditor } from '../../src/store/writing/change-editor.ts';
import { answerWith, asked, ISS } from '../ehr/round-trip.ts';
import { everyForm, open, playSittings, reopen, type Sitting, says } from './sitting.tsx';

playSittings();

const puts = () => asked().filter(({ method }) => method === 'PUT');

function newest({ store }: Sitting): NoteEntry {
  const history = store.chart.history.value;
  const entry = history.kind === 'loaded' ? history.found.entries.find(({ kind }) => kind === 'note') : undefined;
  if (entry?.kind !== 'note') throw new Error('no note');
  return entry;
}

/** The change of the newest note, ready to be begun. */
async function reads(sitting: Sitting): Promise<ChangeEditor> {
  const changing = sitting.store.changes.of(newest(sitting), createChangeEditor);
  await changing.see(newest(sitting));
  return changing;
}

/** A panel with a note of this clinician in its chart. */
async function withNote(): Promise<Sitting> {
  const sitting = await open();
  await sitting.signs();
  return sitting;
}

async function adds(sitting: Sitting, words: string): Promise<ChangeEditor> {
  const changing = await reads(sitting);
  changing.begin('add');
  changing.say(words);
  return changing;
}

test('what was typed comes back after the page died, and goes into the chart then', async () => {
  const first = await withNote();
  const changing = await adds(first, 'He rang on Friday');
  await changing.flush();
  expect(changing.keeping.value).toBe('device');
  first.dies();
  const second = await reopen(first.sandbox);
  const again = await reads(second);
  expect(again.state.value).toMatchObject({ kind: 'waiting', edit: { act: 'add', words: 'He rang on Friday' } });
  again.resume();
  await again.send();
  expect(again.state.value).toMatchObject({ kind: 'done', act: 'add' });
  expect(changesIn(newest(second).note)).toMatchObject([{ act: 'add', words: 'He rang on Friday' }]);
  second.dies();
  const third = await reopen(first.sandbox);
  expect((await reads(third)).state.value).toEqual({ kind: 'idle' });
});

test('an answer that is lost with the page: the chart tells of the change, and it is not sent again', async () => {
  const first = await withNote();
  const changing = await adds(first, 'He rang on Friday');
  first.sandbox.faults.set(aimed(namedFault('create-dropped'), { interactions: ['update'] }), 1);
  const sent = changing.send();
  await vi.waitFor(() => expect(puts()).toHaveLength(1));
  first.dies();
  await sent;
  const second = await reopen(first.sandbox);
  const again = await reads(second);
  expect(again.state.value).toEqual({ kind: 'idle' });
  expect(changesIn(newest(second).note)).toHaveLength(1);
  expect(puts()).toHaveLength(1);
});

test('a change that did not arrive waits after the page died, and is read for before it is sent', async () => {
  const first = await withNote();
  const changing = await adds(first, 'He rang on Friday');
  first.sandbox.faults.set(aimed(namedFault('create-500'), { interactions: ['update'] }));
  await changing.send();
  expect(changing.state.value).toMatchObject({ kind: 'editing', trouble: { kind: 'absent', why: 'lost' } });
  await changing.flush();
  first.dies();
  first.sandbox.faults.clear();
  const second = await reopen(first.sandbox);
  const again = await reads(second);
  expect(again.state.value).toMatchObject({ kind: 'waiting', edit: { words: 'He rang on Friday' } });
  again.resume();
  await again.send();
  expect(again.state.value).toMatchObject({ kind: 'done' });
  expect(puts()).toHaveLength(2);
});

test('a retracted note leaves the last-time card at once, and stays reachable', async () => {
  const sitting = await withNote();
  expect(lastNote(sitting.store.chart.history.value)).toBeDefined();
  const changing = await reads(sitting);
  changing.begin('retract');
  changing.say('Written twice');
  await changing.send();
  expect(changing.state.value).toMatchObject({ kind: 'done', act: 'retract' });
  expect(lastNote(sitting.store.chart.history.value)).toBeUndefined();
  expect(newest(sitting)).toMatchObject({ standing: 'retracted' });
});

test('a reason that the chart dropped stays to be copied, after the page died too, until it is discarded', async () => {
  const first = await withNote();
  const changing = await reads(first);
  const marks = () => {
    const [held] = first.sandbox.store.all('Observation');
    return HttpResponse.json(first.sandbox.store.update({ ...held, status: 'entered-in-error' } as never) as never);
  };
  answerWith(http.put(`${ISS}/Observation/:id`, marks));
  changing.begin('retract');
  changing.say('Told by somebody else');
  await changing.send();
  const told = { kind: 'done', act: 'retract', kept: { words: 'Told by somebody else' } };
  expect(changing.state.value).toMatchObject(told);
  first.dies();
  const again = await reads(await reopen(first.sandbox));
  expect(again.state.value).toMatchObject(told);
  again.close();
  expect(again.state.value).toEqual({ kind: 'idle' });
  await again.flush();
  expect((await reads(await reopen(first.sandbox))).state.value).toEqual({ kind: 'idle' });
});

test('a sign-in that has ended keeps what was typed for the next launch', async () => {
  const first = await withNote();
  const changing = await adds(first, 'He rang on Friday');
  await changing.flush();
  first.ehr.signOut();
  await changing.send();
  expect(changing.state.value).toMatchObject({ kind: 'unsettled', end: { kind: 'sessionEnded' } });
  first.dies();
  const again = await reads(await reopen(first.sandbox));
  expect(again.state.value).toMatchObject({ kind: 'waiting', edit: { words: 'He rang on Friday' } });
});

const FIVE = { policy: { idleLockMinutes: 5 } };
const goBy = (minutes: number): void => {
  const then = Date.now() + minutes * 60_000;
  vi.spyOn(Date, 'now').mockReturnValue(then);
};

/** A panel that locks, with a note of this clinician in its chart, and nothing unsaved in its own interview. */
async function watched(ttlHours = 8): Promise<Sitting> {
  const sitting = await open(everyForm(), { ...FIVE, ttlHours });
  await sitting.signs();
  await sitting.store.beginAnother();
  return sitting;
}

test('a change on its way is waited for: nobody is locked out before it is known how it ended', async () => {
  const sitting = await watched();
  const changing = await adds(sitting, 'He rang on Friday');
  const sent = changing.send();
  goBy(6);
  sitting.store.idleLock.checkNow();
  vi.restoreAllMocks();
  expect(sitting.store.idleLock.state.value.kind).not.toBe('locked');
  await sent;
  expect(changing.state.value).toMatchObject({ kind: 'done', act: 'add' });
  expect(sitting.store.changes.unsent.value).toBe('none');
  goBy(7);
  sitting.store.idleLock.checkNow();
  expect(sitting.store.idleLock.state.value.kind).toBe('locked');
  vi.restoreAllMocks();
});

test('a change typed a moment before the lock is kept by it, and the page says so', async () => {
  const sitting = await watched();
  const changing = await adds(sitting, 'He rang on Friday');
  goBy(6);
  sitting.store.idleLock.checkNow();
  const { state } = sitting.store.idleLock;
  await vi.waitFor(() => expect(state.value).toMatchObject({ finished: true }), { interval: 1 });
  expect(changing.kept.value).toBe('device');
  await says(/Locked after.* Your change of a filed note is kept on this device\. Only you can open it\./);
  expect(sitting.page()).not.toMatch(/No work was unsaved|Friday/);
  vi.restoreAllMocks();
  sitting.dies();
  const again = await reads(await reopen(sitting.sandbox));
  expect(again.state.value).toMatchObject({ kind: 'waiting', edit: { words: 'He rang on Friday' } });
});

test('a change the device does not keep: the warning asks to copy it, and the lock says that it is gone', async () => {
  const sitting = await watched(0);
  const changing = await adds(sitting, 'He rang on Friday');
  await changing.flush();
  await says(/Change kept until you close this pane/);
  goBy(4.5);
  sitting.store.idleLock.checkNow();
  await says(
    /Evoke will lock at \d\d:\d\d\. Tap or press a key to stay\. Copy the text first: it is kept only until then\./,
  );
  goBy(2);
  sitting.store.idleLock.checkNow();
  await says(/Locked after.* Your change of a filed note was not kept\. What was not filed is gone\./);
  expect(sitting.page()).not.toContain('No work was unsaved');
  vi.restoreAllMocks();
});

test('a form that is only open, or was discarded, is not unsaved', async () => {
  const sitting = await watched();
  const changing = await reads(sitting);
  changing.begin('add');
  expect(sitting.store.changes.unsent.value).toBe('none');
  changing.say('He rang on Friday');
  await says(/Change kept on this device/);
  await changing.discard();
  expect(sitting.store.changes.unsent.value).toBe('none');
  await says(/No unsaved work/);
});

test('a second try of the same words keeps the moment of the first, on another page too', async () => {
  const first = await withNote();
  const changing = await adds(first, 'He rang on Friday');
  first.sandbox.faults.set(aimed(namedFault('create-500'), { interactions: ['update'] }));
  await changing.send();
  const lastSent = changing.state.value.kind === 'editing' ? changing.state.value.edit.lastSent : undefined;
  expect(lastSent).toMatchObject({ change: { act: 'add', words: 'He rang on Friday' } });
  first.dies();
  first.sandbox.faults.clear();
  const again = await reads(await reopen(first.sandbox));
  expect(again.state.value).toMatchObject({ kind: 'waiting', edit: { lastSent } });
});

test('words typed on after a lost try: what had left is looked for first', async () => {
  const sitting = await withNote();
  const changing = await adds(sitting, 'He rang on Friday');
  const { faults } = sitting.sandbox;
  faults.set(aimed(namedFault('create-500'), { interactions: ['update'] }));
  await changing.send();
  faults.clear();
  changing.say('He rang on Friday, twice');
  const looked = vi.spyOn(sitting.ehr, 'findChange');
  await changing.send();
  expect(looked.mock.calls.map(([{ change }]) => change.words)).toEqual(['He rang on Friday']);
  expect(changing.state.value).toMatchObject({ kind: 'done' });
});

test('words typed on while the lost try arrives: both are shown, and nothing more is sent', async () => {
  const sitting = await withNote();
  const changing = await adds(sitting, 'He rang on Friday');
  const held: unknown[] = [];
  const hold = async ({ request }: { readonly request: Request }) => {
    held.push(await request.json());
    return new HttpResponse(null, { status: 500 });
  };
  answerWith(http.put(`${ISS}/Observation/:id`, hold, { once: true }));
  await changing.send();
  changing.say('He rang on Friday, twice');
  for (const one of held) sitting.sandbox.store.update(one as never);
  const sent = vi.spyOn(sitting.ehr, 'changeNote');
  await changing.send();
  expect(changing.state.value).toMatchObject({ kind: 'conflict', edit: { words: 'He rang on Friday, twice' } });
  expect(sent).not.toHaveBeenCalled();
  expect(puts()).toHaveLength(1);
  // The device takes nothing new, and what it has of the change is not deleted before that.
  await changing.flush();
  const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  changing.takeOver();
  await changing.flush();
  sitting.dies();
  full.mockRestore();
  const again = await reads(await reopen(sitting.sandbox));
  expect(again.state.value).toMatchObject({ kind: 'waiting', edit: { words: 'He rang on Friday, twice' } });
});

test('an empty form does not mention a change that was sent, discarded or emptied before it', async () => {
  const sitting = await withNote();
  const changing = await adds(sitting, 'He rang on Friday');
  await changing.flush();
  expect(changing.kept.value).toBe('device');
  await changing.send();
  expect(changing.state.value).toMatchObject({ kind: 'done' });
  changing.close();
  changing.begin('retract');
  expect(changing.kept.value).toBe('nothing');
  changing.say('Written twice');
  await changing.flush();
  expect(changing.kept.value).toBe('device');
  await changing.discard();
  changing.begin('add');
  expect(changing.kept.value).toBe('nothing');
});

test('words that were taken out again do not come back from the device', async () => {
  const first = await withNote();
  const changing = await adds(first, 'He rang on Friday');
  await changing.flush();
  changing.say('');
  await changing.flush();
  expect(changing.kept.value).toBe('nothing');
  first.dies();
  expect((await reads(await reopen(first.sandbox))).state.value).toEqual({ kind: 'idle' });
});

test('what comes back from the device is said to be kept there', async () => {
  const first = await withNote();
  await (await adds(first, 'He rang on Friday')).flush();
  first.dies();
  const again = await reads(await reopen(first.sandbox));
  again.resume();
  expect(again.kept.value).toBe('device');
});
