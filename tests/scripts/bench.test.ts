import { expect, test } from 'vitest';
import { actionsOf, type Speed, secondsOf, type Tally } from '../../scripts/bench/hands.ts';
import { percentile, row, tableOf } from '../../scripts/bench/row.ts';

const NOTHING: Tally = { key: 0, textKey: 0, click: 0, hand: 0, decision: 0, scroll: 0 };

/** The design's scenarios as operators, with the seconds it prints for them. Source: docs/design/screen.md, "Speed by keystrokes". */
const PRINTED: readonly (readonly [name: string, tally: Tally, speed: Speed, seconds: number])[] = [
  ['S1 by keyboard', { ...NOTHING, key: 24, textKey: 97, decision: 10 }, 55, 37.7],
  ['S1 by keyboard', { ...NOTHING, key: 24, textKey: 97, decision: 10 }, 40, 47.4],
  ['S1 by keyboard', { ...NOTHING, key: 24, textKey: 97, decision: 10 }, 30, 61.9],
  ['S1 by pointer', { ...NOTHING, key: 3, textKey: 97, click: 11, hand: 9, decision: 10 }, 55, 51.4],
  ['S1 by pointer', { ...NOTHING, key: 3, textKey: 97, click: 11, hand: 9, decision: 10 }, 40, 59.4],
  ['S1 by pointer', { ...NOTHING, key: 3, textKey: 97, click: 11, hand: 9, decision: 10 }, 30, 71.4],
  ['S2', { ...NOTHING, key: 18, textKey: 74, decision: 6 }, 40, 33.9],
  ['a mark', { ...NOTHING, key: 2, decision: 1 }, 40, 1.9],
  ['a mark with 28 characters', { ...NOTHING, key: 2, textKey: 28, decision: 1 }, 40, 9.8],
];

test.each(PRINTED)('%s takes the seconds the design prints (%o at %i words a minute)', (_, tally, speed, seconds) => {
  expect(Number(secondsOf(tally, speed).toFixed(1))).toBe(seconds);
});

test('an action is a key or a click, never text, a hand move or a decision', () => {
  expect(actionsOf({ key: 3, textKey: 97, click: 11, hand: 9, decision: 10, scroll: 2 })).toBe(14);
});

test('a row is judged by what it prints', () => {
  expect(row('a', 47.44, 's', 47.4)).toEqual({ id: 'a', value: 47.4, unit: 's', goal: 47.4, pass: true });
  expect(row('a', 47.46, 's', 47.4).pass).toBe(false);
  expect(row('a', 47.46, 's', null).pass).toBe(null);
});

test('a row that falls short says so in the table', () => {
  const table = tableOf([row('a', 3, 'keys', 2), row('b', 2, 'keys', 2), row('c', 2, 'keys', null)]);
  expect(table.match(/\b(?:short|pass)\b/g)).toEqual(['short', 'pass']);
});

test('a percentile is a sample by the nearest rank', () => {
  const samples = Array.from({ length: 100 }, (_, place) => 100 - place);
  expect([0.5, 0.95, 1].map((share) => percentile(samples, share))).toEqual([50, 95, 100]);
  expect(percentile([], 0.5)).toBeNaN();
});
