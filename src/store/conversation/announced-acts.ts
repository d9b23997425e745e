// Announces every change of the interview to screen readers: the code, the number or the action. Never a quote, at most
// eight words.

import type { InterviewEvent } from '../../interview/talk/events.ts';
import type { Talk } from '../../interview/talk/talk.ts';
import { capitalized } from '../../lib/english.ts';
import type { Announcements } from '../announcements.ts';
import type { InterviewState } from './interview-state.ts';

const code = ({ side, strand }: Talk): string =>
  `${side === 'change' ? 'Change' : 'Sustain'} ${strand.replace('-', ' ')}`;

/** The announcement for an event, or undefined if the person already hears it while typing. */
function spoken(event: InterviewEvent): string | undefined {
  switch (event.kind) {
    case 'talk-marked':
      return `${code(event.talk)} marked`;
    case 'talk-recoded':
      return `Now ${code(event.talk).toLowerCase()}`;
    case 'talk-moved':
      return event.by < 0 ? 'Moved earlier' : 'Moved later';
    case 'talk-removed':
      return 'Mark removed';
    case 'talk-became-barrier':
      return 'Moved to barriers';
    case 'ruler-answered':
      return `${capitalized(event.ruler)} ${event.score}`;
    case 'ruler-declined':
      return `${capitalized(event.ruler)} declined`;
    case 'ruler-answered-again':
      return `${capitalized(event.ruler)} ${event.score}, asked again`;
    case 'ruler-why-heard':
      return 'Kept as change talk';
    case 'ruler-cleared':
      return `${capitalized(event.ruler)} not asked`;
    case 'plan-postponed':
      return 'No plan yet, open to talk again';
    default:
      return undefined;
  }
}

/** Wraps the interview's actions so that each is announced. They do nothing after the note was signed. */
export function announced(
  interviewState: InterviewState,
  announcements: Announcements,
  isLocked: () => boolean,
): InterviewState {
  const aloud = (act: () => void, words: string | undefined): void => {
    if (isLocked()) return;
    const before = interviewState.interview.value;
    act();
    if (words && interviewState.interview.value !== before) announcements.say(words);
  };
  return {
    ...interviewState,
    dispatch: (event) => aloud(() => interviewState.dispatch(event), spoken(event)),
    undo: () => aloud(interviewState.undo, 'Undone'),
    redo: () => aloud(interviewState.redo, 'Redone'),
  };
}
