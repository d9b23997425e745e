// Reads older notes, and older versions of a note, on demand.

import { type ReadonlySignal, signal } from '@preact/signals';
import type { Ehr, VersionsRead } from '../../ehr/port.ts';
import type { FiledAt, NotesFound } from '../../interview/history/history.ts';

/** Whether older notes are loading. */
export interface Older {
  readonly kind: 'resting' | 'loading';
}

/** Reading older notes and versions. */
export interface OlderNotes {
  readonly older: ReadonlySignal<Older>;
  /** Reads older notes if there are more. Does nothing while it is reading. */
  readonly loadOlder: () => Promise<void>;
  /** The versions of the note at this place. They are not kept. */
  readonly readVersions: (at: FiledAt) => Promise<VersionsRead>;
}

/** Where the notes read so far are kept. */
export interface Shelf {
  readonly held: () => NotesFound;
  readonly put: (found: NotesFound) => void;
}

/** Reads from one EHR port. A request ends when `abort` aborts. */
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
