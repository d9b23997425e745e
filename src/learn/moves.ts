// What a clinician says, by kind. Whether a kind fits motivational interviewing is a matter of the method, not of a person.

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

/** False for what draws arguments against change: advice without permission, persuading, confronting, planning too soon. */
export const fits = (move: Move): boolean => !AGAINST.has(move);

export const isReflection = (move: Move): boolean => move === 'simple-reflection' || move === 'complex-reflection';
export const isQuestion = (move: Move): boolean => move === 'open-question' || move === 'closed-question';
