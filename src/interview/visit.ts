// Who speaks with whom. Frozen once per launch; nothing here changes while the page lives.

import type { Day } from './ids.ts';

/** The person whose chart is open, as the banner shows them. Absent facts are absent: they are shown in words. */
export interface Person {
  readonly id: string;
  readonly family?: string;
  readonly given?: string;
  readonly preferred?: string;
  /** A birth date as the chart holds it: a full day, or only a month or year. */
  readonly birthDate?: Day | string;
  readonly identifier?: { readonly label: string; readonly value: string };
  readonly gender?: string;
  readonly deceased: boolean;
}

/** The four ties of a draft and a note: same EHR, same patient, same visit, same clinician. */
export interface Binding {
  /** The configured FHIR base address. */
  readonly issuer: string;
  readonly tenant?: string;
  readonly patient: string;
  readonly encounter?: string;
  /** The verified fhirUser as a relative reference, such as `Practitioner/7`. */
  readonly clinician?: string;
}
