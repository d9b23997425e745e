// Patient, clinician and visit. Frozen at launch, and unchanged while the page is open.

import type { Day } from './ids.ts';

/** The patient whose chart is open, as in the banner. An absent fact is absent, and the screen says so. */
export interface Person {
  readonly id: string;
  readonly family?: string | undefined;
  readonly given?: string | undefined;
  readonly preferred?: string | undefined;
  /** The birth date as in the chart: a full day, or only a month or year. */
  readonly birthDate?: Day | string | undefined;
  readonly identifier?: { readonly label: string; readonly value: string } | undefined;
  readonly gender?: string | undefined;
  readonly deceased: boolean;
  /** What the chart says of this record: another one replaces it, or it is not in use. Absent for a record in use. */
  readonly record?: 'replaced' | 'inactive' | undefined;
}

/** What a draft and a note are bound to: the EHR, the patient, the visit and the clinician. */
export interface Binding {
  /** The configured FHIR base address. */
  readonly issuer: string;
  readonly tenant?: string;
  readonly patient: string;
  readonly encounter?: string;
  /** The verified fhirUser as a relative reference, such as `Practitioner/7`. */
  readonly clinician?: string;
}
