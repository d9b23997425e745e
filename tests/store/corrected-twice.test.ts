// @vitest-environment happy-dom
// A correction whose answer was lost, and what was typed after it. The later words outlive the page, although by then the
// chart has the earlier ones.

import type { Observation } from 'fhir/r4';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { answerWith, ISS } from '../ehr/round-trip.ts';
import { changeOf, losesNextDocument, newestNote, withStep } from './changed-note.ts';
import { everyForm, open, playSittings, reopen, type Sitting } from './sitting.tsx';

playSittings();

/** The answer to the next update is lost. The result stores it. */
function losesNextUpdate({ sandbox }: Sitting): () => void {
  const sent: (Observation & { readonly id: string })[] = [];
  const lose = async ({ request }: { readonly request: Request }) => {
    sent.push((await request.json()) as Observation & { readonly id: string });
    return new HttpResponse(null, { status: 504 });
  };
  answerWith(http.put(`${ISS}/Observation/:id`, lose, { once: true }));
  return () => {
    for (const one of sent) sandbox.store.update(one);
  };
}

/** A correction "Monday" whose answer is lost and which is stored later, and "Tuesday" typed after it. */
async function correctedTwice() {
  const sitting = await open();
  sitting.writes('A walk on Friday');
  await sitting.signs();
  const editor = await changeOf(sitting);
  editor.begin('correct');
  editor.edit(withStep(newestNote(sitting).note, 'A walk on Monday'));
  const arrives = losesNextUpdate(sitting);
  await editor.send();
  expect(editor.state.value).toMatchObject({ kind: 'editing', trouble: { kind: 'absent' } });
  editor.edit(withStep(newestNote(sitting).note, 'A walk on Tuesday, with the dog and her sister'));
  await editor.flush();
  arrives();
  return { sitting, editor };
}

test('the page dies, and the next launch has what was typed last', async () => {
  const { sitting } = await correctedTwice();
  sitting.dies();
  const next = await changeOf(await reopen(sitting.sandbox));
  expect(JSON.stringify(next.state.value)).toContain('on Tuesday');
});

test('the clinician files theirs over the conflict, the page dies, and the next launch has what was typed last', async () => {
  const { sitting, editor } = await correctedTwice();
  await editor.send();
  expect(editor.state.value).toMatchObject({ kind: 'conflict' });
  editor.takeOver();
  await editor.flush();
  sitting.dies();
  const next = await changeOf(await reopen(sitting.sandbox));
  expect(JSON.stringify(next.state.value)).toContain('on Tuesday');
});

test('a correction that the chart has after all is forgotten at the next launch', async () => {
  const { sitting, editor } = await correctedTwice();
  editor.edit(withStep(newestNote(sitting).note, 'A walk on Monday'));
  await editor.flush();
  sitting.dies();
  const next = await changeOf(await reopen(sitting.sandbox));
  expect(next.state.value.kind).toBe('idle');
});

test('a correction that arrives late is recognized, also in a note that was added to before', async () => {
  const sitting = await open();
  sitting.writes('A walk on Friday');
  await sitting.signs();
  const adding = await changeOf(sitting);
  adding.begin('add');
  adding.say('Her sister called.');
  await adding.send();
  adding.close();
  const editor = await changeOf(sitting);
  editor.begin('correct');
  editor.edit(withStep(newestNote(sitting).note, 'A walk on Monday'));
  const arrives = losesNextUpdate(sitting);
  await editor.send();
  await editor.flush();
  arrives();
  sitting.dies();
  const next = await changeOf(await reopen(sitting.sandbox));
  expect(next.state.value.kind).toBe('idle');
});

test('words typed after a correction are still found once that correction has replaced the document', async () => {
  const sitting = await open(everyForm({ order: ['DocumentReference'], conditionalCreate: 'never' }));
  sitting.writes('A walk on Friday');
  await sitting.signs();
  const editor = await changeOf(sitting);
  editor.begin('correct');
  editor.edit(withStep(newestNote(sitting).note, 'A walk on Monday'));
  const arrives = losesNextDocument(sitting);
  await editor.send();
  expect(editor.state.value).toMatchObject({ kind: 'editing', trouble: { kind: 'absent' } });
  editor.edit(withStep(newestNote(sitting).note, 'A walk on Tuesday, with the dog'));
  await editor.flush();
  sitting.dies();
  arrives();
  const again = await reopen(sitting.sandbox);
  expect(newestNote(again).note.plan).toMatchObject({ firstStep: 'A walk on Monday' });
  expect(await again.store.changes.hasKept(newestNote(again))).toBe(true);
  const next = await changeOf(again);
  expect(JSON.stringify(next.state.value)).toContain('on Tuesday');
  next.resume();
  await next.send();
  expect(next.state.value).toMatchObject({ kind: 'conflict' });
  next.takeOver();
  await next.send();
  expect(next.state.value).toMatchObject({ kind: 'done' });
  expect(newestNote(again).note.plan).toMatchObject({ firstStep: 'A walk on Tuesday, with the dog' });
  next.close();
  again.dies();
  expect((await changeOf(await reopen(sitting.sandbox))).state.value.kind).toBe('idle');
});
