// How a ruler is asked and what is asked after the answer. Knows the words, not the screen, and never asks "why not higher".

import { assertNever } from '../../lib/assert-never.ts';
import type { Answer, RulerName } from '../ruler.ts';

/** One ruler as it is said aloud: the question and the words at both ends of 0-10. */
interface RulerQuestion {
  readonly question: string;
  readonly low: string;
  readonly high: string;
}

/** What may be asked after an answer. `lower` draws change talk; `stay` stands in for `next` at 10. Absent: do not ask. */
interface FollowUpQuestions {
  readonly lower?: string;
  readonly next?: string;
  readonly stay?: string;
}

/**
 * The question of a ruler. `change` continues "to ..." ("cut down on drinking alcohol"), without a full stop;
 * `undefined` while no target is named. Source: docs/design/motivational-interviewing.md, "Rulers", own words.
 */
export function rulerQuestion(name: RulerName, change: string | undefined): RulerQuestion {
  return { question: asked(name, change ?? 'make this change'), low: 'not at all', high: 'extremely' };
}

function asked(name: RulerName, change: string): string {
  switch (name) {
    case 'importance':
      return `How important is it to you right now to ${change}?`;
    case 'confidence':
      return `If you decided to ${change}, how confident are you that you could?`;
    case 'readiness':
      // "start to start walking" is nobody's sentence.
      return `How ready are you to ${/^(start|keep) /.test(change) ? '' : 'start to '}${change}?`;
    default:
      return assertNever(name);
  }
}

/**
 * The questions that follow an answer, one at a time and skippable; none for a ruler not asked or declined.
 * The words are the same for the three rulers. 0 has no lower number, 10 no next one. Source: docs/design/motivational-interviewing.md, "Ruler follow-up".
 */
export function followUp(_name: RulerName, answer: Answer | undefined): FollowUpQuestions {
  if (answer?.kind !== 'answered') return {};
  const score: number = answer.score;
  if (score === 0) return { next: 'What would have to happen for it to be a 1?' };
  const lower = `What makes it ${numbered(score)} and not ${numbered(Math.max(0, score - 2))}?`;
  if (score === 10) return { lower, stay: 'What would help it stay there?' };
  return { lower, next: `What would make it ${numbered(score + 1)}?` };
}

function numbered(score: number): string {
  return `${score === 8 ? 'an' : 'a'} ${score}`;
}
