// The fixed texts that a patient sees and takes home. Every language has the type of the English ones, so
// that a missing text does not compile.

import type { en } from './en.ts';

/** The languages offered to patients. People choose them. They are never guessed. */
export const LANGUAGES = ['en', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

export type InLanguages = { readonly [L in Language]: string };

/**
 * All fixed texts of the share view, the printed plan and the copied plan in one language. Reading level:
 * Flesch-Kincaid grade at most 6.0 in English, INFLESZ at least 65 in Spanish, measured by a test. Source:
 * docs/design/motivational-interviewing.md, "Text that patients read".
 */
export type PatientWords = typeof en;
