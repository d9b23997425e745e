// What focusing settles, and information given with permission. Talk heard before a target is named stays as it is.

import { type Handlers, within, withOptional, withoutLine } from './handlers.ts';

/** Handlers of focusing and of information. */
export const focusHandlers: Handlers<
  | 'target-chosen'
  | 'goal-typed'
  | 'direction-chosen'
  | 'raised-by-told'
  | 'permission-told'
  | 'information-given'
  | 'information-viewed'
  | 'information-removed'
> = {
  'target-chosen': (interview, { target }) => within(interview, 'focus', { target }),
  'goal-typed': (interview, { text }) => within(interview, 'focus', { goal: text }),
  'direction-chosen': (interview, { direction }) => ({
    ...interview,
    focus: withOptional(interview.focus, 'direction', direction),
  }),
  'raised-by-told': (interview, { raisedBy }) => ({
    ...interview,
    focus: withOptional(interview.focus, 'raisedBy', raisedBy),
  }),
  'permission-told': (interview, { given }) => ({
    ...interview,
    focus: withOptional(interview.focus, 'permission', given),
  }),
  'information-given': (interview, { id, text }) => {
    const lines = interview.evoke.information;
    const information = lines.some((line) => line.id === id)
      ? lines.map((line) => (line.id === id ? { ...line, given: text } : line))
      : [...lines, { id, given: text, view: '' }];
    return within(interview, 'evoke', { information });
  },
  'information-viewed': (interview, { id, text }) =>
    within(interview, 'evoke', {
      information: interview.evoke.information.map((line) => (line.id === id ? { ...line, view: text } : line)),
    }),
  'information-removed': (interview, { id }) =>
    within(interview, 'evoke', { information: withoutLine(interview.evoke.information, id) }),
};
