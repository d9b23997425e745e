// Topics and the target: which is which, who raised it, and what is carried over to the next note. One topic per note.

import { type Behavior, behaviorKey, isSameBehavior } from '../guide/behaviors.ts';
import type { Instant, NoteId } from '../ids.ts';
import { beginInterview, type Interview, type Topic } from '../interview.ts';
import type { RaisedBy, Target } from './focus.ts';

const plain = (text: string): string => text.trim().toLowerCase();

/** Who raised this topic, from the agenda, where it may have another name or language. Undefined if it is not there. */
export function raiserOf(
  label: string,
  agenda: readonly Topic[],
  behaviors: readonly Behavior[],
): RaisedBy | undefined {
  const same = agenda.filter((topic) => isSameBehavior(topic.text, label, behaviors));
  const raisers = new Set(same.map((topic) => topic.raisedBy));
  const [only] = raisers;
  return raisers.size > 1 ? 'both' : only;
}

/**
 * True if the label names a sensitive behavior of this site, in any wording, or begins with our name for one. Other
 * names, such as "drinking", also begin labels of other topics, so they count only alone.
 */
export function namesSensitive(label: string, behaviors: readonly Behavior[]): boolean {
  const key = behaviorKey(label, behaviors);
  const begins = ({ label: { en, es } }: Behavior): boolean =>
    [en, es].some((name) => plain(label).startsWith(plain(name)));
  return behaviors.some((each) => each.sensitive && (each.key === key || begins(each)));
}

/** A behavior as the target: our label, its code, and whether it is sensitive. */
export function targetOf({ label, code, sensitive }: Behavior): Target & { readonly kind: 'named' } {
  return { kind: 'named', label: label.en, sensitive, code };
}

/**
 * The target of an earlier note, for a new one. If it names a behavior of this site in any wording ("Tobacco" is our
 * smoking), that behavior, which has both languages. Otherwise unchanged. A sensitive target stays sensitive.
 */
export function targetAgain(
  before: Target & { readonly kind: 'named' },
  behaviors: readonly Behavior[],
): Target & { readonly kind: 'named' } {
  const key = behaviorKey(before.label, behaviors);
  const known = behaviors.find((each) => each.key === key);
  return known ? { ...targetOf(known), sensitive: known.sensitive || before.sensitive } : before;
}

/** True if the target is this topic, in any wording and in either language. */
export function isTarget(text: string, target: Target, behaviors: readonly Behavior[]): boolean {
  return target.kind === 'named' && isSameBehavior(target.label, text, behaviors);
}

/** A new interview with the same people in the room, the same language, and the topics not yet talked about. */
export function beginNext(
  before: Interview,
  behaviors: readonly Behavior[],
  id: NoteId,
  startedAt: Instant,
): Interview {
  const next = beginInterview(id, startedAt);
  const { agenda, present } = before.engage;
  const { language } = before;
  const { target } = before.focus;
  const left = agenda.filter(({ text }) => text.trim() !== '' && !isTarget(text, target, behaviors));
  return { ...next, language, engage: { ...next.engage, agenda: left, present } };
}
