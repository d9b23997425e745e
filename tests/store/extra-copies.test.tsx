// @vitest-environment happy-dom
// A note that the chart has twice: the page of the note and the list of earlier notes each retract the extra copy.

import type { Observation } from 'fhir/r4';
import { HttpResponse, http } from 'msw';
import { expect, test, vi } from 'vitest';
import { namedFault } from '../../mocks/named-faults.ts';
import { duplicatePlaces } from '../../src/interview/history/history.ts';
import type { NoteEntry } from '../../src/interview/history/visits.ts';
import { answerWith, ISS, site } from '../ehr/round-trip.ts';
import { everyForm, open, playSittings, reopen, type Sitting, says } from './sitting.tsx';

playSittings();

const ENTRY = everyForm({ conditionalCreate: 'never', order: ['Observation'] });
const TWICE = /The chart holds this note more than once/;

/** A note that the network sent twice, on the page of its signing. */
async function signsTwice(): Promise<Sitting> {
  const sitting = await open(ENTRY);
  sitting.sandbox.faults.set(namedFault('create-resent'), 1);
  await sitting.signs();
  await says(TWICE);
  return sitting;
}

test('a note that is in the chart once in each of two forms is not called filed by a later search', async () => {
  const one = await open(everyForm({ conditionalCreate: 'never', order: ['Observation', 'DocumentReference'] }));
  let held: Observation | undefined;
  const refuses = (status: number) => () => new HttpResponse(null, { status });
  const holds = async ({ request }: { readonly request: Request }) => {
    held = (await request.clone().json()) as Observation;
    return new HttpResponse(null, { status: 504 });
  };
  answerWith(http.post(`${ISS}/Observation`, holds, { once: true }));
  await one.signs();
  await says(/The answer was lost, and the note was not found/);
  answerWith(http.post(`${ISS}/Observation`, refuses(405), { once: true }));
  await one.signs();
  const arrives = () => void one.sandbox.store.create(held as Observation);
  answerWith(http.post(`${ISS}/DocumentReference`, arrives, { once: true }));
  await one.signs();
  await says(TWICE);
  await one.presses('Check again');
  await says(TWICE);
  expect(one.store.interviewDraft.draft.value.kind).not.toBe('none');
});

/** The same note at the next launch, on its page and in the list of earlier notes. */
async function opensAgain(): Promise<{ readonly sitting: Sitting; readonly listed: () => NoteEntry }> {
  const first = await signsTwice();
  first.dies();
  const sitting = await reopen(first.sandbox, site(ENTRY));
  const listed = (): NoteEntry => {
    const history = sitting.store.chart.history.value;
    const [entry] = history.kind === 'loaded' ? history.found.entries : [];
    if (entry?.kind !== 'note') throw new Error('no note in the list');
    return entry;
  };
  await says(TWICE);
  await vi.waitFor(listed);
  return { sitting, listed };
}

const notes = ({ sandbox }: Sitting) => sandbox.store.all('Observation') as readonly (Observation & { id: string })[];
const live = (sitting: Sitting): readonly string[] =>
  notes(sitting).flatMap(({ status, id }) => (status === 'entered-in-error' ? [] : [id]));

test('the page of a note and the list of earlier notes name the same copy as the one that stays', async () => {
  const { sitting, listed } = await opensAgain();
  const { state } = sitting.store.filing;
  const end = state.value.kind === 'ended' ? state.value.end : undefined;
  expect(end).toMatchObject({ kind: 'duplicated', places: duplicatePlaces(listed()) });
});

test('both buttons that retract the extra copy, pressed one after the other, leave one copy', async () => {
  const { sitting, listed } = await opensAgain();
  const { store } = sitting;
  const places = duplicatePlaces(listed()).toReversed();
  await Promise.all([store.filing.retractDuplicates(), store.changes.retractDuplicates(listed(), places)]);
  expect(live(sitting)).toHaveLength(1);
  await says(/Filed in the chart at/);
});

test('the list shows the copy that stayed, if the other one was retracted in the chart meanwhile', async () => {
  const { sitting, listed } = await opensAgain();
  const { store, sandbox } = sitting;
  const places = duplicatePlaces(listed());
  const first = notes(sitting).find(({ id }) => id === places[0]?.resourceId);
  if (!first) throw new Error('no copy');
  sandbox.store.update({ ...first, status: 'entered-in-error' } as Observation & { id: string });
  expect(await store.changes.retractDuplicates(listed(), places)).toBe(true);
  expect([listed().filed.resourceId]).toEqual(live(sitting));
  expect(duplicatePlaces(listed())).toEqual([]);
});

test('a retraction of the extra copy that fails says so, and can be pressed again', async () => {
  const sitting = await signsTwice();
  answerWith(http.get(`${ISS}/Encounter/visit`, () => new HttpResponse(null, { status: 500 }), { once: true }));
  await sitting.presses('Retract the extra copy');
  await says(/Not every extra copy could be retracted/);
  expect(live(sitting)).toHaveLength(2);
  await sitting.presses('Retract the extra copy');
  await says(/Filed in the chart at/);
  expect(live(sitting)).toHaveLength(1);
});
