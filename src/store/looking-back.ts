// Whether earlier notes are on the page, and which of them. Reading changes nothing: neither the interview nor a draft.

import { type ReadonlySignal, signal } from '@preact/signals';

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
export interface LookingBack {
  readonly looking: ReadonlySignal<Looking>;
  readonly show: (view: View) => void;
  readonly close: () => void;
}

/** `alone` where the launch asked to review. */
export function createLookingBack(alone: boolean): LookingBack {
  const list: View = { kind: 'list' };
  const looking = signal<Looking>(alone ? { kind: 'open', view: list, alone } : { kind: 'closed' });
  return {
    looking,
    show: (view) => {
      const before = looking.value;
      looking.value = { kind: 'open', view, alone: before.kind === 'open' && before.alone };
    },
    close: () => {
      looking.value = { kind: 'closed' };
    },
  };
}
