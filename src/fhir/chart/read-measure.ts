// Reads one screening total, count or result in the forms that charts use. Nothing is rounded, converted or guessed. A
// number that is out of range, off the scale or in an unknown unit gives undefined. Codes:
// docs/design/readiness-note.md, "Codes of the chart".

import type { Measure, Reading } from '../../interview/chart-context.ts';
import { LOINC, SNOMED } from '../codes.ts';
import { codesOf, conceptText, valueIn } from '../datatypes/concept.ts';
import { field, textAt, textOf } from '../datatypes/json.ts';

/** The LOINC code of each measurement. */
export const TOTAL_CODES: { readonly [M in Measure]: string } = {
  smoking: '72166-2',
  'audit-c': '75626-2',
  'phq-9': '44261-6',
  'gad-7': '70274-6',
  act: '82668-5',
  'exercise-days': '89555-7',
  'exercise-minutes': '68516-4',
  hba1c: '4548-4',
};

/** The LOINC panel that may contain a total. */
export const PANEL_CODES: { readonly [M in Measure]?: string } = {
  'audit-c': '72109-2',
  'phq-9': '44249-1',
  'gad-7': '69737-5',
  act: '82674-3',
};

/** One value, as written in the chart and as a number. */
export interface ReadMeasure {
  readonly written: string;
  readonly reading: Reading;
}

interface Amount {
  readonly value: number;
  readonly comparator?: string | undefined;
  readonly units: readonly string[];
}

function amountOf(holder: unknown): Amount | undefined {
  const held = valueIn(holder);
  if (held?.type === 'Integer' && typeof held.value === 'number') return { value: held.value, units: [] };
  const spelled = held?.type === 'String' ? textOf(held.value)?.trim() : undefined;
  if (spelled && /^\d{1,4}$/.test(spelled)) return { value: Number(spelled), units: [] };
  const value = held?.type === 'Quantity' ? field(held.value, 'value') : undefined;
  if (typeof value !== 'number') return undefined;
  const comparator = field(held?.value, 'comparator');
  const units = [textAt(held?.value, 'unit'), textAt(held?.value, 'code')].filter((unit) => unit !== undefined);
  return { value, units, comparator: comparator === undefined ? undefined : String(comparator) };
}

interface Scale {
  /** 0 where it is not given. */
  readonly least?: number;
  readonly most: number;
  readonly units: readonly string[];
}

const SCORE_UNITS = ['{score}', 'score', '1', '{#}', 'points'];
const SCALES: { readonly [M in Exclude<Measure, 'smoking' | 'hba1c'>]: Scale } = {
  'audit-c': { most: 12, units: SCORE_UNITS },
  'phq-9': { most: 27, units: SCORE_UNITS },
  'gad-7': { most: 21, units: SCORE_UNITS },
  act: { least: 5, most: 25, units: SCORE_UNITS },
  'exercise-days': { most: 7, units: ['d/wk', 'd', 'days', 'days/week', 'days/wk', '{days}/wk', 'd/w', '/wk'] },
  'exercise-minutes': { most: 1440, units: ['min/d', 'min', 'minutes', 'min/day', 'minutes/day', '{min}/d'] },
};

function wholeNumber(amount: Amount | undefined, { least = 0, most, units }: Scale): ReadMeasure | undefined {
  if (!amount || amount.comparator !== undefined || !amount.units.every((unit) => units.includes(unit)))
    return undefined;
  const { value } = amount;
  if (!Number.isInteger(value) || value < least || value > most) return undefined;
  return { written: String(value), reading: { kind: 'number', value, unit: 'none' } };
}

const HBA1C_SCALES = [
  { unit: '%', names: ['%', 'percent', '%{HbA1c}', '% of total Hgb'], least: 2, most: 25 },
  { unit: 'mmol/mol', names: ['mmol/mol'], least: 5, most: 250 },
] as const;

function hba1c(amount: Amount | undefined): ReadMeasure | undefined {
  const scale = HBA1C_SCALES.find(
    ({ names }) => amount?.units.length && amount.units.every((unit) => (names as readonly string[]).includes(unit)),
  );
  if (!amount || !scale || !(amount.value >= scale.least && amount.value <= scale.most)) return undefined;
  if (amount.comparator !== undefined && !['<', '<=', '>', '>='].includes(amount.comparator)) return undefined;
  const written = [amount.comparator, String(amount.value), scale.unit].filter(Boolean).join(' ');
  return { written, reading: { kind: 'number', value: amount.value, unit: scale.unit } };
}

type Status = Extract<Reading, { readonly kind: 'smoking' }>['status'];

/**
 * US Core smoking status answers, SNOMED CT and LOINC LL2201-3. The texts are ours, because displays differ and may
 * label.
 */
const SMOKING: readonly (readonly [status: Status, words: string, sct: string, loinc: string])[] = [
  ['current', 'Smokes daily', '449868002', 'LA18976-3'],
  ['current', 'Smokes on some days', '428041000124106', 'LA18977-1'],
  ['current', 'Smokes heavily', '428071000124103', 'LA18981-3'],
  ['current', 'Smokes lightly', '428061000124105', 'LA18982-1'],
  ['current', 'Smokes, how often is not recorded', '77176002', 'LA18979-7'],
  ['former', 'Used to smoke', '8517006', 'LA15920-4'],
  ['never', 'Never smoked', '266919005', 'LA18978-9'],
  ['other', 'Not known', '266927001', 'LA18980-5'],
];

function smoking(holder: unknown): ReadMeasure | undefined {
  const held = valueIn(holder);
  if (held?.type === 'String') {
    const words = textOf(held.value)?.trim();
    return words ? { written: words, reading: { kind: 'smoking', status: 'other' } } : undefined;
  }
  if (held?.type !== 'CodeableConcept') return undefined;
  const codes = codesOf(held.value);
  const rows = SMOKING.filter(([, , sct, loinc]) =>
    codes.some(({ system, code }) => (system === SNOMED && code === sct) || (system === LOINC && code === loinc)),
  );
  const [row] = rows;
  // Conflicting answers count as unanswered.
  if (row && rows.length === 1) return { written: row[1], reading: { kind: 'smoking', status: row[0] } };
  const words = rows.length > 1 ? undefined : conceptText(held.value);
  return words ? { written: words, reading: { kind: 'smoking', status: 'other' } } : undefined;
}

/** Reads the value of an Observation or component as this measurement. Undefined if it is not reliable. */
export function readMeasure(measure: Measure, holder: unknown): ReadMeasure | undefined {
  if (measure === 'smoking') return smoking(holder);
  return measure === 'hba1c' ? hba1c(amountOf(holder)) : wholeNumber(amountOf(holder), SCALES[measure]);
}
