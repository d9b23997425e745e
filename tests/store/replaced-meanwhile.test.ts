// @vitest-environment happy-dom
// What was typed about a document that another window has replaced since is filed over the newest one.

import { HttpResponse, http } from 'msw';
import { expect, test, vi } from 'vitest';
import { answerWith, ISS, site } from '../ehr/round-trip.ts';
import { changeOf, newestNote, onOtherComputer, withStep } from './changed-note.ts';
import { everyForm, open, playSittings, reopen, type Sitting } from './sitting.tsx';

playSittings();

const ENTRY = everyForm({ order: ['DocumentReference'], conditionalCreate: 'never' });

/** A document, the change of it that waits in one window, and another window that corrects it `times`. */
async function replacedMeanwhile(act: 'add' | 'retract', times: number) {
  const sitting = await open(ENTRY);
  sitting.writes('A walk on Friday');
  await sitting.signs();
  const editor = await changeOf(sitting);
  editor.begin(act);
  editor.say('Her sister called');
  editor.close();
  await editor.flush();
  const other = await reopen(sitting.sandbox, site(ENTRY));
  for (let nth = 1; nth <= times; nth += 1) await corrects(other, `A walk on day ${nth}`);
  return { sitting, editor };
}

async function corrects(sitting: Sitting, step: string): Promise<void> {
  const editor = await changeOf(sitting);
  await editor.discard();
  editor.begin('correct');
  editor.edit(withStep(newestNote(sitting).note, step));
  await editor.send();
  expect(editor.state.value.kind).toBe('done');
  editor.close();
}

test.each([1, 2])('an addition is filed over the newest of the documents that replaced its own: %i', async (times) => {
  const { sitting, editor } = await replacedMeanwhile('add', times);
  editor.resume();
  await editor.send();
  expect(editor.state.value).toMatchObject({ kind: 'conflict', theirs: { standing: 'current' } });
  editor.takeOver();
  await vi.waitFor(() => expect(editor.rights.value?.change.kind).toBe('replace'));
  await editor.send();
  expect(editor.state.value).toMatchObject({ kind: 'done' });
  expect(newestNote(sitting).note.plan).toMatchObject({ firstStep: `A walk on day ${times}` });
  expect(JSON.stringify(newestNote(sitting).note.also)).toContain('Her sister called');
  // One note with what it replaced, and not a second one beside it.
  expect(sitting.store.chart.history.value).toMatchObject({ found: { entries: { length: 1 } } });
});

test.each(['marked as replaced', 'not marked'])('a retraction reaches the newest document: %s', async (how) => {
  const { sitting, editor } = await replacedMeanwhile('retract', 1);
  const [older] = sitting.sandbox.store.all('DocumentReference');
  if (how === 'not marked') sitting.sandbox.store.update({ ...older, status: 'current' } as never);
  editor.resume();
  await editor.send();
  expect(editor.state.value).toMatchObject({ kind: 'conflict', theirs: { standing: 'current' } });
  editor.takeOver();
  await vi.waitFor(() => expect(editor.rights.value?.retract.kind).toBe('update'));
  await editor.send();
  expect(editor.state.value).toMatchObject({ kind: 'done', end: { unreached: [] } });
  const statuses = sitting.sandbox.store.all('DocumentReference').map((one) => 'status' in one && one.status);
  expect(statuses).toEqual(['entered-in-error', 'entered-in-error']);
});

test('a retraction goes on at the newest document once the list shows it', async () => {
  const { sitting } = await replacedMeanwhile('retract', 1);
  await sitting.store.chart.load();
  const editor = await changeOf(sitting);
  editor.resume();
  await editor.send();
  expect(editor.state.value).toMatchObject({ kind: 'conflict', theirs: { standing: 'current' } });
  editor.takeOver();
  await editor.send();
  expect(editor.state.value).toMatchObject({ kind: 'done', end: { unreached: [] } });
  const statuses = sitting.sandbox.store.all('DocumentReference').map((one) => 'status' in one && one.status);
  expect(statuses).toEqual(['entered-in-error', 'entered-in-error']);
});

test('a retraction reaches every version, also those on a page of the list that is not loaded', async () => {
  const { sitting, editor } = await replacedMeanwhile('retract', 2);
  const all = () => sitting.sandbox.store.all('DocumentReference');
  const newest = all().find((one) => 'status' in one && one.status === 'current');
  const link = [{ relation: 'next', url: `${ISS}/DocumentReference?_page=2` }];
  const firstPage = { resourceType: 'Bundle', type: 'searchset', link, entry: [{ resource: newest }] };
  const list = http.get(`${ISS}/DocumentReference`, ({ request }) =>
    new URL(request.url).searchParams.has('_sort') ? HttpResponse.json(firstPage) : undefined,
  );
  answerWith(list);
  editor.resume();
  await editor.send();
  expect(editor.state.value).toMatchObject({ kind: 'conflict' });
  editor.takeOver();
  await vi.waitFor(() => expect(editor.rights.value?.retract.kind).toBe('update'));
  await editor.send();
  expect(editor.state.value).toMatchObject({ kind: 'done', end: { unreached: [] } });
  expect(all().map((one) => 'status' in one && one.status)).toEqual(Array(3).fill('entered-in-error'));
});

test('a retraction whose answer was lost goes on at the newest document', async () => {
  const { sitting, editor } = await replacedMeanwhile('retract', 0);
  let isDown = false;
  const refuse = () => (isDown ? new HttpResponse(null, { status: 503 }) : undefined);
  answerWith(http.get(`${ISS}/DocumentReference/:id`, refuse));
  answerWith(
    http.put(
      `${ISS}/DocumentReference/:id`,
      () => {
        isDown = true;
        return refuse();
      },
      { once: true },
    ),
  );
  editor.resume();
  await editor.send();
  expect(editor.state.value.kind).toBe('unsettled');
  isDown = false;
  await onOtherComputer(async () => corrects(await reopen(sitting.sandbox, site(ENTRY)), 'A walk on Monday'));
  await editor.check();
  expect(editor.state.value).toMatchObject({ kind: 'conflict', theirs: { standing: 'current' } });
  editor.takeOver();
  await vi.waitFor(() => expect(editor.rights.value?.retract.kind).toBe('update'));
  await editor.send();
  expect(editor.state.value).toMatchObject({ kind: 'done', end: { unreached: [] } });
  const statuses = sitting.sandbox.store.all('DocumentReference').map((one) => 'status' in one && one.status);
  expect(statuses).toEqual(['entered-in-error', 'entered-in-error']);
});
