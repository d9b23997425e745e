// The four processes, and which of them have content. Computed from the interview, never stored, never a score.

import type { Interview } from '../interview.ts';
import { AGREED_TEXTS, PLAN_LISTS } from '../note/note.ts';
import { isNamed } from './focus.ts';

/** The four processes of motivational interviewing, in teaching order. They overlap and repeat. None blocks another. */
export const PROCESSES = ['engage', 'focus', 'evoke', 'plan'] as const;
export type Process = (typeof PROCESSES)[number];

const anyText = (texts: readonly string[]): boolean => texts.some((text) => text.trim() !== '');

/** True if a section has any content: the check mark in the section links. It never means "finished". */
export function holdsSomething({ engage, focus, evoke, plan }: Interview, process: Process): boolean {
  switch (process) {
    case 'engage': {
      const lines = [...engage.agenda, ...engage.strengths].map((line) => line.text);
      return anyText([...lines, engage.present, engage.lastStep.words]) || engage.lastStep.result !== undefined;
    }
    case 'focus':
      return isNamed(focus.target) || focus.direction !== undefined || anyText([focus.goal]);
    case 'evoke':
      return evoke.talk.length > 0 || Object.values(evoke.rulers).some((ruler) => ruler.kind === 'asked');
    case 'plan':
      return (
        plan.ending === 'not-today' ||
        plan.followUpDay !== undefined ||
        plan.confidence !== undefined ||
        plan.reasons.length > 0 ||
        anyText([plan.followUpHow]) ||
        holdsPlanWords(plan)
      );
  }
}

/** True if a part of a plan has words. They are filed only with a plan that is agreed. The follow-up always is. */
export const holdsPlanWords = (plan: Interview['plan']): boolean => anyText(planTexts(plan));

/** Everything typed into the parts of a plan. */
export const planTexts = (plan: Interview['plan']): readonly string[] => [
  ...AGREED_TEXTS.map((part) => plan[part]),
  ...PLAN_LISTS.flatMap((list) => plan[list].map((line) => line.text)),
];
