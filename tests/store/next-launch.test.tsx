// @vitest-environment happy-dom
// What the next launch says and sends after a note was signed, or only written.

import type { Observation } from 'fhir/r4';
import { HttpResponse, http } from 'msw';
import { expect, test, vi } from 'vitest';
import type { Interview } from '../../src/interview/interview.ts';
import type { Store } from '../../src/store/store.ts';
import { answerWith, ISS, site } from '../ehr/round-trip.ts';
import { everyForm, open, playSittings, reopen, type Sitting, says } from './sitting.tsx';

playSittings();

const ONE_FORM = everyForm({ conditionalCreate: 'never', order: ['Observation'] });

/** Signs a note in a chart that stores neither its text nor its number nor its first step. */
async function filedWithoutStep(): Promise<Sitting> {
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
  return first;
}

test('a note that was read back with parts missing is not filed again, although no search finds it', async () => {
  const { sandbox, dies } = await filedWithoutStep();
  dies();
  const again = await reopen(sandbox, site(ONE_FORM));
  await says(/The note was accepted, and is not in the chart yet/);
  expect(again.page()).not.toMatch(/Sign for/);
  expect(sandbox.store.all('Observation')).toHaveLength(1);
});

test('typed text that the chart left out is not discarded without a question', async () => {
  const { store, presses } = await filedWithoutStep();
  await presses('Begin another note');
  await says(/Some of what you typed is not in the chart\. Copy it before you discard it/);
  expect(store.interview.value.plan.firstStep).toBe('Pour out the beer');
});

test('the text that is copied from a note with parts missing has these parts', async () => {
  const { presses } = await filedWithoutStep();
  const copied: string[] = [];
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => void copied.push(text));
  await presses('Copy');
  await says(/Copied\./);
  expect(copied.join()).toContain('Pour out the beer');
});

test.each([
  [
    'words without a kind of talk',
    ({ dispatch }: Store) => dispatch({ kind: 'loose-words-typed', text: 'I miss my mornings' }),
    ({ evoke }: Interview) => evoke.loose === 'I miss my mornings',
  ],
  [
    'a plan under "No plan yet"',
    ({ dispatch }: Store) => {
      dispatch({ kind: 'plan-typed', part: 'firstStep', text: 'Pour out the beer' });
      dispatch({ kind: 'plan-postponed' });
    },
    ({ plan }: Interview) => plan.firstStep === 'Pour out the beer',
  ],
])(
  'text that the note has no place for (%s) can be copied after signing, and stays on the device',
  async (_, types, isKept) => {
    const first = await open(ONE_FORM);
    first.rates(7);
    types(first.store);
    await first.signs();
    await says(/Some of what you typed has no place in the note/);
    expect(first.page()).toMatch(/Filed at.*Copy what is not in the note/);
    expect(first.page()).not.toMatch(/\bDone\b/);
    await first.presses('Begin another note');
    await says(/Some of what you typed is not in the chart\. Copy it before you discard it/);
    first.dies();
    const again = await reopen(first.sandbox, site(ONE_FORM));
    await says(/Filed at.*Some of what you typed has no place in the note/);
    expect(isKept(again.store.interview.value)).toBe(true);
  },
);

test('a second form whose answer is lost leaves the first one filed: the next launch offers no signature', async () => {
  const two = everyForm({ conditionalCreate: 'never', order: ['Observation', 'DocumentReference'] });
  const first = await open(two);
  const { sandbox } = first;
  answerWith(
    http.post(`${ISS}/Observation`, async ({ request }) => {
      const { identifier: _, note: _note, component = [], ...rest } = (await request.clone().json()) as Observation;
      const kept = component.filter(({ code }) => !/step/i.test(JSON.stringify(code)));
      const stored = sandbox.store.create({ ...rest, component: kept } as Observation);
      return HttpResponse.json(stored, { status: 201, headers: { location: `${ISS}/Observation/${stored.id}` } });
    }),
    http.post(`${ISS}/DocumentReference`, () => new HttpResponse(null, { status: 504 })),
  );
  first.rates(7);
  first.writes('Pour out the beer');
  await first.signs();
  await says(/Filed, with parts missing/);
  await first.store.secondForm.file();
  first.dies();
  const again = await reopen(sandbox, site(two));
  await says(/not in the chart yet/);
  expect(again.page()).not.toMatch(/Sign for/);
});

test('to discard a note that an earlier press may still bring into the chart is not said to change nothing there', async () => {
  const one = await open(ONE_FORM);
  answerWith(http.post(`${ISS}/Observation`, () => new HttpResponse(null, { status: 504 })));
  await one.signs();
  await says(/The answer was lost, and the note was not found/);
  answerWith(http.get(`${ISS}/Encounter/visit`, () => new HttpResponse(null, { status: 500 })));
  await one.signs();
  await says(/The chart had a fault/);
  await one.presses('Discard this draft');
  await says(/The note may still be in the chart/);
});

test('the text of a note whose answer was lost is copied without a word that nothing was filed', async () => {
  const one = await open(ONE_FORM);
  answerWith(http.post(`${ISS}/Observation`, () => new HttpResponse(null, { status: 504 })));
  await one.signs();
  await says(/The answer was lost, and the note was not found/);
  await one.presses('Copy note text');
  await says(/Copied\.|Copy this text with Ctrl\+C\./);
  expect(one.page()).not.toMatch(/Nothing was filed/);
});

test('what was written after signing is not called signed once a second form was tried and the page died', async () => {
  const two = everyForm({ conditionalCreate: 'never', order: ['Observation', 'DocumentReference'] });
  const first = await open(two);
  const { sandbox } = first;
  const held: Observation[] = [];
  answerWith(
    http.post(`${ISS}/Observation`, async ({ request }) => {
      held.push((await request.clone().json()) as Observation);
      return new HttpResponse(null, { status: 504 });
    }),
    http.post(`${ISS}/DocumentReference`, () => new HttpResponse(null, { status: 504 })),
  );
  first.writes('Pour out the beer');
  await first.signs();
  await says(/The answer was lost, and the note was not found/);
  first.writes('Pour out the beer, and call her sister');
  await first.store.saveTyped();
  first.dies();
  // The note arrives after all, without its readable text.
  for (const { note: _, ...one } of held) sandbox.store.create(one as Observation);
  const second = await reopen(sandbox, site(two));
  await says(/Filed, with parts missing/);
  await second.store.secondForm.file();
  second.dies();
  const third = await reopen(sandbox, site(two));
  await says(/Filed, with parts missing/);
  const { value } = third.store.filing.state;
  expect(value).toMatchObject({
    kind: 'ended',
    hasLaterText: true,
    note: { plan: { firstStep: 'Pour out the beer' } },
  });
}, 60_000);
