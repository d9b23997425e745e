import { expect, test } from 'vitest';
import { readLastLine, sumOf } from '../../scripts/last-line.ts';

test('a command counts by its last printed line', () => {
  expect(readLastLine('1 passed, 1 failed\nmore\n12 passed, 0 failed\n', true)).toEqual({ passed: 12, failed: 0 });
});

test('a command without a count, or with a bad end and no failure, has one failure', () => {
  expect(readLastLine('12 passed, 0 failed\nand then something else', true)).toEqual({ passed: 0, failed: 1 });
  expect(readLastLine('', true)).toEqual({ passed: 0, failed: 1 });
  expect(readLastLine('12 passed, 0 failed', false)).toEqual({ passed: 12, failed: 1 });
  expect(readLastLine('12 passed, 3 failed', false)).toEqual({ passed: 12, failed: 3 });
});

test('the sum of several commands adds what passed and what failed', () => {
  const tallies = [
    { passed: 10, failed: 0 },
    { passed: 4, failed: 2 },
  ];
  expect(sumOf(tallies)).toEqual({ passed: 14, failed: 2 });
});
