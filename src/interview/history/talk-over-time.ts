// Change talk and sustain talk at earlier visits, by strand, and what happened to agreed steps. Counts of what was
// said, never a score of a patient.

import type { Marks, ReadinessNote, StepResult } from '../note/note.ts';
import { type Side, STRANDS, type Strand } from '../talk/talk.ts';
import type { Visit } from './visits.ts';

/** One strand of a visit: how many quotes on each side. */
export interface StrandCount {
  readonly strand: Strand;
  readonly change: number;
  readonly sustain: number;
}

/** The profile of one note. `wordless` are marks without words, whose strand is not filed. */
export interface Profile {
  readonly strands: readonly StrandCount[];
  readonly wordless: Marks;
}

/** Counts the quotes of a note by strand: the seven strands always, `other` and `unsure` only if they have quotes. */
export function profileOf({ talk, marks }: ReadinessNote): Profile {
  const quotes = (side: Side) => talk.filter((one) => one.talk.side === side);
  const count = (strand: Strand, side: Side) => quotes(side).filter((one) => one.talk.strand === strand).length;
  const all = STRANDS.map((strand) => ({
    strand,
    change: count(strand, 'change'),
    sustain: count(strand, 'sustain'),
  }));
  return {
    strands: all.filter(
      ({ strand, change, sustain }) => (strand !== 'other' && strand !== 'unsure') || change + sustain > 0,
    ),
    // If the chart kept no counts, the number without words is unknown and counts as 0.
    wordless: {
      change: Math.max(0, (marks?.change ?? 0) - quotes('change').length),
      sustain: Math.max(0, (marks?.sustain ?? 0) - quotes('sustain').length),
    },
  };
}

/** What happened to a step: reported at the next visit, not reported there, or no visit since. */
export type HowItWent =
  | {
      readonly kind: 'recorded';
      readonly date: string;
      readonly result?: StepResult | undefined;
      readonly words?: string | undefined;
    }
  | { readonly kind: 'not-recorded'; readonly date: string }
  | { readonly kind: 'not-yet' };

export interface FollowThrough {
  readonly visit: Visit;
  readonly step: string;
  readonly went: HowItWent;
}

/** The step of a plan in the patient's words, if one was agreed. */
export function stepOf({ plan }: ReadinessNote): string | undefined {
  return plan.kind === 'agreed' ? (plan.firstStep ?? plan.change) : undefined;
}

/**
 * Agreed steps, newest first, each with what the next visit says about it. `visits` are newest first. A second note of
 * the same day belongs to the same visit. The next visit asks about the newest note alone, so nothing is told there of
 * an earlier note of that day.
 */
export function followThrough(visits: readonly Visit[]): readonly FollowThrough[] {
  return visits.flatMap((visit, index) => {
    const step = stepOf(visit.note);
    if (step === undefined) return [];
    const later = visits.slice(0, index);
    const next = later.findLast(({ date }) => dayOf(date) !== dayOf(visit.date));
    return [{ visit, step, went: next ? toldAt(next, later.at(-1) === next) : { kind: 'not-yet' } }];
  });
}

const dayOf = (date: string): string => date.slice(0, 10);

function toldAt({ note: { lastStep }, date }: Visit, wasAsked: boolean): HowItWent {
  return lastStep && wasAsked ? { kind: 'recorded', date, ...lastStep } : { kind: 'not-recorded', date };
}
