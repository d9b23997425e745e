// The format of a branching case. docs/learn/writing-a-case.md explains it for trainers.

import type { ByRuler } from '../interview/ruler.ts';
import type { FittingMarks } from './marks.ts';
import type { Move } from './moves.ts';

/** One answer a learner can choose: its kind, its text, the name of the next turn, and the reason for its effect. */
export type Choice = readonly [move: Move, says: string, to: string, why: string];

/** One line of the patient, the marks that fit it, and the reason for that reading. */
export interface PatientLine {
  readonly says: string;
  readonly marks: FittingMarks;
  readonly why: string;
}

/** The patient speaks, and the learner chooses an answer. */
export interface Turn extends PatientLine {
  readonly choices: readonly [Choice, Choice, ...Choice[]];
}

/** How a conversation can end: a first step, an open door, or the patient pulling back. */
export type EndingKind = 'step' | 'open-door' | 'withdrawn';

/** The patient's last line, and what this ending does and doesn't mean. */
export interface CaseEnding extends PatientLine {
  readonly end: EndingKind;
  readonly after: string;
}

/** The patient's number on a ruler, and their reply to the question why it isn't lower. */
export interface RulerReply extends PatientLine {
  readonly at: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;
}

/** One practice patient. Each turn has a name. The first is `start`. */
export interface Case {
  readonly id: string;
  readonly title: string;
  /** Two or three sentences: who the patient is and where you meet. */
  readonly setting: string;
  /** Continues "How important is it to ...?". */
  readonly change: string;
  /** A ruler without a reply is not offered. */
  readonly rulers: Partial<ByRuler<RulerReply>>;
  readonly turns: { readonly start: Turn; readonly [name: string]: Turn | CaseEnding };
}

export const isEnding = (turn: Turn | CaseEnding): turn is CaseEnding => 'end' in turn;
