// Knows the patient that a resource belongs to: one row for each resource type of the sandbox. Stricter than the FHIR
// compartment definition: a performer of a resource gives a patient's token no access to it.
import type { Resource } from 'fhir/r4';
import { textsAt } from './fields.ts';

/** Where each type names its patient. `shared` belongs to no chart. Patient scopes may read it, not write it. */
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

/** The resource types of this server. Any other is 404. */
export const RESOURCE_TYPES: readonly string[] = Object.keys(OWNER_PATHS);

/** True if the server has this type. */
export const isKept = (type: string): boolean => Object.hasOwn(OWNER_PATHS, type);

/** True if resources of this type are outside every chart, as practitioners are. */
export const isShared = (type: string): boolean => OWNER_PATHS[type] === 'shared';

// Real servers have ids of more than 64 characters, and with `_` in them.
const REFERENCE = /^([A-Z][A-Za-z]+\/[^/?#\s]+)(\/_history\/[^/?#\s]+)?$/;

/** `Type/id` of a relative reference, or of an absolute one under `base`. Undefined for any other. */
export function localReference(reference: string, base: string): string | undefined {
  const relative = reference.startsWith(`${base}/`) ? reference.slice(base.length + 1) : reference;
  return REFERENCE.exec(relative)?.[1];
}

/**
 * Ids of the patients that the resource itself names. A Binary may also be reached through a document: see the store.
 */
export function patientsNamed(resource: Resource, base: string): readonly string[] {
  const path = OWNER_PATHS[resource.resourceType];
  if (path === undefined || path === 'shared') return [];
  if (path === 'id') return resource.id === undefined ? [] : [resource.id];
  return textsAt(resource, `${path}.reference`)
    .map((reference) => localReference(reference, base))
    .filter((reference) => reference?.startsWith('Patient/'))
    .map((reference) => reference?.slice('Patient/'.length) ?? '');
}
