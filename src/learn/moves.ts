// The kinds of things a clinician says. Whether a kind fits motivational interviewing says nothing about a person.

/**
 * How each kind fits the method. `against` tends to draw arguments against change: unasked advice, persuading,
 * confronting, planning too soon. `neutral` neither draws change talk nor argues by itself: a closed question, plain
 * information. MITI 4.2.1 also counts these as neither adherent nor non-adherent.
 */
const FIT = {
  'simple-reflection': 'fits',
  'complex-reflection': 'fits',
  'open-question': 'fits',
  'closed-question': 'neutral',
  affirmation: 'fits',
  summary: 'fits',
  autonomy: 'fits',
  permission: 'fits',
  information: 'neutral',
  'plan-together': 'fits',
  repair: 'fits',
  advice: 'against',
  persuasion: 'against',
  confrontation: 'against',
  'early-plan': 'against',
} as const;
export type Move = keyof typeof FIT;

export const fitsMethod = (move: Move): boolean => FIT[move] !== 'against';
export const isNeutral = (move: Move): boolean => FIT[move] === 'neutral';
export const isReflection = (move: Move): boolean => move === 'simple-reflection' || move === 'complex-reflection';
/** Planning together asks the key question, so it counts too. */
export const isQuestion = (move: Move): boolean =>
  move === 'open-question' || move === 'closed-question' || move === 'plan-together';
