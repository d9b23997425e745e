import { expect, test } from 'vitest';
import { isComposing, typedKey } from '../../src/ui/keyboard/typed-key.ts';

const press = (key: string, code: string, more: object = {}): KeyboardEvent =>
  ({ key, code, isComposing: false, keyCode: 0, ...more }) as KeyboardEvent;

test.each([
  ['d', 'KeyD', 'd'],
  ['D', 'KeyD', 'd'],
  // French: the letter counts, not its place.
  ['a', 'KeyQ', 'a'],
  ['é', 'Digit2', 'é'],
  // Russian and Greek: no Latin letter, so the place counts.
  ['\u0432', 'KeyD', 'd'],
  ['\u0412', 'KeyD', 'd'],
  ['\u03b4', 'KeyD', 'd'],
  ['\u044e', 'Period', '.'],
  ['Enter', 'Enter', 'Enter'],
  ['F9', 'F9', 'F9'],
])('the key %s at %s is %s', (key, code, typed) => {
  expect(typedKey(press(key, code))).toBe(typed);
});

test('the key that commits composed text is part of composing, also where only its code says so', () => {
  expect(isComposing(press('Enter', 'Enter', { keyCode: 229 }))).toBe(true);
  expect(isComposing(press('Process', 'KeyD', { isComposing: true }))).toBe(true);
  expect(isComposing(press('Enter', 'Enter', { keyCode: 13 }))).toBe(false);
});
