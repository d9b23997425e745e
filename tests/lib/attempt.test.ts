import { expect, test } from 'vitest';
import { attempt } from '../../src/lib/attempt.ts';

test('returns what the work returns, also if that is empty', () => {
  expect(attempt(() => 'a')).toBe('a');
  expect(attempt(() => '')).toBe('');
  expect(attempt(() => 0)).toBe(0);
});

test('returns undefined if the work throws', () => {
  expect(attempt(() => JSON.parse('{'))).toBeUndefined();
});
