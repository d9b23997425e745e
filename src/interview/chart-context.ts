// What a chart says beside the talk: problems, medicines, a few measurements, each with its date and source. Read only.
// It knows no FHIR, and judges nothing: missing is missing, never zero and never "low risk".

import type { Code } from './talk/focus.ts';

/** The measurements looked for, in the order shown. */
export const MEASURES = ['smoking', 'audit-c', 'phq-9', 'gad-7', 'exercise-days', 'exercise-minutes', 'hba1c'] as const;
export type Measure = (typeof MEASURES)[number];

/** What clinicians call them. */
export const MEASURE_NAMES: { readonly [M in Measure]: string } = {
  smoking: 'Smoking',
  'audit-c': 'AUDIT-C',
  'phq-9': 'PHQ-9',
  'gad-7': 'GAD-7',
  'exercise-days': 'Exercise, days a week',
  'exercise-minutes': 'Exercise, minutes a day',
  hba1c: 'HbA1c',
};

/** Which part of the chart an entry stands in. */
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

/** `date` is the chart's own, at any FHIR precision; absent where the chart gives none. */
interface Placed {
  readonly date?: string;
  readonly source: Source;
}

/** A problem or a medicine that counts today, in the chart's words (at most 200 characters), or one that cannot be read. */
export type Listed =
  | ({ readonly kind: 'written'; readonly text: string; readonly codes: readonly Code[] } & Placed)
  | ({ readonly kind: 'unreadable' } & Placed);

/** A number in its unit as the chart has it, or how someone stands to smoking (`other`: none of the three for certain). */
export type Reading =
  | { readonly kind: 'number'; readonly value: number; readonly unit: 'none' | '%' | 'mmol/mol' }
  | { readonly kind: 'smoking'; readonly status: 'current' | 'former' | 'never' | 'other' };

/**
 * The newest entry of one measurement. `unanswered`: it was looked into and the chart says why there is no value.
 * `provisional`: the chart does not call it final. `not-available`: this sign-in may not read it.
 */
export type Measured =
  | ({
      readonly kind: 'found';
      readonly written: string;
      readonly reading: Reading;
      readonly provisional?: true;
    } & Placed)
  | ({ readonly kind: 'unanswered'; readonly why: string } & Placed)
  | ({ readonly kind: 'unreadable' } & Placed)
  | { readonly kind: 'missing' }
  | { readonly kind: 'not-available' };

/** How one search ended. `partial`: the server held back some of it. `not-available`: this sign-in may not search it. */
export type Lookup<Found> =
  | { readonly kind: 'read'; readonly found: Found; readonly partial: boolean }
  | { readonly kind: 'failed' }
  | { readonly kind: 'not-available' };

/** The newest entry of every measurement. */
export type Measurements = { readonly [M in Measure]: Measured };

/** Everything read. `otherPatients` counts entries dropped because they belong to someone else. */
export interface ChartContext {
  readonly conditions: Lookup<readonly Listed[]>;
  readonly medicines: Lookup<readonly Listed[]>;
  readonly measures: Lookup<Measurements>;
  readonly otherPatients: number;
}
