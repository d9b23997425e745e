// Computes the next interview from an event. Pure. An invalid event changes nothing. The type requires one handler for
// each kind, so a new event without a handler does not compile. The handlers of engaging are here.

import type { Interview } from '../interview.ts';
import type { EngageEvent, InterviewEvent } from './events.ts';
import { type Handlers, within, withLine, withoutLine } from './handlers.ts';
import { focusHandlers } from './update-focus.ts';
import { planHandlers } from './update-plan.ts';
import { rulerHandlers } from './update-rulers.ts';
import { talkHandlers } from './update-talk.ts';

/** Engaging: language, topics, who is in the room, how the last step went. */
const engageHandlers: Handlers<EngageEvent['kind']> = {
  'visit-language-chosen': (interview, { language }) => ({ ...interview, language }),
  'topic-typed': (interview, { id, text, raisedBy }) =>
    within(interview, 'engage', { agenda: withLine(interview.engage.agenda, { id, text, raisedBy }) }),
  'topic-removed': (interview, { id }) =>
    within(interview, 'engage', { agenda: withoutLine(interview.engage.agenda, id) }),
  'present-typed': (interview, { text }) => within(interview, 'engage', { present: text }),
  'last-step-recorded': (interview, { result }) =>
    within(interview, 'engage', { lastStep: { ...interview.engage.lastStep, result } }),
  'last-step-words-typed': (interview, { text }) =>
    within(interview, 'engage', { lastStep: { ...interview.engage.lastStep, words: text } }),
};

const handlers: Handlers<InterviewEvent['kind']> = {
  ...talkHandlers,
  ...rulerHandlers,
  ...engageHandlers,
  ...focusHandlers,
  ...planHandlers,
};

/** The interview after `event`, or the same object if nothing changed. */
export function update(interview: Interview, event: InterviewEvent): Interview {
  const handle = handlers[event.kind] as (interview: Interview, event: InterviewEvent) => Interview;
  return handle(interview, event);
}
