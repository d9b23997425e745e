// Reads one chart from the store, newest first, and finds readiness notes by their published forms. Draws nothing.

import type {
  CodeableConcept,
  Condition,
  DocumentReference,
  Encounter,
  FhirResource,
  MedicationRequest,
  Observation,
  Patient,
  QuestionnaireResponse,
  Reference,
} from 'fhir/r4';
import { textsAt } from '../fhir/fields.ts';
import type { Store } from '../fhir/store.ts';

/** One readiness note of any form. */
export type Note = (Observation | DocumentReference | QuestionnaireResponse) & { readonly id: string };

/** One kind of result, its values newest first. */
export interface ResultRow {
  readonly name: string;
  readonly values: readonly Observation[];
}

/** What a chart page shows. */
export interface ChartRecord {
  readonly patient: Patient & { readonly id: string };
  readonly visits: readonly Encounter[];
  readonly problems: readonly Condition[];
  readonly medicines: readonly MedicationRequest[];
  readonly results: readonly ResultRow[];
  readonly documents: readonly DocumentReference[];
  readonly notes: readonly Note[];
}

const PCO = 'http://hl7.org/fhir/us/pco/CodeSystem/readiness-assessment-concepts-temporary';
/** Evoke's permanent identifiers, and the web addresses in its earlier notes. */
const NOTE_ID = /^urn:oid:2\.25\.225303994969635414043760540918332801536\.2$|\/NamingSystem\/readiness-note-id$/;
const QUESTIONNAIRE =
  /^(?:urn:oid:2\.25\.225303994969635414043760540918332801536\.4|.*\/Questionnaire\/readiness-note)(?:[.|]|$)/;
const EVERYTHING = { tests: [], sort: [] };
/** The screening that opens a conversation about alcohol, so it is the first row. */
const AUDIT_C = '75626-2';
const PANELS_WITHOUT_VALUE = new Set(['72109-2', '44249-1']);

type Kept<T extends FhirResource['resourceType']> = Extract<FhirResource, { resourceType: T }> & {
  readonly id: string;
};

/** All resources of one type in a chart. The store validated them, so the type is reliable. */
export function inChart<T extends FhirResource['resourceType']>(
  store: Store,
  type: T,
  patientId: string,
): readonly Kept<T>[] {
  return store.find(type, EVERYTHING, [patientId]) as unknown as readonly Kept<T>[];
}

const newest = <T>(list: readonly T[], at: (each: T) => string | undefined): readonly T[] => {
  const ms = (each: T): number => Date.parse(at(each) ?? '') || 0;
  return [...list].sort((a, b) => ms(b) - ms(a));
};

const hasNoteId = (resource: FhirResource): boolean =>
  textsAt(resource, 'identifier.system').some((system) => NOTE_ID.test(system));

const isNoteObservation = (one: Observation): boolean =>
  hasNoteId(one) ||
  (one.code.coding ?? []).some(({ system }) => system === PCO) ||
  one.code.text === 'Readiness assessment';

const isNoteDocument = (one: DocumentReference): boolean =>
  hasNoteId(one) || one.content.some(({ attachment }) => attachment.title === 'Readiness note');

const isNoteResponse = (one: QuestionnaireResponse): boolean =>
  hasNoteId(one) || QUESTIONNAIRE.test(one.questionnaire ?? '');

/** The date of a note. */
export function noteTime(note: Note): string | undefined {
  if (note.resourceType === 'Observation') return note.effectiveDateTime ?? note.issued;
  return note.resourceType === 'DocumentReference' ? note.date : note.authored;
}

/** All readiness notes of a chart, newest first. Undated ones come last. */
export function readNotes(store: Store, patientId: string): readonly Note[] {
  return newest<Note>(
    [
      ...inChart(store, 'Observation', patientId).filter(isNoteObservation),
      ...inChart(store, 'DocumentReference', patientId).filter(isNoteDocument),
      ...inChart(store, 'QuestionnaireResponse', patientId).filter(isNoteResponse),
    ],
    noteTime,
  );
}

const codeOf = (concept: CodeableConcept): string => concept.coding?.[0]?.code ?? concept.text ?? '';

function readResults(store: Store, patientId: string): readonly ResultRow[] {
  const observations = inChart(store, 'Observation', patientId).filter(
    (one) => !isNoteObservation(one) && !PANELS_WITHOUT_VALUE.has(codeOf(one.code)),
  );
  const byCode = new Map<string, Observation[]>();
  for (const one of newest(observations, ({ effectiveDateTime }) => effectiveDateTime)) {
    const code = codeOf(one.code);
    byCode.set(code, [...(byCode.get(code) ?? []), one]);
  }
  const rows = [...byCode.values()].map((values) => ({
    name: values[0]?.code.text ?? values[0]?.code.coding?.[0]?.display ?? 'Unnamed',
    values,
  }));
  const isFirst = ({ values: [latest] }: ResultRow): boolean => latest !== undefined && codeOf(latest.code) === AUDIT_C;
  return [...rows.filter(isFirst), ...rows.filter((row) => !isFirst(row))];
}

/** Visits of a chart. Future and current visits come first. */
export const readVisits = (store: Store, patientId: string): readonly Encounter[] =>
  newest(inChart(store, 'Encounter', patientId), ({ period }) => period?.start);

/** The visit going on now. */
export const currentVisit = (visits: readonly Encounter[]): Encounter | undefined =>
  visits.find(({ status }) => status === 'in-progress');

/** One whole chart. Undefined if there is no such patient. */
export function readChart(store: Store, patientId: string): ChartRecord | undefined {
  const [patient] = inChart(store, 'Patient', patientId);
  if (patient === undefined) return undefined;
  return {
    patient,
    visits: readVisits(store, patientId),
    problems: newest(inChart(store, 'Condition', patientId), ({ onsetDateTime }) => onsetDateTime),
    medicines: newest(inChart(store, 'MedicationRequest', patientId), ({ authoredOn }) => authoredOn),
    results: readResults(store, patientId),
    documents: newest(
      inChart(store, 'DocumentReference', patientId).filter((one) => !isNoteDocument(one)),
      ({ date }) => date,
    ),
    notes: readNotes(store, patientId),
  };
}

/** The first named person who is not a patient, by the name in the chart. */
export function authorName(store: Store, references: readonly (Reference | undefined)[]): string {
  const author = references.find((each) => each?.reference !== undefined && !each.reference.startsWith('Patient/'));
  if (author === undefined) return '';
  const [type = '', id = ''] = (author.reference ?? '').split('/').slice(-2);
  const person = store.read(type, id);
  const [name] = [...textsAt(person, 'name.text'), ...textsAt(person, 'practitioner.display')];
  return name ?? author.display ?? author.reference ?? '';
}
