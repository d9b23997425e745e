// Keeps the interview on this device while it is unfinished: every change, soon after it is made.

import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { DraftFault, Drafts, KeptDraft } from '../../drafts/port.ts';
import type { Attempt } from '../../interview/history/history.ts';
import type { Interview } from '../../interview/interview.ts';
import type { Result } from '../../lib/result.ts';

/** Where unfinished work is. `kept.until` is in milliseconds since the epoch. */
export type DraftState =
  | { readonly kind: 'none' }
  | { readonly kind: 'kept'; readonly until: number }
  | { readonly kind: 'memory-only'; readonly why: DraftFault['kind'] };

/** How the page began: fresh, with work that was kept, or with a draft that could not be opened. */
export type Beginning =
  | { readonly kind: 'anew' }
  | { readonly kind: 'restored' }
  | { readonly kind: 'not-opened'; readonly why: DraftFault };

/** Keeping and letting go. */
export interface InterviewDraft {
  readonly beginning: Beginning;
  readonly draft: ReadonlySignal<DraftState>;
  /** True from a change until `draft` speaks of it: a quarter of a second and the time to write. */
  readonly isBehind: ReadonlySignal<boolean>;
  /** Stores what is not stored yet, now: called when the page is hidden. */
  readonly flush: () => Promise<void>;
  /** Keeps with the draft that its note leaves for the EHR, before anything is sent; undefined: it surely is not there. */
  readonly markAttempted: (attempt: Attempt | undefined) => Promise<void>;
  readonly shred: () => Promise<void>;
  readonly dispose: () => void;
}

const SAVE_WITHIN_MS = 250;

function beginningOf(opened: Result<KeptDraft | undefined, DraftFault>): Beginning {
  if (!opened.ok) return { kind: 'not-opened', why: opened.error };
  return { kind: opened.value ? 'restored' : 'anew' };
}

/**
 * Follows `interview` from its first change on; `untouched` itself is never stored, so that reading leaves no draft. What
 * the device did not take is offered to it once more when the page is hidden.
 */
export function createInterviewDraft(
  interview: ReadonlySignal<Interview>,
  drafts: Drafts,
  opened: Result<KeptDraft | undefined, DraftFault>,
): InterviewDraft {
  const restored = opened.ok ? opened.value : undefined;
  const draft = signal<DraftState>(restored ? { kind: 'kept', until: restored.keptUntil } : { kind: 'none' });
  let [attempted, stored] = [restored?.attempted, interview.peek()];
  const settled = signal(stored);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let [queue, isOver] = [Promise.resolve(), false];

  const keep = async (): Promise<void> => {
    const current = interview.peek();
    const kept = await drafts.keep(current, attempted);
    if (kept.ok) stored = current;
    draft.value = kept.ok ? { kind: 'kept', until: kept.value } : { kind: 'memory-only', why: kept.error.kind };
    settled.value = current;
  };
  const unschedule = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  // What takes the place of a talk that was let go is not that talk.
  const flush = (): Promise<void> => {
    unschedule();
    if (stored !== interview.peek() && !isOver) queue = queue.then(keep);
    return queue;
  };
  const stop = effect(() => {
    if (interview.value === stored) return;
    // Not put off by the next keystroke: a page that dies while someone types on loses a moment, not the sentence.
    timer ??= setTimeout(flush, SAVE_WITHIN_MS);
  });

  return {
    draft,
    isBehind: computed(() => interview.value !== settled.value),
    beginning: beginningOf(opened),
    flush,
    markAttempted: (attempt) => {
      attempted = attempt && { ...attempt, signed: interview.peek() };
      unschedule();
      queue = queue.then(keep);
      return queue;
    },
    shred: async () => {
      unschedule();
      attempted = undefined;
      const letGo = interview.peek();
      await queue;
      stored = letGo;
      await drafts.shred();
      draft.value = { kind: 'none' };
      settled.value = stored;
    },
    dispose: () => {
      isOver = true;
      unschedule();
      stop();
    },
  };
}
