// The fixed texts that a patient sees and takes home. One type for every language, so that a missing text does not
// compile.

import type { RulerName } from '../ruler.ts';

/** The languages offered to patients. People choose them. They are never guessed. */
export const LANGUAGES = ['en', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One text in each language. */
export type InLanguages = { readonly [L in Language]: string };

/** One ruler as shown to a patient: the question and the words at both ends of 0-10. */
interface RulerWords {
  readonly question: string;
  readonly low: string;
  readonly high: string;
}

/**
 * All fixed texts of the share view, the printed plan and the copied plan in one language. Reading level:
 * Flesch-Kincaid grade at most 6.0 in English, INFLESZ at least 65 in Spanish, measured by a test. Source:
 * docs/design/motivational-interviewing.md, "Text that patients read".
 */
export interface PatientWords {
  /** What the language calls itself. */
  readonly self: string;
  /** The word for "language". */
  readonly language: string;
  readonly sharing: (name: string | undefined) => string;
  readonly views: { readonly rulers: Record<RulerName, string>; readonly topics: string; readonly plan: string };
  readonly rulers: Record<RulerName, RulerWords>;
  readonly noRightNumber: string;
  readonly topics: { readonly heading: string; readonly today: string };
  readonly plan: {
    readonly heading: (name: string | undefined) => string;
    readonly about: string;
    readonly said: string;
    readonly change: string;
    readonly why: string;
    readonly firstStep: string;
    readonly steps: string;
    readonly supports: string;
    readonly barriers: string;
    readonly ifThens: string;
    readonly signWorking: string;
    readonly ifNotWorking: string;
    readonly confidence: string;
    readonly outOfTen: (score: number) => string;
    readonly commitment: string;
    readonly referral: string;
    readonly followUp: string;
    readonly phone: string;
    /** Over the date of the page, the practice and the clinician. */
    readonly made: string;
    readonly notToday: string;
    readonly none: string;
    /** Heading and closing if the conversation ended without a plan. The closing also fits before there is one. */
    readonly notTodayHeading: (name: string | undefined) => string;
    readonly notTodayCloses: string;
    /** The wording of follow-up channels that a clinician can choose. Typed channels stay as typed. */
    readonly channels: { readonly [Channel in string]?: string };
    readonly youDecide: string;
  };
  /** A full date as spoken. `weekday` counts from 0 for Sunday, `month` from 1. */
  readonly day: (date: {
    readonly weekday: number;
    readonly day: number;
    readonly month: number;
    readonly year: number;
  }) => string;
  readonly blank: string;
}
