// @vitest-environment happy-dom
// A gateway holds the first create. The second press sends nothing, and the server then stores the first.

import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { holdCreate } from '../ehr/held-create.ts';
import { answerWith, ISS, site } from '../ehr/round-trip.ts';
import { everyForm, open, playSittings, reopen, type Sitting, says } from './sitting.tsx';

playSittings();

const ENTRY = everyForm({ conditionalCreate: 'never' });

/** Presses Sign while the gateway holds the create. `release` stores it. */
async function signsInVain({ sandbox, signs }: Sitting): Promise<() => void> {
  const { release, resume } = holdCreate(sandbox.store);
  await signs();
  resume();
  await says(/not found in the chart/);
  return release;
}

const answers = (status: number) => () => new HttpResponse(null, { status });

test.each([
  ['nothing was sent', () => http.get(`${ISS}/Encounter/:id`, answers(500), { once: true }), /Nothing was sent/],
  ['it was refused', () => http.post(`${ISS}/Observation`, answers(403), { once: true }), /does not let you file/],
] as const)('the next launch looks for a held note, although %s at the second press', async (_, second, said) => {
  const first = await open(ENTRY);
  const release = await signsInVain(first);
  answerWith(second());
  await first.signs();
  await says(said);
  release();
  first.dies();
  await reopen(first.sandbox, site(ENTRY));
  await says(/Filed in the chart/);
});

test('a held note that arrives after the next launch looked is found at the signature, and not sent again', async () => {
  const first = await open(ENTRY);
  const release = await signsInVain(first);
  first.dies();
  const again = await reopen(first.sandbox, site(ENTRY));
  await says(/not found in the chart/);
  release();
  await again.signs();
  await says(/Filed in the chart/);
  expect(first.sandbox.store.all('Observation')).toHaveLength(1);
});
