// The wrong-patient guard: what must match when a clinician signs. Pure. It refuses and never repairs.

import { field, listAt } from '../../fhir/datatypes/json.ts';
import { relativeReference } from '../../fhir/datatypes/reference.ts';
import type { Binding, Person } from '../../interview/visit.ts';
import type { GuardFault } from '../faults.ts';

/** Everything that names the patient of this note, from four independent sources. */
export interface Guarded {
  /** Frozen at launch. */
  readonly launch: Binding;
  /** The patient that the current token names, if its response named one. A refreshed token may name another. */
  readonly tokenPatient?: string | undefined;
  /** Where requests go. */
  readonly base: string;
  /** The patient whose banner is on the screen. */
  readonly person: Person;
  /** The launch that the draft was opened in. */
  readonly draftBinding: Binding;
  /** Patient of the launch's Encounter. Absent if the Encounter names none. */
  readonly encounterSubject?: string | undefined;
  readonly tooOld: boolean;
}

/**
 * The first mismatch, or undefined if everything matches. Source: docs/design/sign-in-and-security.md, "Wrong-patient
 * guard".
 */
export function guardNote(guarded: Guarded): GuardFault | undefined {
  const { launch, person, draftBinding } = guarded;
  const wrong = (where: GuardFault['where']): GuardFault => ({ kind: 'guardStopped', where });
  const { tokenPatient = launch.patient, base } = guarded;
  if (guarded.tooOld) return wrong('session-age');
  if (tokenPatient !== launch.patient) return wrong('sign-in');
  if (base !== launch.issuer || draftBinding.issuer !== launch.issuer || draftBinding.tenant !== launch.tenant)
    return wrong('issuer');
  if (person.id !== launch.patient) return wrong('loaded-patient');
  if (draftBinding.patient !== launch.patient || draftBinding.encounter !== launch.encounter) return wrong('draft');
  if (!launch.clinician || draftBinding.clinician !== launch.clinician) return wrong('author');
  const { encounterSubject } = guarded;
  return encounterSubject !== undefined && encounterSubject !== launch.patient ? wrong('encounter') : undefined;
}

const referencedId = (type: string, reference: unknown): string | undefined => {
  const [named, id] = relativeReference(reference)?.split('/') ?? [];
  return named === type ? id : undefined;
};

/** The id of the Patient that a resource of this chart is about, at whatever host. Undefined if it names none. */
export function subjectOf(resource: unknown): string | undefined {
  return referencedId('Patient', field(resource, 'subject'));
}

/** The ids of the Encounters that a resource of this chart names. References to other types are left out. */
export function encountersOf(resource: unknown): readonly string[] {
  const named = [field(resource, 'encounter'), ...listAt(field(resource, 'context'), 'encounter')];
  return named.flatMap((one) => referencedId('Encounter', one) ?? []);
}

/** True if a resource is about this launch's patient and visit and names no other. */
export function isOfLaunch(resource: unknown, launch: Binding): boolean {
  const visits = encountersOf(resource);
  const sameVisit = launch.encounter === undefined ? visits.length === 0 : visits.join(' ') === launch.encounter;
  return subjectOf(resource) === launch.patient && sameVisit;
}
