// Handles events of planning: the parts of a plan, its ending, and the time of the conversation.

import type { PlanEvent, TimeEvent } from './events.ts';
import { type Handlers, within, withLine } from './handlers.ts';
import { withoutReason } from './update-talk.ts';

/** Minutes of at most one day. Undefined if they are not whole or out of range. */
const wholeMinutes = (minutes = Number.NaN): number | undefined =>
  Number.isInteger(minutes) && minutes >= 0 && minutes <= 1440 ? Math.abs(minutes) : undefined;

/** Handlers of planning, of typed lists, and of time. Leaving the plan open keeps every part that was typed. */
export const planHandlers: Handlers<(PlanEvent | TimeEvent)['kind']> = {
  'line-typed': (interview, { list, id, text }) =>
    list === 'strengths'
      ? within(interview, 'engage', { strengths: withLine(interview.engage.strengths, { id, text }) })
      : within(interview, 'plan', { [list]: withLine(interview.plan[list], { id, text }) }),
  'plan-typed': (interview, { part, text }) => within(interview, 'plan', { [part]: text }),
  'plan-reason-chosen': (interview, { id }) =>
    interview.plan.reasons.includes(id) || !interview.evoke.talk.some((each) => each.id === id)
      ? interview
      : within(interview, 'plan', { reasons: [...interview.plan.reasons, id] }),
  'plan-reason-dropped': (interview, { id }) => withoutReason(interview, id),
  'plan-confidence-recorded': (interview, { score }) => within(interview, 'plan', { confidence: score }),
  'follow-up-agreed': (interview, { day }) => within(interview, 'plan', { followUpDay: day }),
  'plan-postponed': (interview) => within(interview, 'plan', { ending: 'not-today' }),
  'plan-resumed': (interview) => within(interview, 'plan', { ending: 'open' }),
  'start-typed': (interview, { time: { startedAt, minutes } }) => within(interview, 'time', { startedAt, minutes }),
  'minutes-typed': (interview, { minutes }) => within(interview, 'time', { minutes: wholeMinutes(minutes) }),
  'minutes-recorded': (interview, { minutes }) => within(interview, 'time', { minutes: wholeMinutes(minutes) }),
};
