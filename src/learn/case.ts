// The format of a branching case. docs/learn/writing-a-case.md explains it for trainers.

import type { RulerName } from '../interview/ruler.ts';
import type { Marks } from './marks.ts';
import type { Move } from './moves.ts';

/** What the learner may say: its kind, the words, the turn it leads to, and why it does what it does. */
export type Choice = readonly [move: Move, says: string, to: string, why: string];

/** Something the patient says, what is to be heard in it, and the reason for that reading. */
export interface PatientLine {
  readonly says: string;
  readonly marks: Marks;
  readonly why: string;
}

/** The patient speaks, and the learner chooses what to answer. */
export interface Turn extends PatientLine {
  readonly choices: readonly [Choice, Choice, ...Choice[]];
}

/** How a conversation can end: a first step, an open door, or the patient pulling back. */
export type EndingKind = 'step' | 'open-door' | 'withdrawn';

/** The last words, and what this ending does and doesn't mean. */
export interface Ending extends PatientLine {
  readonly end: EndingKind;
  readonly after: string;
}

/** An answer on a ruler, and what the patient says when asked why it isn't lower. */
export interface RulerReply extends PatientLine {
  readonly at: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;
}

/** One practice patient. Turns have names of their own; the first is `start`. */
export interface Case {
  readonly id: string;
  readonly title: string;
  /** Who this is and where you meet, in two sentences. */
  readonly setting: string;
  /** Continues "How important is it to ...?". */
  readonly change: string;
  readonly rulers: { readonly [Name in RulerName]: RulerReply };
  readonly turns: { readonly start: Turn; readonly [name: string]: Turn | Ending };
}

export const isEnding = (turn: Turn | Ending): turn is Ending => 'end' in turn;
