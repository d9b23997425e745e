// @vitest-environment happy-dom
// A gateway holds the create for longer than Evoke waits, and the clinician presses again before the server stores it.

import { type HttpResponse, http } from 'msw';
import { expect, test, vi } from 'vitest';
import type { EhrEntry } from '../../src/site.ts';
import { fullNote } from '../support/notes.ts';
import { type Bench, begin, every, signal } from './changing.ts';
import { answerWith, ISS, playNetwork } from './round-trip.ts';

playNetwork();

const note = { ...fullNote, also: [] };
const PLAIN = every({ conditionalCreate: 'never' });

/** A sign-in whose first create is held. `release` lets the server store it, as the gateway does in the end. */
async function withHeldCreate(entry: Partial<EhrEntry>): Promise<Bench & { readonly release: () => void }> {
  const bench = await begin(entry);
  await bench.ehr.learnDestination(signal());
  const timeout = AbortSignal.timeout.bind(AbortSignal);
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => timeout(ms === 20_000 ? 30 : ms));
  let store = (): void => undefined;
  answerWith(
    http.post(
      `${ISS}/Observation`,
      async ({ request }) => {
        const held = JSON.parse(await request.clone().text());
        store = () => void bench.sandbox.store.create(held);
        return new Promise<HttpResponse<null>>(() => undefined);
      },
      { once: true },
    ),
  );
  return { ...bench, release: () => store() };
}

const press = ({ ehr, person }: Bench) =>
  ehr.fileNote({ note, form: 'observation', person, draft: ehr.context.binding }, () => undefined, signal());

const live = ({ sandbox }: Bench) =>
  sandbox.store.all('Observation').filter((one) => JSON.stringify(one).includes(note.id));

/** Stores what the gateway held just before the next create arrives. */
const releasesAtNextCreate = (release: () => void): void =>
  answerWith(http.post(`${ISS}/Observation`, () => void release(), { once: true }));

test('a create that is still held is not called filed, and the second note of the second press is reported', async () => {
  const bench = await withHeldCreate(PLAIN);
  expect(await press(bench)).toEqual({ kind: 'absent', why: 'lost' });
  releasesAtNextCreate(bench.release);
  expect(await press(bench)).toMatchObject({ kind: 'doubled', places: [{}, {}] });
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
