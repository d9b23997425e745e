// Checks that a case can be played: every path ends, every turn is used, and no ending claims what did not happen.

import { type Case, type CaseEnding, isEnding, type Turn } from '../../src/learn/case.ts';
import { parseMarks, talksIn } from '../../src/learn/marks.ts';
import { fitsMethod } from '../../src/learn/moves.ts';

/** One problem, and the name of its turn. */
export interface CaseProblem {
  readonly turn: string;
  readonly problem: string;
}

const FEWEST = 20;
const MOBILISING: ReadonlySet<string> = new Set(['commitment', 'activation', 'taking-steps']);
/** Words that promise an outcome nobody knows. */
const PROMISES = /\b(?:cured?|succe(?:ss\w*|ed\w*)|fail\w*|guarantee\w*|will (?:quit|stop|change|never)|perfect\w*)\b/i;

type Step = readonly [from: string, choice: Turn['choices'][number]];

const stepsOf = (turns: Case['turns']): readonly Step[] =>
  Object.entries(turns).flatMap(([name, turn]) =>
    isEnding(turn) ? [] : turn.choices.map((choice): Step => [name, choice]),
  );

/** Finds every turn that can follow. */
function reachedFrom(start: string, steps: readonly Step[]): ReadonlySet<string> {
  const found = new Set([start]);
  for (const name of found) for (const [from, [, , to]] of steps) if (from === name) found.add(to);
  return found;
}

/**
 * Finds turns where a learner could run out of answers. Nobody says the same thing twice, so an answer that leads to an
 * earlier turn isn't offered again. A turn is safe if one fitting answer leads to a turn without a way back.
 */
const withoutWayOn = (turns: Case['turns'], steps: readonly Step[]): readonly string[] =>
  Object.entries(turns).flatMap(([name, turn]) =>
    isEnding(turn) || turn.choices.some(([move, , to]) => fitsMethod(move) && !reachedFrom(to, steps).has(name))
      ? []
      : [name],
  );

const problemsAt = (turn: string, problems: readonly (string | false)[]): readonly CaseProblem[] =>
  problems.flatMap((problem) => (problem ? [{ turn, problem }] : []));

function endingProblems(name: string, ending: CaseEnding, steps: readonly Step[]): readonly CaseProblem[] {
  const into = steps.filter(([, [, , to]]) => to === name).map(([, [move]]) => move);
  const acts = talksIn(parseMarks(ending.marks)).some((talk) => talk.side === 'change' && MOBILISING.has(talk.strand));
  return problemsAt(name, [
    ending.end === 'step' && !acts && 'ends with a step that the patient does not voice (C, V or T)',
    ending.end === 'withdrawn' && into.some(fitsMethod) && 'the patient pulls back after a move that fits',
    ending.end !== 'withdrawn' && !into.every(fitsMethod) && 'ends well after a move that does not fit',
    PROMISES.test(ending.after) && 'promises an outcome',
    ending.after.trim() === '' && 'does not say what the ending means',
  ]);
}

function turnProblems(name: string, turn: Turn, turns: Case['turns']): readonly CaseProblem[] {
  const lost = turn.choices.filter(([, , to]) => !Object.hasOwn(turns, to)).map(([, , to]) => to);
  return problemsAt(name, [
    ...lost.map((to) => `leads to "${to}", which does not exist`),
    turn.choices.every(([move]) => !fitsMethod(move)) && 'offers no move that fits',
    new Set(turn.choices.map(([, says]) => says)).size < turn.choices.length && 'offers the same words twice',
  ]);
}

/** Finds problems of the case as a whole: a missing ending, or a wrong answer that can never be mended. */
function wholeProblems({ turns }: Case, steps: readonly Step[]): readonly CaseProblem[] {
  const ends = Object.values(turns).flatMap((turn) => (isEnding(turn) ? [turn.end] : []));
  const missing = (['step', 'open-door', 'withdrawn'] as const).filter((end) => !ends.includes(end));
  const isGood = (name: string): boolean => {
    const turn = turns[name];
    return turn !== undefined && isEnding(turn) && turn.end !== 'withdrawn';
  };
  const mends = steps.some(([, [move, , to]]) => !fitsMethod(move) && [...reachedFrom(to, steps)].some(isGood));
  return problemsAt('the whole case', [
    ...missing.map((end) => `has no ending of the kind "${end}"`),
    !mends && 'a move that does not fit can never be mended',
    Object.keys(turns).length < FEWEST && `has under ${FEWEST} turns`,
  ]);
}

/** Finds every problem of a case. Empty if the case can be played. */
export function checkCase(each: Case): readonly CaseProblem[] {
  const steps = stepsOf(each.turns);
  const reached = reachedFrom('start', steps);
  return [
    ...Object.entries(each.turns).flatMap(([name, turn]) =>
      isEnding(turn) ? endingProblems(name, turn, steps) : turnProblems(name, turn, each.turns),
    ),
    ...Object.keys(each.turns).flatMap((name) =>
      reached.has(name) ? [] : [{ turn: name, problem: 'cannot be reached from the start' }],
    ),
    ...withoutWayOn(each.turns, steps).map((turn) => ({ turn, problem: 'has no fitting answer that leads on' })),
    ...wholeProblems(each, steps),
  ];
}
