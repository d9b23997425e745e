// The agenda map: topics, the patient's first, of which one becomes the target.

import { type Behavior, behaviorNamed, isSameBehavior } from '../guide/behaviors.ts';
import type { EntryId } from '../ids.ts';
import type { Topic } from '../interview.ts';
import { namesSensitive, targetOf } from './agenda.ts';
import type { InterviewEvent } from './events.ts';
import type { RaisedBy, Target } from './focus.ts';

const PLACES: { readonly [By in RaisedBy]: number } = { patient: 0, both: 1, clinician: 2 };

/** Topics with text, the patient's own first, each group in the order typed. */
export function topicsInOrder(agenda: readonly Topic[]): readonly Topic[] {
  return agenda
    .filter((topic) => topic.text.trim() !== '')
    .toSorted((one, other) => PLACES[one.raisedBy] - PLACES[other.raisedBy]);
}

/**
 * The event when a topic suggested by the chart is added to the agenda or removed again. A topic that the patient
 * raised stays and becomes one of both. `id` is for a new topic.
 */
export function topicToggled(
  label: string,
  agenda: readonly Topic[],
  behaviors: readonly Behavior[],
  id: EntryId,
): InterviewEvent {
  const held = agenda.find((topic) => isSameBehavior(topic.text, label, behaviors));
  if (!held) return { kind: 'topic-typed', id, text: label, raisedBy: 'clinician' };
  if (held.raisedBy === 'clinician') return { kind: 'topic-removed', id: held.id };
  return { kind: 'topic-typed', id: held.id, text: held.text, raisedBy: held.raisedBy === 'both' ? 'patient' : 'both' };
}

/** A topic as the target: the behavior that its text names, else the text itself. */
export function targetFromTopic(text: string, behaviors: readonly Behavior[]): Target {
  const behavior = behaviorNamed(text, behaviors);
  if (behavior) return targetOf(behavior);
  return { kind: 'named', label: text.trim(), sensitive: namesSensitive(text, behaviors) };
}
