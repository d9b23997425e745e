// Announces every change of the interview to people who do not look at the screen.

import type { Announcements } from '../announcements.ts';
import { spoken } from './announcement-text.ts';
import type { InterviewState } from './interview-state.ts';

/** The same acts, each announced. Nothing happens to a note that was signed. */
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
