import { expect, test } from 'vitest';
import { questionsAfter } from '../../src/interview/guide/ruler-questions.ts';
import { readScore } from '../../src/interview/ids.ts';
import type { Answer } from '../../src/interview/ruler.ts';

const TABLE: readonly (readonly [number, string | undefined, string | undefined, string | undefined])[] = [
  [0, undefined, 'What would have to happen for it to be a 1?', undefined],
  [1, 'What makes it a 1 and not a 0?', 'What would make it a 2?', undefined],
  [2, 'What makes it a 2 and not a 0?', 'What would make it a 3?', undefined],
  [3, 'What makes it a 3 and not a 1?', 'What would make it a 4?', undefined],
  [4, 'What makes it a 4 and not a 2?', 'What would make it a 5?', undefined],
  [5, 'What makes it a 5 and not a 3?', 'What would make it a 6?', undefined],
  [6, 'What makes it a 6 and not a 4?', 'What would make it a 7?', undefined],
  [7, 'What makes it a 7 and not a 5?', 'What would make it an 8?', undefined],
  [8, 'What makes it an 8 and not a 6?', 'What would make it a 9?', undefined],
  [9, 'What makes it a 9 and not a 7?', 'What would make it a 10?', undefined],
  [10, 'What makes it a 10 and not an 8?', undefined, 'What would help it stay there?'],
];

function answered(value: number): Answer {
  const score = readScore(value);
  if (!score.ok) throw new Error('not a ruler answer');
  return { kind: 'answered', score: score.value };
}

test.each(TABLE)('asks the right questions after %i', (value, lower, next, stay) => {
  const asked = questionsAfter(answered(value), 'en');
  expect([asked.lower, asked.next, asked.stay]).toEqual([lower, next, stay]);
  expect(Object.values(asked).every((text) => text !== undefined)).toBe(true);
});

test('asks nothing after a ruler was declined or not asked', () => {
  expect(questionsAfter(undefined, 'en')).toEqual({});
  expect(questionsAfter({ kind: 'declined' }, 'en')).toEqual({});
});

test.each(TABLE)('never asks for a higher number after %i', (value) => {
  const text = Object.values(questionsAfter(answered(value), 'en')).join(' ');
  expect(text).not.toMatch(/why|so low|higher|not a 10|not an? 9/i);
});
