// Topics and the target: which is which, who raised it, what comes along to the next note. One topic, one note.

import { type Behaviour, behaviourKey } from '../guide/behaviours.ts';
import type { Instant, NoteId } from '../ids.ts';
import { beginInterview, type Interview, type Topic } from '../interview.ts';
import type { RaisedBy, Target } from './focus.ts';

const plain = (text: string): string => text.trim().toLowerCase();

/** True when both name the same topic: capitals and blanks at the ends do not matter. */
export const isSameTopic = (one: string, other: string): boolean => plain(one) === plain(other);

/** Who raised this topic, as the agenda has it; `undefined` where it does not stand there. */
export function raiserOf(label: string, agenda: readonly Topic[]): RaisedBy | undefined {
  const raisers = new Set(agenda.filter((topic) => isSameTopic(topic.text, label)).map((topic) => topic.raisedBy));
  const [only] = raisers;
  return raisers.size > 1 ? 'both' : only;
}

/** A behaviour as the target: our label, its silent code, whether it is sensitive. */
export function targetOf({ label, code, sensitive }: Behaviour): Target & { readonly kind: 'named' } {
  return { kind: 'named', label: label.en, sensitive, ...(code ? { code } : {}) };
}

/**
 * The target of an earlier note taken up again: the behaviour on offer it names in whatever words ("Tobacco" is our
 * smoking), so that it is known in both languages; else as it stood. What was sensitive then stays so.
 */
export function targetAgain(
  before: Target & { readonly kind: 'named' },
  behaviours: readonly Behaviour[],
): Target & { readonly kind: 'named' } {
  const key = behaviourKey(before.label, behaviours);
  const known = behaviours.find((each) => each.key === key);
  return known ? { ...targetOf(known), sensitive: known.sensitive || before.sensitive } : before;
}

/** True when the target is this topic. */
export function isTarget(text: string, target: Target): boolean {
  return target.kind === 'named' && isSameTopic(target.label, text);
}

/** A fresh interview with the same people in the room and in the same language; topics that have not been talked about yet come along. */
export function beginNext(before: Interview, id: NoteId, startedAt: Instant): Interview {
  const next = beginInterview(id, startedAt);
  const { agenda, present } = before.engage;
  const { language } = before;
  const left = agenda.filter((topic) => topic.text.trim() !== '' && !isTarget(topic.text, before.focus.target));
  return { ...next, ...(language && { language }), engage: { ...next.engage, agenda: left, present } };
}
