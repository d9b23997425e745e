// @vitest-environment happy-dom
// What the next launch says and sends after a note was signed, or only written.

import type { Observation } from 'fhir/r4';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { answerWith, ISS, site } from '../ehr/round-trip.ts';
import { everyForm, open, playSittings, reopen, says } from './sitting.tsx';

playSittings();

const ONE_FORM = everyForm({ conditionalCreate: 'never', order: ['Observation'] });

test('a note that was read back with parts missing is not filed again, although no search finds it', async () => {
  const first = await open(ONE_FORM);
  const { sandbox } = first;
  answerWith(
    http.post(`${ISS}/Observation`, async ({ request }) => {
      const { identifier: _, note: _note, component = [], ...rest } = (await request.clone().json()) as Observation;
      const isStep = (code: unknown): boolean => /step/i.test(JSON.stringify(code));
      const kept: Observation = { ...rest, component: component.filter(({ code }) => !isStep(code)) };
      const stored = sandbox.store.create(kept);
      const location = `${ISS}/Observation/${stored.id}`;
      return HttpResponse.json(stored, { status: 201, headers: { location } });
    }),
  );
  first.rates(7);
  first.writes('Pour out the beer');
  await first.signs();
  await says(/Filed, with parts missing/);
  first.dies();
  const again = await reopen(sandbox, site(ONE_FORM));
  await says(/The note was accepted, and is not in the chart yet/);
  expect(again.page()).not.toMatch(/Sign for/);
  expect(sandbox.store.all('Observation')).toHaveLength(1);
});
