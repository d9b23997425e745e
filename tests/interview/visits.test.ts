// What a row of visits shows: numbers, signs, dates. Times appear as they were written, in any time zone.

import { expect, test } from 'vitest';
import { BEHAVIORS } from '../../src/interview/guide/behaviors.ts';
import { topicsOf } from '../../src/interview/history/find-notes.ts';
import type { HistoryEntry } from '../../src/interview/history/history.ts';
import { followThrough, profileOf } from '../../src/interview/history/talk-over-time.ts';
import { thenAndNow, visitBefore } from '../../src/interview/history/then-and-now.ts';
import { axisOf, depthOf, outcomeOf, placeOn, pointsOf, signed, yearMarks } from '../../src/interview/history/trend.ts';
import { daysBetween, readingOf, visitsOf } from '../../src/interview/history/visits.ts';
import type { NoteRuler } from '../../src/interview/note/note.ts';
import { answeredWith, visitNote } from '../support/earlier.ts';
import { fullNote, score } from '../support/notes.ts';

const asked = (value: number): NoteRuler => answeredWith(value);
const NOT_ASKED: NoteRuler = { kind: 'not-asked' };
const importance = (value: number | 'not-asked' | 'declined') =>
  typeof value === 'number'
    ? { importance: asked(value) }
    : { importance: value === 'declined' ? ({ kind: 'asked', answer: { kind: 'declined' } } as const) : NOT_ASKED };

test.each([
  ['retracted', { standing: 'retracted' }],
  ['not final', { standing: 'draft' }],
  ['replaced', { standing: 'superseded' }],
  ['altered', { altered: true }],
] as const)('a note that is %s is not a visit', (_what, over) => {
  expect(visitsOf([visitNote('2026-01-01T10:00:00Z', {}, over)], BEHAVIORS)).toEqual([]);
});

test.each(['current', 'amended', 'corrected'] as const)('a note that is %s is one, and only once', (standing) => {
  const entry = visitNote('2026-01-01T10:00:00Z', {}, { standing });
  expect(visitsOf([entry, { ...entry, filed: { form: 'document', resourceId: 'd' } }], BEHAVIORS)).toHaveLength(1);
});

test('an unreadable entry is not a visit', () => {
  const entry: HistoryEntry = { kind: 'unreadable', why: 'malformed', filed: { form: 'observation', resourceId: 'x' } };
  expect(visitsOf([entry], BEHAVIORS)).toEqual([]);
});

test('a ruler asked again counts as it ended, and remembers how it began', () => {
  const answer = { kind: 'answered', score: score(5) } as const;
  expect(readingOf({ kind: 'asked', answer, again: { kind: 'answered', score: score(7) } })).toEqual({
    kind: 'score',
    score: 7,
    first: 5,
  });
  expect(readingOf({ kind: 'asked', answer, again: { kind: 'declined' } })).toEqual({ kind: 'declined' });
  expect(readingOf({ kind: 'asked', answer: { kind: 'answered', score: score(0) } })).toEqual({
    kind: 'score',
    score: 0,
  });
});

const series = (...each: readonly (readonly [string, number | 'not-asked' | 'declined', string?])[]) =>
  visitsOf(
    each
      .map(([at, value, label = 'Alcohol']) =>
        visitNote(at, { ...importance(value) }, {}, { target: { label, sensitive: false } }),
      )
      .toReversed(),
    BEHAVIORS,
  );

test('points are in proportion to time, with 10 at the top and 0 at the bottom', () => {
  const visits = series(['2026-01-01T00:00:00Z', 0], ['2026-01-02T00:00:00Z', 5], ['2026-01-05T00:00:00Z', 10]);
  const axis = axisOf(visits);
  if (!axis) throw new Error('no axis');
  expect(pointsOf(visits, 'importance', axis).map(({ x, y, joined }) => [x, y, joined])).toEqual([
    [0, 100, false],
    [25, 50, true],
    [100, 0, true],
  ]);
  expect(depthOf(7)).toBe(30);
});

test.each(['not-asked', 'declined'] as const)('a visit where the ruler was %s is a gap, not a zero', (gap) => {
  const visits = series(['2026-01-01T10:00:00Z', 4], ['2026-02-01T10:00:00Z', gap], ['2026-03-01T10:00:00Z', 6]);
  const axis = axisOf(visits);
  if (!axis) throw new Error('no axis');
  expect(pointsOf(visits, 'importance', axis).map(({ joined }) => joined)).toEqual([false, false]);
  expect(outcomeOf(visits, 'importance')).toMatchObject({ last: { score: 6 }, previous: { score: 4 }, change: 2 });
});

test('two topics are neither joined nor compared', () => {
  const visits = series(
    ['2026-01-01T10:00:00Z', 4],
    ['2026-02-01T10:00:00Z', 9, 'Eating'],
    ['2026-03-01T10:00:00Z', 3, 'alcohol'],
  );
  const axis = axisOf(visits);
  if (!axis) throw new Error('no axis');
  expect(pointsOf(visits, 'importance', axis).map(({ joined }) => joined)).toEqual([false, false, false]);
  expect(outcomeOf(visits, 'importance')).toMatchObject({ last: { score: 3 }, previous: { score: 4 }, change: -1 });
  expect(outcomeOf(series(['2026-02-01T10:00:00Z', 9, 'Eating'], ['2026-03-01T10:00:00Z', 3]), 'importance')).toEqual({
    last: { score: 3, date: '2026-03-01T10:00:00Z' },
  });
});

test('where the newest visit has no number, the last one is told with what the newest holds', () => {
  const visits = series(['2026-01-01T10:00:00Z', 4], ['2026-02-01T10:00:00Z', 'declined']);
  expect(outcomeOf(visits, 'importance')).toMatchObject({
    last: { score: 4, date: '2026-01-01T10:00:00Z' },
    gap: { readings: { importance: { kind: 'declined' } } },
  });
  expect(outcomeOf(series(['2026-01-01T10:00:00Z', 'declined']), 'importance')).toBeUndefined();
});

test.each([
  [0, 'no change'],
  [1, '+1'],
  [10, '+10'],
  [-1, '−1'],
  [-10, '−10'],
])('a change of %s reads "%s"', (change, words) => {
  expect(signed(change)).toBe(words);
});

test.each([
  ['the same day', '2026-11-22T08:00:00-05:00', '2026-11-22T17:00:00-05:00', 0],
  ['across the start of daylight saving', '2026-03-07T23:30:00-05:00', '2026-03-09T00:15:00-04:00', 2],
  ['across its end', '2026-10-31T23:30:00-04:00', '2026-11-02T00:15:00-05:00', 2],
  ['midnight UTC, which is the evening before elsewhere', '2026-11-21T10:00:00Z', '2026-11-22T00:00:00Z', 1],
  ['two places', '2026-11-22T23:00:00-05:00', '2026-11-23T05:00:00+01:00', 1],
  ['days only', '2026-02-27', '2026-03-01', 2],
  ['a leap day', '2028-02-28', '2028-03-01', 2],
  ['a month only', '2026-02', '2026-03-01', undefined],
])('counts calendar days as they were written: %s', (_what, from, to, days) => {
  expect(daysBetween(from, to)).toBe(days);
});

test('a date of a month or a year has no place on the axis, and keeps its words', () => {
  const [visit] = visitsOf([visitNote('2026-03-01T00:00:00Z', importance(4), { date: '2026-03' })], BEHAVIORS);
  expect(visit).toMatchObject({ date: '2026-03' });
  expect(visit?.time).toBeUndefined();
  expect(axisOf(visit ? [visit] : [])).toBeUndefined();
});

test('a single visit is in the middle, and years are marked where they begin', () => {
  const at = Date.UTC(2026, 0, 1);
  expect(placeOn({ from: at, to: at }, at)).toBe(50);
  const axis = { from: Date.UTC(2024, 6, 2), to: Date.UTC(2026, 6, 2) };
  expect(yearMarks(axis).map(({ year, at: place }) => [year, Math.round(place)])).toEqual([
    [2025, 25],
    [2026, 75],
  ]);
});

test('a profile counts quotes by strand and tells the marks that have no words', () => {
  const { strands, wordless } = profileOf(fullNote);
  expect(strands.map(({ strand, change, sustain }) => [strand, change, sustain])).toEqual([
    ['desire', 0, 0],
    ['ability', 0, 1],
    ['reason', 1, 0],
    ['need', 0, 0],
    ['commitment', 0, 0],
    ['activation', 0, 0],
    ['taking-steps', 1, 0],
    ['unsure', 1, 0],
  ]);
  expect(wordless).toEqual({ change: 4, sustain: 2 });
});

const plan = (firstStep: string) => ({ ...fullNote.plan, kind: 'agreed' as const, firstStep }) as typeof fullNote.plan;

test('a step meets what the next visit tells of it, and an earlier step of the same day does not', () => {
  const visits = visitsOf(
    [
      visitNote('2026-03-01T10:00:00Z', {}, {}, { plan: { kind: 'none' } }),
      visitNote('2026-02-01T10:00:00Z', {}, {}, { plan: plan('C'), lastStep: { result: 'done', words: 'Easy' } }),
      visitNote('2026-01-01T16:00:00Z', {}, {}, { plan: plan('B'), lastStep: { result: 'partly' } }),
      visitNote('2026-01-01T15:00:00Z', {}, {}, { plan: plan('A') }),
    ],
    BEHAVIORS,
  );
  expect(followThrough(visits).map(({ step, went }) => [step, went])).toEqual([
    ['C', { kind: 'not-recorded', date: '2026-03-01T10:00:00Z' }],
    ['B', { kind: 'recorded', date: '2026-02-01T10:00:00Z', result: 'done', words: 'Easy' }],
    ['A', { kind: 'not-recorded', date: '2026-02-01T10:00:00Z' }],
  ]);
  expect(followThrough(visits.slice(1, 2))).toMatchObject([{ step: 'C', went: { kind: 'not-yet' } }]);
});

test('then and now are in the order of their dates, and compare only one topic', () => {
  const [newer, older] = series(['2026-01-01T10:00:00-05:00', 5], ['2026-03-10T10:00:00-04:00', 3]);
  if (!newer || !older) throw new Error('no visits');
  const compared = thenAndNow(newer, older);
  expect(compared).toMatchObject({ before: older, after: newer, days: 68, sameTopic: true });
  expect(compared).toEqual(thenAndNow(older, newer));
  expect(compared.rulers.find(({ ruler }) => ruler === 'importance')).toMatchObject({ change: -2 });
  const [eating] = series(['2026-04-01T10:00:00Z', 9, 'Eating']);
  if (!eating) throw new Error('no visit');
  expect(thenAndNow(older, eating).rulers.filter(({ change }) => change !== undefined)).toEqual([]);
});

test('other words for one behavior are one topic, and vaping is not smoking', () => {
  const visits = series(
    ['2026-01-01T10:00:00Z', 4, 'Tobacco'],
    ['2026-02-01T10:00:00Z', 9, 'Vaping'],
    ['2026-03-01T10:00:00Z', 6, 'Smoking'],
  );
  const [smoking, vaping, tobacco] = visits;
  if (!smoking || !vaping || !tobacco) throw new Error('no visits');
  expect(thenAndNow(tobacco, smoking).sameTopic).toBe(true);
  expect(thenAndNow(tobacco, vaping).sameTopic).toBe(false);
  expect(visitBefore(visits, smoking)).toBe(tobacco);
  expect(
    topicsOf(
      visits.map(({ entry }) => entry),
      BEHAVIORS,
    ).map(({ label, count }) => [label, count]),
  ).toEqual([
    ['Smoking', 2],
    ['Vaping', 1],
  ]);
});

test('a visit is set beside the one before it about the same topic', () => {
  const visits = series(
    ['2026-01-01T10:00:00Z', 4],
    ['2026-02-01T10:00:00Z', 9, 'Eating'],
    ['2026-03-01T10:00:00Z', 3],
  );
  const [newest, eating, oldest] = visits;
  if (!newest || !eating || !oldest) throw new Error('no visits');
  expect(visitBefore(visits, newest)).toBe(oldest);
  expect(visitBefore(visits, eating)).toBe(oldest);
  expect(visitBefore(visits, oldest)).toBeUndefined();
});
