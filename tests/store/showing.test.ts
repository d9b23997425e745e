// What the pane shows, when it goes blank, and what never interrupts a filing.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createShowing } from '../../src/store/view.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const TWO_MINUTES = 2 * 60_000;
const open = (isLocked = () => false) => createShowing(isLocked, 'en');

test('a shared screen goes blank after two minutes without input, and a touch brings it back', () => {
  const showing = open();
  showing.show({ kind: 'sharing', sheet: 'plan' });
  vi.advanceTimersByTime(TWO_MINUTES - 1);
  expect(showing.light.value.kind).toBe('lit');
  showing.touch();
  vi.advanceTimersByTime(TWO_MINUTES - 1);
  expect(showing.light.value.kind).toBe('lit');
  vi.advanceTimersByTime(1);
  expect(showing.light.value.kind).toBe('blank');
  showing.touch();
  expect(showing.light.value.kind).toBe('lit');
  expect(showing.view.value).toEqual({ kind: 'sharing', sheet: 'plan' });
});

test('the work never goes blank', () => {
  const showing = open();
  showing.show({ kind: 'sharing', sheet: 'topics' });
  showing.leave();
  vi.advanceTimersByTime(10 * TWO_MINUTES);
  expect([showing.light.value.kind, showing.view.value.kind]).toEqual(['lit', 'work']);
});

test('nothing is shared while a note is on its way', () => {
  const showing = open(() => true);
  showing.show({ kind: 'sharing', sheet: 'plan' });
  expect(showing.view.value.kind).toBe('work');
});

test('the screen stays as it is when the panel is closed', () => {
  const showing = open();
  showing.show({ kind: 'sharing', sheet: 'plan' });
  showing.dispose();
  expect(vi.getTimerCount()).toBe(0);
});
