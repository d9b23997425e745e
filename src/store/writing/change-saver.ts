// Saves an unsent change on the device soon after it is typed, one save after another.

import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { ChangeDraft, ChangeDrafts } from '../../drafts/port.ts';
import { placeKey, placesOf } from '../../interview/history/history.ts';
import type { NoteEntry } from '../../interview/history/visits.ts';
import { type ChangeState, draftOf, type Edit, editIn, hasTyped } from './change-edit.ts';
import { createSaveQueue } from './save-queue.ts';

/** `not-yet`: typed a moment ago and not saved yet. `pane`: the device stores nothing. */
export type Kept = 'nothing' | 'not-yet' | 'device' | 'pane';

/** Where an unsent change is stored: on the device, or only while the panel is open. */
export type Unsent = 'none' | 'device' | 'pane';

/** Saves one change. */
export interface ChangeSaver {
  /** Whether typed text outlives the panel. */
  readonly keeping: ReadonlySignal<'device' | 'pane'>;
  /** Whether the current content is saved. */
  readonly kept: ReadonlySignal<Kept>;
  /** Where the change is stored, if it has typed text. */
  readonly unsent: ReadonlySignal<Unsent>;
  /** True while it has text that is not saved yet. */
  readonly isBehind: () => boolean;
  /** Saves the current content now. */
  readonly flush: () => Promise<void>;
  /** Saves within a moment. Later keystrokes do not delay it. */
  readonly schedule: () => void;
  /** A saved edit is shown again. */
  readonly found: () => void;
  /** Saves the current edit, which is `after`. Then deletes `before`, if it was saved for another place. */
  readonly replace: (before: Edit, after: Edit) => Promise<void>;
  /** Deletes the saved edit. */
  readonly forget: (edit: Edit) => Promise<void>;
}

/** True if the form is empty and the change was never sent. */
export const isEmpty = (edit: Edit): boolean => !hasTyped(edit) && !edit.lastSent;

/**
 * The saved change of a note. A newer note may have replaced the one where it began. It then moves to where the note is
 * now.
 */
export async function findSaved(drafts: ChangeDrafts, entry: NoteEntry): Promise<ChangeDraft | undefined> {
  for (const at of placesOf(entry)) {
    const kept = await drafts.find(at);
    if (!kept) continue;
    const moved = { ...kept, at: entry.filed };
    if (placeKey(at) !== placeKey(entry.filed) && (await drafts.keep(moved)).ok) await drafts.delete(at);
    return moved;
  }
  return undefined;
}

/** Saves the edit of a change. An edit without typed text stores nothing. */
export function createChangeSaver(drafts: ChangeDrafts, state: ReadonlySignal<ChangeState>): ChangeSaver {
  const current = (): Edit | undefined => editIn(state.peek());
  const keeping = signal<'device' | 'pane'>('device');
  const kept = signal<Kept>('nothing');
  /** The edit on the device. It is not saved twice. */
  let stored: Edit | undefined;
  const clear = async (edit: Edit): Promise<void> => {
    if (kept.peek() === 'nothing') return;
    stored = undefined;
    await drafts.delete(edit.base.filed);
    if (current() === edit) kept.value = 'nothing';
  };
  const save = async (): Promise<void> => {
    const edit = current();
    if (!edit || edit === stored) return;
    if (isEmpty(edit)) return clear(edit);
    const where = (await drafts.keep(draftOf(edit))).ok ? 'device' : 'pane';
    stored = where === 'device' ? edit : undefined;
    keeping.value = where;
    if (current() === edit) kept.value = where;
  };
  const flush = (): Promise<void> => queue.run(save);
  const queue = createSaveQueue(flush);
  return {
    keeping,
    kept,
    unsent: computed(() => {
      const edit = editIn(state.value);
      return edit && hasTyped(edit) ? keeping.value : 'none';
    }),
    isBehind: () => current() !== undefined && kept.peek() === 'not-yet',
    flush,
    schedule: () => {
      kept.value = 'not-yet';
      queue.schedule();
    },
    found: () => {
      stored = current();
      kept.value = 'device';
    },
    replace: ({ base: { filed } }, after) => {
      kept.value = 'not-yet';
      return queue.run(async () => {
        await save();
        const isMoved = placeKey(filed) !== placeKey(after.base.filed);
        if (isMoved && keeping.peek() === 'device') await drafts.delete(filed);
      });
    },
    forget: (edit) => {
      kept.value = 'nothing';
      return queue.run(() => {
        stored = undefined;
        return drafts.delete(edit.base.filed);
      });
    },
  };
}
