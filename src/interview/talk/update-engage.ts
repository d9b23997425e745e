// Handles events of engaging: language, topics, who is in the room, how the last step went.

import type { EngageEvent } from './events.ts';
import { type Handlers, within, withLine, withoutLine } from './handlers.ts';

export const engageHandlers: Handlers<EngageEvent['kind']> = {
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
