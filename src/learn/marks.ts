// Lines to hear, the short notation for their marks, and the comparison of a learner's marks with it. It gives no grade.

import type { Side, Strand, Talk } from '../interview/talk/talk.ts';

type Letter = 'D' | 'A' | 'R' | 'N' | 'C' | 'V' | 'T' | 'O' | 'U';

/** One mark as the pad writes it: "+" for change talk, "-" for sustain talk, then the pad's letter. */
export type MarkCode = `${'+' | '-'}${Letter}`;

/**
 * The marks that fit one line: nothing ("0"), one mark ("+D") or two marks ("+D -A"). It may also be how ten raters
 * might split ({ "+D": 6, "+R": 4 }). A split is the author's estimate, and its numbers add up to 10.
 */
export type FittingMarks =
  | '0'
  | MarkCode
  | `${MarkCode} ${MarkCode}`
  | { readonly [RaterView in MarkCode | '0']?: number };

/** A patient's line, the marks that fit it, and the reason. */
export type HeardLine = readonly [says: string, marks: FittingMarks, why: string];

/** Lines about one change. Only talk about that change counts. */
export interface HearingSet {
  readonly id: string;
  readonly title: string;
  /** Continues "The change in question: ...". */
  readonly change: string;
  readonly lines: readonly HeardLine[];
}

const STRANDS: { readonly [L in Letter]: Strand } = {
  D: 'desire',
  A: 'ability',
  R: 'reason',
  N: 'need',
  C: 'commitment',
  V: 'activation',
  T: 'taking-steps',
  O: 'other',
  U: 'unsure',
};

/** One way to read a line. `talk` is undefined if these raters would mark nothing. */
export interface RaterView {
  readonly talk: Talk | undefined;
  /** How many of ten raters read it so. */
  readonly raters: number;
}

export type ExpectedMarks =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'marks'; readonly talks: readonly Talk[] }
  | { readonly kind: 'split'; readonly views: readonly RaterView[] };

const SIDES: { readonly [sign: string]: Side } = { '+': 'change', '-': 'sustain' };

function talkOf(code: string): Talk | undefined {
  const side = SIDES[code.charAt(0)];
  const strand = STRANDS[code.charAt(1) as Letter];
  return side && strand ? { side, strand } : undefined;
}

/** Parses the notation. An unknown code counts as nothing. The content test finds those. */
export function parseMarks(marks: FittingMarks): ExpectedMarks {
  if (typeof marks === 'string') {
    const talks = marks.split(' ').flatMap((code) => talkOf(code) ?? []);
    return talks.length > 0 ? { kind: 'marks', talks } : { kind: 'nothing' };
  }
  const views = Object.entries(marks).map(([code, raters]) => ({ talk: talkOf(code), raters: raters ?? 0 }));
  return { kind: 'split', views: views.toSorted((a, b) => b.raters - a.raters) };
}

/** How one mark compares. `left-open`: the side fits and the strand is open, which is a full answer. */
export type Verdict = 'heard' | 'one-view' | 'left-open' | 'recoded' | 'other-side' | 'extra';

/** The comparison of a learner's marks on one line with the marks that fit it. */
export interface Comparison {
  readonly marked: readonly { readonly talk: Talk; readonly verdict: Verdict }[];
  /** Marks that fit the line and that the learner did not make. */
  readonly missed: readonly Talk[];
  /** True if the learner marked nothing, and nothing fits or some raters would mark nothing. */
  readonly letPass: boolean;
}

const isSame = (a: Talk | undefined, b: Talk): boolean => a?.side === b.side && a.strand === b.strand;

/** The marks that fit, in any view. */
export function talksIn(expected: ExpectedMarks): readonly Talk[] {
  if (expected.kind === 'nothing') return [];
  return expected.kind === 'marks' ? expected.talks : expected.views.flatMap((view) => view.talk ?? []);
}

function verdictOf(expected: ExpectedMarks, talk: Talk): Verdict {
  if (expected.kind === 'nothing') return 'extra';
  const talks = talksIn(expected);
  if (talks.some((each) => isSame(each, talk))) return expected.kind === 'split' ? 'one-view' : 'heard';
  if (talks.every((each) => each.side !== talk.side)) return 'other-side';
  return talk.strand === 'unsure' ? 'left-open' : 'recoded';
}

function missedOf(expected: ExpectedMarks, marked: readonly Talk[]): readonly Talk[] {
  if (expected.kind === 'nothing') return [];
  if (expected.kind === 'marks') {
    return expected.talks.filter((talk) => marked.every(({ side }) => side !== talk.side));
  }
  const [first] = expected.views;
  const passes = expected.views.some(({ talk }) => talk === undefined);
  return marked.length > 0 || passes || !first?.talk ? [] : [first.talk];
}

/** Compares marks. Each view of a split is a good answer, and so is an open strand on the right side. */
export function compareMarks(expected: ExpectedMarks, marked: readonly Talk[]): Comparison {
  const missed = missedOf(expected, marked);
  return {
    marked: marked.map((talk) => ({ talk, verdict: verdictOf(expected, talk) })),
    missed,
    letPass: marked.length === 0 && missed.length === 0,
  };
}
