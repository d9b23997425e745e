// @vitest-environment happy-dom
// A replacement that arrived late and that another computer has replaced since. It is in the chart, below the newest note.

import { expect, test, vi } from 'vitest';
import { site } from '../ehr/round-trip.ts';
import { changeOf, losesNextDocument, newestNote, onOtherComputer, withStep } from './changed-note.ts';
import { everyForm, open, playSittings, reopen } from './sitting.tsx';

playSittings();

const THEIRS = { note: { plan: { firstStep: 'A walk on Sunday' } } };
const ENTRY = everyForm({ order: ['DocumentReference'], conditionalCreate: 'never' });

/** A change whose answer was lost. It is stored late, and another computer then corrects the note again. */
async function arrivedLate(act: 'add' | 'correct' = 'correct') {
  const sitting = await open(ENTRY);
  sitting.writes('A walk on Friday');
  await sitting.signs();
  const editor = await changeOf(sitting);
  editor.begin(act);
  if (act === 'add') editor.say('Her sister called');
  else editor.edit(withStep(newestNote(sitting).note, 'A walk on Monday'));
  const arrives = losesNextDocument(sitting);
  await editor.send();
  expect(editor.state.value).toMatchObject({ kind: 'editing', trouble: { kind: 'absent' } });
  arrives();
  await onOtherComputer(async () => {
    const other = await reopen(sitting.sandbox, site(ENTRY));
    const theirs = await changeOf(other);
    expect(newestNote(other).note.also.length).toBeGreaterThan(0);
    theirs.begin('correct');
    theirs.edit(withStep(newestNote(other).note, 'A walk on Sunday'));
    await theirs.send();
    expect(theirs.state.value.kind).toBe('done');
  });
  return { sitting, editor };
}

test('the newest note is shown beside it, and theirs is filed over that', async () => {
  const { sitting, editor } = await arrivedLate();
  await editor.send();
  expect(editor.state.value).toMatchObject({ kind: 'conflict', theirs: THEIRS });
  editor.takeOver();
  await vi.waitFor(() => expect(editor.rights.value?.change.kind).toBe('replace'));
  await editor.send();
  expect(editor.state.value).toMatchObject({ kind: 'done' });
  expect(newestNote(sitting).note.plan).toMatchObject({ firstStep: 'A walk on Monday' });
  expect(sitting.store.chart.history.value).toMatchObject({ found: { entries: { length: 1 } } });
});

test('the next launch also goes on at the newest note', async () => {
  const { sitting } = await arrivedLate();
  sitting.dies();
  const next = await changeOf(await reopen(sitting.sandbox, site(ENTRY)));
  expect(next.state.value).toMatchObject({ kind: 'waiting', edit: { attempted: true } });
  next.resume();
  await next.send();
  expect(next.state.value).toMatchObject({ kind: 'conflict', theirs: THEIRS });
});

test('an addition that the newest note has is done, and is in it once', async () => {
  const { sitting, editor } = await arrivedLate('add');
  await editor.send();
  expect(editor.state.value).toMatchObject({ kind: 'done', end: { entry: THEIRS } });
  expect(sitting.sandbox.store.all('DocumentReference')).toHaveLength(3);
  expect(newestNote(sitting).note.also.filter(({ value }) => value === 'Her sister called')).toHaveLength(1);
  expect(sitting.store.chart.history.value).toMatchObject({ found: { entries: { length: 1 } } });
  sitting.dies();
  expect((await changeOf(await reopen(sitting.sandbox, site(ENTRY)))).state.value.kind).toBe('idle');
});
