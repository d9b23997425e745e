// When a panel locks, by virtual time: nobody there, back from sleep, a note on its way, a sign-in at its longest age.

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createIdleLock, type IdleLockPorts } from '../../src/store/session/idle-lock.ts';

beforeEach(() => vi.useFakeTimers({ now: Date.UTC(2026, 10, 23, 9) }));
afterEach(() => vi.useRealTimers());

const MINUTE = 60_000;

/** A panel that locks after ten minutes. `acts` is everything it did, in order. */
function watched(over: Partial<IdleLockPorts> = {}) {
  const acts: string[] = [];
  const idleLock = createIdleLock({
    ehr: { signOut: () => acts.push('tokens deleted'), isTooOld: () => false, used: () => undefined },
    clock: { millis: () => Date.now(), uptime: () => performance.now(), uuid: () => '' },
    minutes: 10,
    isBusy: () => false,
    finish: async () => void acts.push('finished'),
    ...over,
  });
  return { acts, ...idleLock, state: () => idleLock.state.value };
}

test('warns a minute before, and locks when nobody stirs', async () => {
  const { acts, state } = watched();
  vi.advanceTimersByTime(8 * MINUTE);
  expect(state()).toEqual({ kind: 'open' });
  vi.advanceTimersByTime(MINUTE);
  expect(state()).toEqual({ kind: 'warning', at: Date.UTC(2026, 10, 23, 9, 10) });
  await vi.advanceTimersByTimeAsync(MINUTE);
  expect(state()).toEqual({ kind: 'locked', why: 'idle', finished: true });
  expect(acts).toEqual(['tokens deleted', 'finished']);
});

test('the page is empty and no token is left before the draft is written', () => {
  const { acts, state } = watched({ finish: () => new Promise(() => undefined) });
  vi.advanceTimersByTime(10 * MINUTE);
  expect(state()).toEqual({ kind: 'locked', why: 'idle', finished: false });
  expect(acts).toEqual(['tokens deleted']);
});

test('a key puts it off, and takes the warning away', () => {
  const { state, onActivity } = watched();
  vi.advanceTimersByTime(9.5 * MINUTE);
  expect(state().kind).toBe('warning');
  onActivity();
  expect(state()).toEqual({ kind: 'open' });
  vi.advanceTimersByTime(8.5 * MINUTE);
  expect(state()).toEqual({ kind: 'open' });
});

test.each(['checkNow', 'onActivity'] as const)(
  'after a sleep longer than that, the first %s finds it locked',
  (first) => {
    const panel = watched();
    vi.setSystemTime(Date.now() + 11 * MINUTE);
    panel[first]();
    expect(panel.state()).toMatchObject({ kind: 'locked', why: 'idle' });
  },
);

test('a clock that is set back keeps no panel open', () => {
  const { state } = watched();
  vi.advanceTimersByTime(5 * MINUTE);
  vi.setSystemTime(Date.now() - 60 * MINUTE);
  vi.advanceTimersByTime(4.5 * MINUTE);
  expect(state().kind).toBe('warning');
  vi.advanceTimersByTime(0.5 * MINUTE);
  expect(state()).toMatchObject({ kind: 'locked', why: 'idle' });
});

test('once locked nothing opens it, and nothing runs any more', async () => {
  const { state, onActivity, checkNow, acts } = watched();
  await vi.advanceTimersByTimeAsync(10 * MINUTE);
  expect(vi.getTimerCount()).toBe(0);
  onActivity();
  checkNow();
  expect(state()).toMatchObject({ kind: 'locked' });
  expect(acts).toEqual(['tokens deleted', 'finished']);
});

test('waits for a note that is on its way, and locks when it has arrived', () => {
  let busy = true;
  const { state } = watched({ isBusy: () => busy });
  vi.advanceTimersByTime(12 * MINUTE);
  expect(state().kind).not.toBe('locked');
  busy = false;
  vi.advanceTimersByTime(MINUTE);
  expect(state()).toMatchObject({ kind: 'locked', why: 'idle' });
});

test('a sign-in at its longest age locks, however busy the hands are', () => {
  let old = false;
  const { state, onActivity } = watched({
    ehr: { signOut: () => undefined, isTooOld: () => old, used: () => undefined },
  });
  onActivity();
  old = true;
  vi.advanceTimersByTime(MINUTE);
  expect(state()).toMatchObject({ kind: 'locked', why: 'too-long' });
});

test('a disposed panel leaves no timer', () => {
  watched().dispose();
  expect(vi.getTimerCount()).toBe(0);
});
