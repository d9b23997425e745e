// The way back: a readiness note from facts in the order a chart gave them. What has no place in the note is handed
// back as it came, so that the reader of that form can show it; nothing is guessed and nothing is dropped.

import type { Answer, RulerName } from '../ruler.ts';
import { SIDES, type Side } from '../talk/talk.ts';
import type { FollowUp, Information, Marks, NotePlan, NoteRuler, ReadinessNote } from './note.ts';
import type { Asked, Fact, ListText, SingleText } from './note-facts.ts';

type Kind = Fact['kind'];
type FactOf<K extends Kind> = Extract<Fact, { kind: K }>;

/** A note's number, moments and language, which every form keeps outside its facts. */
export type NoteHead = Pick<ReadinessNote, 'id' | 'at' | 'signedAt' | 'language'>;

/** The note, and the facts that found no place in it (a second goal, a plan's part without an ending), in order. */
export interface Gathered {
  readonly note: ReadinessNote;
  readonly left: readonly Fact[];
}

/** Builds the note. A ruler nobody mentions is `not-recorded`; counts that were not kept are not known. */
export function gatherFacts(head: NoteHead, facts: readonly Fact[]): Gathered {
  const pile = new Pile(facts);
  const target = pile.first('target');
  const sensitive = pile.first('sensitive') !== undefined;
  const talk = pile.every('talk').map(({ talk: code, text }) => ({ talk: code, text }));
  const note: ReadinessNote = {
    ...head,
    target: { ...maybe('label', target?.label), ...maybe('code', target?.code), sensitive },
    ...maybe('goal', pile.text('change-goal')),
    ...maybe('direction', pile.first('direction')?.direction),
    ...maybe('raisedBy', pile.first('raised-by')?.by),
    ...maybe('permission', pile.first('permission')?.given),
    agenda: pile.texts('agenda-item'),
    strengths: pile.texts('strength'),
    ...maybe('present', pile.text('who-was-present')),
    ...maybe('lastStep', lastStep(pile)),
    information: information(pile),
    rulers: {
      importance: ruler(pile, 'importance'),
      confidence: ruler(pile, 'confidence'),
      readiness: ruler(pile, 'readiness'),
    },
    talk,
    ...maybe('marks', marks(pile)),
    plan: plan(pile),
    ...maybe('minutes', pile.first('minutes')?.minutes),
    also: pile.every('also').map(({ label, value }) => ({ label, value })),
  };
  return { note, left: pile.rest() };
}

/** Facts not yet placed. Taking one removes it, so that what remains at the end is exactly what had no place. */
class Pile {
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

/** An optional property that is left out when there is nothing, as exact optional types ask. */
function maybe<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: V };
}

function lastStep(pile: Pile): ReadinessNote['lastStep'] {
  const result = pile.first('last-step')?.result;
  const words = pile.text('last-step-words');
  return result === undefined && words === undefined
    ? undefined
    : { ...maybe('result', result), ...maybe('words', words) };
}

/** A view belongs to the information before it; a view with none before it, and a second view, stay on the pile. */
function information(pile: Pile): readonly Information[] {
  const pairs: { given: string; view?: string }[] = [];
  pile.every('text', ({ name, text }) => {
    const last = pairs.at(-1);
    if (name === 'information-given') return pairs.push({ given: text }) > 0;
    if (name !== 'information-view' || !last || last.view !== undefined) return false;
    last.view = text;
    return true;
  });
  return pairs;
}

/** The first answer and, if asked again, the second. Without an answer: what could not be read, else "not asked". */
function ruler(pile: Pile, name: RulerName): NoteRuler {
  const next = (wanted: (asked: Asked) => boolean) =>
    pile.first('ruler', (fact) => fact.ruler === name && wanted(fact.asked))?.asked;
  const answer = next(isAnswer);
  if (answer && isAnswer(answer)) return askedRuler(pile, name, answer, next(isAnswer));
  const held = next((asked) => asked.kind === 'unreadable') ?? next(() => true);
  return held && !isAnswer(held) ? held : { kind: 'not-recorded' };
}

function askedRuler(pile: Pile, name: RulerName, answer: Answer, again: Asked | undefined): NoteRuler {
  const words = (about: 'why' | 'raise') =>
    pile.first('ruler-words', (fact) => fact.ruler === name && fact.about === about)?.text;
  return {
    kind: 'asked',
    answer,
    ...maybe('again', again && isAnswer(again) ? again : undefined),
    ...maybe('why', words('why')),
    ...maybe('raise', words('raise')),
  };
}

const isAnswer = (asked: Asked): asked is Answer => asked.kind === 'answered' || asked.kind === 'declined';

/** Both counts, or none: one alone says nothing, and stays with what has no place. */
function marks(pile: Pile): Marks | undefined {
  const isOf = (side: Side) => (fact: FactOf<'marks'>) => fact.side === side;
  if (!SIDES.every((side) => pile.has('marks', isOf(side)))) return undefined;
  const count = (side: Side) => pile.first('marks', isOf(side))?.count ?? 0;
  return { change: count('change'), sustain: count('sustain') };
}

function plan(pile: Pile): NotePlan {
  const ending = pile.first('ending')?.ending;
  if (ending === undefined) return { kind: 'none' };
  if (ending === 'not-today') {
    return {
      kind: 'not-today',
      ...maybe('why', pile.text('plan-not-today-why')),
      ...maybe('followUp', followUp(pile)),
    };
  }
  return {
    kind: 'agreed',
    ...maybe('change', pile.text('plan-change')),
    reasons: pile.texts('plan-reason'),
    ...maybe('firstStep', pile.text('plan-first-step')),
    steps: pile.texts('plan-step'),
    supports: pile.texts('plan-support'),
    ...maybe('signWorking', pile.text('plan-sign-working')),
    barriers: pile.texts('plan-barrier'),
    ifThens: pile.texts('plan-if-then'),
    ...maybe('ifNotWorking', pile.text('plan-if-not-working')),
    ...maybe('confidence', pile.first('plan-confidence')?.score),
    ...maybe('commitment', pile.text('plan-commitment')),
    ...maybe('referral', pile.text('plan-referral')),
    ...maybe('followUp', followUp(pile)),
  };
}

function followUp(pile: Pile): FollowUp | undefined {
  const day = pile.first('follow-up')?.day;
  const how = pile.text('plan-follow-up-how');
  return day === undefined && how === undefined ? undefined : { ...maybe('day', day), ...maybe('how', how) };
}
