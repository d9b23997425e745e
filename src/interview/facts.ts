// What follows from an interview: balance of talk, what is unfinished, which sections hold something. Never stored, never a score.

import { countMarks } from './compose-note.ts';
import type { Interview } from './interview.ts';
import type { Marks } from './note.ts';
import type { Utterance } from './talk.ts';

/** The four processes of motivational interviewing, in teaching order. They overlap and come back; none locks another. */
export const PROCESSES = ['engage', 'focus', 'evoke', 'plan'] as const;
export type Process = (typeof PROCESSES)[number];

/** What was said today. The share is told only from four marks on (interview.md 3.4). */
export type Balance =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'counts'; readonly change: number; readonly sustain: number }
  | { readonly kind: 'share'; readonly change: number; readonly sustain: number; readonly percent: number };

/** Counts of both sides and, from four marks on, the share of change talk in whole per cent. */
export function balance(talk: readonly Utterance[]): Balance {
  return balanceOf(countMarks(talk));
}

/** The same from the counts of a note. */
export function balanceOf({ change, sustain }: Marks): Balance {
  const all = change + sustain;
  if (all === 0) return { kind: 'nothing' };
  if (all < 4) return { kind: 'counts', change, sustain };
  return { kind: 'share', change, sustain, percent: Math.round((100 * change) / all) };
}

/** Something review points to. Advice only: no gap ever stops a signature. */
export type Gap =
  | { readonly kind: 'target-not-named' }
  | { readonly kind: 'marks-without-words'; readonly count: number }
  | { readonly kind: 'words-without-code' }
  | { readonly kind: 'no-follow-up' };

/** What could still be filled in before signing, most useful first. */
export function gaps({ focus, evoke, plan }: Interview): readonly Gap[] {
  const wordless = evoke.talk.filter((each) => each.words.kind === 'mark-only').length;
  return [
    ...(evoke.loose.trim() === '' ? [] : [{ kind: 'words-without-code' as const }]),
    ...(focus.target.kind === 'not-named' ? [{ kind: 'target-not-named' as const }] : []),
    ...(wordless === 0 ? [] : [{ kind: 'marks-without-words' as const, count: wordless }]),
    ...(plan.followUpDay || plan.followUpHow.trim() ? [] : [{ kind: 'no-follow-up' as const }]),
  ];
}

const anyText = (texts: readonly string[]): boolean => texts.some((text) => text.trim() !== '');

/** Whether a section holds anything yet: the tick in the section links. It never means "finished". */
export function holdsSomething({ engage, focus, evoke, plan }: Interview, process: Process): boolean {
  switch (process) {
    case 'engage': {
      const lines = [...engage.agenda, ...engage.strengths].map((line) => line.text);
      return anyText([...lines, engage.present, engage.lastStep.words]) || engage.lastStep.result !== undefined;
    }
    case 'focus':
      return focus.target.kind === 'named' || focus.direction !== undefined || anyText([focus.goal]);
    case 'evoke':
      return evoke.talk.length > 0 || Object.values(evoke.rulers).some((ruler) => ruler.kind === 'asked');
    case 'plan':
      return plan.ending === 'not-today' || plan.followUpDay !== undefined || anyText(planTexts(plan));
  }
}

const planTexts = (plan: Interview['plan']): readonly string[] => [
  plan.change,
  plan.firstStep,
  plan.commitment,
  plan.followUpHow,
  plan.referral,
  ...[...plan.steps, ...plan.supports, ...plan.barriers, ...plan.ifThens].map((line) => line.text),
];
