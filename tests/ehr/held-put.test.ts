// @vitest-environment happy-dom
// The server's statement arrives late, so the second press sends the note in another way than the first.

import { HttpResponse, http } from 'msw';
import { expect, test, vi } from 'vitest';
import { namedFault } from '../../mocks/named-faults.ts';
import { fullNote } from '../support/notes.ts';
import { type Bench, begin, every, signal } from './changing.ts';
import { answerWith, ISS, playNetwork } from './round-trip.ts';

playNetwork();

const note = { ...fullNote, also: [] };
const press = ({ ehr, person }: Bench) =>
  ehr.fileNote({ note, form: 'observation', person, draft: ehr.context.binding }, () => undefined, signal());
const live = ({ sandbox }: Bench) =>
  sandbox.store.all('Observation').filter((one) => JSON.stringify(one).includes(note.id));

test('a plain create that arrives late beside a later update-as-create is reported', async () => {
  const bench = await begin(every({ conditionalCreate: 'never' }));
  let isUp = false;
  answerWith(http.get(`${ISS}/metadata`, () => (isUp ? undefined : new HttpResponse(null, { status: 500 }))));
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
  expect(await press(bench)).toEqual({ kind: 'absent', why: 'lost' });
  isUp = true;
  bench.sandbox.faults.set(namedFault('statement-update-create'));
  await bench.ehr.learnDestination(signal());
  answerWith(http.put(`${ISS}/Observation/${note.id}`, () => void store(), { once: true }));
  expect(await press(bench)).toMatchObject({ kind: 'doubled', places: [{}, {}] });
  expect(live(bench)).toHaveLength(2);
});
