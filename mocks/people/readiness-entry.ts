// The content of one readiness note in a synthetic chart. Codes are those of the readiness-note code system, as
// strings, because this folder was written from the published form and not from the app.

import type { Clinician } from './person.ts';

/** Asked and answered on 0 to 10, with or without reasons, or asked and not answered. Absent: not asked. */
export type RulerEntry =
  | number
  | 'declined'
  | { readonly score: number; readonly why?: string; readonly raise?: string; readonly again?: number };

/** A marked utterance: the code (`ct-reason`, `st-ability`) and the words. */
export type Said = readonly [code: `${'ct' | 'st'}-${string}`, words: string];

/** The plan at the end of the interview. */
export type PlanEntry =
  | {
      readonly kind: 'agreed';
      readonly change?: string;
      readonly reasons?: readonly string[];
      readonly firstStep?: string;
      readonly steps?: readonly string[];
      readonly supports?: readonly string[];
      readonly signWorking?: string;
      readonly barriers?: readonly string[];
      readonly ifThens?: readonly string[];
      readonly ifNotWorking?: string;
      readonly confidence?: number;
      readonly commitment?: string;
      readonly referral?: string;
      readonly followUp?: { readonly inDays?: number; readonly how?: string };
    }
  | {
      readonly kind: 'not-today';
      readonly why?: string;
      readonly followUp?: { readonly inDays?: number; readonly how?: string };
    };

/** One note. Absent facts are absent. */
export interface ReadinessEntry {
  readonly daysAgo: number;
  readonly clock?: string;
  readonly by: Clinician;
  /** `code` is SNOMED CT. A target without one is coded as a health-related behavior, with this text. */
  readonly about: { readonly label: string; readonly code?: string; readonly sensitive?: true };
  readonly goal?: string;
  readonly direction?: 'stop' | 'cut-down' | 'start' | 'do-more' | 'keep-going' | 'change-how';
  readonly raisedBy?: 'patient' | 'clinician' | 'both';
  readonly permission?: boolean;
  readonly agenda?: readonly string[];
  readonly strengths?: readonly string[];
  readonly present?: string;
  readonly lastStep?: { readonly result: 'done' | 'partly' | 'not-yet'; readonly words?: string };
  readonly information?: readonly { readonly given: string; readonly view?: string }[];
  readonly importance?: RulerEntry;
  readonly confidence?: RulerEntry;
  readonly readiness?: RulerEntry;
  readonly said?: readonly Said[];
  /** Marks made too fast to type words: counted, without words. */
  readonly unworded?: { readonly change: number; readonly sustain: number };
  readonly plan?: PlanEntry;
  readonly minutes?: number;
}
