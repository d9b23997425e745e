// Computes the next interview from an event. Pure. An invalid event changes nothing. The type requires one handler per
// kind, so a new event without a handler does not compile.

import type { Interview } from '../interview.ts';
import type { InterviewEvent } from './events.ts';
import type { Handlers } from './handlers.ts';
import { engageHandlers } from './update-engage.ts';
import { focusHandlers } from './update-focus.ts';
import { planHandlers } from './update-plan.ts';
import { rulerHandlers } from './update-rulers.ts';
import { talkHandlers } from './update-talk.ts';

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
