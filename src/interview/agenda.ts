// The agenda map: topics laid out, the patient's first, one of them taken as the target. One topic, one note.

import type { InterviewEvent } from './events.ts';
import type { RaisedBy, Target } from './focus.ts';
import { type Behaviour, behaviourKey, behaviourNamed } from './guide/behaviours.ts';
import type { EntryId, Instant, NoteId } from './ids.ts';
import { beginInterview, type Interview, type Topic } from './interview.ts';

const plain = (text: string): string => text.trim().toLowerCase();

/** True when both name the same topic: capitals and blanks at the ends do not matter. */
const isSameTopic = (one: string, other: string): boolean => plain(one) === plain(other);

const PLACES: { readonly [By in RaisedBy]: number } = { patient: 0, both: 1, clinician: 2 };

/** Topics with words in them, the patient's own first, each group in the order typed. */
export function topicsInOrder(agenda: readonly Topic[]): readonly Topic[] {
  return agenda
    .filter((topic) => topic.text.trim() !== '')
    .toSorted((one, other) => PLACES[one.raisedBy] - PLACES[other.raisedBy]);
}

/** Who raised this topic, as the agenda has it; `undefined` where it does not stand there. */
export function raiserOf(label: string, agenda: readonly Topic[]): RaisedBy | undefined {
  const raisers = new Set(agenda.filter((topic) => isSameTopic(topic.text, label)).map((topic) => topic.raisedBy));
  const [only] = raisers;
  return raisers.size > 1 ? 'both' : only;
}

/**
 * What happens when a topic the chart brings to mind is put on the agenda, or taken off again: a topic the patient raised
 * stays theirs and becomes one of both. `id` names the topic if it is new.
 */
export function topicToggled(label: string, agenda: readonly Topic[], id: EntryId): InterviewEvent {
  const held = agenda.find((topic) => isSameTopic(topic.text, label));
  if (!held) return { kind: 'topic-typed', id, text: label, raisedBy: 'clinician' };
  if (held.raisedBy === 'clinician') return { kind: 'topic-removed', id: held.id };
  return { kind: 'topic-typed', id: held.id, text: held.text, raisedBy: held.raisedBy === 'both' ? 'patient' : 'both' };
}

/** A behaviour as the target: our label, its silent code, whether it is sensitive. */
export function targetOf({ label, code, sensitive }: Behaviour): Target & { readonly kind: 'named' } {
  return { kind: 'named', label: label.en, sensitive, ...(code ? { code } : {}) };
}

/** A topic as the target: a behaviour on offer where its words name one, else the words as they are. */
export function targetFromTopic(text: string, behaviours: readonly Behaviour[]): Target {
  const behaviour = behaviourNamed(text, behaviours);
  return behaviour ? targetOf(behaviour) : { kind: 'named', label: text.trim(), sensitive: false };
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

/** A fresh interview with the same people in the room; topics that have not been talked about yet come along. */
export function beginNext(before: Interview, id: NoteId, startedAt: Instant): Interview {
  const next = beginInterview(id, startedAt);
  const { agenda, present } = before.engage;
  const left = agenda.filter((topic) => topic.text.trim() !== '' && !isTarget(topic.text, before.focus.target));
  return { ...next, engage: { ...next.engage, agenda: left, present } };
}
