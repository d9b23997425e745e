// Reads the chart context: three searches in parallel, each only if this sign-in may make it. Nothing waits for it. A
// search that fails is reported as failed.

import { OBSERVATION_CATEGORY } from '../../fhir/categories.ts';
import {
  decodeConditions,
  decodeMeasures,
  decodeMedicines,
  type PatientEntries,
} from '../../fhir/chart/decode-chart-context.ts';
import { MEASURE_ROWS } from '../../fhir/chart/read-measure.ts';
import { LOINC } from '../../fhir/codes.ts';
import {
  type ChartContext,
  type Lookup,
  MEASURES,
  type Measure,
  type Measurements,
} from '../../interview/chart-context.ts';
import { searchPath } from '../server/address.ts';
import { readPages } from '../server/bundle-pages.ts';
import type { ChartAccess } from '../server/chart-access.ts';
import { can, type ScopedResource } from '../server/scopes.ts';

function sampleOf(measure: Measure): ScopedResource {
  const { code, category } = MEASURE_ROWS[measure];
  return {
    category: [{ coding: [{ system: OBSERVATION_CATEGORY, code: category }] }],
    code: { coding: [{ system: LOINC, code }] },
  };
}

const CONDITION_CATEGORY = 'http://terminology.hl7.org/CodeSystem/condition-category';
const PROBLEM: ScopedResource = { category: [{ coding: [{ system: CONDITION_CATEGORY, code: 'problem-list-item' }] }] };

interface ContextSearch<Found> {
  readonly type: string;
  readonly term?: readonly [string, string];
  readonly decode: (resources: readonly unknown[], patientId: string, base: string) => PatientEntries<Found>;
}

interface Answer<Found> {
  readonly lookup: Lookup<Found>;
  readonly otherPatients: number;
}

async function ask<Found>(
  { base, patient, fetchOne }: ChartAccess,
  { type, term, decode }: ContextSearch<Found>,
  mayAsk: boolean,
  signal: AbortSignal,
): Promise<Answer<Found>> {
  if (!mayAsk) return { lookup: { kind: 'not-available' }, otherPatients: 0 };
  const terms = [['patient', patient] as const, ...(term ? [term] : []), ['_count', '100'] as const];
  const read = await readPages(base, fetchOne, searchPath(type, terms), signal);
  if (!read.ok) return { lookup: { kind: 'failed' }, otherPatients: 0 };
  const { found, otherPatients } = decode(read.value.resources, patient, base);
  return { lookup: { kind: 'read', found, partial: read.value.shortfalls.length > 0 }, otherPatients };
}

/** Measurements that this sign-in may not read are not asked for, and are reported as not available. */
function measuresOf(allowed: readonly Measure[]): ContextSearch<Measurements> {
  const codes = allowed
    .map((measure) => MEASURE_ROWS[measure])
    .flatMap(({ code, panel }) => (panel ? [code, panel] : [code]));
  return {
    type: 'Observation',
    term: ['code', codes.map((code) => `${LOINC}|${code}`).join(',')],
    decode: (resources, patientId, base) => {
      const { found, otherPatients } = decodeMeasures(resources, patientId, base);
      const pairs = MEASURES.map(
        (measure) => [measure, allowed.includes(measure) ? found[measure] : { kind: 'not-available' }] as const,
      );
      return { found: Object.fromEntries(pairs) as Measurements, otherPatients };
    },
  };
}

const PROBLEMS = { type: 'Condition', decode: decodeConditions } as const;
const MEDICINES = { type: 'MedicationRequest', term: ['intent', 'order,plan'], decode: decodeMedicines } as const;

/** Reads problems, medicines and measurements. Never fails as a whole: each part says how it ended. */
export async function readChartContext(input: ChartAccess, signal: AbortSignal): Promise<ChartContext> {
  const { scopes } = input;
  const allowed = MEASURES.filter((measure) => can(scopes, 'Observation', 'search', sampleOf(measure)));
  const [conditions, medicines, measures] = await Promise.all([
    ask(input, PROBLEMS, can(scopes, 'Condition', 'search', PROBLEM), signal),
    ask(input, MEDICINES, can(scopes, 'MedicationRequest', 'search'), signal),
    ask(input, measuresOf(allowed), allowed.length > 0, signal),
  ]);
  return {
    conditions: conditions.lookup,
    medicines: medicines.lookup,
    measures: measures.lookup,
    otherPatients: conditions.otherPatients + medicines.otherPatients + measures.otherPatients,
  };
}
