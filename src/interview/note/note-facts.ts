// A readiness note as a flat list of facts in a fixed order, which every form writes one by one. It knows neither FHIR
// nor labels. The forms (components, lines of text, answers) define how each fact looks.

import type { Day, Score } from '../ids.ts';
import { type Answer, RULERS, type RulerName } from '../ruler.ts';
import type { Code, Direction, RaisedBy } from '../talk/focus.ts';
import { SIDES, type Side, type Talk } from '../talk/talk.ts';
import type { AlsoRecorded, Marks, NotePlan, NoteRuler, ReadinessNote, StepResult } from './note.ts';

/** Texts that a note has at most once. The names are also the local codes in resources: never rename or reuse one. */
export const SINGLE_TEXTS = [
  'change-goal',
  'who-was-present',
  'last-step-words',
  'plan-not-today-why',
  'plan-change',
  'plan-first-step',
  'plan-sign-working',
  'plan-if-not-working',
  'plan-commitment',
  'plan-referral',
  'plan-follow-up-how',
] as const;

/** Texts that a note may have several times, in order. */
export const LIST_TEXTS = [
  'agenda-item',
  'strength',
  'information-given',
  'information-view',
  'plan-reason',
  'plan-step',
  'plan-support',
  'plan-barrier',
  'plan-if-then',
] as const;

export type SingleText = (typeof SINGLE_TEXTS)[number];
export type ListText = (typeof LIST_TEXTS)[number];
export type TextName = SingleText | ListText;

/** One answer of a ruler. `unreadable` keeps the chart's own text. */
export type Asked = Answer | { readonly kind: 'not-asked' } | { readonly kind: 'unreadable'; readonly written: string };

/** How the conversation ended, if recorded. */
export const ENDINGS = ['agreed', 'not-today'] as const;
export type Ending = (typeof ENDINGS)[number];

/** One fact of a note. A ruler that was asked again is a second `ruler` fact after the first. */
export type Fact =
  | { readonly kind: 'target'; readonly label?: string; readonly code?: Code }
  | { readonly kind: 'sensitive' }
  | { readonly kind: 'text'; readonly name: TextName; readonly text: string }
  | { readonly kind: 'direction'; readonly direction: Direction }
  | { readonly kind: 'raised-by'; readonly by: RaisedBy }
  | { readonly kind: 'permission'; readonly given: boolean }
  | { readonly kind: 'last-step'; readonly result: StepResult }
  | { readonly kind: 'ruler'; readonly ruler: RulerName; readonly asked: Asked }
  | { readonly kind: 'ruler-words'; readonly ruler: RulerName; readonly about: 'why' | 'raise'; readonly text: string }
  | { readonly kind: 'talk'; readonly talk: Talk; readonly text: string }
  | { readonly kind: 'marks'; readonly side: Side; readonly count: number }
  | { readonly kind: 'ending'; readonly ending: Ending }
  | { readonly kind: 'plan-confidence'; readonly score: Score }
  | { readonly kind: 'follow-up'; readonly day: Day }
  | { readonly kind: 'minutes'; readonly minutes: number }
  | ({ readonly kind: 'also' } & AlsoRecorded);

/** Shown in place of a behavior if none was named. Read in any case. */
export const NOT_NAMED = 'Not named yet';

/** True for the text that says no behavior was named, in any case. */
export function saysNotNamed(text: string): boolean {
  return text.trim().toLowerCase() === NOT_NAMED.toLowerCase();
}

/**
 * Every fact of the note except its number and its two times, in the order of docs/design/readiness-note.md, "Local
 * codes".
 */
export function factsOf(note: ReadinessNote): readonly Fact[] {
  return [
    ...focusFacts(note),
    ...engageFacts(note),
    ...note.information.flatMap(({ given, view }) => [
      ...one('information-given', given),
      ...one('information-view', view),
    ]),
    ...RULERS.flatMap((ruler) => rulerFacts(ruler, note.rulers[ruler])),
    ...note.talk.map(({ talk, text }): Fact => ({ kind: 'talk', talk, text })),
    ...markFacts(note.marks),
    ...planFacts(note.plan),
    ...(note.minutes === undefined ? [] : [{ kind: 'minutes', minutes: note.minutes } as const]),
    ...note.also.map(({ label, value }): Fact => ({ kind: 'also', label, value })),
  ];
}

const markFacts = (marks: Marks | undefined): readonly Fact[] =>
  marks ? SIDES.map((side) => ({ kind: 'marks', side, count: marks[side] })) : [];

const one = (name: TextName, text: string | undefined): readonly Fact[] =>
  text === undefined ? [] : [{ kind: 'text', name, text }];

const many = (name: ListText, texts: readonly string[]): readonly Fact[] => texts.flatMap((text) => one(name, text));

function focusFacts({ target, goal, direction, raisedBy, permission }: ReadinessNote): readonly Fact[] {
  const { sensitive, ...named } = target;
  return [
    { kind: 'target', ...named },
    ...(sensitive ? [{ kind: 'sensitive' } as const] : []),
    ...one('change-goal', goal),
    ...(direction ? [{ kind: 'direction', direction } as const] : []),
    ...(raisedBy ? [{ kind: 'raised-by', by: raisedBy } as const] : []),
    ...(permission === undefined ? [] : [{ kind: 'permission', given: permission } as const]),
  ];
}

function engageFacts(note: ReadinessNote): readonly Fact[] {
  const result = note.lastStep?.result;
  return [
    ...many('agenda-item', note.agenda),
    ...many('strength', note.strengths),
    ...one('who-was-present', note.present),
    ...(result ? [{ kind: 'last-step', result } as const] : []),
    ...one('last-step-words', note.lastStep?.words),
  ];
}

function rulerFacts(ruler: RulerName, held: NoteRuler): readonly Fact[] {
  if (held.kind === 'not-recorded') return [];
  if (held.kind !== 'asked') return [{ kind: 'ruler', ruler, asked: held }];
  const words = (about: 'why' | 'raise', text: string | undefined): readonly Fact[] =>
    text === undefined ? [] : [{ kind: 'ruler-words', ruler, about, text }];
  return [
    { kind: 'ruler', ruler, asked: held.answer },
    ...(held.again ? [{ kind: 'ruler', ruler, asked: held.again } as const] : []),
    ...words('why', held.why),
    ...words('raise', held.raise),
  ];
}

function planFacts(plan: NotePlan): readonly Fact[] {
  if (plan.kind === 'none') return [];
  const { day, how } = plan.followUp ?? {};
  return [
    { kind: 'ending', ending: plan.kind },
    ...(plan.kind === 'agreed' ? agreedFacts(plan) : one('plan-not-today-why', plan.why)),
    ...(day === undefined ? [] : [{ kind: 'follow-up', day } as const]),
    ...one('plan-follow-up-how', how),
  ];
}

function agreedFacts(plan: Extract<NotePlan, { kind: 'agreed' }>): readonly Fact[] {
  return [
    ...one('plan-change', plan.change),
    ...many('plan-reason', plan.reasons),
    ...one('plan-first-step', plan.firstStep),
    ...many('plan-step', plan.steps),
    ...many('plan-support', plan.supports),
    ...one('plan-sign-working', plan.signWorking),
    ...many('plan-barrier', plan.barriers),
    ...many('plan-if-then', plan.ifThens),
    ...one('plan-if-not-working', plan.ifNotWorking),
    ...(plan.confidence === undefined ? [] : [{ kind: 'plan-confidence', score: plan.confidence } as const]),
    ...one('plan-commitment', plan.commitment),
    ...one('plan-referral', plan.referral),
  ];
}
