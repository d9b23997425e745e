// Texts for the polite live region. Short and never a quote, because others are in the room.

import { type ReadonlySignal, signal } from '@preact/signals';

/** `turn` changes with every message, so that a repeated text is read aloud again. */
export interface Announcement {
  readonly words: string;
  readonly turn: number;
}

/** Announcements to screen readers. */
export type Announcements = ReturnType<typeof createAnnouncements>;

/** The contents of a live region. */
export function createAnnouncements() {
  const said = signal<Announcement | undefined>(undefined);
  let turn = 0;
  return {
    /** The latest announcement. */
    said: said as ReadonlySignal<Announcement | undefined>,
    /** Announces at most eight words without patient data. */
    say: (words: string): void => {
      turn += 1;
      said.value = { words, turn };
    },
  };
}
