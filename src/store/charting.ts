// What the chart told us: who the person is, what was noted before, where a note may go. One parallel wave.

import { type ReadonlySignal, signal } from '@preact/signals';
import type { FetchFault } from '../ehr/faults.ts';
import type { Destination, Ehr } from '../ehr/port.ts';
import type { ChartContext } from '../interview/chart-context.ts';
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

/** What the chart says beside the talk. */
export type ContextState = { readonly kind: 'loading' } | { readonly kind: 'loaded'; readonly context: ChartContext };

/** What is known of the chart. */
export interface Charting {
  readonly person: ReadonlySignal<PersonState>;
  readonly history: ReadonlySignal<History>;
  readonly destination: ReadonlySignal<DestinationState>;
  readonly context: ReadonlySignal<ContextState>;
  /** Reads everything in parallel; call again to retry what failed. */
  readonly load: () => Promise<void>;
  /** Reads what the chart says beside the talk once more, where a part of it failed. */
  readonly loadContext: () => Promise<void>;
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

const hasFailed = ({ conditions, medicines, measures }: ChartContext): boolean =>
  [conditions, medicines, measures].some((lookup) => lookup.kind === 'failed');

/** Reads over one EHR port; every request ends with `abort`. */
export function createCharting(ehr: Ehr, abort: AbortSignal): Charting {
  const person = signal<PersonState>({ kind: 'loading' });
  const history = signal<History>({ kind: 'loading' });
  const destination = signal<DestinationState>({ kind: 'unknown' });
  const context = signal<ContextState>({ kind: 'loading' });

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
  // What the chart suggests never makes the banner wait; an earlier answer stays until a better one is here.
  const loadContext = async (): Promise<void> => {
    const before = context.value;
    if (before.kind === 'loaded' && !hasFailed(before.context)) return;
    context.value = { kind: 'loaded', context: await ehr.readContext(abort) };
  };
  const learn = async (): Promise<void> => {
    destination.value = await ehr.learnDestination(abort);
  };

  return {
    person,
    history,
    destination,
    context,
    load: async () => {
      await Promise.all([loadPerson().then(loadContext), loadHistory(), learn()]);
    },
    loadContext,
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
