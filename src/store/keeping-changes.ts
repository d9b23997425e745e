// Keeps an unsent change on the device soon after it is typed, one save after the other. Knows no EHR.

import { type ReadonlySignal, signal } from '@preact/signals';
import type { ChangeDrafts } from '../drafts/port.ts';
import { draftOf, type Edit, hasTyped } from './change-edit.ts';

/** Keeping one change. */
export interface Keeper {
  /** Whether what is typed outlives the pane. */
  readonly keeping: ReadonlySignal<'device' | 'pane'>;
  /** Stores what stands now. */
  readonly flush: () => Promise<void>;
  /** Stores it within a moment, not put off by the next keystroke. */
  readonly soon: () => void;
  /** Deletes what was kept of this edit. */
  readonly forget: (edit: Edit) => Promise<void>;
}

const SAVE_WITHIN_MS = 250;

/** A keeper of what `current` gives; an edit in which nothing was typed leaves nothing on the device. */
export function createKeeper(drafts: ChangeDrafts, current: () => Edit | undefined): Keeper {
  const keeping = signal<'device' | 'pane'>('device');
  let timer: ReturnType<typeof setTimeout> | undefined;
  let queue: Promise<void> = Promise.resolve();
  const unschedule = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    unschedule();
    queue = queue.then(work);
    return queue;
  };
  const flush = (): Promise<void> =>
    inTurn(async () => {
      const edit = current();
      if (edit && hasTyped(edit)) keeping.value = (await drafts.keep(draftOf(edit))).ok ? 'device' : 'pane';
    });
  return {
    keeping,
    flush,
    soon: () => {
      timer ??= setTimeout(flush, SAVE_WITHIN_MS);
    },
    forget: (edit) => inTurn(() => drafts.shred(edit.base.filed)),
  };
}
