// A signed note while it is being corrected: a copy in which texts may be empty for a moment. Every change is a new copy;
// parts nobody touched stay as they are, to the letter.

import type { Answer, RulerName } from '../ruler.ts';
import type { Side } from '../talk/talk.ts';
import { cleanText } from './clean-text.ts';
import type { AgreedPlan, FollowUp, NotePlan, NoteRuler, NoteTalk, ReadinessNote } from './note.ts';

/** Texts and lists of an agreed plan that a correction may change. */
export type AgreedText = 'change' | 'firstStep' | 'signWorking' | 'ifNotWorking' | 'commitment' | 'referral';
export type AgreedList = 'reasons' | 'steps' | 'supports' | 'barriers' | 'ifThens';

/** A plan in which nothing stands yet. */
const EMPTY_PLAN: AgreedPlan = {
  kind: 'agreed',
  reasons: [],
  steps: [],
  supports: [],
  barriers: [],
  ifThens: [],
};

// Counts that the chart did not keep are not begun again.
const counted = (note: ReadinessNote, side: Side, by: 1 | -1): ReadinessNote =>
  note.marks ? { ...note, marks: { ...note.marks, [side]: Math.max(0, note.marks[side] + by) } } : note;

/** Another answer of a ruler; undefined: it was not asked after all. What was said about it stays with an answer. */
export function withAnswer(note: ReadinessNote, name: RulerName, answer: Answer | undefined): ReadinessNote {
  const before = note.rulers[name];
  const said = before.kind === 'asked' ? before : { kind: 'asked' as const };
  const ruler: NoteRuler = answer ? { ...said, answer } : { kind: 'not-asked' };
  return { ...note, rulers: { ...note.rulers, [name]: ruler } };
}

/** Other words about a ruler, or another second answer; a ruler that was not asked has neither. */
export function withRulerPart(
  note: ReadinessNote,
  name: RulerName,
  part: { readonly why: string } | { readonly raise: string } | { readonly again: Answer | undefined },
): ReadinessNote {
  const before = note.rulers[name];
  if (before.kind !== 'asked') return note;
  const { again, ...rest } = { again: before.again, ...before, ...part };
  return { ...note, rulers: { ...note.rulers, [name]: { ...rest, ...(again && { again }) } } };
}

/** Another wording or code of what was said; the counts follow where the side changes. */
export function withQuote(note: ReadinessNote, place: number, quote: NoteTalk): ReadinessNote {
  const before = note.talk[place];
  if (!before) return note;
  const next = { ...note, talk: note.talk.with(place, quote) };
  if (before.talk.side === quote.talk.side) return next;
  return counted(counted(next, before.talk.side, -1), quote.talk.side, 1);
}

/** Without something that was not said, nor counted. */
export function withoutQuote(note: ReadinessNote, place: number): ReadinessNote {
  const before = note.talk[place];
  return before ? counted({ ...note, talk: note.talk.toSpliced(place, 1) }, before.talk.side, -1) : note;
}

/** With something that was said and is missing, at the end. */
export function withMoreTalk(note: ReadinessNote, quote: NoteTalk): ReadinessNote {
  return counted({ ...note, talk: [...note.talk, quote] }, quote.talk.side, 1);
}

/** Another kind of ending; the follow-up stays. Back at the ending it was signed with, that plan (`signed`) is back too. */
export function withEnding(note: ReadinessNote, ending: NotePlan['kind'], signed: NotePlan): ReadinessNote {
  if (ending === note.plan.kind) return note;
  if (ending === 'none') return { ...note, plan: { kind: 'none' } };
  // An ending that was taken out has no follow-up to keep: the signed one then counts.
  const from = note.plan.kind === 'none' ? signed : note.plan;
  const { followUp } = from.kind === 'none' ? {} : from;
  const kept = followUp ? { followUp } : {};
  if (ending === signed.kind) {
    const { followUp: _, ...rest } = signed;
    return { ...note, plan: { ...rest, ...kept } };
  }
  return { ...note, plan: ending === 'agreed' ? { ...EMPTY_PLAN, ...kept } : { kind: 'not-today', ...kept } };
}

/** Another follow-up; empty parts are none. */
export function withFollowUp(note: ReadinessNote, followUp: FollowUp): ReadinessNote {
  return note.plan.kind === 'none' ? note : { ...note, plan: { ...note.plan, followUp } };
}

/** The texts without blank ends and without what no record can carry; empty ones are absent. */
function cleaned<T extends object, K extends keyof T & string>(from: T, keys: readonly K[]): T {
  const copy = { ...from };
  for (const key of keys) {
    const text = copy[key];
    if (typeof text !== 'string') continue;
    const clean = cleanText(text);
    if (clean === '') delete copy[key];
    else Object.assign(copy, { [key]: clean });
  }
  return copy;
}

const cleanList = (texts: readonly string[]): readonly string[] => texts.map(cleanText).filter((text) => text !== '');

function tidyFollowUp<P extends { readonly followUp?: FollowUp }>(plan: P): P {
  const { followUp, ...rest } = plan;
  const tidy = followUp ? cleaned(followUp, ['how']) : {};
  return { ...rest, ...(Object.keys(tidy).length > 0 && { followUp: tidy }) } as P;
}

function tidyPlan(plan: NotePlan): NotePlan {
  if (plan.kind === 'none') return plan;
  if (plan.kind === 'not-today') return tidyFollowUp(cleaned(plan, ['why']));
  const texts = cleaned(plan, ['change', 'firstStep', 'signWorking', 'ifNotWorking', 'commitment', 'referral']);
  return tidyFollowUp({
    ...texts,
    reasons: cleanList(plan.reasons),
    steps: cleanList(plan.steps),
    supports: cleanList(plan.supports),
    barriers: cleanList(plan.barriers),
    ifThens: cleanList(plan.ifThens),
  });
}

/** The note as it can be filed: trimmed, without empty texts. A quote without words stays counted as a mark. */
export function tidyNote(note: ReadinessNote): ReadinessNote {
  const { importance, confidence, readiness } = note.rulers;
  const ruler = (held: NoteRuler) => (held.kind === 'asked' ? cleaned(held, ['why', 'raise']) : held);
  return {
    ...note,
    target: cleaned(note.target, ['label']),
    rulers: { importance: ruler(importance), confidence: ruler(confidence), readiness: ruler(readiness) },
    talk: note.talk.flatMap(({ talk, text }) => {
      const clean = cleanText(text);
      return clean === '' ? [] : [{ talk, text: clean }];
    }),
    plan: tidyPlan(note.plan),
  };
}
