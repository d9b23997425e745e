// The sandbox's synthetic people: who they are, and every resource of their charts, dated from a given now. No real
// person is described. No randomness: the same now gives the same charts, byte for byte.

import type { FhirResource, Reference } from 'fhir/r4';
import { ASANTE, FEATHERSTONE, HADDAD, KARTINI, NI_BHRIAIN } from './body.ts';
import { type Calendar, calendarFrom } from './calendar.ts';
import {
  encodeDocument,
  encodeMedicine,
  encodePatient,
  encodeProblem,
  encodeTodaysVisit,
  encodeVisit,
} from './chart-resources.ts';
import { clinicResources } from './clinic.ts';
import { foreignNotes, WISNIEWSKI } from './foreign-notes.ts';
import { NGUYEN } from './many-notes.ts';
import { encodeMeasure } from './measures.ts';
import { BEN_DAVID, OYELARAN, QUILL, WHITCOMBE, ZHAO } from './mind.ts';
import type { Person } from './person.ts';
import { encodeReadinessNote } from './readiness-note.ts';
import { ABERNATHY, CASTELLANOS, DOYLE, ODWYER, PROTO, ROSALES } from './substances.ts';

const EVERYONE: readonly Person[] = [
  PROTO,
  ROSALES,
  DOYLE,
  OYELARAN,
  ZHAO,
  HADDAD,
  NI_BHRIAIN,
  ASANTE,
  ODWYER,
  CASTELLANOS,
  FEATHERSTONE,
  BEN_DAVID,
  KARTINI,
  ABERNATHY,
  WISNIEWSKI,
  NGUYEN,
  WHITCOMBE,
  QUILL,
];

/** One scenario: the person, the name as registered, and what the chart is good for. */
export interface Scenario {
  readonly patientId: string;
  readonly name: string;
  readonly story: string;
  /** The current visit, if there is one. */
  readonly encounterId?: string;
}

const registeredName = ({ name }: Person): string => [...(name.given ?? []), name.family ?? ''].join(' ').trim();
const visitToday = ({ id }: Person): string => `${id}-visit-today`;

/** All scenarios. The chart to begin with is first. */
export const PEOPLE: readonly Scenario[] = EVERYONE.map((person) => ({
  patientId: person.id,
  name: registeredName(person),
  story: person.story,
  ...(person.today !== undefined && { encounterId: visitToday(person) }),
}));

const placed = <T, R>(list: readonly T[] | undefined, encode: (item: T, place: number) => R): readonly R[] =>
  (list ?? []).map((item, index) => encode(item, index + 1));

/** Every resource of one person's chart. */
export function chartOf(person: Person, calendar: Calendar): readonly FhirResource[] {
  const { id, today } = person;
  const firstName = person.name.preferred ?? person.name.given?.[0] ?? person.name.family ?? 'the patient';
  // A note belongs to the visit of its own day, if the table has one.
  const encounterOn = (daysAgo: number): { encounter?: Reference } => {
    const place = (person.visits ?? []).findIndex((visit) => visit.daysAgo === daysAgo);
    return place < 0 ? {} : { encounter: { reference: `Encounter/${id}-visit-${place + 1}` } };
  };
  return [
    encodePatient(person, calendar),
    ...(today === undefined ? [] : [encodeTodaysVisit(person, today, calendar)]),
    ...placed(person.visits, (visit, place) => encodeVisit(person, visit, place, calendar)),
    ...placed(person.problems, (problem, place) => encodeProblem(person, problem, place, calendar)),
    ...placed(person.medicines, (medicine, place) => encodeMedicine(person, medicine, place, calendar)),
    ...placed(person.measures, (measure, place) => encodeMeasure(measure, { patientId: id, place, calendar })).flat(),
    ...placed(person.documents, (note, place) => encodeDocument(person, note, place, calendar)),
    ...placed(person.notes, (note, place) =>
      encodeReadinessNote(note, { patientId: id, firstName, place, calendar, ...encounterOn(note.daysAgo) }),
    ),
  ];
}

/** Every resource of the clinic and of all charts at `now`. */
export function seed(now: Date): readonly FhirResource[] {
  const calendar = calendarFrom(now);
  return [...clinicResources(), ...EVERYONE.flatMap((person) => chartOf(person, calendar)), ...foreignNotes(calendar)];
}
