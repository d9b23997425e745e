// The wrong-patient guard: what must be one and the same at the press of Sign. Pure; it refuses, never repairs.

import { field, textAt } from '../fhir/json.ts';
import type { Binding, Person } from '../interview/visit.ts';
import { readReference } from './address.ts';
import type { GuardFault } from './faults.ts';

/** Everything that names whose note this is, from four separate places. */
export interface Guarded {
  /** Frozen at launch. */
  readonly launch: Binding;
  /** The person whose banner is on the screen. */
  readonly person: Person;
  /** What the draft was opened with. */
  readonly draft: Binding;
  /** Subject of the launch's Encounter, where it could be read. */
  readonly encounterSubject?: string;
  readonly tooOld: boolean;
}

/** The first thing that differs, or undefined when all agree. Source: smart-and-security.md section 13. */
export function guardNote(guarded: Guarded): GuardFault | undefined {
  const { launch, person, draft } = guarded;
  const wrong = (where: GuardFault['where']): GuardFault => ({ kind: 'wrongPatient', where });
  if (guarded.tooOld) return wrong('session-age');
  if (draft.issuer !== launch.issuer || draft.tenant !== launch.tenant) return wrong('issuer');
  if (person.id !== launch.patient) return wrong('loaded-patient');
  if (draft.patient !== launch.patient || draft.encounter !== launch.encounter) return wrong('draft');
  if (!launch.clinician || draft.clinician !== launch.clinician) return wrong('author');
  const { encounterSubject } = guarded;
  return encounterSubject !== undefined && encounterSubject !== launch.patient ? wrong('encounter') : undefined;
}

/** The id of the Patient a resource says it is about, relative or absolute under the base; else undefined. */
export function subjectOf(resource: unknown, base: string): string | undefined {
  const reference = textAt(field(resource, 'subject'), 'reference');
  const target = reference === undefined ? undefined : readReference(base, reference);
  return target?.type === 'Patient' ? target.id : undefined;
}

/** The id of the Encounter a resource names (Observation and QuestionnaireResponse), or undefined. */
export function encounterOf(resource: unknown, base: string): string | undefined {
  const reference = textAt(field(resource, 'encounter'), 'reference');
  const target = reference === undefined ? undefined : readReference(base, reference);
  return target?.type === 'Encounter' ? target.id : undefined;
}

/** True when a resource is about this launch's patient and visit; one that names no visit passes only if none is asked. */
export function isAbout(resource: unknown, launch: Binding): boolean {
  const sameVisit = encounterOf(resource, launch.issuer) === launch.encounter;
  return subjectOf(resource, launch.issuer) === launch.patient && sameVisit;
}
