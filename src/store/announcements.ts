// What the one polite live region says. Short, never a quote: others are in the room.

import { type ReadonlySignal, signal } from '@preact/signals';

/** `turn` changes with every message, so that the same words said twice are heard twice. */
export type Announcement =
  | { readonly kind: 'silent' }
  | { readonly kind: 'said'; readonly words: string; readonly turn: number };

/** Saying things to people who do not look at the screen. */
export interface Announcements {
  readonly said: ReadonlySignal<Announcement>;
  /** At most eight words, no patient data. */
  readonly say: (words: string) => void;
}

/** A live region's contents. */
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
