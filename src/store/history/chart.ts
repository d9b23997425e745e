// What the chart says: the patient, earlier notes, and where a note may be filed. Read in parallel.

import { type ReadonlySignal, signal } from '@preact/signals';
import type { FetchFault } from '../../ehr/faults.ts';
import type { Destination, Ehr } from '../../ehr/port.ts';
import { type ChartContext, readAgain } from '../../interview/chart-context.ts';
import type { FiledAt, HistoryEntry, NotesFound } from '../../interview/history/history.ts';
import { mergeNotes } from '../../interview/history/merge-notes.ts';
import { isCounted, type NoteEntry } from '../../interview/history/visits.ts';
import type { ReadinessNote } from '../../interview/note/note.ts';
import type { Person } from '../../interview/visit.ts';
import { err, type Result } from '../../lib/result.ts';
import { createWrittenEntries } from './written-entries.ts';

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

/** Where the next note will be filed. `unknown` until scopes and site settings were checked. */
export type DestinationState = { readonly kind: 'unknown' } | Destination;

/** Chart context for the conversation. */
export type ContextState = { readonly kind: 'loading' } | { readonly kind: 'loaded'; readonly context: ChartContext };

type Entries = readonly HistoryEntry[];

const personOf = (state: PersonState): Person | undefined => (state.kind === 'loaded' ? state.person : undefined);

/** The patient, if the chart was read. */
export const loadedPerson = ({ person }: Chart): Person | undefined => personOf(person.peek());

/** The same for a component, which is drawn again when the patient is read. */
export const watchedPerson = ({ person }: Chart): Person | undefined => personOf(person.value);

/** The newest valid note with its place in the chart. */
export function lastEntry(history: History): NoteEntry | undefined {
  return history.kind === 'loaded' ? history.found.entries.find(isCounted) : undefined;
}

/** The newest valid note, for the last-time card and the previous values. */
export const lastNote = (history: History): ReadinessNote | undefined => lastEntry(history)?.note;

/** A note as the list of earlier notes has it now: itself, or the newer note that replaced it. */
export function entryNow(history: History, { id }: ReadinessNote): NoteEntry | undefined {
  const entries = history.kind === 'loaded' ? history.found.entries : [];
  const isIt = (entry: HistoryEntry): boolean => entry.kind === 'note' && entry.note.id === id;
  const entry = entries.find(isIt) ?? entries.find(({ earlier = [] }) => earlier.some(isIt));
  return entry?.kind === 'note' ? entry : undefined;
}

const hasFailed = ({ conditions, medicines, measures }: ChartContext): boolean =>
  [conditions, medicines, measures].some((lookup) => lookup.kind === 'failed');

const isConfirmed = (destination: DestinationState): boolean =>
  destination.kind === 'copy' || (destination.kind === 'form' && destination.confirmed);

const isWhole = (history: History): boolean =>
  history.kind === 'loaded' && !history.found.shortfalls.includes('search-failed');

const NOTHING_FOUND: NotesFound = { entries: [], shortfalls: ['search-failed'], otherPatients: 0 };

const searchFailedToo = ({ shortfalls }: NotesFound): NotesFound['shortfalls'] => [
  ...new Set([...shortfalls, 'search-failed' as const]),
];

/** An error of our own must not leave the panel waiting forever. It becomes a failed read, which can be retried. */
const orUnavailable = <T>(read: Promise<Result<T, FetchFault>>): Promise<Result<T, FetchFault>> =>
  read.catch(() => err({ kind: 'badResponse' }));

/** The list of earlier notes. */
function createListing(ehr: Ehr, abort: AbortSignal) {
  const history = signal<History>({ kind: 'loading' });
  const isLoadingOlder = signal(false);
  const written = createWrittenEntries();
  const held = (): NotesFound => (history.value.kind === 'loaded' ? history.value.found : NOTHING_FOUND);
  const put = (found: NotesFound): void => {
    if (!abort.aborted) history.value = { kind: 'loaded', found };
  };
  /** Replaces the entries after one was changed. A list that arrives later keeps `changed`, as it was read back. */
  const rewrite = (change: (entries: Entries) => Entries, changed: HistoryEntry | undefined): void => {
    if (changed) written.add(changed, held().entries);
    put({ ...held(), entries: change(held().entries) });
  };
  return {
    history: history as ReadonlySignal<History>,
    rewrite,
    isLoadingOlder: isLoadingOlder as ReadonlySignal<boolean>,
    /** The versions of the note at this place. They are not kept. */
    readVersions: (at: FiledAt) => ehr.readVersions(at, abort),
    /** Reads older notes if there are more. Does nothing while it is reading. */
    loadOlder: async (): Promise<void> => {
      if (isLoadingOlder.value || !held().shortfalls.includes('more-to-load')) return;
      isLoadingOlder.value = true;
      // An error of our own must not leave the button waiting forever.
      put(await ehr.listOlder(held, abort).catch(() => ({ ...held(), shortfalls: searchFailedToo(held()) })));
      isLoadingOlder.value = false;
    },
    loadHistory: async (): Promise<void> => {
      if (history.value.kind !== 'loaded') history.value = { kind: 'loading' };
      const read = await orUnavailable(ehr.listNotes(abort));
      if (read.ok) put(written.isEmpty() ? read.value : { ...read.value, entries: written.over(read.value.entries) });
      else if (history.value.kind !== 'loaded') history.value = { kind: 'unavailable', why: read.error };
    },
    /** Adds a stored note to the earlier notes in their order. A list that arrives later keeps it. */
    prepend: (entry: HistoryEntry): void => {
      rewrite((entries) => mergeNotes([entry, ...entries]), entry);
    },
    forgetHistory: (): void => {
      written.forget();
      history.value = { kind: 'loading' };
    },
  };
}

/**
 * A capability statement of 2 MB takes seconds. After this time the site's settings and the scopes decide until it
 * comes.
 */
const LONGEST_UNKNOWN_MS = 1_500;

/** What is known from the chart. */
export type Chart = ReturnType<typeof createChart>;

/** Reads from one EHR port. Every request ends when `abort` aborts. */
export function createChart(ehr: Ehr, abort: AbortSignal) {
  const person = signal<PersonState>({ kind: 'loading' });
  const { loadHistory, forgetHistory, ...listing } = createListing(ehr, abort);
  const destination = signal<DestinationState>({ kind: 'unknown' });
  const context = signal<ContextState>({ kind: 'loading' });

  const loadPerson = async (): Promise<void> => {
    if (person.value.kind === 'loaded') return;
    person.value = { kind: 'loading' };
    const read = await orUnavailable(ehr.readPerson(abort));
    if (read.ok) person.value = { kind: 'loaded', person: read.value };
    // Two readings may run at once. The banner and the sign button stay if only the later one failed.
    else if (person.peek().kind !== 'loaded') person.value = { kind: 'unavailable', why: read.error };
  };
  // Read after the patient, so that the banner never waits for it. An earlier result stays until a better one arrives.
  const loadContext = async (): Promise<void> => {
    const known = context.peek();
    if (known.kind === 'loaded' && !hasFailed(known.context)) return;
    const read = await ehr.readContext(abort);
    const before = context.peek();
    context.value = { kind: 'loaded', context: before.kind === 'loaded' ? readAgain(before.context, read) : read };
  };
  const readDestination = async (): Promise<void> => {
    const timer = setTimeout(() => {
      if (destination.value.kind === 'unknown') destination.value = ehr.destination();
    }, LONGEST_UNKNOWN_MS);
    destination.value = await ehr.readDestination(abort);
    clearTimeout(timer);
  };

  return {
    person: person as ReadonlySignal<PersonState>,
    destination: destination as ReadonlySignal<DestinationState>,
    context: context as ReadonlySignal<ContextState>,
    ...listing,
    /** Reads everything in parallel. */
    load: async (): Promise<void> => {
      await Promise.all([loadPerson().then(loadContext), loadHistory(), readDestination()]);
    },
    /** Reads the chart context again if a part of it failed. */
    loadContext,
    /** Retries failed reads. What is shown stays until something better arrives. */
    retry: async (): Promise<void> => {
      await Promise.all([
        loadPerson().then(loadContext),
        isWhole(listing.history.value) ? undefined : loadHistory(),
        isConfirmed(destination.value) ? undefined : readDestination(),
      ]);
    },
    /** Reads the destination from the EHR port again: after a definite refusal, the next form. */
    refreshDestination: (): void => {
      destination.value = ehr.destination();
    },
    /** Forgets the patient and everything that was read. */
    dispose: (): void => {
      person.value = { kind: 'loading' };
      context.value = { kind: 'loading' };
      forgetHistory();
    },
  };
}
