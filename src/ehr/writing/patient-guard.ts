// The wrong-patient guard: what must be the same when a clinician signs. Pure. It refuses and never repairs.

import { field, listAt } from '../../fhir/datatypes/json.ts';
import { relativeReference } from '../../fhir/datatypes/reference.ts';
import type { Binding, Person } from '../../interview/visit.ts';
import type { GuardFault } from '../faults.ts';
import type { Label } from '../forms/form.ts';

/** Whose note is compared, and where it was sent. */
export interface CompareInput {
  readonly base: string;
  readonly patient: string;
  readonly launch: Binding;
  /** Security labels that a note filed here carries. */
  readonly labels?: readonly Label[];
}

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
  /** Patient of the launch's Encounter; absent when the Encounter does not say. */
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

const idOf = (type: string, reference: unknown): string | undefined => {
  const [named, id] = relativeReference(reference)?.split('/') ?? [];
  return named === type ? id : undefined;
};

/** The id of the Patient that a resource of this chart is about, at whatever host; undefined when it does not say. */
export function subjectOf(resource: unknown): string | undefined {
  return idOf('Patient', field(resource, 'subject'));
}

/** The ids of the Encounters that a resource of this chart names. References that name no Encounter are left out. */
export function encountersOf(resource: unknown): readonly string[] {
  const named = [field(resource, 'encounter'), ...listAt(field(resource, 'context'), 'encounter')];
  return named.flatMap((one) => idOf('Encounter', one) ?? []);
}

/** True when a resource is about this launch's patient and visit, and names no other. */
export function isAbout(resource: unknown, launch: Binding): boolean {
  const visits = encountersOf(resource);
  const sameVisit = launch.encounter === undefined ? visits.length === 0 : visits.join(' ') === launch.encounter;
  return subjectOf(resource) === launch.patient && sameVisit;
}
