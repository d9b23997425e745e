// Summarizes a practice conversation: counts of moves, marks that differ from ours, and two turning points.

import type { Talk } from '../interview/talk/talk.ts';
import type { PatientLine } from './case.ts';
import { compareMarks, parseMarks } from './marks.ts';
import { fitsMethod, isNeutral, isQuestion, isReflection, type Move } from './moves.ts';
import type { CaseProgress, TranscriptLine } from './play-case.ts';

/** One move, and the patient's lines before and after it. */
export interface TurningPoint {
  readonly you: string;
  readonly move: Move;
  readonly why: string;
  readonly before: string;
  readonly answered: string;
  /** Which way the patient's talk went after the move. */
  readonly way: 'toward' | 'away' | 'still';
}

/** A patient line with marks that differ from ours, with our reason. */
export interface Difference {
  readonly said: PatientLine;
  readonly missed: readonly Talk[];
  readonly extra: readonly Talk[];
  readonly recoded: readonly Talk[];
}

/** The summary of one practice conversation. It describes the conversation and grades nobody. */
export interface CaseSummary {
  readonly reflections: number;
  readonly questions: number;
  readonly complex: number;
  readonly fitting: number;
  readonly neutral: number;
  readonly against: number;
  /** Marks the learner made. */
  readonly marks: number;
  /** Every line of the patient, in order. */
  readonly heard: readonly PatientLine[];
  readonly differences: readonly Difference[];
  readonly turningPoints: readonly TurningPoint[];
}

type ClinicianTurn = Extract<TranscriptLine, { readonly who: 'you' }>;
type PatientTurn = Extract<TranscriptLine, { readonly who: 'patient' }>;

/** From -1 (all sustain talk) to 1 (all change talk). Several marks or views of one line share its weight. */
function sideBalance(said: PatientLine): number {
  const expected = parseMarks(said.marks);
  if (expected.kind === 'nothing') return 0;
  const weighed =
    expected.kind === 'marks'
      ? expected.talks.map((talk) => ({ talk, raters: 10 / expected.talks.length }))
      : expected.views;
  return (
    weighed.reduce((sum, { talk, raters }) => sum + (talk ? (talk.side === 'change' ? raters : -raters) : 0), 0) / 10
  );
}

/** A patient who falls silent at an argument says no more against change. That is not talk toward it. */
function wayOf(move: Move, swing: number): TurningPoint['way'] {
  if (swing < -0.3) return 'away';
  return swing > 0.3 && fitsMethod(move) ? 'toward' : 'still';
}

// A ruler's question and reply can come anywhere, so they are not what the lines around them turn on.
function turningPoints(played: readonly TranscriptLine[]): readonly TurningPoint[] {
  const lines = played.filter(({ ruler }) => ruler === undefined);
  const points = lines.flatMap((line, at) => {
    const [before, then] = [lines[at - 1], lines[at + 1]];
    if (line.who !== 'you' || before?.who !== 'patient' || then?.who !== 'patient') return [];
    const { says: you, move, why } = line;
    // A move against the method counts even if the patient's reply holds no talk about change.
    const swing = sideBalance(then.said) - sideBalance(before.said) + (fitsMethod(move) ? 0.1 : -0.6);
    return [{ you, move, why, before: before.said.says, answered: then.said.says, way: wayOf(move, swing), swing, at }];
  });
  return points
    .toSorted((a, b) => Math.abs(b.swing) - Math.abs(a.swing))
    .slice(0, 2)
    .toSorted((a, b) => a.at - b.at);
}

function differenceOf({ said, marked }: PatientTurn): Difference | undefined {
  // Marking is optional, so a line without marks was not missed.
  if (marked.length === 0) return undefined;
  const comparison = compareMarks(parseMarks(said.marks), marked);
  const having = (...verdicts: readonly string[]): readonly Talk[] =>
    comparison.marked.flatMap(({ talk, verdict }) => (verdicts.includes(verdict) ? [talk] : []));
  const { missed } = comparison;
  const [extra, recoded] = [having('extra', 'other-side'), having('recoded')];
  return missed.length + extra.length + recoded.length > 0 ? { said, missed, extra, recoded } : undefined;
}

export function summarizeCase({ lines }: Pick<CaseProgress, 'lines'>): CaseSummary {
  const mine = lines.filter((line): line is ClinicianTurn => line.who === 'you');
  const theirs = lines.filter((line): line is PatientTurn => line.who === 'patient');
  const count = (claim: (move: Move) => boolean): number => mine.filter(({ move }) => claim(move)).length;
  return {
    reflections: count(isReflection),
    questions: count(isQuestion),
    complex: count((move) => move === 'complex-reflection'),
    fitting: count((move) => fitsMethod(move) && !isNeutral(move)),
    neutral: count(isNeutral),
    against: count((move) => !fitsMethod(move)),
    marks: theirs.reduce((sum, { marked }) => sum + marked.length, 0),
    heard: theirs.map(({ said }) => said),
    differences: theirs.flatMap((line) => differenceOf(line) ?? []),
    turningPoints: turningPoints(lines),
  };
}
