// The other unfinished notes of this visit. Opening one closes this panel, so everything typed is saved first.

import { computed } from '@preact/signals';
import type { OtherDraft } from '../../drafts/port.ts';
import type { InterviewDraft } from './interview-draft.ts';
import type { NoteChanges } from './note-changes.ts';

/** What it needs. `list` is sorted newest first. `ended` aborts when the panel has ended. */
export interface OtherDraftsPorts {
  readonly list: readonly OtherDraft[];
  readonly interviewDraft: InterviewDraft;
  readonly changes: NoteChanges;
  /** Saves everything typed now. */
  readonly save: () => Promise<void>;
  readonly isSending: () => boolean;
  readonly onOpen: ((id: string) => Promise<void>) | undefined;
  readonly ended: AbortSignal;
}

/** The other drafts of one panel, and opening one of them. */
export function createOtherDrafts(ports: OtherDraftsPorts) {
  const { list, interviewDraft, changes, save, isSending, onOpen, ended } = ports;
  let isOpening = false;
  /** True if something typed is only in memory, so that it would be lost. */
  const isOnlyHere = computed(
    () => interviewDraft.draft.value.kind === 'memory-only' || changes.unsent.value === 'pane',
  );
  const isBarred = (): boolean => ended.aborted || isSending() || isOnlyHere.peek();
  const isBehind = (): boolean => interviewDraft.isBehind.peek() || changes.isBehind();
  const saveAll = async (): Promise<void> => {
    // What is typed while a slow device saves is saved as well. The lock may come meanwhile, or a signature.
    do {
      await save();
    } while (!isBarred() && isBehind());
  };
  return {
    list,
    isOnlyHere,
    /** Saves what is typed here and opens that draft. Does nothing if something is being sent, opened, or only here. */
    open: async (id: string): Promise<void> => {
      if (isOpening || isSending()) return;
      isOpening = true;
      try {
        await saveAll();
        if (!isBarred()) await onOpen?.(id);
      } finally {
        isOpening = false;
      }
    },
  };
}
