// @vitest-environment happy-dom
// Whatever becomes of sign-in, network, window or device: what was typed is there, and the clinician reads what to do.

import { render } from '@testing-library/preact';
import type { Resource } from 'fhir/r4';
import { HttpResponse, http } from 'msw';
import { expect, test, vi } from 'vitest';
import { namedFault } from '../../mocks/named-faults.ts';
import { deferred } from '../../src/lib/deferred.ts';
import { Deferred } from '../../src/ui/Deferred.tsx';
import { answerWith, asked, ISS } from '../ehr/round-trip.ts';
import { everyForm, open, playSittings, reopen, type Sitting, says } from './sitting.tsx';

playSittings();

const WORDS = 'I want to be there for my kids';
const FILED = /Filed in the chart at \d\d:\d\d, checked/;
const creates = () => asked().filter((one) => one.method === 'POST' && one.url.startsWith(`${ISS}/`));
const refreshes = async () => {
  const tokens = asked().filter((one) => one.url.endsWith('/token'));
  const bodies = await Promise.all(tokens.map((one) => one.clone().text()));
  return bodies.filter((body) => body.includes('grant_type=refresh_token')).length;
};
/** The device's clock jumps ahead, as after sleep. */
const jump = (seconds: number): void => {
  const now = Date.now() + seconds * 1000;
  vi.spyOn(Date, 'now').mockReturnValue(now);
};
const unrenewed = { noRefreshToken: true, accessTokenLifeSeconds: 570 };

test('two minutes before a sign-in ends that nothing renews, a line says when, below that of the draft', async () => {
  const sitting = await open(everyForm(), { oddity: unrenewed });
  await sitting.store.interviewDraft.flush();
  expect(sitting.page()).not.toMatch(/sign-in ends/);
  jump(455);
  sitting.store.signInTime.checkNow();
  await says(/Your sign-in ends at \d\d:\d\d\. Reopen from the chart\./);
  await sitting.signs();
  await says(FILED);
});

test('where nothing is kept on the device, the line asks to copy', async () => {
  const sitting = await open(everyForm(), { oddity: unrenewed, ttlHours: 0 });
  await sitting.store.interviewDraft.flush();
  jump(455);
  sitting.store.signInTime.checkNow();
  await says(/Your sign-in ends at \d\d:\d\d\. Copy the text now: it is kept only until you close this pane\./);
});

test('asleep over the end: said on waking, nothing is sent, and the next launch continues where it was', async () => {
  const sitting = await open(everyForm(), { oddity: unrenewed });
  sitting.writes(WORDS);
  await sitting.store.interviewDraft.flush();
  jump(3 * 3600);
  await sitting.store.comeBack();
  await says(/Your sign-in has ended\. Reopen from the chart\./);
  await sitting.signs();
  await says(/Your sign-in has ended\. Your note is kept\. Open Evoke again from the chart/);
  expect(creates()).toHaveLength(0);
  sitting.dies();
  vi.restoreAllMocks();
  const again = await reopen(sitting.sandbox);
  expect(again.store.interview.value.plan.firstStep).toBe(WORDS);
});

/** What the bar at the bottom offers as the next step. */
const offered = (): readonly string[] =>
  [...document.querySelectorAll('footer button')].map((one) => one.textContent ?? '').slice(4);

test('once the sign-in has ended the bar leads to copying and no longer to signing', async () => {
  const sitting = await open(everyForm(), { oddity: unrenewed });
  sitting.writes(WORDS);
  await sitting.store.interviewDraft.flush();
  await vi.waitFor(() => expect(offered()).toEqual(['Go to signing']));
  jump(3 * 3600);
  await sitting.store.comeBack();
  await vi.waitFor(() => expect(offered()).toEqual(['Go to copying']));
  await sitting.signs();
  await says(/Your sign-in has ended\. Your note is kept\./);
  expect(offered()).toEqual(['Go to copying']);
  await sitting.presses('Go to copying');
  expect(document.activeElement?.textContent).toBe('Copy note text');
});

test('while it is not known whether the note arrived the bar leads to the words on it', async () => {
  const sitting = await open(everyForm({ conditionalCreate: 'never' }));
  sitting.sandbox.faults.set(namedFault('create-500'));
  sitting.sandbox.faults.set(namedFault('search-500'));
  await sitting.signs();
  await vi.waitFor(() => expect(offered()).toEqual(['What happened']));
  await sitting.presses('What happened');
  expect(document.activeElement?.id).toBe('filing-trouble');
  expect(document.activeElement?.textContent).toMatch(/Check again/);
});

test('a visit that the chart does not show: the sign button says that the note goes without it', async () => {
  const sitting = await open();
  answerWith(http.get(`${ISS}/Encounter/visit`, () => new HttpResponse(null, { status: 404 })));
  await sitting.signs();
  await says(/The chart does not show this visit\. Nothing was sent\./);
  await says(/Sign for PROTO, Pat.*The note goes without the visit/);
  expect(creates()).toHaveLength(0);
  await sitting.signs();
  await says(FILED);
  expect(sitting.sandbox.store.all('Observation')[0]).not.toHaveProperty('encounter');
});

test('a sign-in that is renewed needs no words', async () => {
  const sitting = await open(everyForm(), { oddity: { accessTokenLifeSeconds: 570 } });
  jump(530);
  await sitting.store.comeBack();
  await sitting.signs();
  await says(FILED);
  expect(await refreshes()).toBe(1);
  expect(sitting.page()).not.toMatch(/sign-in/);
});

test.each([
  ['answers 503', () => new HttpResponse('<h1>Down</h1>', { status: 503 })],
  ['is dropped', () => HttpResponse.error()],
])('a refresh that %s once does not stop the signature', async (_how, failure) => {
  const sitting = await open(everyForm(), { oddity: { accessTokenLifeSeconds: 570 } });
  let failures = 0;
  answerWith(
    http.post(`${new URL(ISS).origin}/auth/token`, () => {
      failures += 1;
      return failures === 1 ? failure() : undefined;
    }),
  );
  jump(530);
  await sitting.signs();
  await says(FILED);
  expect(failures).toBeGreaterThan(0);
  expect(sitting.page()).not.toMatch(/Your sign-in has ended/);
});

test('a token revoked while the note is on its way: the note is kept, looked for after the next launch, and filed once', async () => {
  const sitting = await open(everyForm({ conditionalCreate: 'never' }));
  sitting.writes(WORDS);
  answerWith(
    http.post(
      `${ISS}/Observation`,
      () => {
        sitting.sandbox.revokeAll();
        return undefined;
      },
      { once: true },
    ),
  );
  await sitting.signs();
  await says(/Your sign-in has ended\. Your note is kept\./);
  sitting.dies();
  const again = await reopen(sitting.sandbox);
  await says(/The answer was lost, and the note was not found in the chart/);
  expect(again.store.interview.value.plan.firstStep).toBe(WORDS);
  await again.signs();
  await says(FILED);
  expect(again.sandbox.store.all('Observation')).toHaveLength(1);
});

test('the pane dies between the create and its answer: the next launch finds the note and sends nothing', async () => {
  const sitting = await open();
  let arrived: () => void = () => undefined;
  const created = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  answerWith(
    http.post(
      `${ISS}/Observation`,
      async ({ request }) => {
        sitting.sandbox.store.create((await request.json()) as Resource);
        arrived();
        return new Promise<never>(() => undefined);
      },
      { once: true },
    ),
  );
  void sitting.store.filing.sign();
  await created;
  sitting.dies();
  const before = creates().length;
  const again = await reopen(sitting.sandbox);
  await says(FILED);
  expect(creates()).toHaveLength(before);
  expect(again.sandbox.store.all('Observation')).toHaveLength(1);
  await vi.waitFor(() => expect(again.store.interviewDraft.draft.value.kind).toBe('none'), { timeout: 10_000 });
});

/** Signs in vain, writes on, and opens the chart again after the server stored the note. */
async function writesOnAndReopens(writes: (sitting: Sitting) => void) {
  const sitting = await open(everyForm({ conditionalCreate: 'never' }));
  const late: Resource[] = [];
  answerWith(
    http.post(
      `${ISS}/Observation`,
      async ({ request }) => {
        late.push((await request.json()) as Resource);
        return new HttpResponse(null, { status: 500 });
      },
      { once: true },
    ),
  );
  await sitting.signs();
  await says(/The answer was lost, and the note was not found in the chart/);
  writes(sitting);
  await sitting.store.interviewDraft.flush();
  sitting.dies();
  // The server came back to it after all.
  for (const one of late) sitting.sandbox.store.create(one);
  const again = await reopen(sitting.sandbox);
  await says(/You wrote on after this note was signed/);
  await says(FILED);
  return again;
}

test('words from after the signature are not in the note that is found, are said not to be, and stay', async () => {
  const again = await writesOnAndReopens(({ writes }) => writes(WORDS));
  expect(again.page()).toMatch(/Copy what you wrote/);
  expect(again.page()).not.toMatch(/something else/);
  again.dies();
  expect((await reopen(again.sandbox)).store.interview.value.plan.firstStep).toBe(WORDS);
});

test('words without a kind from after the signature stay, too, and are in what can be copied', async () => {
  const copied: string[] = [];
  vi.stubGlobal('navigator', { onLine: true, clipboard: { writeText: async (text: string) => copied.push(text) } });
  const again = await writesOnAndReopens(({ store }) => store.dispatch({ kind: 'loose-words-typed', text: WORDS }));
  await again.presses('Copy what you wrote');
  await vi.waitFor(() => expect(copied.join()).toContain(WORDS));
  again.dies();
  expect((await reopen(again.sandbox)).store.interview.value.evoke.loose).toBe(WORDS);
});

test('the chart is closed and opened again: the sentence is there, and says so', async () => {
  const sitting = await open();
  sitting.writes(WORDS);
  await sitting.store.interviewDraft.flush();
  await says(/Draft kept until \d\d:\d\d at most/);
  // The status is read aloud when it changes, but not each time the hour moves on.
  expect(document.querySelector('[role=status] [aria-live=off]')?.textContent).toMatch(/^ until \d\d:\d\d at most$/);
  sitting.dies();
  const again = await reopen(sitting.sandbox);
  await says(/Your unfinished note from earlier in this visit is here again/);
  expect(again.store.interview.value.plan.firstStep).toBe(WORDS);
});

test('offline at the start and back: the person and the earlier notes are read again by themselves', async () => {
  const sitting = await open();
  sitting.dies();
  sitting.sandbox.faults.set(namedFault('offline'));
  const later = await reopen(sitting.sandbox);
  await says(/The patient could not be read\. Nothing was sent\. Try again\./);
  expect(later.page()).not.toMatch(/Sign for/);
  sitting.sandbox.faults.clear();
  await later.store.comeBack();
  await says(/Sign for PROTO, Pat/);
  expect(later.store.chart.history.value.kind).toBe('loaded');
  await says(/Files to the chart as a readiness note(?! \(not)/);
});

test.each([
  ['an empty name', { name: [{ family: '\u200b', given: [' '] }] }, /Name not recorded/],
  ['a record that another one replaces', { link: [{ type: 'replaced-by' }] }, /Another record replaces this one/],
  ['a record that is not in use', { active: false }, /This record is marked as not in use/],
])('the banner says %s', async (_what, fields, words) => {
  const sitting = await open();
  sitting.dies();
  const { store } = sitting.sandbox;
  store.update({ ...store.read('Patient', 'pat'), ...fields } as Resource & { readonly id: string });
  await reopen(sitting.sandbox);
  await says(words);
});

test('a chart that refuses what was granted is not called unreadable: the scopes are named for IT', async () => {
  const sitting = await open();
  sitting.dies();
  sitting.sandbox.faults.set({ ...namedFault('search-403'), on: { interactions: ['read'], types: ['Patient'] } });
  await reopen(sitting.sandbox);
  await says(/does not let Evoke read this patient.*check the scopes/);
});

test('a part of the app that is gone since an update: typed work stays, and the words say what to do', async () => {
  const sitting = await open();
  sitting.writes(WORDS);
  render(<Deferred load={deferred(() => Promise.reject(new Error('404')))} props={{}} />);
  await says(/This part of Evoke could not be fetched\. Your work is still here\. Open Evoke again from the chart;/);
  expect(sitting.store.interview.value.plan.firstStep).toBe(WORDS);
});
