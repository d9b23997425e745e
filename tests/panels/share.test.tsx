// @vitest-environment happy-dom
// A shared screen nobody is at: the clinician reads that it will lock, lit or blank, and nothing more of anybody.

import { screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Shown } from '../../src/shell/Shown.tsx';
import { openPanel } from '../support/panel.tsx';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const LINE = 'This screen locks in a minute';

test('a shared screen says that it locks, until somebody stirs', async () => {
  const { store, waits, draws } = openPanel({ policy: { idleLockMinutes: 5 } });
  store.showing.show({ kind: 'sharing', sheet: 'topics' });
  draws(<Shown store={store} />);
  expect(screen.queryByText(LINE)).toBeNull();
  waits(4.5);
  store.locking.look();
  await vi.advanceTimersByTimeAsync(50);
  expect(screen.getByRole('status').textContent).toBe(LINE);
  store.locking.stir();
  await vi.advanceTimersByTimeAsync(50);
  expect(screen.queryByText(LINE)).toBeNull();
});

test('a shared screen that went blank says it too', async () => {
  const { store, waits, draws } = openPanel({ policy: { idleLockMinutes: 5 } });
  store.showing.show({ kind: 'sharing', sheet: 'topics' });
  draws(<Shown store={store} />);
  await vi.advanceTimersByTimeAsync(2 * 60_000);
  waits(4.5);
  store.locking.look();
  await vi.advanceTimersByTimeAsync(50);
  expect(screen.getByRole('button').textContent).toContain(LINE);
});
