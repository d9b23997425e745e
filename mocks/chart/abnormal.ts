// Flags results above the usual cut-off of a screening or a laboratory, as charts do. The sandbox needs one rule each.

import type { Observation } from 'fhir/r4';

/** The lowest flagged value by LOINC code: AUDIT-C, PHQ-9, GAD-7, HbA1c in percent, systolic and diastolic pressure. */
const HIGH_FROM: Readonly<Record<string, number>> = {
  '75626-2': 4,
  '44261-6': 10,
  '70274-6': 10,
  '4548-4': 6.5,
  '8480-6': 140,
  '8462-4': 90,
};

type Part = Pick<Observation, 'code' | 'valueQuantity'>;

const isHighPart = ({ code, valueQuantity }: Part): boolean => {
  const from = HIGH_FROM[code.coding?.[0]?.code ?? ''];
  return from !== undefined && (valueQuantity?.value ?? Number.NEGATIVE_INFINITY) >= from;
};

/** True if the value, or a component of it, is at or above its cut-off. */
export const isHigh = (result: Observation): boolean => isHighPart(result) || (result.component ?? []).some(isHighPart);
