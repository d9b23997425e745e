// Topics a chart brings to mind: each with the entries that do so, none from what is missing.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type ChartContext,
  type Listed,
  MEASURES,
  type Measure,
  type Measured,
  type Measurements,
} from '../../src/interview/chart-context.ts';
import { BEHAVIORS, behaviorsOffered } from '../../src/interview/guide/behaviors.ts';
import { orderBehaviors, suggestionsFrom } from '../../src/interview/guide/chart-suggestions.ts';

const missing = Object.fromEntries(MEASURES.map((name) => [name, { kind: 'missing' }])) as Measurements;

const number = (value: number, unit: 'none' | '%' | 'mmol/mol' = 'none'): Measured => ({
  kind: 'found',
  written: String(value),
  reading: { kind: 'number', value, unit },
  date: '2026-10-22',
  source: 'screening',
});
const smoking = (status: 'current' | 'former' | 'never' | 'other'): Measured => ({
  kind: 'found',
  written: status,
  reading: { kind: 'smoking', status },
  source: 'social-history',
});

interface Holds {
  readonly measures?: Partial<Measurements>;
  readonly problems?: readonly string[];
  readonly coded?: readonly string[];
  readonly medicines?: readonly string[];
}

const listed = (text: string, code?: string): Listed => ({
  kind: 'written',
  text,
  codes: code === undefined ? [] : [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code }],
  source: 'problem-list',
});

const chart = ({ measures = {}, problems = [], coded = [], medicines = [] }: Holds): ChartContext => ({
  measures: { kind: 'read', found: { ...missing, ...measures }, partial: false },
  conditions: {
    kind: 'read',
    found: [...problems.map((text) => listed(text)), ...coded.map((code) => listed('A problem', code))],
    partial: false,
  },
  medicines: { kind: 'read', found: medicines.map((text) => listed(text)), partial: false },
  otherPatients: 0,
});

const topics = (holds: Holds) => suggestionsFrom(chart(holds), BEHAVIORS).map(({ behavior }) => behavior.key);

test.each<readonly [string, Holds, readonly string[]]>([
  ['an AUDIT-C of 3', { measures: { 'audit-c': number(3) } }, ['alcohol']],
  ['an AUDIT-C of 2', { measures: { 'audit-c': number(2) } }, []],
  ['current smoking', { measures: { smoking: smoking('current') } }, ['smoking']],
  ['smoking given up', { measures: { smoking: smoking('former') } }, []],
  ['an unclear smoking status', { measures: { smoking: smoking('other') } }, []],
  ['a PHQ-9 of 10', { measures: { 'phq-9': number(10) } }, ['valued-activity']],
  ['a PHQ-9 of 9', { measures: { 'phq-9': number(9) } }, []],
  ['a GAD-7 of 10', { measures: { 'gad-7': number(10) } }, ['facing-fears']],
  ['a GAD-7 of 9', { measures: { 'gad-7': number(9) } }, []],
  ['an Asthma Control Test of 19', { measures: { act: number(19) } }, ['preventer']],
  ['an Asthma Control Test of 20', { measures: { act: number(20) } }, []],
  ['HbA1c of 6.5 %', { measures: { hba1c: number(6.5, '%') } }, ['glucose']],
  ['HbA1c of 48 mmol/mol', { measures: { hba1c: number(48, 'mmol/mol') } }, ['glucose']],
  ['HbA1c of 40 mmol/mol, which is no 40 %', { measures: { hba1c: number(40, 'mmol/mol') } }, []],
  ['no day of exercise', { measures: { 'exercise-days': number(0) } }, ['activity']],
  ['fifty minutes a week', { measures: { 'exercise-days': number(2), 'exercise-minutes': number(25) } }, ['activity']],
  ['five times thirty', { measures: { 'exercise-days': number(5), 'exercise-minutes': number(30) } }, []],
  ['days without minutes', { measures: { 'exercise-days': number(2) } }, []],
  ['minutes without days', { measures: { 'exercise-minutes': number(10) } }, []],
  ['an ICD-10 code', { coded: ['J45.40'] }, ['preventer']],
  ['words of a problem', { problems: ['Depression, recurrent'] }, ['valued-activity']],
  ['a family history', { problems: ['Family history of asthma'] }, []],
  ['a person who does not smoke', { problems: ['Non-smoker', 'Never smoked', 'Ex-smoker'] }, []],
  ['a medicine', { medicines: ['Nicotine patch 14 mg/24 h'] }, ['smoking']],
  ['something else', { problems: ['Seasonal allergies', 'Fall at home'], medicines: ['Cetirizine 10 mg'] }, []],
])('%s brings to mind what it should', (_what, holds, expected) => {
  expect(topics(holds)).toEqual(expected);
});

test.each([
  [1, 'Exercise on 1 day a week, 25 minutes each'],
  [2, 'Exercise on 2 days a week, 25 minutes each'],
])('exercise on %i days is shown in words', (days, words) => {
  const measures = { 'exercise-days': number(days), 'exercise-minutes': number(25) };
  expect(JSON.stringify(suggestionsFrom(chart({ measures }), BEHAVIORS))).toContain(words);
});

test('what is missing, unreadable, unanswered or not available brings nothing to mind', () => {
  const odd: readonly Measured[] = [
    { kind: 'missing' },
    { kind: 'not-available' },
    { kind: 'unreadable', source: 'screening' },
    { kind: 'unanswered', why: 'not asked', source: 'screening' },
  ];
  for (const each of odd) {
    const all = Object.fromEntries(MEASURES.map((name) => [name, each])) as Measurements;
    expect(suggestionsFrom(chart({ measures: all }), BEHAVIORS)).toEqual([]);
  }
  const unread: ChartContext = {
    measures: { kind: 'failed' },
    conditions: { kind: 'not-available' },
    medicines: { kind: 'failed' },
    otherPatients: 0,
  };
  expect(suggestionsFrom(unread, BEHAVIORS)).toEqual([]);
});

test('each suggestion names its entries with date and source', () => {
  const [alcohol] = suggestionsFrom(
    chart({ measures: { 'audit-c': number(7) }, problems: ['Alcohol use, above low-risk limits'] }),
    BEHAVIORS,
  );
  expect(alcohol?.because).toEqual([
    { words: 'AUDIT-C 7', date: '2026-10-22', source: 'screening' },
    { words: 'Alcohol use, above low-risk limits', source: 'problem-list' },
  ]);
});

test('takes the first behavior of a family in the site’s own order, and none that the site does not offer', () => {
  const site = behaviorsOffered([
    { key: 'vaping', label: { en: 'Vaping', es: 'Vapear' }, sensitive: false },
    { key: 'smoking', label: { en: 'Smoking', es: 'Fumar' }, sensitive: false },
  ]);
  const context = chart({ measures: { smoking: smoking('current'), 'audit-c': number(9) } });
  expect(suggestionsFrom(context, site).map(({ behavior }) => behavior.key)).toEqual(['vaping']);
});

test('puts what the chart brings to mind first and keeps the site’s order otherwise', () => {
  const ordered = orderBehaviors(BEHAVIORS, chart({ coded: ['G47.00'], measures: { 'audit-c': number(7) } }));
  expect(ordered.slice(0, 4).map(({ key }) => key)).toEqual(['alcohol', 'sleep', 'smoking', 'vaping']);
});

const anyReading = fc.oneof(
  fc.record({
    kind: fc.constant('number' as const),
    value: fc.double(),
    unit: fc.constantFrom('none', '%', 'mmol/mol'),
  }),
  fc.record({ kind: fc.constant('smoking' as const), status: fc.constantFrom('current', 'former', 'never', 'other') }),
);
const anyMeasured = fc.oneof(
  fc.constant({ kind: 'missing' as const }),
  fc.record({
    kind: fc.constant('found' as const),
    written: fc.string(),
    reading: anyReading,
    source: fc.constant('screening' as const),
  }),
);
const anyHolds = fc.record({
  measures: fc.dictionary(fc.constantFrom(...MEASURES), anyMeasured) as fc.Arbitrary<{
    readonly [M in Measure]?: Measured;
  }>,
  problems: fc.array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('Asthma', 'Obesity', 'Insomnia', 'Gambling', 'Alcohol use'),
    ),
  ),
  coded: fc.array(fc.constantFrom('F10.20', 'F17.210', 'E11.9', 'I10', 'M54.50', 'Z91.14', '')),
});

test('whatever a chart holds, at most four topics lead, none is lost or doubled, and the rest keeps its order', () => {
  fc.assert(
    fc.property(anyHolds, fc.shuffledSubarray([...BEHAVIORS]), (holds, behaviors) => {
      const context = chart(holds);
      const suggested = suggestionsFrom(context, behaviors).map(({ behavior }) => behavior);
      const ordered = orderBehaviors(behaviors, context);
      expect(suggested.length).toBeLessThanOrEqual(4);
      expect(ordered.slice(0, suggested.length)).toEqual(suggested);
      expect(ordered.slice(suggested.length)).toEqual(behaviors.filter((each) => !suggested.includes(each)));
      expect(new Set(ordered).size).toBe(behaviors.length);
    }),
  );
});
