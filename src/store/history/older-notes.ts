// Older notes of the chart, and older versions of one, read when asked for. Knows where they go, and not how they are drawn.

import { type ReadonlySignal, signal } from '@preact/signals';
import type { Ehr, VersionsRead } from '../../ehr/port.ts';
import type { FiledAt, NotesFound } from '../../interview/history/history.ts';

/** Whether older notes are on their way. */
export interface Older {
  readonly kind: 'resting' | 'loading';
}

/** Reading on into the past. */
export interface OlderNotes {
  readonly older: ReadonlySignal<Older>;
  /** Reads older notes, where there are more; does nothing while it reads. */
  readonly loadOlder: () => Promise<void>;
  /** The versions the note at this place has had. Nothing of them is kept. */
  readonly readVersions: (at: FiledAt) => Promise<VersionsRead>;
}

/** Where the notes are that were read so far. */
export interface Shelf {
  readonly held: () => NotesFound;
  readonly put: (found: NotesFound) => void;
}

/** Reads over one EHR port; a request ends with `abort`. */
export function createOlderNotes(ehr: Ehr, { held, put }: Shelf, abort: AbortSignal): OlderNotes {
  const older = signal<Older>({ kind: 'resting' });
  return {
    older,
    readVersions: (at) => ehr.readVersions(at, abort),
    loadOlder: async () => {
      if (older.value.kind === 'loading' || !held().shortfalls.includes('more-to-load')) return;
      older.value = { kind: 'loading' };
      put(await ehr.listOlder(held, abort));
      older.value = { kind: 'resting' };
    },
  };
}
