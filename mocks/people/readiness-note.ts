// A readiness note as an Observation, built from the published form (docs/fhir/observation.md). Written without the
// app's own codec on purpose, so that each can show a fault of the other.

import { createHash } from 'node:crypto';
import type { CodeableConcept, Observation, ObservationComponent, Reference } from 'fhir/r4';
import type { Calendar } from './calendar.ts';
import { clinicianReference } from './clinic.ts';
import type { PlanEntry, ReadinessEntry, RulerEntry } from './readiness-entry.ts';
import { narrative, noteText, SOME_BEHAVIOR } from './readiness-text.ts';

/** The permanent identifier that Evoke publishes: its local code system and the identifier system of its notes. */
const ROOT = 'urn:oid:2.25.225303994969635414043760540918332801536';
export const LOCAL = `${ROOT}.1`;
export const NOTE_ID = `${ROOT}.2`;
/** The code system of HL7's Person-Centered Outcomes guide for readiness. */
export const PCO = 'http://hl7.org/fhir/us/pco/CodeSystem/readiness-assessment-concepts-temporary';
const CATEGORY = 'http://terminology.hl7.org/CodeSystem/observation-category';
const ABSENT = 'http://terminology.hl7.org/CodeSystem/data-absent-reason';
const SNOMED = 'http://snomed.info/sct';

/** The person of the note, its place among their notes, and the visit if there was one. */
export interface NoteContext {
  readonly patientId: string;
  readonly firstName: string;
  readonly place: number;
  readonly calendar: Calendar;
  readonly encounter?: Reference;
}

type Value = Omit<ObservationComponent, 'code'>;

const localCode = (code: string): CodeableConcept => ({ coding: [{ system: LOCAL, code }] });
const plain = (code: string): string =>
  code.replace(/^ct-/, 'For change: ').replace(/^st-/, 'For staying the same: ').replaceAll('-', ' ');
const fact = (code: string, value: Value): ObservationComponent => ({
  code: { ...localCode(code), text: plain(code) },
  ...value,
});
const words = (code: string, text: string | undefined): ObservationComponent[] =>
  text === undefined ? [] : [fact(code, { valueString: text })];
const choice = (code: string, answer: string | undefined): ObservationComponent[] =>
  answer === undefined ? [] : [fact(code, { valueCodeableConcept: localCode(answer) })];
const each = (code: string, texts: readonly string[] | undefined): ObservationComponent[] =>
  (texts ?? []).map((text) => fact(code, { valueString: text }));

/** A UUID that is always the same for the same seed, in the form of a random one. */
export function steadyUuid(seed: string): string {
  const hex = createHash('sha256').update(seed).digest('hex');
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4] ?? '8';
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const RULERS = {
  importance: { system: PCO, label: 'Importance of change, 0 to 10' },
  confidence: { system: PCO, label: 'Confidence to change, 0 to 10' },
  readiness: { system: LOCAL, label: 'Readiness to change, 0 to 10' },
} as const;

function rulerComponents(name: keyof typeof RULERS, entry: RulerEntry | undefined): ObservationComponent[] {
  const { system, label } = RULERS[name];
  const code = { coding: [{ system, code: name }], text: label };
  const absent = (reason: string): ObservationComponent => ({
    code,
    dataAbsentReason: { coding: [{ system: ABSENT, code: reason }] },
  });
  if (entry === undefined) return [absent('not-asked')];
  if (entry === 'declined') return [absent('asked-declined')];
  if (typeof entry === 'number') return [{ code, valueInteger: entry }];
  const again = entry.again === undefined ? [] : [{ code, valueInteger: entry.again }];
  return [{ code, valueInteger: entry.score }, ...again];
}

function rulerWords(name: keyof typeof RULERS, entry: RulerEntry | undefined): ObservationComponent[] {
  if (typeof entry !== 'object') return [];
  return [...words(`${name}-why`, entry.why), ...words(`${name}-raise`, entry.raise)];
}

function focusComponents(entry: ReadinessEntry): ObservationComponent[] {
  const { label, code } = entry.about;
  const target = { coding: [{ system: SNOMED, code: code ?? SOME_BEHAVIOR }], text: label };
  return [
    fact('target-behaviour', { valueCodeableConcept: target }),
    ...(entry.about.sensitive ? [fact('sensitive-topic', { valueBoolean: true })] : []),
    ...words('change-goal', entry.goal),
    ...choice('change-direction', entry.direction && `direction-${entry.direction}`),
    ...choice('raised-by', entry.raisedBy && `raised-${entry.raisedBy}`),
    ...(entry.permission === undefined ? [] : [fact('permission', { valueBoolean: entry.permission })]),
  ];
}

function engageComponents(entry: ReadinessEntry): ObservationComponent[] {
  return [
    ...each('agenda-item', entry.agenda),
    ...each('strength', entry.strengths),
    ...words('who-was-present', entry.present),
    ...choice('last-step-result', entry.lastStep && `step-${entry.lastStep.result}`),
    ...words('last-step-words', entry.lastStep?.words),
    ...(entry.information ?? []).flatMap(({ given, view }) => [
      ...words('information-given', given),
      ...words('information-view', view),
    ]),
  ];
}

function talkComponents({ said = [], unworded }: ReadinessEntry): ObservationComponent[] {
  const count = (side: 'ct' | 'st') => said.filter(([code]) => code.startsWith(`${side}-`)).length;
  return [
    ...said.map(([code, text]) => fact(code, { valueString: text })),
    fact('ct-count', { valueInteger: count('ct') + (unworded?.change ?? 0) }),
    fact('st-count', { valueInteger: count('st') + (unworded?.sustain ?? 0) }),
  ];
}

function followUpDay(plan: PlanEntry, daysAgo: number, calendar: Calendar): string | undefined {
  const inDays = plan.followUp?.inDays;
  return inDays === undefined ? undefined : calendar.day(daysAgo - inDays);
}

function planComponents(entry: ReadinessEntry, calendar: Calendar): ObservationComponent[] {
  const { plan } = entry;
  if (plan === undefined) return [];
  const day = followUpDay(plan, entry.daysAgo, calendar);
  const followUp = day === undefined ? [] : [fact('plan-follow-up', { valueDateTime: day })];
  const how = words('plan-follow-up-how', plan.followUp?.how);
  if (plan.kind === 'not-today') {
    return [...choice('plan-outcome', 'plan-not-today'), ...words('plan-not-today-why', plan.why), ...how, ...followUp];
  }
  const confidence = plan.confidence;
  return [
    ...choice('plan-outcome', 'plan-agreed'),
    ...words('plan-change', plan.change),
    ...each('plan-reason', plan.reasons),
    ...words('plan-first-step', plan.firstStep),
    ...each('plan-step', plan.steps),
    ...each('plan-support', plan.supports),
    ...words('plan-sign-working', plan.signWorking),
    ...each('plan-barrier', plan.barriers),
    ...each('plan-if-then', plan.ifThens),
    ...words('plan-if-not-working', plan.ifNotWorking),
    ...words('plan-commitment', plan.commitment),
    ...words('plan-referral', plan.referral),
    ...how,
    ...(confidence === undefined ? [] : [fact('plan-confidence', { valueInteger: confidence })]),
    ...followUp,
  ];
}

function minutesComponent({ minutes }: ReadinessEntry): ObservationComponent[] {
  if (minutes === undefined) return [];
  const valueQuantity = { value: minutes, unit: 'min', system: 'http://unitsofmeasure.org', code: 'min' };
  return [fact('session-minutes', { valueQuantity })];
}

function components(entry: ReadinessEntry, calendar: Calendar): ObservationComponent[] {
  const { importance, confidence, readiness } = entry;
  return [
    fact('note-format', { valueString: '1' }),
    ...focusComponents(entry),
    ...engageComponents(entry),
    ...rulerComponents('importance', importance),
    ...rulerComponents('confidence', confidence),
    ...rulerComponents('readiness', readiness),
    ...rulerWords('importance', importance),
    ...rulerWords('confidence', confidence),
    ...rulerWords('readiness', readiness),
    ...talkComponents(entry),
    ...planComponents(entry, calendar),
    ...minutesComponent(entry),
  ];
}

const category = (code: string): CodeableConcept => ({ coding: [{ system: CATEGORY, code }] });

/** The Observation of one note, as it would have been filed at the time. */
export function encodeReadinessNote(entry: ReadinessEntry, context: NoteContext): Observation {
  const { patientId, place, calendar, encounter } = context;
  const at = calendar.at(entry.daysAgo, entry.clock ?? '15:30');
  const signed = calendar.at(entry.daysAgo, laterBy(entry.clock ?? '15:30', (entry.minutes ?? 10) + 2));
  const uuid = steadyUuid(`${patientId}/${place}`);
  const day = entry.plan === undefined ? undefined : followUpDay(entry.plan, entry.daysAgo, calendar);
  const text = noteText(entry, {
    uuid,
    at,
    signed,
    firstName: context.firstName,
    ...(day !== undefined && { followUp: day }),
  });
  const title = entry.about.sensitive ? 'Readiness note' : `Readiness note: ${entry.about.label}`;
  return {
    resourceType: 'Observation',
    id: `${patientId}-readiness-${place}`,
    meta: { lastUpdated: signed },
    identifier: [{ system: NOTE_ID, value: uuid }],
    status: 'final',
    category: [category('survey'), category('social-history')],
    code: { coding: [{ system: PCO, code: 'readiness-assessment' }], text: title },
    subject: { reference: `Patient/${patientId}` },
    ...(encounter !== undefined && { encounter }),
    effectiveDateTime: at,
    issued: signed,
    performer: [clinicianReference(entry.by), { reference: `Patient/${patientId}` }],
    component: components(entry, calendar),
    note: [{ text }],
    text: { status: 'generated', div: narrative(text) },
  };
}

function laterBy(clock: string, minutes: number): string {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  const total = hour * 60 + minute + minutes;
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
}
