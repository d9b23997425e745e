// One quiet line on what to work on, and whether a plan may be near. Never stored, never filed, never called a stage.

import type { Answer } from '../ruler.ts';
import { isMobilising, STRANDS } from '../talk/talk.ts';
import { type Heard, total } from './heard.ts';

/** Working bands of a ruler: ours, adjustable by a site, unverified (docs/design/motivational-interviewing.md, "Hints"). Both ends inclusive, 0 to 10. */
export interface Bands {
  readonly lowTo: number;
  readonly highFrom: number;
}
const BANDS: Bands = { lowTo: 3, highFrom: 7 };

/** A private line for the clinician. `work` says which ruler or step it is about. */
export interface Hint {
  readonly work: 'importance' | 'confidence' | 'plan' | 'both';
  readonly text: string;
}

type Band = 'low' | 'middle' | 'high';

/** Where an answer lies; `undefined` when it was not asked or declined, since missing is never low. */
export function band(answer: Answer | undefined, { lowTo, highFrom }: Bands = BANDS): Band | undefined {
  if (answer?.kind !== 'answered') return undefined;
  if (answer.score <= lowTo) return 'low';
  return answer.score >= highFrom ? 'high' : 'middle';
}

/** What to work on, from importance and confidence; none unless both were answered. Source: docs/design/motivational-interviewing.md, "Hints". */
export function workOn({ rulers }: Pick<Heard, 'rulers'>, bands: Bands = BANDS): Hint | undefined {
  const importance = band(rulers.importance, bands);
  const confidence = band(rulers.confidence, bands);
  if (importance === undefined || confidence === undefined) return undefined;
  if (importance === 'low') {
    return {
      work: 'importance',
      text: 'Values, looking ahead, concerns. Information only with permission; an open door is fine.',
    };
  }
  if (confidence === 'low') {
    return { work: 'confidence', text: 'Past success, strengths, a menu of options, a smaller step.' };
  }
  if (importance === 'high' && confidence === 'high') {
    return { work: 'plan', text: 'A short summary, the key question, then the plan.' };
  }
  return { work: 'both', text: `Ask the lower-number question on ${lowerRuler(rulers)}; reflect both sides.` };
}

function lowerRuler({ importance, confidence }: Heard['rulers']): 'importance' | 'confidence' {
  const of = (answer: Answer | undefined): number => (answer?.kind === 'answered' ? answer.score : 0);
  return of(confidence) < of(importance) ? 'confidence' : 'importance';
}

/** Why a plan may be near: talk that leans into action, or importance and confidence both high. */
export type Readiness = 'mobilising' | 'rulers';

/**
 * Signs of readiness, or none. One mobilising mark is enough, so nobody ready is kept in evoking; it does not count
 * where as much mobilising talk, or more talk of any kind, leans the other way. Source: docs/design/motivational-interviewing.md, "Moving to a plan".
 */
export function readyToPlan({ counts, rulers }: Pick<Heard, 'counts' | 'rulers'>): Readiness | undefined {
  const mobilising = STRANDS.filter(isMobilising);
  const toward = mobilising.reduce((sum, strand) => sum + counts.change[strand], 0);
  const away = mobilising.reduce((sum, strand) => sum + counts.sustain[strand], 0);
  if (toward > away && total(counts.change) >= total(counts.sustain)) return 'mobilising';
  return band(rulers.importance) === 'high' && band(rulers.confidence) === 'high' ? 'rulers' : undefined;
}

/** The quiet line of the "ready to plan?" cue, by its sign. It opens nothing by itself. */
export const READY_CUE: { readonly [Sign in Readiness]: string } = {
  mobilising: 'Ready to plan? You are hearing what they will do.',
  rulers: 'Ready to plan? Importance and confidence are both high.',
};

/** A plan below this number from 0 to 10 suggests a smaller step: a hint, not a stop (docs/design/motivational-interviewing.md, "The change plan"). */
const SURE_FROM = 8;

/** Whether to offer a smaller step. False when the patient gave no number. */
export function smallerStepHelps({ planConfidence }: Pick<Heard, 'planConfidence'>): boolean {
  return planConfidence !== undefined && planConfidence < SURE_FROM;
}
