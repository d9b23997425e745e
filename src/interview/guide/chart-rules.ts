// Rules for chart entries that suggest a family of behaviors. Data only: an entry suggests a topic to offer and says
// nothing about a patient's risk, readiness or need. Missing data suggests nothing.

import type { Measure, MeasuredValue } from '../chart-context.ts';
import type { Family } from './families.ts';

/** A family that measured values suggest. `when` is never called for missing or unreadable values. */
export interface MeasureRule {
  readonly family: Family;
  readonly measure: Measure;
  readonly when: (reading: MeasuredValue) => boolean;
  readonly source: string;
}

const atLeast =
  (least: number, unit: 'none' | '%' | 'mmol/mol' = 'none') =>
  (reading: MeasuredValue): boolean =>
    reading.kind === 'number' && reading.unit === unit && reading.value >= least;

const atMost =
  (most: number) =>
  (reading: MeasuredValue): boolean =>
    reading.kind === 'number' && reading.unit === 'none' && reading.value <= most;

/** In the order topics are offered. The lower of two published cut-offs is taken: it only offers a topic earlier. */
export const MEASURE_RULES: readonly MeasureRule[] = [
  {
    family: 'tobacco',
    measure: 'smoking',
    when: (reading) => reading.kind === 'smoking' && reading.status === 'current',
    source: 'US Core smoking status, answers of current smoking',
  },
  {
    family: 'alcohol',
    measure: 'audit-c',
    when: atLeast(3),
    source: 'AUDIT-C, 3 or more (Bush 1998, Bradley 2007: 3 for women, 4 for men)',
  },
  { family: 'diabetes', measure: 'hba1c', when: atLeast(6.5, '%'), source: 'HbA1c 6.5 % (WHO 2011)' },
  { family: 'diabetes', measure: 'hba1c', when: atLeast(48, 'mmol/mol'), source: 'HbA1c 48 mmol/mol (WHO 2011)' },
  { family: 'mood', measure: 'phq-9', when: atLeast(10), source: 'PHQ-9, 10 or more (Kroenke 2001)' },
  { family: 'anxiety', measure: 'gad-7', when: atLeast(10), source: 'GAD-7, 10 or more (Spitzer 2006)' },
  {
    family: 'asthma',
    measure: 'act',
    when: atMost(19),
    source: 'Asthma Control Test, 19 or less (Schatz 2006; LOINC 82668-5)',
  },
];

/** Activity is offered below this many minutes a week (WHO guidelines 2020, adults: 150 to 300). */
export const ACTIVE_MINUTES_A_WEEK = 150;

/** A family that problems or medicines suggest, by ICD-10 code or by the chart's text. */
export interface ListRule {
  readonly family: Family;
  readonly list: 'conditions' | 'medicines';
  readonly icd10?: RegExp;
  readonly words: RegExp;
}

const problem = (family: Family, icd10: RegExp, words: RegExp): ListRule => ({
  family,
  list: 'conditions',
  icd10,
  words,
});
const medicine = (family: Family, words: RegExp): ListRule => ({ family, list: 'medicines', words });

/** In the order topics are offered. ICD-10 and ICD-10-CM chapters as published by WHO and CDC, our own words. */
export const LIST_RULES: readonly ListRule[] = [
  problem('tobacco', /^(?:F17|Z72\.0|O99\.33)/, /\b(?:tobacco|smok\w*|nicotine|cigar\w*|vap(?:e|es|ing))\b/i),
  problem('alcohol', /^(?:F10|K70|Z72\.1)/, /\balcohol\w*\b/i),
  problem(
    'substances',
    /^(?:F11|F12|F13|F14|F15|F16|F18|F19|Z72\.2)/,
    /\b(?:opioid|opiate|heroin|cannabis|cocaine|amphetamine|methamphetamine|substance use)\b/i,
  ),
  problem('medicines', /^Z91\.1/, /\b(?:missed (?:doses|medicines|tablets)|medication adherence)\b/i),
  problem('diabetes', /^E(?:08|09|10|11|13)/, /\b(?:diabetes|prediabetes)\b/i),
  problem('asthma', /^J45/, /\basthma\b/i),
  problem(
    'heart',
    /^(?:I1[0-6]|I50|N18|R03\.0)/,
    /\b(?:hypertension|high blood pressure|heart failure|kidney disease)\b/i,
  ),
  problem('mood', /^(?:F32|F33|F34\.1)/, /\bdepress\w*\b/i),
  problem('anxiety', /^F4[01]/, /\b(?:anxiety|panic|phobi\w*)\b/i),
  problem('pain', /^(?:G89|M54|M79\.7)/, /\b(?:back|chronic|long-lasting) .*pain\b|\bfibromyalgia\b/i),
  problem('weight', /^E66/, /\b(?:obesity|overweight|higher weight)\b/i),
  problem('sleep', /^(?:G47\.0|F51)/, /\binsomnia\b/i),
  problem('gambling', /^(?:F63\.0|Z72\.6)/, /\bgambling\b/i),
  medicine('tobacco', /\b(?:nicotine|varenicline|cytisin\w*)\b/i),
  medicine('alcohol', /\b(?:acamprosate|disulfiram)\b/i),
  medicine('diabetes', /\b(?:insulin|metformin)\b/i),
];

/** Entries about someone else, the past or a planned check suggest no topic. */
export const NOT_THEIRS =
  /^(?:family history|fh\b|screening for|history of|encounter for|at risk|risk of|no )|\b(?:non-?|never |ex-?|former |passive |second-?hand )smok/i;
