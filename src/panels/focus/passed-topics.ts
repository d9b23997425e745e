// Arrow keys choose each topic that they pass. What was answered and typed there is kept until the keys come back to it.
// It is forgotten when a topic is chosen in any other way.

import { useRef } from 'preact/hooks';
import type { Behavior } from '../../interview/guide/behaviors.ts';
import type { Interview } from '../../interview/interview.ts';
import { targetOf } from '../../interview/talk/agenda.ts';
import type { Target, TopicAnswers } from '../../interview/talk/focus.ts';
import type { Store } from '../../store/store.ts';

/** The option for words of one's own. Every other option is the key of a behavior. */
export const OWN_WORDS = 'own-words';

/**
 * Words of one's own for a topic. They stay sensitive if the topic was sensitive when the typing began. Without that, a
 * name that they pass through ("Drinking" in "Drinking more water") would stay.
 */
export interface TypedTopic {
  readonly text: string;
  readonly begunSensitive: boolean;
}

/** The typing in a target: the last one if nothing else was chosen since, else a new one. */
export function typingIn(target: Target, typed: TypedTopic | undefined): TypedTopic {
  if (target.kind === 'not-named') return { text: '', begunSensitive: false };
  return typed?.text === target.label ? typed : { text: target.label, begunSensitive: target.sensitive };
}

/** The target that an option means, after another one. Words of one's own for a sensitive topic are sensitive too. */
export function targetFor(option: string | undefined, behaviors: readonly Behavior[], before: Target): Target {
  const behavior = behaviors.find(({ key }) => key === option);
  if (behavior) return targetOf(behavior);
  if (option !== OWN_WORDS) return { kind: 'not-named' };
  return { kind: 'named', label: '', sensitive: before.kind === 'named' && before.sensitive };
}

interface OwnTopic {
  readonly target: Target;
  readonly typed: TypedTopic;
}

interface PassedTopics {
  /** What the keys reached last, and the interview as it was then. */
  readonly option: string | undefined;
  readonly reached: Target;
  readonly interview: Interview;
  /** The answers about each option. */
  readonly answers: ReadonlyMap<string, TopicAnswers>;
  /** What was told while no topic was named. It is for each topic without answers of its own. */
  readonly told: TopicAnswers;
  /** The last topic that was chosen in another way, or at which something was done. */
  readonly stayedAt: Target;
  readonly own: OwnTopic | undefined;
}

/** The option that the keys leave, and what was typed there. */
interface LeftOption {
  readonly option: string | undefined;
  readonly typed: TypedTopic | undefined;
}

/** What was passed until now. Undefined if the target was chosen in another way since. Typing in it is not another way. */
function passedUntil(last: PassedTopics | undefined, before: Target, { option, typed }: LeftOption) {
  const isTyped = option === OWN_WORDS && before.kind === 'named' && typed?.text === before.label;
  return last?.reached === before || (isTyped && last?.option === OWN_WORDS) ? last : undefined;
}

/** What to keep as the keys leave an option. */
function keptFrom(last: PassedTopics | undefined, interview: Interview, { option, typed }: LeftOption) {
  const { target, raisedBy, permission } = interview.focus;
  const answers = new Map(last?.answers);
  if (option !== undefined) answers.set(option, { raisedBy, permission });
  const toldNow: TopicAnswers = { ...(raisedBy && { raisedBy }), permission };
  return {
    answers,
    told: target.kind === 'named' ? (last?.told ?? {}) : toldNow,
    stayedAt: last?.interview === interview ? last.stayedAt : target,
    own: option === OWN_WORDS ? { target, typed: typingIn(target, typed) } : last?.own,
  };
}

const isWorded = ({ typed }: OwnTopic): boolean => typed.text.trim() !== '';

/** Chooses an option that arrow keys reach. Returns the typing in it, if it has words of one's own. */
export function useChooseInPassing(
  store: Store,
  choose: (target: Target, answers: TopicAnswers) => void,
): (left: LeftOption, option: string | undefined) => TypedTopic | undefined {
  const passed = useRef<PassedTopics>(undefined);
  return (left, option) => {
    const before = store.interview.peek();
    const kept = keptFrom(passedUntil(passed.current, before.focus.target, left), before, left);
    const own = option === OWN_WORDS && kept.own && isWorded(kept.own) ? kept.own : undefined;
    const reached = own?.target ?? targetFor(option, store.behaviors, kept.stayedAt);
    choose(reached, kept.answers.get(option ?? '') ?? kept.told);
    // A choice that is cleared leaves no topic to stay at.
    const stayedAt = option === undefined ? reached : kept.stayedAt;
    passed.current = { ...kept, stayedAt, option, reached, interview: store.interview.peek() };
    return option === OWN_WORDS ? (own?.typed ?? typingIn(reached, undefined)) : undefined;
  };
}
