// The page of a panel that locked: nothing about the patient, where the work is, and how to continue.

import type { Lock } from '../../store/session/idle-lock.ts';
import type { Store } from '../../store/store.ts';
import type { Unsent } from '../../store/writing/change-saver.ts';
import type { DraftState } from '../../store/writing/interview-draft.ts';
import { hourAt } from '../../ui/day-and-time/dates.ts';
import { Ending } from './Ending.tsx';

const HAPPENED = {
  idle: 'Locked after a period of inactivity.',
  'too-long': 'Locked: this sign-in has reached its time limit.',
} as const;

const DRAFT = {
  none: 'No work was unsaved.',
  'memory-only': 'No draft was kept on this device, so what was not filed is gone.',
} as const;

const CHANGE = {
  device: 'Your change of a filed note is kept on this device. Only you can open it.',
  pane: 'Your change of a filed note was not kept. What was not filed is gone.',
} as const;

// The page may stay open for longer than the draft.
function draftWords(draft: DraftState): string {
  if (draft.kind !== 'kept') return DRAFT[draft.kind];
  return `Draft kept on this device until ${hourAt(draft.until)} at most. Only you can open it, from the same chart.`;
}

function safeWords(draft: DraftState, unsent: Unsent, finished: boolean): string {
  if (!finished && draft.kind !== 'memory-only') return 'Your draft is being kept.';
  if (unsent === 'none') return draftWords(draft);
  return draft.kind === 'none' ? CHANGE[unsent] : `${draftWords(draft)} ${CHANGE[unsent]}`;
}

/** `support` is the site's help line. */
export function Locked({ store, lock }: { readonly store: Store; readonly lock: Extract<Lock, { kind: 'locked' }> }) {
  const words = {
    happened: HAPPENED[lock.why],
    safe: safeWords(store.interviewDraft.draft.value, store.changes.unsent.value, lock.finished),
    next: 'Open Evoke from the patient’s chart again.',
  };
  return <Ending words={words} support={store.support} />;
}
