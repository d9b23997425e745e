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

/** The state of the pad and of the Words field, and their actions. */
export interface Capture {
  readonly writing: ReadonlySignal<CaptureState>;
  /** The latest mark, for the private cue that follows it. Updated one frame after the mark, together with its row. */
  readonly latest: ReadonlySignal<EntryId | undefined>;
  /**
   * Marks of sustain talk made while planning, which are probably barriers. A hint, never stored. Source:
   * docs/design/motivational-interviewing.md, "Obstacles are barriers".
   */
  readonly obstacles: ReadonlySignal<readonly EntryId[]>;
  readonly comeFrom: (doing: Doing) => void;
  /** Adds a mark, to which the Words field then writes. While recoding, it corrects that mark's code instead. */
  readonly mark: (talk: Talk) => void;
  /** Does nothing if the mark was undone, so that the next words never go to another mark. */
  readonly write: (id: EntryId) => void;
  readonly recode: (id: EntryId) => void;
  /** Sets the words of the current mark, or loose words if there is no mark yet. */
  readonly type: (text: string) => void;
  readonly rest: () => void;
}

/** The capture state of one interview. */
export function createCapture(interviewState: InterviewState, clock: Clock): Capture {
  const writing = signal<CaptureState>({ kind: 'idle' });
  const latest = signal<EntryId | undefined>(undefined);
  const obstacles = signal<readonly EntryId[]>([]);
  let doing: Doing = 'talking';
  const has = (id: EntryId): boolean => interviewState.interview.value.evoke.talk.some((each) => each.id === id);
  return {
    writing,
    latest,
    obstacles,
    comeFrom: (next) => {
      doing = next;
    },
    mark: (talk) => {
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
    write: (id) => {
      writing.value = has(id) ? { kind: 'writing', id } : { kind: 'idle' };
    },
    recode: (id) => {
      writing.value = has(id) ? { kind: 'recoding', id } : { kind: 'idle' };
    },
    type: (text) => {
      const { value } = writing;
      if (value.kind === 'writing' && has(value.id)) {
        interviewState.dispatch({ kind: 'words-typed', id: value.id, text });
      } else {
        // New words are for a new mark, so the next code is not for the old one.
        writing.value = { kind: 'idle' };
        interviewState.dispatch({ kind: 'loose-words-typed', text });
      }
    },
    rest: () => {
      writing.value = { kind: 'idle' };
    },
  };
}
