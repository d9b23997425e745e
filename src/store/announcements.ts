// Texts for the polite live region. Short and never a quote, because others are in the room.

import { type ReadonlySignal, signal } from '@preact/signals';

/** `turn` changes with every message, so that a repeated text is read aloud again. */
export type Announcement =
  | { readonly kind: 'silent' }
  | { readonly kind: 'said'; readonly words: string; readonly turn: number };

/** Announcements to screen readers. */
export interface Announcements {
  readonly said: ReadonlySignal<Announcement>;
  /** Announces at most eight words without patient data. */
  readonly say: (words: string) => void;
}

/** The contents of a live region. */
export function createAnnouncements(): Announcements {
  const said = signal<Announcement>({ kind: 'silent' });
  let turn = 0;
  return {
    said,
    say: (words) => {
      turn += 1;
      said.value = { kind: 'said', words, turn };
    },
  };
}
