// Saves the unfinished interview on this device soon after every change.

import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { DraftFault, Drafts, KeptDraft } from '../../drafts/port.ts';
import type { Attempt } from '../../interview/history/history.ts';
import type { Interview } from '../../interview/interview.ts';
import type { Result } from '../../lib/result.ts';
import { createSaveQueue } from './save-queue.ts';

/**
 * Where the unfinished interview is stored. `kept.until` is in milliseconds since the epoch. After that it is only in
 * memory, until the next change is saved.
 */
export type DraftState =
  | { readonly kind: 'none' }
  | { readonly kind: 'kept'; readonly until: number }
  | { readonly kind: 'memory-only'; readonly why: DraftFault['kind'] };

/** How the page started: with a new interview, a restored draft, or a draft that could not be opened. */
export type Beginning =
  | { readonly kind: 'new' }
  | { readonly kind: 'restored' }
  | { readonly kind: 'not-opened'; readonly why: DraftFault };

/** The draft of the interview. */
export type InterviewDraft = ReturnType<typeof createInterviewDraft>;

function beginningOf(opened: Result<KeptDraft | undefined, DraftFault>): Beginning {
  if (!opened.ok) return { kind: 'not-opened', why: opened.error };
  return { kind: opened.value ? 'restored' : 'new' };
}

const EVERY_MS = 10_000;

/**
 * Saves `interview` after its first change. An untouched interview is never stored, so reading leaves no draft. A
 * failed save is tried again when the page is hidden. `now` is in milliseconds since the epoch.
 */
export function createInterviewDraft(
  interview: ReadonlySignal<Interview>,
  drafts: Drafts,
  opened: Result<KeptDraft | undefined, DraftFault>,
  now: () => number,
) {
  const restored = opened.ok ? opened.value : undefined;
  const draft = signal<DraftState>(restored ? { kind: 'kept', until: restored.keptUntil } : { kind: 'none' });
  let [attempted, stored] = [restored?.attempted, interview.peek()];
  const settled = signal(stored);
  let isOver = false;

  const keep = async (): Promise<void> => {
    const current = interview.peek();
    const kept = await drafts.keep(current, attempted);
    if (kept.ok) stored = current;
    draft.value = kept.ok ? { kind: 'kept', until: kept.value } : { kind: 'memory-only', why: kept.error.kind };
    settled.value = current;
    // An undo during the save brings back what was stored before it, so nothing else asks for the next save.
    if (!isOver && interview.peek() !== current) queue.schedule();
  };
  // Any page deletes a draft whose time is over, so it must not be called kept.
  const expire = (): void => {
    const state = draft.peek();
    if (state.kind === 'kept' && state.until <= now()) draft.value = { kind: 'memory-only', why: 'expired' };
  };
  const timer = setInterval(expire, EVERY_MS);
  /**
   * Saves unsaved changes now. With nothing to save, a device that refused to delete the draft of a filed note is asked
   * again. Called when the page is hidden. Does not save after the panel ended, because an empty interview then replaces
   * this one.
   */
  const flush = (): Promise<void> => {
    expire();
    if (!isOver && stored !== interview.peek()) return queue.run(keep);
    return !isOver && draft.peek().kind === 'none' ? queue.run(drafts.finishDeleting) : queue.cancel();
  };
  const queue = createSaveQueue(flush);
  const stop = effect(() => {
    if (interview.value !== stored) queue.schedule();
  });

  return {
    draft: draft as ReadonlySignal<DraftState>,
    /** True from a change until `draft` describes it, which takes a quarter of a second and the time to write. */
    isBehind: computed(() => interview.value !== settled.value),
    beginning: beginningOf(opened),
    flush,
    /** The attempt that is stored with the draft. */
    attempted: (): Attempt | undefined => attempted,
    /** Stores with the draft that its note is about to be sent. Undefined: the note is certainly not in the chart. */
    markAttempted: (attempt: Attempt | undefined): Promise<void> => {
      attempted = attempt && { ...attempt, signed: attempt.signed ?? interview.peek() };
      return queue.run(keep);
    },
    delete: async (): Promise<void> => {
      attempted = undefined;
      const discarded = interview.peek();
      await queue.cancel();
      stored = discarded;
      await drafts.delete();
      draft.value = { kind: 'none' };
      settled.value = stored;
    },
    dispose: (): void => {
      isOver = true;
      clearInterval(timer);
      void queue.cancel();
      stop();
    },
  };
}
