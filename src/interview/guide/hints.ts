// A quiet hint on what to work on, and whether a plan may be near. Never stored, never filed, never called a stage.

import type { Language } from '../patient/patient-words.ts';
import type { Answer } from '../ruler.ts';
import { type Heard, total, totalMobilizing } from './heard.ts';
import { questionsAfter } from './ruler-questions.ts';

/** Bands of a ruler, ends included: our own, unverified (docs/design/motivational-interviewing.md, "Hints"). */
const LOW_TO = 3;
const HIGH_FROM = 7;

/** A private line for the clinician. `work` says which ruler or step it is about. */
export interface Hint {
  readonly work: 'importance' | 'confidence' | 'plan' | 'both';
  readonly text: string;
}

/** What to say for each hint, in the language of the visit. The rest of a hint speaks to the clinician, in English. */
const TRY = {
  en: {
    importance: 'What would have to happen for this to matter more?',
    confidence: 'What has worked for you before, even a little?',
    plan: 'What, if anything, would you like to do next?',
  },
  es: {
    importance: '¿Qué tendría que pasar para que esto le importara más?',
    confidence: '¿Qué le ha funcionado antes, aunque sea un poco?',
    plan: 'Si quisiera hacer algo ahora, ¿qué sería?',
  },
} as const;

/** The same for someone who has made the change and wants to keep going. */
const TRY_KEEPING = {
  en: {
    importance: 'What do you most want to hold on to?',
    confidence: 'What has helped you keep this going so far?',
    plan: TRY.en.plan,
  },
  es: {
    importance: '¿Qué es lo que más quiere conservar?',
    confidence: '¿Qué le ha ayudado a seguir así hasta ahora?',
    plan: TRY.es.plan,
  },
} as const;

type Band = 'low' | 'middle' | 'high';

/** The band of an answer. Undefined if not asked or declined, because a missing answer is never low. */
export function band(answer: Answer | undefined): Band | undefined {
  if (answer?.kind !== 'answered') return undefined;
  if (answer.score <= LOW_TO) return 'low';
  return answer.score >= HIGH_FROM ? 'high' : 'middle';
}

/**
 * What to work on, from importance and confidence. Undefined unless both were answered. Also undefined if the patient
 * refused permission. Source: docs/design/motivational-interviewing.md, "Hints".
 */
export function workOn(
  { rulers, permission, direction }: Pick<Heard, 'rulers' | 'permission' | 'direction'>,
  language: Language,
): Hint | undefined {
  if (permission === false) return undefined;
  const importance = band(rulers.importance);
  const confidence = band(rulers.confidence);
  if (importance === undefined || confidence === undefined) return undefined;
  const say = (direction === 'keep-going' ? TRY_KEEPING : TRY)[language];
  if (importance === 'low') {
    return { work: 'importance', text: `Try: “${say.importance}” Give information only with permission.` };
  }
  if (confidence === 'low') {
    return { work: 'confidence', text: `Try: “${say.confidence}” Or offer a smaller step.` };
  }
  if (importance === 'high' && confidence === 'high') {
    return { work: 'plan', text: `Try: “${say.plan}” Sum up first, then plan.` };
  }
  const lower = questionsAfter(lowerAnswer(rulers), language).lower;
  return { work: 'both', text: `Try: “${lower}” Then reflect both sides.` };
}

function lowerAnswer({ importance, confidence }: Heard['rulers']): Answer | undefined {
  const of = (answer: Answer | undefined): number => (answer?.kind === 'answered' ? answer.score : 0);
  return of(confidence) < of(importance) ? confidence : importance;
}

type Signs = Pick<Heard, 'counts' | 'rulers' | 'recent' | 'permission'>;

/**
 * True if it may be time to ask what comes next. It never is if the patient refused permission, or with a readiness of
 * 3 or lower. It is after commitment or taking steps with a readiness of 7 or more. Otherwise none of the last three
 * marks may be sustain talk, and one of three signs is needed. The first is two or more marks of mobilizing change
 * talk. The second is one of these and at least three other marks for change. The third is importance and confidence
 * both high with at least one mark for change. Source: docs/design/motivational-interviewing.md, "Moving to a plan".
 */
export function readyToPlan({ counts: { change }, rulers, recent, permission }: Signs): boolean {
  const ready = band(rulers.readiness);
  if (permission === false || ready === 'low') return false;
  if (ready === 'high' && change.commitment + change['taking-steps'] > 0) return true;
  if (recent.includes('sustain')) return false;
  const mobilizing = totalMobilizing(change);
  const heard = total(change);
  const bothHigh = band(rulers.importance) === 'high' && band(rulers.confidence) === 'high';
  return mobilizing >= 2 || (mobilizing === 1 && heard >= 4) || (bothHigh && heard >= 1);
}

/** The text of the planning cue. It opens nothing by itself. */
export const READY_CUE = 'It may be time to ask what, if anything, comes next.';

/**
 * Below this confidence (0 to 10) a smaller step is suggested: a hint that stops nothing
 * (docs/design/motivational-interviewing.md, "The change plan").
 */
export const SURE_FROM = 8;

/** True if a smaller step should be offered. False if the patient gave no number. */
export function smallerStepHelps({ planConfidence }: Pick<Heard, 'planConfidence'>): boolean {
  return planConfidence !== undefined && planConfidence < SURE_FROM;
}
