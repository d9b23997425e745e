// Keeps an unsent change on the device soon after it is typed, one save after the other. Knows no EHR.

import { type ReadonlySignal, signal } from '@preact/signals';
import type { ChangeDrafts } from '../../drafts/port.ts';
import { draftOf, type Edit, hasTyped } from './change-edit.ts';

/** `not-yet`: typed a moment ago; `pane`: the device keeps nothing. */
export type Kept = { readonly kind: 'nothing' | 'not-yet' | 'device' | 'pane' };

/** Keeping one change. */
export interface Keeper {
  /** Whether what is typed outlives the pane. */
  readonly keeping: ReadonlySignal<'device' | 'pane'>;
  /** Whether what stands now is stored. */
  readonly kept: ReadonlySignal<Kept>;
  /** Stores what stands now. */
  readonly flush: () => Promise<void>;
  /** Stores it within a moment, not put off by the next keystroke. */
  readonly soon: () => void;
  /** An edit that the device had kept is on the page again. */
  readonly found: () => void;
  /** Deletes what was kept of this edit. */
  readonly forget: (edit: Edit) => Promise<void>;
}

const SAVE_WITHIN_MS = 250;

/** Nothing stands in the form, and nothing of it ever left. */
const isEmpty = (edit: Edit): boolean => !hasTyped(edit) && !edit.left;

/** A keeper of what `current` gives; an edit in which nothing was typed leaves nothing on the device. */
export function createKeeper(drafts: ChangeDrafts, current: () => Edit | undefined): Keeper {
  const keeping = signal<'device' | 'pane'>('device');
  const kept = signal<Kept>({ kind: 'nothing' });
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
  const clear = async (edit: Edit): Promise<void> => {
    if (kept.peek().kind === 'nothing') return;
    await drafts.shred(edit.base.filed);
    if (current() === edit) kept.value = { kind: 'nothing' };
  };
  const flush = (): Promise<void> =>
    inTurn(async () => {
      const edit = current();
      if (!edit) return;
      if (isEmpty(edit)) return clear(edit);
      const where = (await drafts.keep(draftOf(edit))).ok ? 'device' : 'pane';
      keeping.value = where;
      if (current() === edit) kept.value = { kind: where };
    });
  return {
    keeping,
    kept,
    flush,
    soon: () => {
      kept.value = { kind: 'not-yet' };
      timer ??= setTimeout(flush, SAVE_WITHIN_MS);
    },
    found: () => {
      kept.value = { kind: 'device' };
    },
    forget: (edit) => {
      kept.value = { kind: 'nothing' };
      return inTurn(() => drafts.shred(edit.base.filed));
    },
  };
}
