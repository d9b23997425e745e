// Which mark the Words field writes to, and what was last said aloud to assistive technology.

import { type ReadonlySignal, signal } from '@preact/signals';
import type { EntryId } from '../../interview/ids.ts';
import type { Talk } from '../../interview/talk/talk.ts';
import { type Clock, instantAt, newEntryId } from '../session/clock.ts';
import type { InterviewState } from './interview-state.ts';

/** What the pad and the Words field act on: the next mark, the words of one mark, or the code of one mark. */
export type Writing =
  | { readonly kind: 'idle' }
  | { readonly kind: 'writing'; readonly id: EntryId }
  | { readonly kind: 'recoding'; readonly id: EntryId };

/** The mark made last, for the private cue that answers it. */
export type Latest = { readonly kind: 'none' } | { readonly kind: 'mark'; readonly id: EntryId };

/** What the clinician did when they reached for the pad. */
export type Doing = 'talking' | 'planning';

/** Marking what is heard. */
export interface Capture {
  readonly writing: ReadonlySignal<Writing>;
  /** One picture after the mark, as its row. */
  readonly latest: ReadonlySignal<Latest>;
  /** Marks of sustain talk made while planning: more likely barriers (docs/design/motivational-interviewing.md, "Obstacles are barriers"). A hint, never stored. */
  readonly obstacles: ReadonlySignal<readonly EntryId[]>;
  readonly comeFrom: (doing: Doing) => void;
  /** Marks at once, and the Words field then writes to this mark; while recoding, corrects that mark's code instead. */
  readonly mark: (talk: Talk) => void;
  /** Of a mark that was undone while its row still stood, nothing: what comes next goes into no other mark. */
  readonly write: (id: EntryId) => void;
  readonly recode: (id: EntryId) => void;
  /** Words of the mark being written, or loose words where there is none yet. */
  readonly type: (text: string) => void;
  readonly rest: () => void;
}

/** Capturing over one interview. */
export function createCapture(interviewState: InterviewState, clock: Clock): Capture {
  const writing = signal<Writing>({ kind: 'idle' });
  const latest = signal<Latest>({ kind: 'none' });
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
      latest.value = { kind: 'mark', id };
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
        interviewState.dispatch({ kind: 'loose-words-typed', text });
      }
    },
    rest: () => {
      writing.value = { kind: 'idle' };
    },
  };
}
