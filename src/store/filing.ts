// The life of one signing: compose, send, read back, or look for it. Says "filed" only when the EHR port proved it.

import { type ReadonlySignal, signal } from '@preact/signals';
import type { Ehr, FilingEnd } from '../ehr/port.ts';
import { composeNote } from '../interview/compose-note.ts';
import type { Instant } from '../interview/ids.ts';
import type { Interview } from '../interview/interview.ts';
import type { ReadinessNote } from '../interview/note.ts';
import type { Person } from '../interview/visit.ts';
import { type Clock, instantAt } from './clock.ts';

/**
 * Where a signing stands. `absent`: the chart was searched and does not hold the note, so it may be sent again.
 * `ended` carries how it ended, the note that was signed, and when (milliseconds since the epoch).
 */
export type Filing =
  | { readonly kind: 'ready' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'verifying' }
  | { readonly kind: 'checking' }
  | { readonly kind: 'absent' }
  | { readonly kind: 'ended'; readonly end: FilingEnd; readonly note: ReadinessNote; readonly when: number };

/** Signing and what follows from it. */
export interface FilingSlice {
  readonly filing: ReadonlySignal<Filing>;
  /** True from the press until an end state: no second signature can start, and nothing may be edited. */
  readonly isBusy: () => boolean;
  /** Signs for this person. A press while busy, or after the note was filed, does nothing. */
  readonly sign: (person: Person) => Promise<void>;
  /** Searches for a note whose answer was lost. Never sends. */
  readonly check: (attemptedAt: Instant) => Promise<void>;
  /** Searches once more for the note that was signed last. */
  readonly lookAgain: () => Promise<void>;
  /** Back to `ready` after a refusal was read, or for the next note. */
  readonly reopen: () => void;
}

/** What filing needs from its surroundings. */
export interface FilingPorts {
  readonly ehr: Ehr;
  readonly clock: Clock;
  readonly interview: () => Interview;
  /** Marks the draft as attempted before anything leaves, so that a crash cannot hide it. */
  readonly beforeSending: (signedAt: Instant) => Promise<void>;
  readonly afterEnd: (end: FilingEnd) => void;
  readonly signal: AbortSignal;
}

const isInFlight = (filing: Filing): boolean =>
  filing.kind === 'sending' || filing.kind === 'verifying' || filing.kind === 'checking';

const isDone = (filing: Filing): boolean =>
  filing.kind === 'ended' &&
  (filing.end.kind === 'filed' || filing.end.kind === 'filedWithLoss' || filing.end.kind === 'filedUnverified');

// An answer that was lost, or an unclear acceptance, is settled by a search and never by sending again.
const isOpenQuestion = (filing: Filing): boolean =>
  filing.kind === 'ended' &&
  (filing.end.kind === 'unknown' || filing.end.kind === 'accepted' || filing.end.kind === 'mismatch');

/** One signing at a time over the EHR port. */
export function createFiling(ports: FilingPorts): FilingSlice {
  const filing = signal<Filing>({ kind: 'ready' });
  const end = (result: FilingEnd, note: ReadinessNote): void => {
    filing.value = { kind: 'ended', end: result, note, when: ports.clock.millis() };
    ports.afterEnd(result);
  };

  const look = async (note: ReadinessNote): Promise<void> => {
    filing.value = { kind: 'checking' };
    const found = await ports.ehr.findNote(note, note.at, ports.signal);
    if (found.kind === 'found') end(found.end, note);
    else if (found.kind === 'absent') filing.value = { kind: 'absent' };
    else end({ kind: 'unknown', why: found.why }, note);
  };

  const send = async (note: ReadinessNote, person: Person): Promise<void> => {
    filing.value = { kind: 'sending' };
    await ports.beforeSending(note.signedAt);
    const tell = (step: 'sending' | 'verifying'): void => {
      filing.value = { kind: step };
    };
    const result = await ports.ehr.fileNote(note, person, ports.ehr.context.binding, tell, ports.signal);
    if (result.kind === 'unknown') await look(note);
    else end(result, note);
  };

  return {
    filing,
    isBusy: () => isInFlight(filing.value),
    sign: async (person) => {
      if (isInFlight(filing.value) || isDone(filing.value) || isOpenQuestion(filing.value)) return;
      const note = composeNote(ports.interview(), instantAt(ports.clock.millis()));
      if (note.ok) await send(note.value, person);
      else filing.value = { kind: 'empty' };
    },
    check: async (attemptedAt) => {
      if (isInFlight(filing.value)) return;
      const note = composeNote(ports.interview(), attemptedAt);
      if (note.ok) await look(note.value);
    },
    lookAgain: async () => {
      if (filing.value.kind === 'ended') await look(filing.value.note);
    },
    reopen: () => {
      if (!isInFlight(filing.value)) filing.value = { kind: 'ready' };
    },
  };
}
