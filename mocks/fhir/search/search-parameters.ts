// The search parameters that work here, as data. The capability statement is made from the same table, so that it lists
// exactly what works.
import { RESOURCE_TYPES } from '../compartment.ts';

/** How the values of a parameter are compared. */
export type ParameterKind = 'token' | 'date' | 'reference' | 'string' | 'uri';

/** One parameter: its kind, and the path of its values in the resource. */
export interface Parameter {
  readonly kind: ParameterKind;
  readonly paths: readonly string[];
}

const token = (...paths: readonly string[]): Parameter => ({ kind: 'token', paths });
const date = (...paths: readonly string[]): Parameter => ({ kind: 'date', paths });
const reference = (...paths: readonly string[]): Parameter => ({ kind: 'reference', paths });
const string = (...paths: readonly string[]): Parameter => ({ kind: 'string', paths });

const ALL: Readonly<Record<string, Parameter>> = { _id: token('id'), _lastUpdated: date('meta.lastUpdated') };

const OWNED: Readonly<Record<string, Parameter>> = {
  ...ALL,
  identifier: token('identifier'),
  patient: reference('subject'),
  subject: reference('subject'),
  encounter: reference('encounter'),
};

const NAMES: Readonly<Record<string, Parameter>> = {
  name: string('name.family', 'name.given', 'name.text', 'name.prefix', 'name.suffix'),
  family: string('name.family'),
  given: string('name.given'),
};

const EFFECTIVE = date('effectiveDateTime', 'effectivePeriod', 'effectiveInstant');

const TABLE: Readonly<Record<string, Readonly<Record<string, Parameter>>>> = {
  Patient: { ...ALL, ...NAMES, identifier: token('identifier'), gender: token('gender'), birthdate: date('birthDate') },
  Practitioner: { ...ALL, ...NAMES, identifier: token('identifier') },
  PractitionerRole: {
    ...ALL,
    identifier: token('identifier'),
    practitioner: reference('practitioner'),
    organization: reference('organization'),
    specialty: token('specialty'),
  },
  Organization: { ...ALL, identifier: token('identifier'), name: string('name') },
  Location: { ...ALL, identifier: token('identifier'), name: string('name') },
  RelatedPerson: { ...ALL, ...NAMES, identifier: token('identifier'), patient: reference('patient') },
  AllergyIntolerance: { ...ALL, identifier: token('identifier'), patient: reference('patient'), code: token('code') },
  Observation: {
    ...OWNED,
    status: token('status'),
    category: token('category'),
    code: token('code'),
    'combo-code': token('code', 'component.code'),
    'component-code': token('component.code'),
    date: EFFECTIVE,
    performer: reference('performer'),
    focus: reference('focus'),
    'derived-from': reference('derivedFrom'),
    'has-member': reference('hasMember'),
  },
  Condition: {
    ...OWNED,
    category: token('category'),
    code: token('code'),
    'clinical-status': token('clinicalStatus'),
    'onset-date': date('onsetDateTime', 'onsetPeriod'),
    'recorded-date': date('recordedDate'),
  },
  Encounter: {
    ...ALL,
    identifier: token('identifier'),
    patient: reference('subject'),
    subject: reference('subject'),
    status: token('status'),
    class: token('class'),
    type: token('type'),
    date: date('period'),
  },
  MedicationRequest: {
    ...OWNED,
    status: token('status'),
    intent: token('intent'),
    code: token('medicationCodeableConcept'),
    authoredon: date('authoredOn'),
  },
  MedicationStatement: {
    ...OWNED,
    status: token('status'),
    code: token('medicationCodeableConcept'),
    effective: EFFECTIVE,
  },
  Goal: {
    ...ALL,
    identifier: token('identifier'),
    patient: reference('subject'),
    subject: reference('subject'),
    'lifecycle-status': token('lifecycleStatus'),
    category: token('category'),
    'start-date': date('startDate'),
    'target-date': date('target.dueDate'),
  },
  Procedure: {
    ...OWNED,
    status: token('status'),
    code: token('code'),
    date: date('performedDateTime', 'performedPeriod'),
  },
  CarePlan: { ...OWNED, status: token('status'), category: token('category'), date: date('period') },
  ServiceRequest: { ...OWNED, status: token('status'), code: token('code'), authored: date('authoredOn') },
  Communication: { ...OWNED, status: token('status'), category: token('category'), sent: date('sent') },
  Appointment: {
    ...ALL,
    identifier: token('identifier'),
    patient: reference('participant.actor'),
    status: token('status'),
    date: date('start'),
  },
  Task: {
    ...ALL,
    identifier: token('identifier'),
    patient: reference('for'),
    subject: reference('for'),
    status: token('status'),
    'authored-on': date('authoredOn'),
  },
  DocumentReference: {
    ...OWNED,
    encounter: reference('context.encounter'),
    identifier: token('identifier', 'masterIdentifier'),
    status: token('status'),
    type: token('type'),
    category: token('category'),
    author: reference('author'),
    date: date('date'),
    period: date('context.period'),
    relatesto: reference('relatesTo.target'),
  },
  QuestionnaireResponse: {
    ...OWNED,
    status: token('status'),
    authored: date('authored'),
    author: reference('author'),
    source: reference('source'),
    questionnaire: { kind: 'uri', paths: ['questionnaire'] },
  },
  Questionnaire: {
    ...ALL,
    identifier: token('identifier'),
    status: token('status'),
    url: { kind: 'uri', paths: ['url'] },
    version: token('version'),
  },
};

/** The parameters of a type, by name. A type without a row has `_id` and `_lastUpdated`. */
export const parametersOf = (type: string): Readonly<Record<string, Parameter>> => TABLE[type] ?? ALL;

/** The names that `_sort` takes for a type. */
export const sortableOf = (type: string): readonly string[] =>
  Object.entries(parametersOf(type))
    .filter(([name, { kind }]) => kind === 'date' || kind === 'string' || name === '_id')
    .map(([name]) => name);

/** Types that can be searched: all except Binary, which R4 does not search. */
export const SEARCHABLE: readonly string[] = RESOURCE_TYPES.filter((type) => type !== 'Binary');
