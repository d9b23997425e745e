import { expect, test } from 'vitest';
import type { Instant } from '../../src/interview/ids.ts';
import type { TalkTime } from '../../src/interview/interview.ts';
import { correctStart, minutesSince } from '../../src/interview/talk/talk-time.ts';
import { instant } from '../support/interviews.ts';

const START = instant('2026-11-22T15:30:42-05:00');
const NOW = instant('2026-11-22T15:48:10-05:00');

test.each([
  ['2026-11-22T15:30:42-05:00', 0],
  ['2026-11-22T15:31:41-05:00', 0],
  ['2026-11-22T15:31:42-05:00', 1],
  ['2026-11-22T15:48:10-05:00', 17],
  ['2026-11-22T20:48:10Z', 17],
  ['2026-11-22T15:00:00-05:00', 0],
  ['2026-11-30T15:00:00-05:00', 1440],
])('whole minutes until %s are %i, never rounded up', (now, minutes) => {
  expect(minutesSince(START, instant(now))).toBe(minutes);
});

const startOf = (time: TalkTime, wall: string, now: Instant) => correctStart(time, wall, now)?.startedAt;
const minutesOf = (time: TalkTime, wall: string, now: Instant) => correctStart(time, wall, now)?.minutes;

test('a corrected start keeps its day and zone', () => {
  expect(correctStart({ startedAt: START }, '15:25', NOW)).toEqual({ startedAt: '2026-11-22T15:25:00-05:00' });
});

test('an earlier start adds to the minutes already told, a later one takes away', () => {
  const told = { startedAt: instant('2026-11-22T15:30:00-05:00'), minutes: 18 };
  expect(minutesOf(told, '15:25', NOW)).toBe(23);
  expect(minutesOf(told, '15:40', NOW)).toBe(8);
});

test('minutes are taken back where the start would come after the end', () => {
  const told = { startedAt: instant('2026-11-22T15:30:00-05:00'), minutes: 5 };
  expect(correctStart(told, '15:40', NOW)).toEqual({ startedAt: '2026-11-22T15:40:00-05:00' });
});

test.each(['', '15', '25:00', '15:61', '16:00', 'noon'])('%j corrects nothing', (wall) => {
  expect(correctStart({ startedAt: START }, wall, NOW)).toBeUndefined();
});

test('a start in UTC with fractions of a second is corrected too', () => {
  const startedAt = instant('2026-11-22T15:30:42.125Z');
  expect(startOf({ startedAt }, '15:29', NOW)).toBe('2026-11-22T15:29:00Z');
});

test.each([
  ['23:50', '2026-11-22T23:50:00-05:00', '00:05', '2026-11-23T00:05:00-05:00'],
  ['00:05', '2026-11-23T00:05:00-05:00', '23:50', '2026-11-22T23:50:00-05:00'],
  ['20:00, written in the evening', '2026-11-22T20:00:00-05:00', '07:30', '2026-11-22T07:30:00-05:00'],
  ['23:50 on the last day of a year', '2026-12-31T23:50:00-05:00', '00:05', '2027-01-01T00:05:00-05:00'],
])('a start at %s is corrected to the nearest day that the time of day may mean', (_at, startedAt, wall, expected) => {
  const twentyMinutesLater = new Date(Math.max(Date.parse(startedAt), Date.parse(expected)) + 20 * 60_000);
  const now = instant(twentyMinutesLater.toISOString());
  expect(startOf({ startedAt: instant(startedAt) }, wall, now)).toBe(expected);
});

test.each([
  ['09:00, now 09:40', '2026-11-22T09:00:00-05:00', '2026-11-22T09:40:00-05:00', '21:00'],
  ['07:15, now 07:30', '2026-11-22T07:15:00-05:00', '2026-11-22T07:30:00-05:00', '23:15'],
])('a start at %s with the wrong half of the day or hour does not move to yesterday', (_at, startedAt, now, wall) => {
  expect(correctStart({ startedAt: instant(startedAt), minutes: 20 }, wall, instant(now))).toBeUndefined();
});

test.each([
  ['late the evening before, soon after midnight', '2026-11-23T00:10:00-05:00', '2026-11-23T00:10:00-05:00', '23:55'],
  [
    'late the evening before, written in the morning',
    '2026-11-23T00:05:00-05:00',
    '2026-11-23T09:00:00-05:00',
    '23:50',
  ],
])('a start %s may be before midnight', (_when, startedAt, now, wall) => {
  expect(startOf({ startedAt: instant(startedAt) }, wall, instant(now))).toBe(`2026-11-22T${wall}:00-05:00`);
});

test('a start corrected across midnight takes its minutes along', () => {
  const told = { startedAt: instant('2026-11-22T23:50:00-05:00'), minutes: 18 };
  const now = instant('2026-11-23T00:10:00-05:00');
  expect(minutesOf(told, '00:05', now)).toBe(3);
});
