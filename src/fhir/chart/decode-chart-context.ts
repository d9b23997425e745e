// Decodes any JSON from a server as Conditions, MedicationRequests and Observations for the chart context. Never
// throws. Wrong types become "could not be read". Entries of other patients are counted and dropped. Source:
// docs/design/readiness-note.md, "Codes of the chart" and "Reading earlier notes". FHIR R4, and the US Core profiles
// for conditions, medication requests and screening.

import type { Listed, Measured, Measurements, Source } from '../../interview/chart-context.ts';
import { MEASURES, type Measure } from '../../interview/chart-context.ts';
import { OBSERVATION_CATEGORY } from '../categories.ts';
import { LOINC } from '../codes.ts';
import { codesOf, conceptText, valueIn } from '../datatypes/concept.ts';
import { type Bounds, exceeds, field, listAt, textAt } from '../datatypes/json.ts';
import { labelText } from '../datatypes/label-text.ts';
import { firstMoment, type Moment, momentOf, readMoment } from '../datatypes/moment.ts';
import { isAbout } from '../datatypes/reference.ts';
import { hasModifier } from '../entry-parts.ts';
import { MEASURE_ROWS } from './read-measure.ts';

/** What was read, and how many entries belong to another patient or to none. */
export interface PatientEntries<Found> {
  readonly found: Found;
  readonly otherPatients: number;
}

const BOUNDS: Bounds = { text: 20_000, values: 5_000, levels: 30 };

/** The chart's text for a concept, short and on one line. Undefined if it has none. */
const said = (concept: unknown): string | undefined => labelText(conceptText(concept));

const unreliable = (resource: unknown): boolean => exceeds(resource, BOUNDS) || hasModifier(resource);

/** The resources of one type about this patient. The others of that type are counted. */
function ofPatient(
  resources: readonly unknown[],
  type: string,
  patientId: string,
  base: string,
): PatientEntries<unknown[]> {
  const ofType = resources.filter((resource) => textAt(resource, 'resourceType') === type);
  const found = ofType.filter((resource) => isAbout(resource, patientId, base));
  return { found, otherPatients: ofType.length - found.length };
}

/** Compares the code only, because a status without a system still says that a problem is over. */
const hasCode = (concept: unknown, ...wanted: readonly string[]): boolean =>
  listAt(concept, 'coding').some((coding) => wanted.includes(textAt(coding, 'code') ?? ''));

/** Newest first, entries without a date last. Equal dates are sorted by text, whatever order they arrived in. */
function newestFirst<T>(items: readonly (readonly [moment: Moment | undefined, item: T])[]): readonly T[] {
  const key = (moment: Moment | undefined): number => (moment ? Date.parse(moment.at) : Number.NEGATIVE_INFINITY);
  const words = (item: T): string => JSON.stringify(item);
  const order = (a: number, b: number): number => (a === b ? 0 : b - a);
  return items
    .toSorted(([a, one], [b, two]) => order(key(a), key(b)) || (words(one) < words(two) ? -1 : 1))
    .map(([, item]) => item);
}

/** One entry per text. A problem that is on the list and at three visits is shown once, as on the list. */
function onceEach(listed: readonly Listed[]): readonly Listed[] {
  const best = new Map<string, Listed>();
  for (const [nth, one] of listed.entries()) {
    const key = one.kind === 'written' ? one.text.toLowerCase() : `unreadable ${nth}`;
    const held = best.get(key);
    if (!held || (held.source !== 'problem-list' && one.source === 'problem-list')) best.set(key, one);
  }
  return [...best.values()];
}

const CONDITION_SOURCES: readonly (readonly [code: string, source: Source])[] = [
  ['problem-list-item', 'problem-list'],
  ['encounter-diagnosis', 'visit-diagnosis'],
  ['health-concern', 'health-concern'],
];

function conditionSource(resource: unknown): Source {
  const categories = listAt(resource, 'category');
  const named = CONDITION_SOURCES.find(([code]) => categories.some((category) => hasCode(category, code)));
  return named?.[1] ?? 'condition';
}

/** True for entries that are over, refuted or entered in error. */
function isPast(resource: unknown): boolean {
  return (
    hasCode(field(resource, 'clinicalStatus'), 'resolved', 'inactive', 'remission') ||
    hasCode(field(resource, 'verificationStatus'), 'refuted', 'entered-in-error')
  );
}

type Dated = readonly [moment: Moment | undefined, item: Listed];

/** Decodes the entries of one type that count now, newest first. */
const listReader =
  (type: string, isCurrent: (resource: unknown) => boolean, read: (resource: unknown) => Dated) =>
  (resources: readonly unknown[], patientId: string, base: string): PatientEntries<readonly Listed[]> => {
    const { found, otherPatients } = ofPatient(resources, type, patientId, base);
    return { found: onceEach(newestFirst(found.filter(isCurrent).map(read))), otherPatients };
  };

/** Decodes the current problems, newest first. */
export const decodeConditions = listReader(
  'Condition',
  (resource) => !isPast(resource),
  (resource) => {
    const onset = field(field(resource, 'onsetPeriod'), 'start');
    const moment = firstMoment(field(resource, 'recordedDate'), field(resource, 'onsetDateTime'), onset);
    return [moment, listed(resource, field(resource, 'code'), conditionSource(resource), moment)];
  },
);

function listed(resource: unknown, concept: unknown, source: Source, moment: Moment | undefined): Listed {
  const text = unreliable(resource) ? undefined : said(concept);
  if (text === undefined) return { kind: 'unreadable', source, date: moment?.written };
  return { kind: 'written', text, codes: codesOf(concept).slice(0, 20), source, date: moment?.written };
}

const NOT_ORDERED: readonly unknown[] = ['stopped', 'cancelled', 'completed', 'entered-in-error', 'draft'];

/** The medicine as a concept: in the order itself, by the name of the reference, or in a resource that it contains. */
function medicineIn(resource: unknown): unknown {
  const reference = field(resource, 'medicationReference');
  const display = textAt(reference, 'display');
  const contained = listAt(resource, 'contained').find(
    (one) => `#${textAt(one, 'id')}` === textAt(reference, 'reference'),
  );
  return field(resource, 'medicationCodeableConcept') ?? (display ? { text: display } : field(contained, 'code'));
}

/** Decodes medicines that are ordered and not ended, newest first. One without any text is unreadable. */
export const decodeMedicines = listReader(
  'MedicationRequest',
  (resource) => !NOT_ORDERED.includes(field(resource, 'status')) && field(resource, 'doNotPerform') !== true,
  (resource) => {
    const moment = readMoment(field(resource, 'authoredOn'));
    return [moment, listed(resource, medicineIn(resource), 'medicine', moment)];
  },
);

const OBSERVATION_SOURCES: readonly (readonly [code: string, source: Source])[] = [
  ['survey', 'screening'],
  ['social-history', 'social-history'],
  ['laboratory', 'laboratory'],
];

function observationSource(resource: unknown): Source {
  const codes = listAt(resource, 'category')
    .flatMap(codesOf)
    .filter(({ system }) => system === OBSERVATION_CATEGORY);
  const named = OBSERVATION_SOURCES.find(([wanted]) => codes.some(({ code }) => code === wanted));
  return named?.[1] ?? 'observation';
}

const loincOf = (concept: unknown): readonly string[] =>
  codesOf(concept).flatMap(({ system, code }) => (system === LOINC ? [code] : []));

/** The part of an Observation with the measurement: itself or a component. A panel of references has none. */
function holderOf(resource: unknown, measure: Measure): unknown {
  const { code, panel } = MEASURE_ROWS[measure];
  const codes = loincOf(field(resource, 'code'));
  if (codes.includes(code)) return resource;
  if (panel === undefined || !codes.includes(panel)) return undefined;
  const part = listAt(resource, 'component').find((each) => loincOf(field(each, 'code')).includes(code));
  return part ?? (valueIn(resource) ? resource : undefined);
}

const SETTLED: readonly unknown[] = ['final', 'amended', 'corrected'];

function measured(resource: unknown, holder: unknown, measure: Measure, moment: Moment | undefined): Measured {
  const place = { source: observationSource(resource), date: moment?.written };
  if (unreliable(resource)) return { kind: 'unreadable', ...place };
  const reason = field(holder, 'dataAbsentReason');
  if (!valueIn(holder) && reason !== undefined) {
    return { kind: 'unanswered', why: said(reason) ?? 'no reason given', ...place };
  }
  const read = reason === undefined ? MEASURE_ROWS[measure].read(holder) : undefined;
  if (!read) return { kind: 'unreadable', ...place };
  const provisional = SETTLED.includes(field(resource, 'status')) ? undefined : true;
  return { kind: 'found', written: labelText(read.written) ?? '', reading: read.reading, provisional, ...place };
}

/** Decodes the newest entry of every measurement. If the newest is unreadable, an older one is not used instead. */
export function decodeMeasures(
  resources: readonly unknown[],
  patientId: string,
  base: string,
): PatientEntries<Measurements> {
  const { found, otherPatients } = ofPatient(resources, 'Observation', patientId, base);
  const standing = found.filter((one) => !['entered-in-error', 'cancelled'].includes(textAt(one, 'status') ?? ''));
  const newest = (measure: Measure): Measured => {
    const entries = standing.flatMap((resource) => {
      const holder = holderOf(resource, measure);
      const moment = momentOf(resource);
      return holder === undefined ? [] : [[moment, measured(resource, holder, measure, moment)] as const];
    });
    return newestFirst(entries)[0] ?? { kind: 'missing' };
  };
  const pairs = MEASURES.map((measure) => [measure, newest(measure)] as const);
  return { found: Object.fromEntries(pairs) as Measurements, otherPatients };
}
