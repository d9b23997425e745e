// Edits a copy of a signed note for a correction. Texts in it may be empty for a moment. Every change makes a new copy,
// and parts that nobody touched stay exactly the same.

import type { Answer, RulerName } from '../ruler.ts';
import type { Side } from '../talk/talk.ts';
import { cleanNote } from './clean-note.ts';
import { emptyPlan } from './fact-accessor.ts';
import type { FollowUp, NotePlan, NoteRuler, NoteTalk, ReadinessNote } from './note.ts';

// If the chart did not keep the counts, they are not started again.
const counted = (note: ReadinessNote, side: Side, by: 1 | -1): ReadinessNote =>
  note.marks ? { ...note, marks: { ...note.marks, [side]: Math.max(0, note.marks[side] + by) } } : note;

/**
 * Changes the answer of a ruler. Undefined means it was not asked. Words about the ruler stay with an answer. A ruler
 * answered after it was cleared has the words of `last`, the ruler as it was asked last.
 */
export function withAnswer(
  note: ReadinessNote,
  name: RulerName,
  answer: Answer | undefined,
  last: NoteRuler = note.rulers[name],
): ReadinessNote {
  const before = note.rulers[name].kind === 'asked' ? note.rulers[name] : last;
  const said = before.kind === 'asked' ? before : { kind: 'asked' as const };
  const ruler: NoteRuler = answer ? { ...said, answer } : { kind: 'not-asked' };
  return { ...note, rulers: { ...note.rulers, [name]: ruler } };
}

/** Changes the words about a ruler or its second answer. Does nothing for a ruler that was not asked. */
export function withRulerPart(
  note: ReadinessNote,
  name: RulerName,
  part: { readonly why: string } | { readonly raise: string } | { readonly again: Answer | undefined },
): ReadinessNote {
  const before = note.rulers[name];
  if (before.kind !== 'asked') return note;
  return { ...note, rulers: { ...note.rulers, [name]: { ...before, ...part } } };
}

/** Changes the wording or code of a quote. The counts follow if the side changes. */
export function withQuote(note: ReadinessNote, index: number, quote: NoteTalk): ReadinessNote {
  const before = note.talk[index];
  if (!before) return note;
  const next = { ...note, talk: note.talk.with(index, quote) };
  if (before.talk.side === quote.talk.side) return next;
  return counted(counted(next, before.talk.side, -1), quote.talk.side, 1);
}

/** Removes a quote and its count. */
export function withoutQuote(note: ReadinessNote, index: number): ReadinessNote {
  const before = note.talk[index];
  return before ? counted({ ...note, talk: note.talk.toSpliced(index, 1) }, before.talk.side, -1) : note;
}

/** Adds a missing quote at the end. */
export function withMoreTalk(note: ReadinessNote, quote: NoteTalk): ReadinessNote {
  return counted({ ...note, talk: [...note.talk, quote] }, quote.talk.side, 1);
}

/**
 * Changes the ending and keeps the follow-up. Returning to the ending of the plan `last` restores that plan. `recent` is
 * the plan before the ending was removed, which has the latest follow-up.
 */
export function withEnding(
  note: ReadinessNote,
  ending: NotePlan['kind'],
  last: NotePlan,
  recent: NotePlan = last,
): ReadinessNote {
  if (ending === note.plan.kind) return note;
  if (ending === 'none') return { ...note, plan: { kind: 'none' } };
  // If the ending was removed, there is no follow-up to keep, so the last one is used.
  const from = note.plan.kind === 'none' ? recent : note.plan;
  const followUp = from.kind === 'none' ? undefined : from.followUp;
  return { ...note, plan: { ...(ending === last.kind ? last : emptyPlan(ending)), followUp } };
}

/** Changes the follow-up. Empty parts count as absent. */
export function withFollowUp(note: ReadinessNote, followUp: FollowUp): ReadinessNote {
  return note.plan.kind === 'none' ? note : { ...note, plan: { ...note.plan, followUp } };
}

/** The note ready for filing. Only the sections that a correction may change are cleaned. */
export const tidyNote = (note: ReadinessNote): ReadinessNote => cleanNote(note, ['about', 'rulers', 'talk', 'plan']);
