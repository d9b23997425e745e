// Handles events of focusing and of information given with permission. Marks made before a target is named stay.

import type { EntryId } from '../ids.ts';
import type { InformationLine, Interview } from '../interview.ts';
import type { FocusEvent, InformationEvent } from './events.ts';
import type { Target, TopicAnswers } from './focus.ts';
import { type Handlers, within, withLine, withoutLine } from './handlers.ts';

const isSame = (one: Target, other: Target): boolean =>
  one.kind === 'named' && other.kind === 'named' && one.label === other.label;

/** Whichever of the two is typed first makes the line. */
function informed(interview: Interview, id: EntryId, part: Partial<InformationLine>): Interview {
  const { information } = interview.evoke;
  const line = information.find((each) => each.id === id) ?? { id, given: '', view: '' };
  return within(interview, 'evoke', { information: withLine(information, { ...line, ...part }) });
}

export const focusHandlers: Handlers<(FocusEvent | InformationEvent)['kind']> = {
  // Who raised a topic, and whether they may talk about it, belong to that topic. Another target resets both, unless the
  // event has the answers. What the clinician told wins over what the agenda says.
  'target-chosen': (interview, { target, raisedBy, permission }) => {
    const before = interview.focus;
    const stays = before.target.kind === 'not-named' || isSame(before.target, target);
    const kept: TopicAnswers = stays ? before : {};
    return {
      ...interview,
      focus: {
        ...before,
        target,
        raisedBy: kept.raisedBy ?? raisedBy,
        permission: kept.permission ?? permission,
      },
    };
  },
  // A typed target has no code, because a code belongs to the label it was checked for. Unless the event says so, it is
  // as sensitive as before, because the words may say the same in another way.
  'target-typed': (interview, { text, sensitive }) => {
    const { target } = interview.focus;
    const before = target.kind === 'named' && target.sensitive;
    return within(interview, 'focus', { target: { kind: 'named', label: text, sensitive: sensitive ?? before } });
  },
  'goal-typed': (interview, { text }) => within(interview, 'focus', { goal: text }),
  'direction-chosen': (interview, { direction }) => within(interview, 'focus', { direction }),
  'raised-by-recorded': (interview, { raisedBy }) => within(interview, 'focus', { raisedBy }),
  'permission-recorded': (interview, { given }) => within(interview, 'focus', { permission: given }),
  'information-typed': (interview, { id, text }) => informed(interview, id, { given: text }),
  'information-view-typed': (interview, { id, text }) => informed(interview, id, { view: text }),
  'information-removed': (interview, { id }) =>
    within(interview, 'evoke', { information: withoutLine(interview.evoke.information, id) }),
};
