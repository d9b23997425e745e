// Chart context for the conversation: problems, medicines and a few measurements, each with date and source. Read only.
// It makes no judgment: a missing value stays missing and is never zero or "low risk".

import type { Code } from './talk/focus.ts';

/** The measurements to read, as clinicians call them, in display order. */
export const MEASURE_NAMES = {
  smoking: 'Smoking',
  'audit-c': 'AUDIT-C',
  'phq-9': 'PHQ-9',
  'gad-7': 'GAD-7',
  act: 'Asthma Control Test',
  'exercise-days': 'Exercise, days a week',
  'exercise-minutes': 'Exercise, minutes a day',
  hba1c: 'HbA1c',
} as const;
export type Measure = keyof typeof MEASURE_NAMES;
export const MEASURES = Object.keys(MEASURE_NAMES) as readonly Measure[];

/** The part of the chart that an entry comes from. */
export type Source =
  | 'problem-list'
  | 'visit-diagnosis'
  | 'health-concern'
  | 'condition'
  | 'medicine'
  | 'screening'
  | 'social-history'
  | 'laboratory'
  | 'observation';

/** `date` is as in the chart, at any FHIR precision. Absent if the chart has none. */
interface Placed {
  readonly date?: string | undefined;
  readonly source: Source;
}

/** A current problem or medicine in the chart's text (at most 200 characters), or one that cannot be read. */
export type Listed =
  | ({ readonly kind: 'written'; readonly text: string; readonly codes: readonly Code[] } & Placed)
  | ({ readonly kind: 'unreadable' } & Placed);

/** A number in the unit of the chart, or a smoking status (`other`: none of the three for certain). */
export type MeasuredValue =
  | { readonly kind: 'number'; readonly value: number; readonly unit: 'none' | '%' | 'mmol/mol' }
  | { readonly kind: 'smoking'; readonly status: 'current' | 'former' | 'never' | 'other' };

/**
 * The newest entry of one measurement. `unanswered`: it was asked and the chart says why there is no value.
 * `provisional`: the chart does not call it final. `not-available`: this sign-in may not read it.
 */
export type Measured =
  | ({
      readonly kind: 'found';
      readonly written: string;
      readonly reading: MeasuredValue;
      readonly provisional?: true | undefined;
    } & Placed)
  | ({ readonly kind: 'unanswered'; readonly why: string } & Placed)
  | ({ readonly kind: 'unreadable' } & Placed)
  | { readonly kind: 'missing' }
  | { readonly kind: 'not-available' };

/** How one search ended. `partial`: the server withheld some results. `not-available`: this sign-in may not search. */
export type Lookup<Found> =
  | { readonly kind: 'read'; readonly found: Found; readonly partial: boolean }
  | { readonly kind: 'failed' }
  | { readonly kind: 'not-available' };

/** The newest entry of every measurement. */
export type Measurements = { readonly [M in Measure]: Measured };

/** Everything that was read. `otherPatients` counts entries dropped because they belong to another patient. */
export interface ChartContext {
  readonly conditions: Lookup<readonly Listed[]>;
  readonly medicines: Lookup<readonly Listed[]>;
  readonly measures: Lookup<Measurements>;
  readonly otherPatients: number;
}

/** A later reading. What it could not read stays as it was found `before`. */
export function readAgain(before: ChartContext, later: ChartContext): ChartContext {
  const better = <Found>(one: Lookup<Found>, other: Lookup<Found>) => (other.kind === 'failed' ? one : other);
  return {
    conditions: better(before.conditions, later.conditions),
    medicines: better(before.medicines, later.medicines),
    measures: better(before.measures, later.measures),
    otherPatients: Math.max(before.otherPatients, later.otherPatients),
  };
}
