// The kinds of things a clinician says. Whether a kind fits motivational interviewing says nothing about a person.

/** The kinds, as the feedback names them. */
export type Move =
  | 'simple-reflection'
  | 'complex-reflection'
  | 'open-question'
  | 'closed-question'
  | 'affirmation'
  | 'summary'
  | 'autonomy'
  | 'permission'
  | 'information'
  | 'plan-together'
  | 'repair'
  | 'advice'
  | 'persuasion'
  | 'confrontation'
  | 'early-plan';

const AGAINST: ReadonlySet<Move> = new Set(['advice', 'persuasion', 'confrontation', 'early-plan']);

/**
 * False for a move that tends to draw arguments against change: unasked advice, persuading, confronting, planning too
 * soon.
 */
export const fitsMethod = (move: Move): boolean => !AGAINST.has(move);

export const isReflection = (move: Move): boolean => move === 'simple-reflection' || move === 'complex-reflection';
/** Planning together asks the key question, so it counts too. */
export const isQuestion = (move: Move): boolean =>
  move === 'open-question' || move === 'closed-question' || move === 'plan-together';
