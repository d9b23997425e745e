// Counts of change talk and sustain talk. Never stored, never a score.

import { countMarks } from '../note/compose-note.ts';
import type { Marks } from '../note/note.ts';
import type { Utterance } from './talk.ts';

/**
 * The balance of today. A share needs at least four marks (docs/design/motivational-interviewing.md, "Counts and
 * shares").
 */
export type Balance =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'counts'; readonly change: number; readonly sustain: number }
  | { readonly kind: 'share'; readonly change: number; readonly sustain: number; readonly percent: number };

/** Counts of both sides and, from four marks on, the share of change talk in whole percent. */
export function balance(talk: readonly Utterance[]): Balance {
  return balanceOf(countMarks(talk));
}

export function balanceOf({ change, sustain }: Marks): Balance {
  const all = change + sustain;
  if (all === 0) return { kind: 'nothing' };
  if (all < 4) return { kind: 'counts', change, sustain };
  return { kind: 'share', change, sustain, percent: Math.round((100 * change) / all) };
}
