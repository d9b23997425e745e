// The current interview: one signal, one way to change it, and 20 steps of undo and redo.

import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Interview } from '../../interview/interview.ts';
import type { InterviewEvent } from '../../interview/talk/events.ts';
import { update } from '../../interview/talk/update.ts';

const LEVELS = 20;

/** Interviews to undo to (latest last) and redo to (next last). `run` names the field being typed in. */
interface Steps {
  readonly past: readonly Interview[];
  readonly future: readonly Interview[];
  readonly run: string;
}

/** The interview and its actions. */
export interface InterviewState {
  readonly interview: ReadonlySignal<Interview>;
  /** How many steps can be undone and redone, each 0 to 20. */
  readonly undoSteps: ReadonlySignal<{ readonly undo: number; readonly redo: number }>;
  readonly dispatch: (event: InterviewEvent) => void;
  /** Ends the run of typing. The next change in the same field is a new undo step. */
  readonly pause: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Replaces the interview (a restored draft, the next note). Undo cannot go back before it. */
  readonly replace: (interview: Interview) => void;
}

// What is typed, and what follows from it. The rest of an event names the field.
const TYPED = ['text', 'sensitive', 'time', 'minutes'];

// Letters typed in one field are one undo step. The kind of every event of a text field ends so.
function typingRun(event: InterviewEvent): string {
  if (!event.kind.endsWith('-typed')) return '';
  return Object.entries(event)
    .filter(([key]) => !TYPED.includes(key))
    .map(([key, value]) => `${key}=${value}`)
    .join(' ');
}

/**
 * Dispatches a press that writes into a text field. It is an undo step of its own, so undoing it removes no typed text.
 */
export function dispatchAlone(
  { dispatch, pause }: Pick<InterviewState, 'dispatch' | 'pause'>,
  event: InterviewEvent,
): void {
  pause();
  dispatch(event);
  pause();
}

/** Starts with `begun`. */
export function createInterviewState(begun: Interview): InterviewState {
  const interview = signal(begun);
  const none: Steps = { past: [], future: [], run: '' };
  const history = signal<Steps>(none);

  const step = (from: 'past' | 'future', to: 'past' | 'future'): void => {
    const target = history.value[from].at(-1);
    if (!target) return;
    const moved = { [from]: history.value[from].slice(0, -1), [to]: [...history.value[to], interview.value] };
    history.value = { ...history.value, ...moved, run: '' };
    interview.value = target;
  };

  return {
    interview,
    undoSteps: computed(() => ({ undo: history.value.past.length, redo: history.value.future.length })),
    dispatch: (event) => {
      const before = interview.value;
      const next = update(before, event);
      if (next === before) return;
      const run = typingRun(event);
      const { past } = history.value;
      const goesOn = run !== '' && run === history.value.run;
      history.value = { past: goesOn ? past : [...past, before].slice(-LEVELS), future: [], run };
      interview.value = next;
    },
    pause: () => {
      history.value = { ...history.value, run: '' };
    },
    undo: () => step('past', 'future'),
    redo: () => step('future', 'past'),
    replace: (other) => {
      history.value = none;
      interview.value = other;
    },
  };
}
