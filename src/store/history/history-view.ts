// Whether earlier notes are shown, which of them, and the filter. Reading changes neither the interview nor a draft.

import { type ReadonlySignal, signal } from '@preact/signals';
import type { NoteFilter } from '../../interview/history/find-notes.ts';

/** What is shown. Notes are named by their place in the chart. */
export type HistoryPage =
  | { readonly kind: 'list' }
  | { readonly kind: 'note'; readonly place: string }
  | { readonly kind: 'compare'; readonly one?: string; readonly other?: string };

/** `alone`: the clinician came to read, so the interview is hidden. */
export type Looking =
  | { readonly kind: 'closed' }
  | { readonly kind: 'open'; readonly view: HistoryPage; readonly alone: boolean };

const EVERYTHING: NoteFilter = { words: '', retracted: false };

/** The view of earlier notes. */
export type HistoryView = ReturnType<typeof createHistoryView>;

/** `alone` is true if the launch asked for review. */
export function createHistoryView(alone: boolean) {
  const list: HistoryPage = { kind: 'list' };
  const looking = signal<Looking>(alone ? { kind: 'open', view: list, alone } : { kind: 'closed' });
  const filter = signal(EVERYTHING);
  return {
    looking: looking as ReadonlySignal<Looking>,
    /** The filter. Kept while another view is open, and reset when the history closes. */
    filter,
    show: (view: HistoryPage): void => {
      const before = looking.value;
      looking.value = { kind: 'open', view, alone: before.kind === 'open' && before.alone };
    },
    close: (): void => {
      filter.value = EVERYTHING;
      looking.value = { kind: 'closed' };
    },
  };
}
