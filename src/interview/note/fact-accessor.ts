// Gets the values of a fact from a note, and adds them to a note that is being built.

import type { Answer, RulerName } from '../ruler.ts';
import type { Side } from '../talk/talk.ts';
import type { Asked, FactValues } from './fact-kinds.ts';
import type { NotePlan, ReadinessNote } from './note.ts';

export interface FactAccessor<Value> {
  /** One item for each time, in order. */
  readonly get: (note: ReadinessNote) => readonly (Value | undefined)[];
  /**
   * Puts the value into a note that is being built, which it changes. False if the note has no place for it. `facts` are
   * all facts of that note.
   */
  readonly add: (
    note: ReadinessNote,
    value: Value,
    facts: readonly { readonly name: string; readonly value: unknown }[],
  ) => boolean;
}

type Holder<Held> = (note: ReadinessNote) => Held | undefined;

/** A field with at most one value. */
export function inField<Held extends object, Key extends keyof Held>(
  holder: Holder<Held>,
  key: Key,
): FactAccessor<Exclude<Held[Key], undefined>> {
  return {
    get: (note) => [holder(note)?.[key] as Exclude<Held[Key], undefined> | undefined],
    add: (note, value) => {
      const held = holder(note);
      if (held?.[key] !== undefined || !held) return false;
      Object.assign(held, { [key]: value });
      return true;
    },
  };
}

type ItemOf<List> = List extends readonly (infer Item)[] ? Item : never;

/** A field with a list of values. */
export function inList<Held extends object, Key extends keyof Held>(
  holder: Holder<Held>,
  key: Key,
): FactAccessor<ItemOf<Held[Key]>> {
  const listIn = (note: ReadinessNote) => holder(note)?.[key] as ItemOf<Held[Key]>[] | undefined;
  return {
    get: (note) => listIn(note) ?? [],
    add: (note, value) => (listIn(note)?.push(value) ?? 0) > 0,
  };
}

/** The first target is that of the note, also if it names no behavior. */
export const TARGET: FactAccessor<FactValues['target']> = {
  get: ({ target: { sensitive: _, ...named } }) => [named],
  add: ({ target }, value, facts) => {
    const isFirst = facts.find(({ name }) => name === 'target-behaviour')?.value === value;
    const { label, code } = value;
    if (isFirst) Object.assign(target, label !== undefined && { label }, code && { code });
    return isFirst;
  },
};

export const SENSITIVE: FactAccessor<true> = {
  get: ({ target }) => (target.sensitive ? [true] : []),
  add: ({ target }) => {
    const isNew = !target.sensitive;
    Object.assign(target, { sensitive: true });
    return isNew;
  },
};

/** A view belongs to the information before it. A view without it, and a second view, have no place. */
export const GIVEN: FactAccessor<string> = {
  get: ({ information }) => information.map(({ given }) => given),
  add: (note, given) => inList((each: ReadinessNote) => each, 'information').add(note, { given }, []),
};
export const VIEW: FactAccessor<string> = {
  get: ({ information }) => information.map(({ view }) => view),
  add: inField(({ information }: ReadinessNote) => information.at(-1), 'view').add,
};

const isAnswer = (asked: Asked): asked is Answer => asked.kind === 'answered' || asked.kind === 'declined';

/** The first answer and, if asked again, the second. Without an answer: unreadable text or "not asked". */
export const inRuler = (name: RulerName): FactAccessor<Asked> => ({
  get: ({ rulers: { [name]: held } }) => {
    if (held.kind === 'not-recorded') return [];
    return held.kind === 'asked' ? [held.answer, held.again] : [held];
  },
  add: ({ rulers }, asked) => {
    const held = rulers[name];
    const isAgain = held.kind === 'asked' && held.again === undefined && isAnswer(asked);
    if (isAgain) Object.assign(held, { again: asked });
    if (held.kind !== 'not-recorded') return isAgain;
    Object.assign(rulers, { [name]: isAnswer(asked) ? { kind: 'asked', answer: asked } : asked });
    return true;
  },
});

/** Both counts or none. A single count means nothing and has no place. */
export function inCounts(side: Side, other: string): FactAccessor<number> {
  const { get, add } = inField(({ marks }: ReadinessNote) => marks, side);
  return { get, add: (note, count, facts) => facts.some(({ name }) => name === other) && add(note, count, facts) };
}

type EndedPlan = Exclude<NotePlan, { readonly kind: 'none' }>;

export const emptyPlan = (ending: EndedPlan['kind']): EndedPlan =>
  ending === 'agreed'
    ? { kind: ending, reasons: [], steps: [], supports: [], barriers: [], ifThens: [] }
    : { kind: ending };

export const ENDING: FactAccessor<EndedPlan['kind']> = {
  get: ({ plan }) => (plan.kind === 'none' ? [] : [plan.kind]),
  add: (note, ending) => {
    if (note.plan.kind !== 'none') return false;
    Object.assign(note, { plan: { ...emptyPlan(ending), followUp: {} } });
    return true;
  },
};
