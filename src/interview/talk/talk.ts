// What the patient says about change, by side and strand (DARN-CAT, MISC 2.5). No strength and no automatic coding.

import type { EntryId, Instant } from '../ids.ts';

/** Toward change, or toward staying the same. Always present. An ambivalent sentence is two marks. */
export const SIDES = ['change', 'sustain'] as const;
export type Side = (typeof SIDES)[number];

/** The seven DARN-CAT strands in their teaching order, then `other`, then `unsure` (side known, strand not decided). */
export const STRANDS = [
  'desire',
  'ability',
  'reason',
  'need',
  'commitment',
  'activation',
  'taking-steps',
  'other',
  'unsure',
] as const;
export type Strand = (typeof STRANDS)[number];

/** Side and strand of one utterance. Two strands begin with A, so codes are words and never letters. */
export interface Talk {
  readonly side: Side;
  readonly strand: Strand;
}

/** The patient's words as heard (any Unicode, at least 2,000 characters), or a mark without words. */
export type Words =
  | { readonly kind: 'heard'; readonly text: string; readonly language?: string | undefined }
  | { readonly kind: 'mark-only' };

/** One marked statement of the patient. `at` is when it was marked and stays on this device. */
export interface Utterance {
  readonly id: EntryId;
  readonly at: Instant;
  readonly talk: Talk;
  readonly words: Words;
}

/** True for commitment, activation and taking steps: talk that leads to action (the CAT of DARN-CAT). */
export function isMobilizing(strand: Strand): boolean {
  return strand === 'commitment' || strand === 'activation' || strand === 'taking-steps';
}

/** A share of fewer marks says nothing (docs/design/motivational-interviewing.md, "Counts and shares"). */
const LEAST_MARKS = 4;

/** The share of change talk in whole percent. Undefined if there are too few marks. Never stored, never a score. */
export function changeShare({ change, sustain }: Readonly<Record<Side, number>>): number | undefined {
  const all = change + sustain;
  return all < LEAST_MARKS ? undefined : Math.round((100 * change) / all);
}
