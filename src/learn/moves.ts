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

/**
 * True for a move that neither draws change talk nor argues by itself: a closed question, plain information. MITI 4.2.1
 * also counts them as neither adherent nor non-adherent.
 */
export const isNeutral = (move: Move): boolean => move === 'closed-question' || move === 'information';

export const isReflection = (move: Move): boolean => move === 'simple-reflection' || move === 'complex-reflection';
/** Planning together asks the key question, so it counts too. */
export const isQuestion = (move: Move): boolean =>
  move === 'open-question' || move === 'closed-question' || move === 'plan-together';
