// @vitest-environment happy-dom
// An unattended panel: no patient data are left on the page, no token, no request. The draft waits for the next launch.

import { expect, test, vi } from 'vitest';
import { asked } from '../ehr/round-trip.ts';
import { openPanel } from '../support/panel.tsx';
import { everyForm, open, playSittings, reopen, says } from './sitting.tsx';

playSittings();

const WORDS = 'I want to be there for my kids';
const FIVE = { policy: { idleLockMinutes: 5 } };
const later = (minutes: number): void => {
  const then = Date.now() + minutes * 60_000;
  vi.spyOn(Date, 'now').mockReturnValue(then);
};

test('locks: the page is cleared, the tokens are gone, and the same chart continues where it was', async () => {
  const sitting = await open({ ...everyForm(), tokenStore: 'session' }, FIVE);
  sitting.writes(WORDS);
  expect(sitting.page()).toMatch(/PROTO|Pat/);
  expect(JSON.stringify({ ...sessionStorage })).toContain('access_token');
  later(6);
  sitting.store.idleLock.checkNow();
  await says(
    /Locked after a period of inactivity\. Draft kept on this device until \d\d:\d\d at most\. .*Open Evoke from the patient’s chart again\./,
  );
  expect(sitting.page()).not.toMatch(/PROTO|Pat\b|1985|kids|Importance/);
  expect(JSON.stringify({ ...sessionStorage })).toBe('{}');
  expect(sitting.ehr.isSignedIn()).toBe(false);
  expect(JSON.stringify(sitting.store.interview.value)).not.toContain(WORDS);
  const { person, history, context } = sitting.store.chart;
  expect([person, history, context].map(({ value }) => value.kind)).toEqual(['loading', 'loading', 'loading']);
  const requests = asked().length;
  await sitting.store.begin();
  await sitting.store.filing.sign();
  expect(asked()).toHaveLength(requests);
  sitting.dies();
  vi.restoreAllMocks();
  const again = await reopen(sitting.sandbox);
  await says(/Your unfinished note from earlier in this visit is here again/);
  expect(again.store.interview.value.plan.firstStep).toBe(WORDS);
});

test('a request that is under way when it locks is stopped', async () => {
  const signals: AbortSignal[] = [];
  const readPerson = (signal: AbortSignal): Promise<never> => {
    signals.push(signal);
    return new Promise(() => undefined);
  };
  const { store, waits } = openPanel({ ehr: { readPerson, readContext: readPerson }, policy: { idleLockMinutes: 5 } });
  void store.begin();
  await vi.waitFor(() => expect(signals.length).toBeGreaterThan(0));
  expect(signals.some(({ aborted }) => aborted)).toBe(false);
  waits(6);
  store.idleLock.checkNow();
  expect(signals.every(({ aborted }) => aborted)).toBe(true);
});

test('where nothing is kept on the device, the warning asks to copy and the lock says what is lost', async () => {
  const sitting = await open(everyForm(), { ...FIVE, ttlHours: 0 });
  sitting.writes(WORDS);
  await sitting.store.interviewDraft.flush();
  later(4.5);
  sitting.store.idleLock.checkNow();
  await says(
    /Evoke will lock at \d\d:\d\d\. Tap or press a key to stay\. Copy the text first: it is kept only until then\./,
  );
  later(2);
  sitting.store.idleLock.checkNow();
  await says(/Locked after.* No draft was kept on this device, so what was not filed is gone\./);
});

test('a panel in which nothing was written says so', async () => {
  const sitting = await open(everyForm(), FIVE);
  await sitting.store.beginAnother();
  later(6);
  sitting.store.idleLock.checkNow();
  await says(/Locked after.* No work was unsaved\./);
});

test('a sign-in older than its site allows locks, whatever was typed a moment ago', async () => {
  const sitting = await open({ ...everyForm(), sessionHours: 2 });
  sitting.writes(WORDS);
  later(121);
  sitting.store.idleLock.checkNow();
  await says(/Locked: this sign-in has reached its time limit\. Draft kept on this device until \d\d:\d\d at most\./);
});
