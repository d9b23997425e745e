// Handles events of engaging: language, topics, who is in the room, how the last step went.

import { type Handlers, within, withLine, withOptional, withoutLine } from './handlers.ts';

/** Handlers of engaging. */
export const engageHandlers: Handlers<
  | 'visit-language-chosen'
  | 'topic-typed'
  | 'topic-removed'
  | 'present-typed'
  | 'last-step-told'
  | 'last-step-words-typed'
> = {
  'visit-language-chosen': (interview, { language }) => withOptional(interview, 'language', language),
  'topic-typed': (interview, { id, text, raisedBy }) =>
    within(interview, 'engage', { agenda: withLine(interview.engage.agenda, { id, text, raisedBy }) }),
  'topic-removed': (interview, { id }) =>
    within(interview, 'engage', { agenda: withoutLine(interview.engage.agenda, id) }),
  'present-typed': (interview, { text }) => within(interview, 'engage', { present: text }),
  'last-step-told': (interview, { result }) =>
    within(interview, 'engage', { lastStep: withOptional(interview.engage.lastStep, 'result', result) }),
  'last-step-words-typed': (interview, { text }) =>
    within(interview, 'engage', { lastStep: { ...interview.engage.lastStep, words: text } }),
};
