// What the pane shows, when it goes blank, and what never interrupts a filing.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createView } from '../../src/store/view.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const TWO_MINUTES = 2 * 60_000;
const open = (isLocked = () => false) => createView(isLocked);

test('a shared screen goes blank after two minutes without input, and a touch brings it back', () => {
  const view = open();
  view.show({ kind: 'sharing', sheet: 'plan' });
  vi.advanceTimersByTime(TWO_MINUTES - 1);
  expect(view.isBlank.value).toBe(false);
  view.touch();
  vi.advanceTimersByTime(TWO_MINUTES - 1);
  expect(view.isBlank.value).toBe(false);
  vi.advanceTimersByTime(1);
  expect(view.isBlank.value).toBe(true);
  view.touch();
  expect(view.isBlank.value).toBe(false);
  expect(view.current.value).toEqual({ kind: 'sharing', sheet: 'plan' });
});

test('the work never goes blank', () => {
  const view = open();
  view.show({ kind: 'sharing', sheet: 'topics' });
  view.leave();
  vi.advanceTimersByTime(10 * TWO_MINUTES);
  expect([view.isBlank.value, view.current.value.kind]).toEqual([false, 'work']);
});

test('nothing is shared while a note is on its way', () => {
  const view = open(() => true);
  view.show({ kind: 'sharing', sheet: 'plan' });
  expect(view.current.value.kind).toBe('work');
});

test('the screen stays as it is when the panel is closed', () => {
  const view = open();
  view.show({ kind: 'sharing', sheet: 'plan' });
  view.dispose();
  expect(vi.getTimerCount()).toBe(0);
});
