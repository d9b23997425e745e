// One synthetic person's chart as a table that a clinician could read. Knows no FHIR shapes and no real dates.

import type { Measure } from './measures.ts';
import type { ReadinessEntry } from './readiness-entry.ts';

/** The clinicians: ids of Practitioner resources. */
export type Clinician = 'okafor' | 'brandt';

/** A visit. `status` is that of FHIR's Encounter. Today's visit counts in minutes, the others in days. */
export interface Visit {
  readonly reason: string;
  readonly by: Clinician;
  readonly daysAgo: number;
  readonly clock: string;
}

/** The visit going on now. */
export interface TodaysVisit {
  readonly reason: string;
  readonly by: Clinician;
  readonly startedMinutesAgo: number;
}

/** A problem. `icd10` (ICD-10-CM) has no display, because several displays label people. */
export interface Problem {
  readonly text: string;
  readonly icd10?: string;
  readonly sinceDaysAgo: number;
  readonly resolved?: true;
}

/** A medicine as ordered, as text. */
export interface Medicine {
  readonly text: string;
  readonly dose: string;
  readonly daysAgo: number;
  readonly status?: 'active' | 'stopped' | 'completed' | 'on-hold';
}

/** A note in ordinary prose. Evoke must leave it alone. */
export interface ProgressNote {
  readonly daysAgo: number;
  readonly by: Clinician;
  readonly title: string;
  /** LOINC document type. A progress note by default. */
  readonly type?: { readonly code: string; readonly display: string };
  readonly text: string;
}

/** A name as registered. Any part may be missing. */
export interface PersonName {
  readonly family?: string;
  readonly given?: readonly string[];
  readonly preferred?: string;
}

/** One synthetic person and their chart. */
export interface Person {
  readonly id: string;
  readonly mrn: string;
  readonly name: PersonName;
  /** One line on the person, and what the chart is good for. */
  readonly story: string;
  readonly gender?: 'female' | 'male' | 'other' | 'unknown';
  /** A FHIR date of any precision, or an age for people whose age matters. */
  readonly born?: string | { readonly yearsAgo: number; readonly monthDay: string };
  readonly died?: { readonly daysAgo: number };
  /** BCP 47 code of the preferred language, if it is not English. */
  readonly language?: { readonly code: string; readonly display: string };
  /** The chart is labeled restricted (v3-Confidentiality R). Some EHRs then ask why it is opened. */
  readonly restricted?: true;
  readonly phone?: string;
  readonly town?: string;
  readonly today?: TodaysVisit;
  readonly visits?: readonly Visit[];
  readonly problems?: readonly Problem[];
  readonly medicines?: readonly Medicine[];
  readonly measures?: readonly Measure[];
  readonly documents?: readonly ProgressNote[];
  readonly notes?: readonly ReadinessEntry[];
}
