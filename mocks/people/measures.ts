// Measurements and screening answers of a synthetic chart, as FHIR Observations. Only published LOINC codes.

import type { CodeableConcept, Observation, ObservationComponent, Quantity } from 'fhir/r4';
import type { Calendar } from './calendar.ts';

const LOINC = 'http://loinc.org';
const UCUM = 'http://unitsofmeasure.org';
const SNOMED = 'http://snomed.info/sct';
const CATEGORY = 'http://terminology.hl7.org/CodeSystem/observation-category';

type CategoryCode = 'survey' | 'social-history' | 'laboratory' | 'vital-signs';

/** Smoking status: the answers of LOINC 72166-2 used here (SNOMED CT). */
const SMOKING = {
  daily: ['449868002', 'Smokes tobacco daily'],
  'some-days': ['428041000124106', 'Occasional tobacco smoker'],
  former: ['8517006', 'Ex-smoker'],
  never: ['266919005', 'Never smoked tobacco'],
} as const;

const NUMBERS = {
  'audit-c': ['75626-2', 'Total score [AUDIT-C]', 'survey', '{score}', 'AUDIT-C total'],
  'phq-9': ['44261-6', 'Patient Health Questionnaire 9 item (PHQ-9) total score', 'survey', '{score}', 'PHQ-9 total'],
  'gad-7': ['70274-6', 'Generalized anxiety disorder 7 item (GAD-7) total score', 'survey', '{score}', 'GAD-7 total'],
  act: ['82668-5', 'Total score [ACT]', 'survey', '{score}', 'Asthma Control Test total'],
  'exercise-days': ['89555-7', 'Exercise days per week', 'social-history', 'd/wk', 'Exercise days per week'],
  'exercise-minutes': ['68516-4', 'Exercise minutes per day', 'social-history', 'min/d', 'Exercise minutes per day'],
  hba1c: ['4548-4', 'Hemoglobin A1c', 'laboratory', '%', 'HbA1c'],
  weight: ['29463-7', 'Body weight', 'vital-signs', 'kg', 'Weight'],
} as const;

const PANELS = {
  'audit-c': ['72109-2', 'AUDIT-C panel'],
  'phq-9': ['44249-1', 'PHQ-9 panel'],
} as const;

/** One measurement or screening answer on one day. */
export type Measure =
  | { readonly kind: keyof typeof NUMBERS; readonly daysAgo: number; readonly value: number }
  | { readonly kind: 'blood-pressure'; readonly daysAgo: number; readonly systolic: number; readonly diastolic: number }
  | { readonly kind: 'smoking'; readonly daysAgo: number; readonly status: keyof typeof SMOKING }
  | { readonly kind: 'pregnant'; readonly daysAgo: number };

/** The person of the measurement, and its place in the chart. */
export interface MeasureContext {
  readonly patientId: string;
  readonly place: number;
  readonly calendar: Calendar;
}

// The display is LOINC's. The text is the clinician's name for it.
const loinc = (code: string, display: string, text = display): CodeableConcept => ({
  coding: [{ system: LOINC, code, display }],
  text,
});

const quantity = (value: number, unit: string): Quantity => ({ value, unit, system: UCUM, code: unit });

function base(context: MeasureContext, daysAgo: number, category: CategoryCode, code: CodeableConcept): Observation {
  const { patientId, place, calendar } = context;
  const id = `${patientId}-obs-${place}`;
  const at = daysAgo === 0 ? calendar.minutesAgo(2) : calendar.at(daysAgo, '10:05');
  return {
    resourceType: 'Observation',
    id,
    meta: { lastUpdated: at },
    status: 'final',
    category: [{ coding: [{ system: CATEGORY, code: category }] }],
    code,
    subject: { reference: `Patient/${patientId}` },
    effectiveDateTime: at,
    issued: at,
  };
}

function panelOver(
  context: MeasureContext,
  kind: keyof typeof PANELS,
  daysAgo: number,
  member: Observation,
): Observation {
  const [code, display] = PANELS[kind];
  return {
    ...base(context, daysAgo, 'survey', loinc(code, display)),
    id: `${context.patientId}-obs-${context.place}-panel`,
    hasMember: [{ reference: `Observation/${member.id}` }],
  };
}

function bloodPressure(systolic: number, diastolic: number): ObservationComponent[] {
  return [
    { code: loinc('8480-6', 'Systolic blood pressure'), valueQuantity: quantity(systolic, 'mm[Hg]') },
    { code: loinc('8462-4', 'Diastolic blood pressure'), valueQuantity: quantity(diastolic, 'mm[Hg]') },
  ];
}

function encodeNumber(context: MeasureContext, kind: keyof typeof NUMBERS, daysAgo: number, value: number) {
  const [code, display, category, unit, text] = NUMBERS[kind];
  const observation: Observation = {
    ...base(context, daysAgo, category, loinc(code, display, text)),
    valueQuantity: quantity(value, unit),
  };
  return kind === 'audit-c' || kind === 'phq-9'
    ? [observation, panelOver(context, kind, daysAgo, observation)]
    : [observation];
}

/** The Observations of one measure: one, or a screening total with the panel it belongs to. */
export function encodeMeasure(measure: Measure, context: MeasureContext): readonly Observation[] {
  switch (measure.kind) {
    case 'blood-pressure': {
      const code = loinc('85354-9', 'Blood pressure panel with all children optional', 'Blood pressure');
      const component = bloodPressure(measure.systolic, measure.diastolic);
      return [{ ...base(context, measure.daysAgo, 'vital-signs', code), component }];
    }
    case 'smoking': {
      const [code, display] = SMOKING[measure.status];
      const value = { coding: [{ system: SNOMED, code, display }], text: display };
      const asked = loinc('72166-2', 'Tobacco smoking status');
      return [{ ...base(context, measure.daysAgo, 'social-history', asked), valueCodeableConcept: value }];
    }
    case 'pregnant': {
      const value = { coding: [{ system: SNOMED, code: '77386006', display: 'Pregnant' }], text: 'Pregnant' };
      const asked = loinc('82810-3', 'Pregnancy status');
      return [{ ...base(context, measure.daysAgo, 'social-history', asked), valueCodeableConcept: value }];
    }
    default:
      return encodeNumber(context, measure.kind, measure.daysAgo, measure.value);
  }
}
