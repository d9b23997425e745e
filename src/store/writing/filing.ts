// The life of one signing: compose, send, read back, or look for it. Says "filed" only when the EHR port proved it.

import { type ReadonlySignal, signal } from '@preact/signals';
import type { FilingEnd } from '../../ehr/port.ts';
import type { Attempt, Form } from '../../interview/history/history.ts';
import type { Interview } from '../../interview/interview.ts';
import { composeNote } from '../../interview/note/compose-note.ts';
import type { ReadinessNote } from '../../interview/note/note.ts';
import type { Person } from '../../interview/visit.ts';
import { type Clock, instantAt } from '../session/clock.ts';
import type { Outcome, Sending } from './send-note.ts';

/**
 * Where a signing stands. `absent`: the chart was searched and does not hold the note, so it may be sent again; the
 * answer was lost, or the chart said that something stood against it. `ended` carries how it ended, the note that was
 * signed, and when (milliseconds since the epoch); `writtenOn`: the panel holds words that were written after that, and
 * that are not in the note.
 */
export type Filing =
  | { readonly kind: 'ready' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'verifying' }
  | { readonly kind: 'checking' }
  | { readonly kind: 'absent'; readonly why: 'lost' | 'not-taken' }
  | {
      readonly kind: 'ended';
      readonly end: FilingEnd;
      readonly note: ReadinessNote;
      readonly when: number;
      readonly writtenOn?: true;
    };

/** Signing and what follows from it. */
export interface FilingSlice {
  readonly filing: ReadonlySignal<Filing>;
  /** True from the press until an end state: no second signature can start. */
  readonly isBusy: () => boolean;
  /**
   * True while a note is on its way, and ever after unless it was refused: what was signed can no longer be edited or
   * undone, so that no later word hides in a draft that is let go once the note is found.
   */
  readonly isLocked: () => boolean;
  /** Signs for this person in this form. A press while busy, or while a note may be in the chart, does nothing. */
  readonly sign: (person: Person, form: Form) => Promise<void>;
  /** Searches for a note whose answer was lost before this page began. Never sends. */
  readonly check: (attempt: Attempt) => Promise<void>;
  /** Searches once more for the note that was signed last. */
  readonly lookAgain: () => Promise<void>;
  /** Back to `ready` after a refusal was read, or for the next note. */
  readonly reopen: () => void;
}

/** What filing needs from its surroundings. `afterEnd` has run before an end is shown. */
export interface FilingPorts {
  readonly sending: Sending;
  readonly clock: Clock;
  readonly interview: () => Interview;
  readonly afterEnd: (end: FilingEnd, writtenOn: boolean) => void;
}

const isInFlight = (filing: Filing): boolean =>
  filing.kind === 'sending' || filing.kind === 'verifying' || filing.kind === 'checking';

/** Only these leave the note surely out of the chart; after any other end a press would risk a second one. */
const maySign = (filing: Filing): boolean =>
  filing.kind === 'ended' ? filing.end.kind === 'refused' : !isInFlight(filing);

const isLocked = (filing: Filing): boolean =>
  isInFlight(filing) ||
  (filing.kind === 'ended' && filing.end.kind !== 'refused' && filing.end.kind !== 'sessionEnded');

// A fault of our own on the way must not leave a panel that waits for ever: what is not known is looked for.
const UNKNOWN: Outcome = { kind: 'ended', end: { kind: 'unknown', why: { kind: 'aborted' } } };
const followed = (outcome: Promise<Outcome>): Promise<Outcome> => outcome.catch(() => UNKNOWN);

// The chart said that it took the note: not finding it is no proof of the contrary.
const wasTaken = (end: FilingEnd): boolean => end.kind === 'accepted' || end.kind === 'filedUnverified';

/** Ends that a later look into the chart may settle; after any other there is nothing to look for. */
const LOOKED_FOR: readonly FilingEnd['kind'][] = ['unknown', 'accepted', 'filedUnverified', 'doubled'];

/** One signing at a time. */
export function createFiling({ sending, clock, interview, afterEnd }: FilingPorts): FilingSlice {
  const filing = signal<Filing>({ kind: 'ready' });
  const tell = (kind: 'sending' | 'verifying' | 'checking'): void => {
    filing.value = { kind };
  };
  const settle = (outcome: Outcome, note: ReadinessNote): void => {
    const now = composeNote(interview(), note.signedAt);
    // Only a look back can find this: while a note is on its way nobody writes.
    const writtenOn = now.ok && JSON.stringify(now.value) !== JSON.stringify(note);
    if (outcome.kind === 'ended') afterEnd(outcome.end, writtenOn);
    const more = { note, when: clock.millis(), ...(writtenOn && { writtenOn }) };
    filing.value = outcome.kind === 'ended' ? { ...outcome, ...more } : outcome;
  };

  return {
    filing,
    isBusy: () => isInFlight(filing.value),
    isLocked: () => isLocked(filing.value),
    sign: async (person, form) => {
      if (!maySign(filing.value)) return;
      const note = composeNote(interview(), instantAt(clock.millis()));
      if (note.ok) settle(await followed(sending.send(note.value, form, person, tell)), note.value);
      else filing.value = { kind: 'empty' };
    },
    check: async ({ at, forms, taken, signed }) => {
      if (isInFlight(filing.value)) return;
      sending.recall(forms);
      const note = composeNote(signed ?? interview(), at);
      if (!note.ok) return;
      const outcome = await followed(sending.seek(note.value, tell));
      // The chart took it before this page began: not being there yet is no reason to send it twice.
      settle(taken && outcome.kind === 'absent' ? { kind: 'ended', end: { kind: 'accepted' } } : outcome, note.value);
    },
    lookAgain: async () => {
      const before = filing.value;
      if (before.kind !== 'ended' || !LOOKED_FOR.includes(before.end.kind)) return;
      const outcome = await followed(sending.seek(before.note, tell));
      const isFound = outcome.kind === 'ended' && outcome.end.kind !== 'unknown';
      if (wasTaken(before.end) && !isFound) filing.value = before;
      else settle(outcome, before.note);
    },
    reopen: () => {
      if (isInFlight(filing.value)) return;
      sending.forget();
      filing.value = { kind: 'ready' };
    },
  };
}
