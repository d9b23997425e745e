// What the guide uses of an interview: counts by strand, the last answer of each ruler, the filled parts of the plan.
// Never the words.

import { recordOf } from '../../lib/record-of.ts';
import { type Interview, PLAN_TEXTS, type Planning } from '../interview.ts';
import { PLAN_LISTS } from '../note/note.ts';
import { type Answer, type ByRuler, RULERS, type Ruler, type RulerName } from '../ruler.ts';
import { type Direction, isNamed } from '../talk/focus.ts';
import { isMobilizing, type Side, STRANDS, type Strand, type Utterance } from '../talk/talk.ts';
import type { Family } from './families.ts';
import type { PromptedPart } from './prompts/prompt.ts';

type Counts = { readonly [Each in Strand]: number };

/** The facts that the guide uses. An answer is absent if the ruler was not asked. */
export interface Heard {
  readonly counts: { readonly [Each in Side]: Counts };
  readonly rulers: { readonly [Name in RulerName]?: Answer };
  /** The sides of the last three marks, oldest first. */
  readonly recent: readonly Side[];
  /** The key and family of the behavior. Absent for free text. */
  readonly behavior?: string | undefined;
  readonly family?: Family | undefined;
  readonly named: boolean;
  /** The direction the patient wants. Absent until one is chosen. */
  readonly direction?: Direction | undefined;
  /** Whether the patient agreed to talk about it. Absent until asked. */
  readonly permission?: boolean | undefined;
  readonly ending: Planning['ending'];
  /** The parts of the plan that have content. */
  readonly filled: readonly PromptedPart[];
  readonly planConfidence?: number | undefined;
}

/** The facts of an interview. `behavior` is that of its target, undefined for free text. */
export function hear(
  { focus, evoke, plan }: Interview,
  behavior: { readonly key: string; readonly family?: Family | undefined } | undefined,
): Heard {
  return {
    counts: { change: countStrands(evoke.talk, 'change'), sustain: countStrands(evoke.talk, 'sustain') },
    rulers: lastAnswers(evoke.rulers),
    recent: evoke.talk.slice(-3).map(({ talk }) => talk.side),
    behavior: behavior?.key,
    family: behavior?.family,
    permission: focus.permission,
    named: isNamed(focus.target),
    direction: focus.direction,
    ending: plan.ending,
    filled: filledParts(plan),
    planConfidence: plan.confidence,
  };
}

/** A text that identifies the change talk so far. A dismissed planning cue stays hidden until this text changes. */
export function heardForChange({ counts, rulers }: Pick<Heard, 'counts' | 'rulers'>): string {
  return JSON.stringify([counts.change, rulers]);
}

const sumOf = (strands: readonly Strand[], counts: Counts): number =>
  strands.reduce((sum, strand) => sum + counts[strand], 0);

export const total = (counts: Counts): number => sumOf(STRANDS, counts);

export const totalMobilizing = (counts: Counts): number => sumOf(STRANDS.filter(isMobilizing), counts);

function countStrands(talk: readonly Utterance[], side: Side): Counts {
  const ofSide = talk.filter((each) => each.talk.side === side);
  return recordOf(STRANDS, (strand) => ofSide.filter((each) => each.talk.strand === strand).length);
}

function lastAnswers(rulers: ByRuler<Ruler>): { readonly [Name in RulerName]?: Answer } {
  const answers = RULERS.flatMap((name) => {
    const ruler = rulers[name];
    return ruler.kind === 'asked' ? [[name, ruler.again ?? ruler.answer] as const] : [];
  });
  return Object.fromEntries(answers);
}

function filledParts(plan: Planning): readonly PromptedPart[] {
  return [
    ...PLAN_TEXTS.filter((name) => plan[name].trim() !== ''),
    ...PLAN_LISTS.filter((name) => plan[name].some((line) => line.text.trim() !== '')),
    ...(plan.confidence === undefined ? [] : (['confidence'] as const)),
    ...(plan.followUpDay || plan.followUpHow.trim() ? (['followUp'] as const) : []),
  ];
}
