// Turns a person's table into FHIR R4 resources other than Observations: identity, visits, problems, medicines, letters.

import { Buffer } from 'node:buffer';
import type { Condition, DocumentReference, Encounter, HumanName, MedicationRequest, Patient } from 'fhir/r4';
import type { Calendar } from './calendar.ts';
import { clinicianReference, FACILITY } from './clinic.ts';
import type { Medicine, Person, Problem, ProgressNote, TodaysVisit, Visit } from './person.ts';

const V2_IDENTIFIER = 'http://terminology.hl7.org/CodeSystem/v2-0203';

function names({ name }: Person): HumanName[] {
  const { family, given, preferred } = name;
  const official: HumanName = {
    use: 'official',
    ...(family !== undefined && { family }),
    ...(given !== undefined && { given: [...given] }),
    text: [...(given ?? []), family ?? ''].join(' ').trim(),
  };
  return preferred === undefined ? [official] : [official, { use: 'usual', given: [preferred], text: preferred }];
}

const birthDate = ({ born }: Person, calendar: Calendar): string | undefined =>
  typeof born === 'object' ? calendar.bornYearsAgo(born.yearsAgo, born.monthDay) : born;

const RESTRICTED = { system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: 'R' };

/** The Patient resource. What the table lacks is absent, as in real registrations. */
export function encodePatient(person: Person, calendar: Calendar): Patient {
  const { id, mrn, gender, died, language, phone, town, restricted } = person;
  const born = birthDate(person, calendar);
  const type = { coding: [{ system: V2_IDENTIFIER, code: 'MR' }], text: 'Medical record number' };
  return {
    resourceType: 'Patient',
    id,
    ...(restricted && { meta: { security: [RESTRICTED] } }),
    active: died === undefined,
    identifier: [{ use: 'usual', type, system: 'https://northfield.example/mrn', value: mrn }],
    name: names(person),
    ...(gender !== undefined && { gender }),
    ...(born !== undefined && { birthDate: born }),
    ...(died !== undefined && { deceasedDateTime: calendar.day(died.daysAgo) }),
    ...(phone !== undefined && { telecom: [{ system: 'phone', use: 'mobile', value: phone }] }),
    ...(town !== undefined && { address: [{ use: 'home', city: town }] }),
    ...(language !== undefined && { communication: [preferredLanguage(language)] }),
    managingOrganization: { reference: 'Organization/northfield', display: FACILITY },
  };
}

const preferredLanguage = ({ code, display }: NonNullable<Person['language']>) => ({
  language: { coding: [{ system: 'urn:ietf:bcp:47', code, display }], text: display },
  preferred: true,
});

const AMBULATORY = { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB', display: 'ambulatory' };

function encounter(person: Person, id: string, { reason, by }: Pick<Visit, 'reason' | 'by'>) {
  return {
    resourceType: 'Encounter',
    id,
    class: AMBULATORY,
    subject: { reference: `Patient/${person.id}` },
    participant: [{ individual: clinicianReference(by) }],
    reasonCode: [{ text: reason }],
    serviceProvider: { reference: 'Organization/northfield', display: FACILITY },
  } as const satisfies Omit<Encounter, 'status'>;
}

/** The visit going on now. */
export function encodeTodaysVisit(person: Person, visit: TodaysVisit, calendar: Calendar): Encounter {
  const start = calendar.minutesAgo(visit.startedMinutesAgo);
  const body = encounter(person, `${person.id}-visit-today`, visit);
  return { ...body, meta: { lastUpdated: start }, status: 'in-progress', period: { start } };
}

/** A finished visit, or a future one if its days are negative. */
export function encodeVisit(person: Person, visit: Visit, place: number, calendar: Calendar): Encounter {
  const start = calendar.at(visit.daysAgo, visit.clock);
  const body = encounter(person, `${person.id}-visit-${place}`, visit);
  return { ...body, status: visit.daysAgo < 0 ? 'planned' : 'finished', period: { start } };
}

const status = (system: string, code: string) => ({
  coding: [{ system: `http://terminology.hl7.org/CodeSystem/${system}`, code }],
});

/** A problem on the problem list. */
export function encodeProblem(person: Person, problem: Problem, place: number, calendar: Calendar): Condition {
  const { text, icd10, sinceDaysAgo, resolved } = problem;
  const coding = icd10 === undefined ? undefined : [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: icd10 }];
  return {
    resourceType: 'Condition',
    id: `${person.id}-problem-${place}`,
    clinicalStatus: status('condition-clinical', resolved ? 'resolved' : 'active'),
    verificationStatus: status('condition-ver-status', 'confirmed'),
    category: [status('condition-category', 'problem-list-item')],
    code: { ...(coding !== undefined && { coding }), text },
    subject: { reference: `Patient/${person.id}` },
    onsetDateTime: calendar.day(sinceDaysAgo),
    recordedDate: calendar.day(sinceDaysAgo),
  };
}

/** A medicine as ordered. */
export function encodeMedicine(
  person: Person,
  medicine: Medicine,
  place: number,
  calendar: Calendar,
): MedicationRequest {
  return {
    resourceType: 'MedicationRequest',
    id: `${person.id}-medicine-${place}`,
    status: medicine.status ?? 'active',
    intent: 'order',
    medicationCodeableConcept: { text: medicine.text },
    subject: { reference: `Patient/${person.id}` },
    authoredOn: calendar.day(medicine.daysAgo),
    requester: clinicianReference('okafor'),
    dosageInstruction: [{ text: medicine.dose }],
  };
}

const PROGRESS_NOTE = { code: '11506-3', display: 'Progress note' };
const DOCUMENT_CATEGORY = 'http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category';

/** An ordinary note in the chart, as plain text. */
export function encodeDocument(
  person: Person,
  note: ProgressNote,
  place: number,
  calendar: Calendar,
): DocumentReference {
  const date = calendar.at(note.daysAgo, '16:40');
  const { code, display } = note.type ?? PROGRESS_NOTE;
  const data = Buffer.from(note.text, 'utf8');
  return {
    resourceType: 'DocumentReference',
    id: `${person.id}-document-${place}`,
    meta: { lastUpdated: date },
    status: 'current',
    docStatus: 'final',
    type: { coding: [{ system: 'http://loinc.org', code, display }], text: display },
    category: [{ coding: [{ system: DOCUMENT_CATEGORY, code: 'clinical-note' }] }],
    subject: { reference: `Patient/${person.id}` },
    date,
    author: [clinicianReference(note.by)],
    content: [
      {
        attachment: {
          contentType: 'text/plain;charset=utf-8',
          data: data.toString('base64'),
          size: data.byteLength,
          creation: date,
          title: note.title,
        },
      },
    ],
  };
}
