// Knows whose chart a resource belongs to: one row per resource type that the sandbox keeps.
// Stricter than the FHIR compartment definition: being a performer of something does not open it to a patient's token.
import type { Resource } from 'fhir/r4';
import { textsAt } from './fields.ts';

/** Where each type names its patient; `shared` belongs to nobody's chart and may be read, not written, with patient scopes. */
const OWNER_PATHS: Readonly<Record<string, string>> = {
  Patient: 'id',
  AllergyIntolerance: 'patient',
  Appointment: 'participant.actor',
  Binary: 'securityContext',
  CarePlan: 'subject',
  Communication: 'subject',
  Condition: 'subject',
  DocumentReference: 'subject',
  Encounter: 'subject',
  Goal: 'subject',
  Location: 'shared',
  MedicationRequest: 'subject',
  MedicationStatement: 'subject',
  Observation: 'subject',
  Organization: 'shared',
  Practitioner: 'shared',
  PractitionerRole: 'shared',
  Procedure: 'subject',
  Questionnaire: 'shared',
  QuestionnaireResponse: 'subject',
  RelatedPerson: 'patient',
  ServiceRequest: 'subject',
  Task: 'for',
};

/** The resource types this server keeps; any other is 404. */
export const RESOURCE_TYPES: readonly string[] = Object.keys(OWNER_PATHS);

/** Tells whether the server keeps this type. */
export const isKept = (type: string): boolean => Object.hasOwn(OWNER_PATHS, type);

/** Tells whether resources of this type stand outside every chart, as practitioners do. */
export const isShared = (type: string): boolean => OWNER_PATHS[type] === 'shared';

/** `Type/id` of a relative reference, or of an absolute one under `base`; undefined for any other. */
export function localReference(reference: string, base: string): string | undefined {
  const relative = reference.startsWith(`${base}/`) ? reference.slice(base.length + 1) : reference;
  return /^([A-Z][A-Za-z]+\/[A-Za-z0-9.-]{1,64})(\/_history\/[A-Za-z0-9.-]{1,64})?$/.exec(relative)?.[1];
}

/** Ids of the patients named by the resource itself. A Binary may also be reached through a document: see the store. */
export function patientsNamed(resource: Resource, base: string): readonly string[] {
  const path = OWNER_PATHS[resource.resourceType];
  if (path === undefined || path === 'shared') return [];
  if (path === 'id') return resource.id === undefined ? [] : [resource.id];
  return textsAt(resource, `${path}.reference`)
    .map((reference) => localReference(reference, base))
    .filter((reference) => reference?.startsWith('Patient/'))
    .map((reference) => reference?.slice('Patient/'.length) ?? '');
}
