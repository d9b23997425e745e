// Builds a readiness note from facts in the order of the chart. Facts without a place in the note are returned
// unchanged, so that the reader of that form can show them. Nothing is guessed or dropped.

import { type Answer, byRuler, type RulerName } from '../ruler.ts';
import { SIDES, type Side } from '../talk/talk.ts';
import type { FollowUp, Information, Marks, NotePlan, NoteRuler, ReadinessNote } from './note.ts';
import type { Asked, Fact, ListText, SingleText } from './note-facts.ts';

type Kind = Fact['kind'];
type FactOf<K extends Kind> = Extract<Fact, { kind: K }>;

/** A note's number, times and language, which every form stores outside its facts. */
export type NoteHead = Pick<ReadinessNote, 'id' | 'at' | 'signedAt' | 'language'>;

/** The note, and the facts without a place in it (a second goal, a part of a plan without an ending), in order. */
export interface NoteWithLeftovers {
  readonly note: ReadinessNote;
  readonly left: readonly Fact[];
}

/** Builds the note. A ruler without a fact is `not-recorded`. Missing counts are unknown. */
export function noteFromFacts(head: NoteHead, facts: readonly Fact[]): NoteWithLeftovers {
  const unplaced = new UnplacedFacts(facts);
  const target = unplaced.first('target');
  const sensitive = unplaced.first('sensitive') !== undefined;
  const talk = unplaced.every('talk').map(({ talk: code, text }) => ({ talk: code, text }));
  const note: ReadinessNote = {
    ...head,
    target: { ...maybe('label', target?.label), ...maybe('code', target?.code), sensitive },
    ...maybe('goal', unplaced.text('change-goal')),
    ...maybe('direction', unplaced.first('direction')?.direction),
    ...maybe('raisedBy', unplaced.first('raised-by')?.by),
    ...maybe('permission', unplaced.first('permission')?.given),
    agenda: unplaced.texts('agenda-item'),
    strengths: unplaced.texts('strength'),
    ...maybe('present', unplaced.text('who-was-present')),
    ...maybe('lastStep', lastStep(unplaced)),
    information: information(unplaced),
    rulers: byRuler((name) => ruler(unplaced, name)),
    talk,
    ...maybe('marks', marks(unplaced)),
    plan: plan(unplaced),
    ...maybe('minutes', unplaced.first('minutes')?.minutes),
    also: unplaced.every('also').map(({ label, value }) => ({ label, value })),
  };
  return { note, left: unplaced.rest() };
}

/** Facts not yet placed. Taking a fact removes it, so that the rest at the end are the facts without a place. */
class UnplacedFacts {
  #left: readonly Fact[];

  constructor(facts: readonly Fact[]) {
    this.#left = facts;
  }

  every<K extends Kind>(kind: K, where: (fact: FactOf<K>) => boolean = () => true): readonly FactOf<K>[] {
    const wanted = (fact: Fact): fact is FactOf<K> => fact.kind === kind && where(fact as FactOf<K>);
    const hits = this.#left.filter(wanted);
    const taken = new Set<Fact>(hits);
    this.#left = this.#left.filter((fact) => !taken.has(fact));
    return hits;
  }

  first<K extends Kind>(kind: K, where: (fact: FactOf<K>) => boolean = () => true): FactOf<K> | undefined {
    const wanted = (fact: Fact): fact is FactOf<K> => fact.kind === kind && where(fact as FactOf<K>);
    const hit = this.#left.find(wanted);
    this.#left = this.#left.filter((fact) => fact !== hit);
    return hit;
  }

  has<K extends Kind>(kind: K, where: (fact: FactOf<K>) => boolean): boolean {
    return this.#left.some((fact) => fact.kind === kind && where(fact as FactOf<K>));
  }

  text(name: SingleText): string | undefined {
    return this.first('text', (fact) => fact.name === name)?.text;
  }

  texts(name: ListText): readonly string[] {
    return this.every('text', (fact) => fact.name === name).map((fact) => fact.text);
  }

  rest(): readonly Fact[] {
    return this.#left;
  }
}

/** An optional property, left out if there is no value, as exact optional types require. */
function maybe<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: V };
}

function lastStep(unplaced: UnplacedFacts): ReadinessNote['lastStep'] {
  const result = unplaced.first('last-step')?.result;
  const words = unplaced.text('last-step-words');
  return result === undefined && words === undefined
    ? undefined
    : { ...maybe('result', result), ...maybe('words', words) };
}

/**
 * A view belongs to the information before it. A view without information before it, and a second view, stay unplaced.
 */
function information(unplaced: UnplacedFacts): readonly Information[] {
  const pairs: { given: string; view?: string }[] = [];
  unplaced.every('text', ({ name, text }) => {
    const last = pairs.at(-1);
    if (name === 'information-given') return pairs.push({ given: text }) > 0;
    if (name !== 'information-view' || !last || last.view !== undefined) return false;
    last.view = text;
    return true;
  });
  return pairs;
}

/** The first answer and, if asked again, the second. Without an answer: the unreadable text, else "not asked". */
function ruler(unplaced: UnplacedFacts, name: RulerName): NoteRuler {
  const next = (wanted: (asked: Asked) => boolean) =>
    unplaced.first('ruler', (fact) => fact.ruler === name && wanted(fact.asked))?.asked;
  const answer = next(isAnswer);
  if (answer && isAnswer(answer)) return askedRuler(unplaced, name, answer, next(isAnswer));
  const held = next((asked) => asked.kind === 'unreadable') ?? next(() => true);
  return held && !isAnswer(held) ? held : { kind: 'not-recorded' };
}

function askedRuler(unplaced: UnplacedFacts, name: RulerName, answer: Answer, again: Asked | undefined): NoteRuler {
  const words = (about: 'why' | 'raise') =>
    unplaced.first('ruler-words', (fact) => fact.ruler === name && fact.about === about)?.text;
  return {
    kind: 'asked',
    answer,
    ...maybe('again', again && isAnswer(again) ? again : undefined),
    ...maybe('why', words('why')),
    ...maybe('raise', words('raise')),
  };
}

const isAnswer = (asked: Asked): asked is Answer => asked.kind === 'answered' || asked.kind === 'declined';

/** Both counts or undefined. A single count means nothing and stays unplaced. */
function marks(unplaced: UnplacedFacts): Marks | undefined {
  const isOf = (side: Side) => (fact: FactOf<'marks'>) => fact.side === side;
  if (!SIDES.every((side) => unplaced.has('marks', isOf(side)))) return undefined;
  const count = (side: Side) => unplaced.first('marks', isOf(side))?.count ?? 0;
  return { change: count('change'), sustain: count('sustain') };
}

function plan(unplaced: UnplacedFacts): NotePlan {
  const ending = unplaced.first('ending')?.ending;
  if (ending === undefined) return { kind: 'none' };
  if (ending === 'not-today') {
    return {
      kind: 'not-today',
      ...maybe('why', unplaced.text('plan-not-today-why')),
      ...maybe('followUp', followUp(unplaced)),
    };
  }
  return {
    kind: 'agreed',
    ...maybe('change', unplaced.text('plan-change')),
    reasons: unplaced.texts('plan-reason'),
    ...maybe('firstStep', unplaced.text('plan-first-step')),
    steps: unplaced.texts('plan-step'),
    supports: unplaced.texts('plan-support'),
    ...maybe('signWorking', unplaced.text('plan-sign-working')),
    barriers: unplaced.texts('plan-barrier'),
    ifThens: unplaced.texts('plan-if-then'),
    ...maybe('ifNotWorking', unplaced.text('plan-if-not-working')),
    ...maybe('confidence', unplaced.first('plan-confidence')?.score),
    ...maybe('commitment', unplaced.text('plan-commitment')),
    ...maybe('referral', unplaced.text('plan-referral')),
    ...maybe('followUp', followUp(unplaced)),
  };
}

function followUp(unplaced: UnplacedFacts): FollowUp | undefined {
  const day = unplaced.first('follow-up')?.day;
  const how = unplaced.text('plan-follow-up-how');
  return day === undefined && how === undefined ? undefined : { ...maybe('day', day), ...maybe('how', how) };
}
