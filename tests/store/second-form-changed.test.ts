// @vitest-environment happy-dom
// A note that was filed in a second form from the same page: a correction or retraction reaches that form, too.

import type { DocumentReference } from 'fhir/r4';
import { http } from 'msw';
import { expect, test } from 'vitest';
import { aimed } from '../../mocks/faults.ts';
import { namedFault } from '../../mocks/named-faults.ts';
import { duplicatePlaces } from '../../src/interview/history/history.ts';
import type { Act } from '../../src/interview/note/note-change.ts';
import { answerWith, ISS } from '../ehr/round-trip.ts';
import { changeOf, newestNote, onOtherComputer, withStep } from './changed-note.ts';
import { open, playSittings, reopen, type Sitting, says } from './sitting.tsx';

playSittings();

async function filedInPart(): Promise<Sitting> {
  const sitting = await open();
  sitting.writes('A walk on Friday');
  sitting.sandbox.faults.set(namedFault('stores-without-components'));
  await sitting.signs();
  await says(/The chart left out: coded parts/);
  sitting.sandbox.faults.clear();
  return sitting;
}

async function filedTwice(): Promise<Sitting> {
  const sitting = await filedInPart();
  await sitting.presses('File it as a clinical document too');
  await says(/Also filed as a clinical document, checked against the chart/);
  return sitting;
}

/** Changes the newest note, and says which of its places could not be reached. */
async function changes(sitting: Sitting, act: Act): Promise<number> {
  const editor = await changeOf(sitting);
  editor.begin(act);
  if (act === 'correct') editor.edit(withStep(newestNote(sitting).note, 'A walk on Monday'));
  else editor.say('Written in the wrong chart');
  await editor.send();
  const state = editor.state.value;
  if (state.kind !== 'done') throw new Error(state.kind);
  editor.close();
  return state.end.unreached.length;
}

const documents = ({ sandbox }: Sitting) => sandbox.store.all('DocumentReference') as DocumentReference[];

test('the list of earlier notes has both places', async () => {
  expect(newestNote(await filedTwice()).alsoFiled).toMatchObject([{ form: 'document' }]);
});

test('a retraction reaches the document, too', async () => {
  const sitting = await filedTwice();
  expect(await changes(sitting, 'retract')).toBe(0);
  expect(documents(sitting).map(({ status }) => status)).toEqual(['entered-in-error']);
});

test('a correction reaches the document, too', async () => {
  const sitting = await filedTwice();
  expect(await changes(sitting, 'correct')).toBe(0);
  expect(documents(sitting).map(({ status }) => status)).toContain('superseded');
});

test.each(['on the same page', 'at the next launch'])(
  'a retraction also reaches the document that a correction replaced: %s',
  async (when) => {
    const first = await filedTwice();
    expect(await changes(first, 'correct')).toBe(0);
    if (when === 'at the next launch') first.dies();
    const sitting = when === 'at the next launch' ? await reopen(first.sandbox) : first;
    const { filed } = newestNote(sitting);
    expect(await changes(sitting, 'retract')).toBe(0);
    expect(documents(sitting).map(({ status }) => status)).toEqual(['entered-in-error', 'entered-in-error']);
    const { history } = sitting.store.chart;
    const entries = history.value.kind === 'loaded' ? history.value.found.entries : [];
    const entry = entries.find((one) => one.filed.resourceId === filed.resourceId);
    expect(entry && duplicatePlaces(entry)).toEqual([]);
  },
);

test('a correction of which the page died before it reached the document is finished at the next launch', async () => {
  const first = await filedTwice();
  const editor = await changeOf(first);
  editor.begin('correct');
  editor.edit(withStep(newestNote(first).note, 'A walk on Monday'));
  const reached = new Promise<void>((resolve) => {
    answerWith(
      http.post(
        `${ISS}/DocumentReference`,
        () => {
          resolve();
          return new Promise<never>(() => undefined);
        },
        { once: true },
      ),
    );
  });
  void editor.send();
  await reached;
  const second = await reopen(first.sandbox);
  const again = await changeOf(second);
  expect(again.state.value).toMatchObject({ kind: 'waiting', edit: { attempted: true } });
  again.resume();
  await again.send();
  expect(again.state.value).toMatchObject({ kind: 'done', end: { unreached: [] } });
  expect(
    documents(second)
      .map(({ status }) => status)
      .toSorted(),
  ).toEqual(['current', 'superseded']);
  const [observation] = second.sandbox.store.all('Observation');
  expect(observation?.meta?.versionId).toBe('2');
});

test.each(['correct', 'retract'] as const)('a %s that began before is finished or discarded first', async (act) => {
  const sitting = await filedInPart();
  const editor = await changeOf(sitting);
  editor.begin(act);
  if (act === 'correct') editor.edit(withStep(newestNote(sitting).note, 'A walk on Monday'));
  else editor.say('Written in the wrong chart');
  editor.close();
  await sitting.presses('File it as a clinical document too');
  await says(/First finish or discard the change of a filed note/);
  expect(documents(sitting)).toEqual([]);
  editor.resume();
  await editor.discard();
  await sitting.presses('File it as a clinical document too');
  await says(/Also filed as a clinical document, checked against the chart/);
});

test('a correction made over a newer version says that the document has the earlier text', async () => {
  const first = await filedTwice();
  const mine = await changeOf(first);
  const second = await reopen(first.sandbox);
  second.sandbox.faults.set(
    aimed(namedFault('create-403'), { interactions: ['create'], types: ['DocumentReference'] }),
  );
  expect(await changes(second, 'correct')).toBe(1);
  second.sandbox.faults.clear();
  mine.begin('correct');
  mine.edit(withStep(newestNote(first).note, 'A walk on Tuesday'));
  mine.say('Another day');
  await mine.send();
  expect(mine.state.value).toMatchObject({ kind: 'conflict' });
  mine.takeOver();
  await mine.send();
  expect(mine.state.value).toMatchObject({ kind: 'done', end: { unreached: [{ form: 'document' }] } });
});

test.each(['correct', 'retract'] as const)(
  'a %s made over a newer version reaches the document that came with that version',
  async (act) => {
    const first = await filedTwice();
    const mine = await changeOf(first);
    mine.begin(act);
    if (act === 'correct') mine.edit(withStep(newestNote(first).note, 'A walk on Tuesday'));
    mine.say('Another day');
    await mine.flush();
    await onOtherComputer(async () => expect(await changes(await reopen(first.sandbox), 'correct')).toBe(0));
    await mine.send();
    expect(mine.state.value).toMatchObject({ kind: 'conflict' });
    mine.takeOver();
    await mine.send();
    expect(mine.state.value).toMatchObject({ kind: 'done', end: { unreached: [] } });
    const left = act === 'correct' ? ['current', 'superseded', 'superseded'] : ['entered-in-error', 'entered-in-error'];
    const statuses = documents(first).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual(left);
  },
);
