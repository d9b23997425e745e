import { expect, test } from 'vitest';
import { DATA_ABSENT_REASON, LOINC, PCO, UCUM } from '../../src/fhir/codes.ts';
import { readAsked } from '../../src/fhir/datatypes/read-score.ts';

const coded = (...codes: readonly string[]) => ({
  valueCodeableConcept: { coding: codes.map((code) => ({ system: LOINC, code, display: '2 or more' })) },
});
const absent = (code: string) => ({
  dataAbsentReason: { coding: [{ system: DATA_ABSENT_REASON, code, display: 'Asked Unknown' }] },
});

// LOINC answer list LL2335-9, as published. Written out so that a slip in the table shows.
const LL2335 =
  'LA6111-4 LA6112-2 LA6113-0 LA6114-8 LA6115-5 LA10137-0 LA10138-8 LA10139-6 LA10140-4 LA10141-2 LA13942-0';

test.each(LL2335.split(' ').map((code, score) => [code, score] as const))(
  'reads LOINC answer %s as %i, whatever its display says',
  (code, score) => {
    expect(readAsked(coded(code))).toEqual({ kind: 'answered', score });
  },
);

test.each([
  ['an integer', { valueInteger: 7 }, 7],
  ['the integer zero', { valueInteger: 0 }, 0],
  ['a quantity in {score}', { valueQuantity: { value: 10, unit: '{score}', system: UCUM, code: '{score}' } }, 10],
  ['a quantity in 1', { valueQuantity: { value: 3, code: '1' } }, 3],
  ['a quantity without unit', { valueQuantity: { value: 3 } }, 3],
  ['a concept that is only text', { valueCodeableConcept: { text: '7' } }, 7],
  ['text', { valueString: '7' }, 7],
])('reads %s', (_name, holder, score) => {
  expect(readAsked(holder)).toEqual({ kind: 'answered', score });
});

test.each([
  ['eleven', { valueInteger: 11 }, '11'],
  ['less than zero', { valueInteger: -1 }, '-1'],
  ['a decimal', { valueQuantity: { value: 7.5, code: '{score}' } }, '7.5 {score}'],
  ['a comparator', { valueQuantity: { value: 7, comparator: '<', code: '{score}' } }, '< 7 {score}'],
  ['another unit', { valueQuantity: { value: 7, unit: '%' } }, '7 %'],
  ['a number as text where a number belongs', { valueInteger: '7' }, '"7"'],
  ['two answers at once', coded('LA6113-0', 'LA6114-8'), '2 or more'],
  ['an answer of another list', coded('LA99-9'), '2 or more'],
  [
    'a coded concept whose text is a number',
    { valueCodeableConcept: { coding: [{ system: 'urn:x', code: 'y' }], text: '7' } },
    '7',
  ],
  ['words', { valueString: 'quite' }, 'quite'],
  ['a range', { valueRange: { low: { value: 6 } } }, '{"low":{"value":6}}'],
  ['nothing at all', {}, '(no value)'],
  ['an unknown reason', absent('asked-unknown'), 'Asked Unknown'],
  ['a value beside a reason', { ...absent('not-asked'), valueInteger: 7 }, '7'],
])('shows %s as it was written, and counts it nowhere', (_name, holder, written) => {
  expect(readAsked(holder)).toEqual({ kind: 'unreadable', written });
});

test('tells "not asked" from "declined"', () => {
  expect(readAsked(absent('not-asked'))).toEqual({ kind: 'not-asked' });
  expect(readAsked(absent('asked-declined'))).toEqual({ kind: 'declined' });
});

test.each([
  ['its label', { code: { coding: [{ system: PCO, code: 'importance' }], text: 'Importance, 1 to 10' } }, '1 to 10'],
  ['its display', { code: { coding: [{ display: 'Importance (1-5)' }] } }, '1 to 5'],
  ['a range in words', { referenceRange: [{ text: '0–100' }] }, '0 to 100'],
  ['a range in numbers', { referenceRange: [{ low: { value: 1 }, high: { value: 10 } }] }, '1 to 10'],
])('never takes a number of another scale, named by %s', (_name, scale, words) => {
  expect(readAsked({ ...scale, valueInteger: 7 })).toEqual({ kind: 'unreadable', written: `7 (${words})` });
});

test('takes a number whose label names our own scale', () => {
  expect(readAsked({ code: { text: 'Importance of change, 0 to 10' }, valueInteger: 7 })).toEqual({
    kind: 'answered',
    score: 7,
  });
});
