// Announces every change of the interview to screen readers.

import type { Announcements } from '../announcements.ts';
import { spoken } from './announcement-text.ts';
import type { InterviewState } from './interview-state.ts';

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
