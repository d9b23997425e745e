// @vitest-environment happy-dom
// A gateway holds the create for longer than Evoke waits, and the clinician presses again before the server stores it.

import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { namedFault } from '../../mocks/named-faults.ts';
import type { EhrEntry } from '../../src/site.ts';
import { fullNote } from '../support/notes.ts';
import { type Bench, begin, every, signal } from './changing.ts';
import { holdCreate } from './held-create.ts';
import { answerWith, ISS, playNetwork } from './round-trip.ts';

playNetwork();

const note = { ...fullNote, also: [] };
const PLAIN = every({ conditionalCreate: 'never' });

/** A sign-in whose first create is held until it is released. */
async function withHeldCreate(entry: Partial<EhrEntry>): Promise<Bench & { readonly release: () => void }> {
  const bench = await begin(entry);
  await bench.ehr.readDestination(signal());
  return { ...bench, release: holdCreate(bench.sandbox.store).release };
}

const press = ({ ehr, person }: Bench) =>
  ehr.fileNote({ note, form: 'observation', person, draftBinding: ehr.context.binding }, () => undefined, signal());

const live = ({ sandbox }: Bench) =>
  sandbox.store.all('Observation').filter((one) => JSON.stringify(one).includes(note.id));

/** Stores what the gateway held just before the next create arrives. */
const releasesAtNextCreate = (release: () => void): void =>
  answerWith(http.post(`${ISS}/Observation`, () => void release(), { once: true }));

test('a create that is still held is not called filed, and the second note of the second press is reported', async () => {
  const bench = await withHeldCreate(PLAIN);
  expect(await press(bench)).toEqual({ kind: 'absent', why: 'lost' });
  releasesAtNextCreate(bench.release);
  expect(await press(bench)).toMatchObject({ kind: 'duplicated', places: [{}, {}] });
  expect(live(bench)).toHaveLength(2);
});

test('a server that takes the condition has one note after the second press', async () => {
  const bench = await withHeldCreate(every());
  expect(await press(bench)).toEqual({ kind: 'absent', why: 'lost' });
  releasesAtNextCreate(bench.release);
  expect(await press(bench)).toMatchObject({ kind: 'filed', lost: [] });
  expect(live(bench)).toHaveLength(1);
});

test('a create that the server stores after the second press was filed is reported at the next launch', async () => {
  const bench = await withHeldCreate(PLAIN);
  await press(bench);
  expect(await press(bench)).toMatchObject({ kind: 'filed' });
  bench.release();
  const [only, ...others] = await bench.listed();
  expect(others).toEqual([]);
  expect(only?.alsoFiled).toHaveLength(1);
});

test('a plain create that arrives late beside a later update-as-create is reported', async () => {
  const bench = await begin(PLAIN);
  // The statement arrives late, so the second press sends the note in another way than the first.
  let isUp = false;
  answerWith(http.get(`${ISS}/metadata`, () => (isUp ? undefined : new HttpResponse(null, { status: 500 }))));
  const { release } = holdCreate(bench.sandbox.store);
  expect(await press(bench)).toEqual({ kind: 'absent', why: 'lost' });
  isUp = true;
  bench.sandbox.faults.set(namedFault('statement-update-create'));
  await bench.ehr.readDestination(signal());
  answerWith(http.put(`${ISS}/Observation/${note.id}`, () => void release(), { once: true }));
  expect(await press(bench)).toMatchObject({ kind: 'duplicated', places: [{}, {}] });
  expect(live(bench)).toHaveLength(2);
});
