// Announces every change of the interview to people who do not look at the screen.

import type { Announcing } from '../announcements.ts';
import { spoken } from './announcement-text.ts';
import type { Interviewing } from './interview-state.ts';

/** The same acts, each announced. Nothing happens to a note that was signed. */
export function announced(interviewing: Interviewing, announcing: Announcing, isLocked: () => boolean): Interviewing {
  const aloud = (act: () => void, words: string | undefined): void => {
    if (isLocked()) return;
    const before = interviewing.interview.value;
    act();
    if (words && interviewing.interview.value !== before) announcing.say(words);
  };
  return {
    ...interviewing,
    dispatch: (event) => aloud(() => interviewing.dispatch(event), spoken(event)),
    undo: () => aloud(interviewing.undo, 'Undone'),
    redo: () => aloud(interviewing.redo, 'Redone'),
  };
}
