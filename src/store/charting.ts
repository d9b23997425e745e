// What the chart told us: who the person is, what was noted before, where a note may go. One parallel wave.

import { type ReadonlySignal, signal } from '@preact/signals';
import type { FetchFault } from '../ehr/faults.ts';
import type { Destination, Ehr } from '../ehr/port.ts';
import type { HistoryEntry, NotesFound } from '../interview/history.ts';
import type { ReadinessNote } from '../interview/note.ts';
import type { Person } from '../interview/visit.ts';

/** The person in the chart. */
export type PersonState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'loaded'; readonly person: Person }
  | { readonly kind: 'unavailable'; readonly why: FetchFault };

/** Earlier notes, newest first, whole or partial (`found.shortfalls`). */
export type History =
  | { readonly kind: 'loading' }
  | { readonly kind: 'loaded'; readonly found: NotesFound }
  | { readonly kind: 'unavailable'; readonly why: FetchFault };

/** Where the next note goes; `unknown` until scopes and site settings were looked at. */
export type DestinationState = { readonly kind: 'unknown' } | Destination;

/** What is known of the chart. */
export interface Charting {
  readonly person: ReadonlySignal<PersonState>;
  readonly history: ReadonlySignal<History>;
  readonly destination: ReadonlySignal<DestinationState>;
  /** Reads everything in parallel; call again to retry what failed. */
  readonly load: () => Promise<void>;
  /** Puts what the EHR stored on top of the history. */
  readonly prepend: (entry: HistoryEntry) => void;
  /** After a definite refusal of a form. */
  readonly relearn: (destination: Destination) => void;
}

/** The newest note that counts, for the last-time card and the ghost values. */
export function lastNote(history: History): ReadinessNote | undefined {
  if (history.kind !== 'loaded') return undefined;
  const counting = history.found.entries.find(
    (entry) => entry.kind === 'note' && entry.standing !== 'retracted' && entry.standing !== 'draft',
  );
  return counting?.kind === 'note' ? counting.note : undefined;
}

/** Reads over one EHR port; every request ends with `abort`. */
export function createCharting(ehr: Ehr, abort: AbortSignal): Charting {
  const person = signal<PersonState>({ kind: 'loading' });
  const history = signal<History>({ kind: 'loading' });
  const destination = signal<DestinationState>({ kind: 'unknown' });

  const loadPerson = async (): Promise<void> => {
    if (person.value.kind === 'loaded') return;
    person.value = { kind: 'loading' };
    const read = await ehr.readPerson(abort);
    person.value = read.ok ? { kind: 'loaded', person: read.value } : { kind: 'unavailable', why: read.error };
  };
  const loadHistory = async (): Promise<void> => {
    history.value = { kind: 'loading' };
    const read = await ehr.listNotes(abort);
    history.value = read.ok ? { kind: 'loaded', found: read.value } : { kind: 'unavailable', why: read.error };
  };
  const learn = async (): Promise<void> => {
    destination.value = await ehr.learnDestination(abort);
  };

  return {
    person,
    history,
    destination,
    load: async () => {
      await Promise.all([loadPerson(), loadHistory(), learn()]);
    },
    prepend: (entry) => {
      const before = history.value;
      const found: NotesFound =
        before.kind === 'loaded' ? before.found : { entries: [], shortfalls: ['search-failed'], otherPatients: 0 };
      history.value = { kind: 'loaded', found: { ...found, entries: [entry, ...found.entries] } };
    },
    relearn: (next) => {
      destination.value = next;
    },
  };
}
