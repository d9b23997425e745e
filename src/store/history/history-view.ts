// Whether earlier notes are on the page, which of them, and what is looked for among them. Reading changes nothing: neither the interview nor a draft.

import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Sieve } from '../../interview/history/find-notes.ts';

/** What is looked at. Notes are named by their place in the chart. */
export type View =
  | { readonly kind: 'list' }
  | { readonly kind: 'note'; readonly place: string }
  | { readonly kind: 'compare'; readonly one?: string; readonly other?: string };

/** `alone`: somebody came to read and not to talk, so that the talk waits out of sight. */
export type Looking =
  | { readonly kind: 'closed' }
  | { readonly kind: 'open'; readonly view: View; readonly alone: boolean };

/** Looking back. */
export interface HistoryView {
  readonly looking: ReadonlySignal<Looking>;
  /** What is looked for: kept while something else has the pane, forgotten when looking back ends. */
  readonly sieve: Signal<Sieve>;
  readonly show: (view: View) => void;
  readonly close: () => void;
}

const EVERYTHING: Sieve = { words: '', retracted: false };

/** `alone` where the launch asked to review. */
export function createHistoryView(alone: boolean): HistoryView {
  const list: View = { kind: 'list' };
  const looking = signal<Looking>(alone ? { kind: 'open', view: list, alone } : { kind: 'closed' });
  const sieve = signal(EVERYTHING);
  return {
    looking,
    sieve,
    show: (view) => {
      const before = looking.value;
      looking.value = { kind: 'open', view, alone: before.kind === 'open' && before.alone };
    },
    close: () => {
      sieve.value = EVERYTHING;
      looking.value = { kind: 'closed' };
    },
  };
}
