// Reads one screening total, count or result in the forms that charts use. Nothing is rounded, converted or guessed. A
// number that is out of range, off the scale or in an unknown unit gives undefined. Codes:
// docs/design/readiness-note.md, "Codes of the chart".

import type { Measure, MeasuredValue } from '../../interview/chart-context.ts';
import { LOINC, SNOMED } from '../codes.ts';
import { codesOf, conceptText, valueIn } from '../datatypes/concept.ts';
import { field, textAt, textOf } from '../datatypes/json.ts';

/** One value, as written in the chart and as a number. */
interface ReadMeasure {
  readonly written: string;
  readonly reading: MeasuredValue;
}

/** Reads the value of an Observation or component. Undefined if it is not reliable. */
type Read = (holder: unknown) => ReadMeasure | undefined;

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

const wholeNumber =
  ({ least = 0, most, units }: Scale): Read =>
  (holder) => {
    const amount = amountOf(holder);
    if (!amount || amount.comparator !== undefined || !amount.units.every((unit) => units.includes(unit)))
      return undefined;
    const { value } = amount;
    if (!Number.isInteger(value) || value < least || value > most) return undefined;
    return { written: String(value), reading: { kind: 'number', value, unit: 'none' } };
  };

const SCORE_UNITS = ['{score}', 'score', '1', '{#}', 'points'];
const total = (most: number, least = 0): Read => wholeNumber({ least, most, units: SCORE_UNITS });

const HBA1C_SCALES = [
  { unit: '%', names: ['%', 'percent', '%{HbA1c}', '% of total Hgb'], least: 2, most: 25 },
  { unit: 'mmol/mol', names: ['mmol/mol'], least: 5, most: 250 },
] as const;

function hba1c(holder: unknown): ReadMeasure | undefined {
  const amount = amountOf(holder);
  const scale = HBA1C_SCALES.find(
    ({ names }) => amount?.units.length && amount.units.every((unit) => (names as readonly string[]).includes(unit)),
  );
  if (!amount || !scale || !(amount.value >= scale.least && amount.value <= scale.most)) return undefined;
  if (amount.comparator !== undefined && !['<', '<=', '>', '>='].includes(amount.comparator)) return undefined;
  const written = [amount.comparator, String(amount.value), scale.unit].filter(Boolean).join(' ');
  return { written, reading: { kind: 'number', value: amount.value, unit: scale.unit } };
}

type Status = Extract<MeasuredValue, { readonly kind: 'smoking' }>['status'];

/** US Core smoking status answers, SNOMED CT and LOINC LL2201-3. The texts are ours, because displays may label. */
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

/** One measurement: its LOINC code, the panel that may contain it, its category in US Core, and how it is read. */
interface MeasureRow {
  readonly code: string;
  readonly panel?: string;
  readonly category: 'social-history' | 'survey' | 'laboratory';
  readonly read: Read;
}

export const MEASURE_ROWS: { readonly [M in Measure]: MeasureRow } = {
  smoking: { code: '72166-2', category: 'social-history', read: smoking },
  'audit-c': { code: '75626-2', panel: '72109-2', category: 'survey', read: total(12) },
  'phq-9': { code: '44261-6', panel: '44249-1', category: 'survey', read: total(27) },
  'gad-7': { code: '70274-6', panel: '69737-5', category: 'survey', read: total(21) },
  act: { code: '82668-5', panel: '82674-3', category: 'survey', read: total(25, 5) },
  'exercise-days': {
    code: '89555-7',
    category: 'social-history',
    read: wholeNumber({ most: 7, units: ['d/wk', 'd', 'days', 'days/week', 'days/wk', '{days}/wk', 'd/w', '/wk'] }),
  },
  'exercise-minutes': {
    code: '68516-4',
    category: 'social-history',
    read: wholeNumber({ most: 1440, units: ['min/d', 'min', 'minutes', 'min/day', 'minutes/day', '{min}/d'] }),
  },
  hba1c: { code: '4548-4', category: 'laboratory', read: hba1c },
};
