// The readiness note: one type for what is filed, read back, and shown in the history.

import type { Day, Instant, NoteId, Score } from '../ids.ts';
import type { Answer, ByRuler } from '../ruler.ts';
import type { Code, Direction, RaisedBy } from '../talk/focus.ts';
import type { Talk } from '../talk/talk.ts';

/** How the step agreed last time went, as the patient sees it. */
export const STEP_RESULTS = ['done', 'partly', 'not-yet'] as const;
export type StepResult = (typeof STEP_RESULTS)[number];

/** One ruler of a note. `not-recorded` is never composed, only read from a note of other software without it. */
export type NoteRuler =
  | { readonly kind: 'not-recorded' }
  | { readonly kind: 'not-asked' }
  | { readonly kind: 'unreadable'; readonly written: string }
  | {
      readonly kind: 'asked';
      readonly answer: Answer;
      readonly again?: Answer | undefined;
      readonly why?: string | undefined;
      readonly raise?: string | undefined;
    };

/** One quote of the patient, with its code, in the order said. Marks without words are only counted. */
export interface NoteTalk {
  readonly talk: Talk;
  readonly text: string;
}

/** All marks of the conversation, with and without words. Two counts, always together, never a sum or a share. */
export interface Marks {
  readonly change: number;
  readonly sustain: number;
}

/** When and how they will talk again. At least one of the two is present. */
export interface FollowUp {
  readonly day?: Day | undefined;
  readonly how?: string | undefined;
}

/** The single texts of an agreed plan, and its lists of typed lines (change-plan worksheet). */
export const AGREED_TEXTS = ['change', 'firstStep', 'signWorking', 'ifNotWorking', 'commitment', 'referral'] as const;
export type AgreedText = (typeof AGREED_TEXTS)[number];
export const PLAN_LISTS = ['steps', 'supports', 'barriers', 'ifThens'] as const;
export type PlanList = (typeof PLAN_LISTS)[number];

/** An agreed plan, each part optional, lists possibly empty. `reasons` are quotes. */
export type AgreedPlan = {
  readonly kind: 'agreed';
  readonly confidence?: Score | undefined;
  readonly followUp?: FollowUp | undefined;
} & { readonly [Text in AgreedText]?: string | undefined } & {
  readonly [List in PlanList | 'reasons']: readonly string[];
};

/** The plan of a note: none recorded, agreed, or "no plan today" with the door left open. */
export type NotePlan =
  | { readonly kind: 'none' }
  | AgreedPlan
  | { readonly kind: 'not-today'; readonly why?: string | undefined; readonly followUp?: FollowUp | undefined };

/** A fact that this version of Evoke does not know. Shown as written, never guessed, never dropped. */
export interface AlsoRecorded {
  readonly label: string;
  readonly value: string;
}

/** Information given with permission, and the patient's view of it. */
export interface Information {
  readonly given: string;
  readonly view?: string | undefined;
}

/**
 * A readiness note. Texts are trimmed and never empty. Absent facts are absent. Source:
 * docs/design/motivational-interviewing.md, "Change talk and sustain talk" and "The change plan", and the HL7 PCO
 * Readiness Assessment.
 */
export interface ReadinessNote {
  readonly id: NoteId;
  /** When the conversation began, with the local offset. */
  readonly at: Instant;
  readonly signedAt: Instant;
  /** The language of the patient's words (BCP 47). Absent if nobody chose one or they spoke more than one. */
  readonly language?: string | undefined;
  /** `label` is absent if the behavior was not named. */
  readonly target: {
    readonly label?: string | undefined;
    readonly code?: Code | undefined;
    readonly sensitive: boolean;
  };
  readonly goal?: string | undefined;
  readonly direction?: Direction | undefined;
  readonly raisedBy?: RaisedBy | undefined;
  readonly permission?: boolean | undefined;
  readonly agenda: readonly string[];
  readonly strengths: readonly string[];
  readonly present?: string | undefined;
  readonly lastStep?: { readonly result?: StepResult | undefined; readonly words?: string | undefined } | undefined;
  readonly information: readonly Information[];
  readonly rulers: ByRuler<NoteRuler>;
  readonly talk: readonly NoteTalk[];
  /** Absent if the chart did not keep both counts. */
  readonly marks?: Marks | undefined;
  readonly plan: NotePlan;
  /** Minutes of the conversation, a whole number of at least 0. */
  readonly minutes?: number | undefined;
  readonly also: readonly AlsoRecorded[];
}
