// The state of a practice conversation as a value: the lines, the marks and the current turn. Nothing is stored.

import type { Answer, RulerName } from '../interview/ruler.ts';
import type { Talk } from '../interview/talk/talk.ts';
import { type Case, type CaseEnding, type Choice, isEnding, type PatientLine, type Turn } from './case.ts';
import type { Move } from './moves.ts';

/**
 * One line of the conversation. The learner's marks belong to the patient's lines. `ruler` is the one that a question
 * and its reply are about.
 */
export type TranscriptLine = { readonly ruler?: RulerName } & (
  | { readonly who: 'patient'; readonly said: PatientLine; readonly marked: readonly Talk[] }
  | { readonly who: 'you'; readonly move: Move; readonly says: string; readonly why: string }
);

/**
 * A conversation so far. `at` names the current turn, `heard` all so far. `asked` says for each ruler whether it was
 * asked and followed up, `pressed` which number the learner pressed on it.
 */
export interface CaseProgress {
  readonly at: string;
  readonly heard: readonly string[];
  readonly lines: readonly TranscriptLine[];
  readonly asked: { readonly [Name in RulerName]?: 'answered' | 'followed-up' };
  readonly pressed: { readonly [Name in RulerName]?: Answer | undefined };
}

const patient = (said: PatientLine): TranscriptLine => ({ who: 'patient', said, marked: [] });

export const beginCase = ({ turns }: Case): CaseProgress => ({
  at: 'start',
  heard: ['start'],
  lines: [patient(turns.start)],
  asked: {},
  pressed: {},
});

export const currentTurn = ({ turns }: Case, { at }: CaseProgress): Turn | CaseEnding => turns[at] ?? turns.start;

/** The choices now. Nobody says the same thing twice, so a choice that leads to an earlier turn isn't offered again. */
export function offeredChoices(each: Case, played: CaseProgress): readonly Choice[] {
  const turn = currentTurn(each, played);
  return isEnding(turn) ? [] : turn.choices.filter(([, , to]) => !played.heard.includes(to));
}

/** Takes one of the offered choices and adds the reply. Does nothing at an ending. */
export function chooseAnswer(each: Case, played: CaseProgress, choice: Choice): CaseProgress {
  const [move, says, to, why] = choice;
  const next = each.turns[to];
  if (!next || !offeredChoices(each, played).includes(choice)) return played;
  return {
    ...played,
    at: to,
    heard: [...played.heard, to],
    lines: [...played.lines, { who: 'you', move, says, why }, patient(next)],
  };
}

/** Asks a ruler. The patient answers with a number, which isn't talk about change yet. */
export const askRuler = (played: CaseProgress, ruler: RulerName): CaseProgress => ({
  ...played,
  asked: { ...played.asked, [ruler]: 'answered' },
});

/** Keeps the number pressed on a ruler, or none. It changes nothing that is said. */
export const pressRuler = (played: CaseProgress, ruler: RulerName, answer: Answer | undefined): CaseProgress => ({
  ...played,
  pressed: { ...played.pressed, [ruler]: answer },
});

/** Asks why the number isn't lower, and adds the reply. */
export function followRuler(each: Case, played: CaseProgress, ruler: RulerName, question: string): CaseProgress {
  const reply = each.rulers[ruler];
  if (!reply || played.asked[ruler] !== 'answered') return played;
  const why = 'Asking why it isn’t lower brings reasons for change.';
  const asking: TranscriptLine = { who: 'you', move: 'open-question', says: question, why, ruler };
  return {
    ...played,
    asked: { ...played.asked, [ruler]: 'followed-up' },
    lines: [...played.lines, asking, { ...patient(reply), ruler }],
  };
}

/** Changes the marks on the patient's latest line. */
export function markLatest(played: CaseProgress, change: (marked: readonly Talk[]) => readonly Talk[]): CaseProgress {
  const latest = played.lines.findLastIndex(({ who }) => who === 'patient');
  return {
    ...played,
    lines: played.lines.map((line, at) =>
      at === latest && line.who === 'patient' ? { ...line, marked: change(line.marked) } : line,
    ),
  };
}

/** Sorts the choices of a turn, so that their order is always the same and is not the author's. */
export function shuffleChoices(choices: readonly Choice[]): readonly Choice[] {
  const weight = ([, says]: Choice): number =>
    [...says].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 997, 7);
  return choices.toSorted((a, b) => weight(a) - weight(b));
}
