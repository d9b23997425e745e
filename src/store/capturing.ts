// Which mark the Words field writes to, and what was last said aloud to assistive technology.

import { type ReadonlySignal, signal } from '@preact/signals';
import type { EntryId } from '../interview/ids.ts';
import type { Talk } from '../interview/talk.ts';
import { type Clock, instantAt, newEntryId } from './clock.ts';
import type { Interviewing } from './interviewing.ts';

/** What the pad and the Words field act on: the next mark, the words of one mark, or the code of one mark. */
export type Writing =
  | { readonly kind: 'idle' }
  | { readonly kind: 'writing'; readonly id: EntryId }
  | { readonly kind: 'recoding'; readonly id: EntryId };

/** Marking what is heard. */
export interface Capturing {
  readonly writing: ReadonlySignal<Writing>;
  /** Marks at once, and the Words field then writes to this mark; while recoding, corrects that mark's code instead. */
  readonly mark: (talk: Talk) => void;
  readonly write: (id: EntryId) => void;
  readonly recode: (id: EntryId) => void;
  /** Words of the mark being written, or loose words where there is none yet. */
  readonly type: (text: string) => void;
  readonly rest: () => void;
}

/** Capturing over one interview. */
export function createCapturing(interviewing: Interviewing, clock: Clock): Capturing {
  const writing = signal<Writing>({ kind: 'idle' });
  const has = (id: EntryId): boolean => interviewing.interview.value.evoke.talk.some((each) => each.id === id);
  return {
    writing,
    mark: (talk) => {
      if (writing.value.kind === 'recoding') {
        interviewing.dispatch({ kind: 'talk-recoded', id: writing.value.id, talk });
        writing.value = { kind: 'idle' };
        return;
      }
      const id = newEntryId(clock);
      interviewing.dispatch({ kind: 'talk-marked', id, at: instantAt(clock.millis()), talk });
      writing.value = { kind: 'writing', id };
    },
    write: (id) => {
      if (has(id)) writing.value = { kind: 'writing', id };
    },
    recode: (id) => {
      if (has(id)) writing.value = { kind: 'recoding', id };
    },
    type: (text) => {
      const { value } = writing;
      if (value.kind === 'writing' && has(value.id)) {
        interviewing.dispatch({ kind: 'words-typed', id: value.id, text });
      } else {
        interviewing.dispatch({ kind: 'loose-words-typed', text });
      }
    },
    rest: () => {
      writing.value = { kind: 'idle' };
    },
  };
}
