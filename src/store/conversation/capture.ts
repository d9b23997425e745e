// Which mark the Words field writes to, and which mark was made last.

import { type ReadonlySignal, signal } from '@preact/signals';
import type { EntryId } from '../../interview/ids.ts';
import type { Talk } from '../../interview/talk/talk.ts';
import { type Clock, instantAt, newEntryId } from '../session/clock.ts';
import type { InterviewState } from './interview-state.ts';

/** What the pad and the Words field act on: a new mark, the words of a mark, or the code of a mark. */
export type CaptureState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'writing'; readonly id: EntryId }
  | { readonly kind: 'recoding'; readonly id: EntryId };

/** What the clinician was doing when they opened the pad. */
export type Doing = 'talking' | 'planning';

/** The state of the pad and of the Words field for one interview, and their actions. */
export function createCapture(interviewState: InterviewState, clock: Clock) {
  const writing = signal<CaptureState>({ kind: 'idle' });
  const latest = signal<EntryId | undefined>(undefined);
  const obstacles = signal<readonly EntryId[]>([]);
  let doing: Doing = 'talking';
  const has = (id: EntryId): boolean => interviewState.interview.value.evoke.talk.some((each) => each.id === id);
  return {
    writing: writing as ReadonlySignal<CaptureState>,
    /** The latest mark, for the private cue that follows it. */
    latest: latest as ReadonlySignal<EntryId | undefined>,
    /**
     * Marks of sustain talk made while planning, which are probably barriers. A hint, never stored. Source:
     * docs/design/motivational-interviewing.md, "Obstacles are barriers".
     */
    obstacles: obstacles as ReadonlySignal<readonly EntryId[]>,
    comeFrom: (next: Doing): void => {
      doing = next;
    },
    /** Adds a mark, to which the Words field then writes. While recoding, it corrects that mark's code instead. */
    mark: (talk: Talk): void => {
      if (writing.value.kind === 'recoding' && has(writing.value.id)) {
        interviewState.dispatch({ kind: 'talk-recoded', id: writing.value.id, talk });
        writing.value = { kind: 'idle' };
        return;
      }
      const id = newEntryId(clock);
      interviewState.dispatch({ kind: 'talk-marked', id, at: instantAt(clock.millis()), talk });
      writing.value = { kind: 'writing', id };
      latest.value = id;
      if (doing === 'planning' && talk.side === 'sustain') obstacles.value = [...obstacles.value, id];
    },
    /** Does nothing if the mark was undone, so that the next words never go to another mark. */
    write: (id: EntryId): void => {
      writing.value = has(id) ? { kind: 'writing', id } : { kind: 'idle' };
    },
    recode: (id: EntryId): void => {
      writing.value = has(id) ? { kind: 'recoding', id } : { kind: 'idle' };
    },
    /** Sets the words of the current mark, or loose words if there is no mark yet. */
    type: (text: string): void => {
      const { value } = writing;
      if (value.kind === 'writing' && has(value.id)) {
        interviewState.dispatch({ kind: 'words-typed', id: value.id, text });
      } else {
        // New words are for a new mark, so the next code is not for the old one.
        writing.value = { kind: 'idle' };
        interviewState.dispatch({ kind: 'loose-words-typed', text });
      }
    },
    rest: (): void => {
      writing.value = { kind: 'idle' };
    },
  };
}
