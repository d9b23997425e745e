// The wrong-patient guard: what must be one and the same at the press of Sign. Pure; it refuses, never repairs.

import { field, listAt, textAt } from '../../fhir/datatypes/json.ts';
import type { Binding, Person } from '../../interview/visit.ts';
import type { GuardFault } from '../faults.ts';
import { readReference } from '../server/address.ts';

/** Everything that names whose note this is, from four separate places. */
export interface Guarded {
  /** Frozen at launch. */
  readonly launch: Binding;
  /** The patient the present token names, where its answer named one: a renewed one may name another. */
  readonly tokenPatient?: string;
  /** Where requests go. */
  readonly base: string;
  /** The person whose banner is on the screen. */
  readonly person: Person;
  /** What the draft was opened with. */
  readonly draft: Binding;
  /** Subject of the launch's Encounter, where it could be read. */
  readonly encounterSubject?: string;
  readonly tooOld: boolean;
}

/** The first thing that differs, or undefined when all agree. Source: docs/design/sign-in-and-security.md, "Wrong-patient guard". */
export function guardNote(guarded: Guarded): GuardFault | undefined {
  const { launch, person, draft } = guarded;
  const wrong = (where: GuardFault['where']): GuardFault => ({ kind: 'wrongPatient', where });
  const { tokenPatient = launch.patient, base } = guarded;
  if (guarded.tooOld) return wrong('session-age');
  if (tokenPatient !== launch.patient) return wrong('sign-in');
  if (base !== launch.issuer || draft.issuer !== launch.issuer || draft.tenant !== launch.tenant)
    return wrong('issuer');
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

/** The ids of the Encounters a resource names, in whichever element its type has for them. */
export function encountersOf(resource: unknown, base: string): readonly string[] {
  const named = [field(resource, 'encounter'), ...listAt(field(resource, 'context'), 'encounter')];
  return named.flatMap((one) => {
    const reference = textAt(one, 'reference');
    if (reference === undefined) return [];
    const target = readReference(base, reference);
    return target?.type === 'Encounter' ? [target.id] : ['elsewhere'];
  });
}

/** True when a resource is about this launch's patient and visit, and names no other. */
export function isAbout(resource: unknown, launch: Binding): boolean {
  const visits = encountersOf(resource, launch.issuer);
  const sameVisit = launch.encounter === undefined ? visits.length === 0 : visits.join(' ') === launch.encounter;
  return subjectOf(resource, launch.issuer) === launch.patient && sameVisit;
}
