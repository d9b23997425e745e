// What a clinician reads off a chart that other software filled: every shape of the sandbox's foreign notes, by its date.

import { expect, test } from 'vitest';
import { calendarFrom } from '../../mocks/people/calendar.ts';
import { foreignNotes } from '../../mocks/people/foreign-notes.ts';
import { decodePanel } from '../../src/fhir/observation/decode-panel.ts';
import { BEHAVIORS } from '../../src/interview/guide/behaviors.ts';
import type { HistoryEntry } from '../../src/interview/history/history.ts';
import { mergeNotes } from '../../src/interview/history/merge-notes.ts';
import { axisOf, outcomeOf, pointsOf } from '../../src/interview/history/trend.ts';
import { visitsOf } from '../../src/interview/history/visits.ts';
import { RULERS } from '../../src/interview/ruler.ts';
import { BASE } from '../fhir/forms.ts';
import { decodeDocument } from '../support/documents.ts';

const resources = foreignNotes(calendarFrom(new Date('2026-11-22T15:30:00Z')));
const decoded = [
  ...decodePanel(
    resources.filter(({ resourceType }) => resourceType === 'Observation'),
    'wisniewski',
    BASE,
  ),
  ...resources
    .filter(({ resourceType }) => resourceType !== 'Observation')
    .map((one) => decodeDocument(one, 'wisniewski', BASE)),
];
const entries = mergeNotes(
  decoded.filter((one): one is HistoryEntry => one.kind === 'note' || one.kind === 'unreadable'),
);
const visits = visitsOf(entries, BEHAVIORS);

const read = ({ readings }: (typeof visits)[number]) =>
  RULERS.map((name) => {
    const reading = readings[name];
    return reading.kind === 'score' ? reading.score : reading.kind;
  });

test('numbers are read as they were meant, and any other value stays unchanged', () => {
  expect(visits.map((visit) => [visit.date.slice(0, 16), ...read(visit)])).toEqual([
    ['2026-10-28T10:10', 6, 3, 'not-recorded'],
    ['2026-09-23T09:00', 4, 'not-recorded', 'not-recorded'],
    ['2026-09-08T09:00', 'not-recorded', 2, 'not-recorded'],
    ['2026-08-24', 7, 'not-recorded', 'not-recorded'],
    ['2026-08-04T11:20', 6, 2, 'not-recorded'],
    ['2026-07-05T14:00', 'unreadable', 'unreadable', 'unreadable'],
    ['2026-06-05T10:00', 'unreadable', 'not-recorded', 'not-recorded'],
    ['2026-05-26T10:00', 'unreadable', 'not-recorded', 'not-recorded'],
    ['2026-05-16T10:00', 'unreadable', 'unreadable', 'not-recorded'],
  ]);
});

test('what was taken back, is not final, has no date, or cannot be read safely, is in no chart and still in the list', () => {
  expect(entries.length - visits.length).toBe(6);
  expect(entries.filter(({ kind }) => kind === 'unreadable')).toHaveLength(4);
});

test('why a note was taken back is kept as it was written', () => {
  const taken = entries.find((entry) => entry.kind === 'note' && entry.standing === 'retracted');
  expect(taken).toMatchObject({ remarks: ['Written in the wrong chart.'] });
});

test('another scale is a gap in the line, and the last number is the last that was one', () => {
  const axis = axisOf(visits);
  if (!axis) throw new Error('no axis');
  expect(pointsOf(visits, 'importance', axis).map(({ y, joined }) => [y, joined])).toEqual([
    [40, false],
    [30, false],
    [60, false],
    [40, true],
  ]);
  expect(outcomeOf(visits, 'importance')).toMatchObject({ last: { score: 6 }, previous: { score: 4 }, change: 2 });
});
