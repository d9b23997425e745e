// The life of one signing: compose, send, read back, search. Says "filed" only after the EHR port verified the note.

import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Ehr, WriteEnd } from '../../ehr/port.ts';
import type { Attempt, Form } from '../../interview/history/history.ts';
import type { Instant } from '../../interview/ids.ts';
import type { Interview } from '../../interview/interview.ts';
import { composeNote } from '../../interview/note/compose-note.ts';
import type { ReadinessNote } from '../../interview/note/note.ts';
import type { Binding, Person } from '../../interview/visit.ts';
import { type Clock, instantAt } from '../session/clock.ts';
import { isInFlight, type NoteSender, orUnknown, type Step } from './send-note.ts';
import { endAfterSearch, means } from './write-ends.ts';

/**
 * The state of a signing. `looking`: the chart does not show the note yet. `absent`: the search did not find it, so it
 * may be sent again. `ended` has the end, the signed note, and the time in milliseconds since the epoch. `hasLaterText`:
 * text was written after signing and is not in the note.
 */
export type Filing =
  | { readonly kind: 'ready' }
  | { readonly kind: 'empty' }
  | { readonly kind: Step }
  | Extract<WriteEnd, { readonly kind: 'absent' }>
  | {
      readonly kind: 'ended';
      readonly end: Exclude<WriteEnd, { readonly kind: 'absent' }>;
      readonly note: ReadinessNote;
      readonly when: number;
      readonly hasLaterText: boolean;
      /** The form that was signed. Undefined if an earlier page sent the note. */
      readonly form?: Form | undefined;
      /** Why the extra copies of a duplicated note could not be retracted. */
      readonly notRetracted?: WriteEnd;
    };

/** A signing whose note is in the chart, read back or not. */
export interface DoneFiling {
  readonly end: Extract<WriteEnd, { readonly kind: 'filed' | 'unverified' }>;
  readonly note: ReadinessNote;
  readonly when: number;
  readonly hasLaterText: boolean;
}

/** Signing and its result. */
export type FilingSlice = ReturnType<typeof createFiling>;

/** What filing needs. `afterEnd` runs before an end is shown. */
export interface FilingPorts {
  readonly sending: NoteSender;
  readonly ehr: Pick<Ehr, 'retractDuplicates'>;
  readonly binding: Binding;
  readonly signal: AbortSignal;
  readonly clock: Clock;
  readonly interview: () => Interview;
  /** The patient on the screen. Undefined if not known. */
  readonly person: () => Person | undefined;
  /** The form that the sign button names. Undefined if no note can be filed, or not known yet. */
  readonly form: () => Form | undefined;
  readonly afterEnd: (end: WriteEnd, hasLaterText: boolean) => void;
}

/** True if the note is certainly not in the chart, so that signing cannot create a second one. */
export const maySign = (filing: Filing): boolean =>
  filing.kind === 'ended' ? means(filing.end, 'isNotInChart') : !isInFlight(filing);

const isLocked = (filing: Filing): boolean =>
  isInFlight(filing) || (filing.kind === 'ended' && !means(filing.end, 'isEditable'));

/** True if the chart does not show the visit, so that the next signing files the note without it. */
export function isVisitHidden(filing: Filing): boolean {
  if (filing.kind !== 'ended') return false;
  const { end } = filing;
  if (end.kind === 'unsent') return end.why.kind === 'guardStopped' && end.why.where === 'visit-hidden';
  return end.kind === 'refused' && end.why.kind === 'missingReference' && end.why.what === 'visit';
}

/** The signing, if its note is in the chart. The conversation is over then, and the page shows the note. */
export function doneFiling(filing: Filing): DoneFiling | undefined {
  if (filing.kind !== 'ended') return undefined;
  const { end, note, when, hasLaterText } = filing;
  return end.kind === 'filed' || end.kind === 'unverified' ? { end, note, when, hasLaterText } : undefined;
}

/** Composes the note to send, and says how it ended and whether anything was written since. */
function createEnding({ clock, interview, afterEnd }: FilingPorts, state: Signal<Filing>) {
  let signed: Interview | undefined;
  return {
    compose: (sent: Interview, at: Instant): ReturnType<typeof composeNote> => {
      signed = sent;
      return composeNote(sent, at);
    },
    settle: (end: WriteEnd, note: ReadinessNote, form?: Form): void => {
      // Only true for a note of an earlier page, because nobody can write while a note is being sent. Compares interviews,
      // because a note leaves out words without a kind, and they would go with the draft.
      const hasLaterText = JSON.stringify(signed) !== JSON.stringify(interview());
      if (end.kind !== 'absent') afterEnd(end, hasLaterText);
      state.value =
        end.kind === 'absent' ? end : { kind: 'ended', end, note, when: clock.millis(), hasLaterText, form };
    },
  };
}

/** One signing at a time. */
export function createFiling(ports: FilingPorts) {
  const { sending, ehr, binding, signal: abort, clock, interview } = ports;
  const state = signal<Filing>({ kind: 'ready' });
  const { compose, settle } = createEnding(ports, state);
  // A search reports each of its attempts. One that changes nothing must not redraw, and so move the focus, again.
  const report = (kind: Step): void => {
    if (state.value.kind !== kind) state.value = { kind };
  };

  return {
    state: state as ReadonlySignal<Filing>,
    /** True from signing until an end state, so that no second signature can start. */
    isBusy: (): boolean => isInFlight(state.value),
    /**
     * True while a note is being sent, and afterwards if it may be in the chart. False if the sign-in ended. A signed
     * interview can no longer be edited or undone, so that no later text is lost with the draft when the note is found.
     */
    isLocked: (): boolean => isLocked(state.value),
    /**
     * Signs for the patient in the chart, in the form that the button names. Does nothing while either is unknown, while
     * busy, or while a note may be in the chart.
     */
    sign: async (): Promise<void> => {
      const [person, form] = [ports.person(), ports.form()];
      if (!person || !form || !maySign(state.value)) return;
      const note = compose(interview(), instantAt(clock.millis()));
      const withoutVisit = isVisitHidden(state.value);
      if (note.ok)
        settle(await sending.send({ note: note.value, form, person, withoutVisit }, report), note.value, form);
      else state.value = { kind: 'empty' };
    },
    /** Searches for a note that an earlier page sent and whose response was lost. Never sends. */
    check: async ({ at, forms, taken, signed }: Attempt): Promise<void> => {
      if (isInFlight(state.value)) return;
      sending.recall(forms);
      const note = compose(signed ?? interview(), at);
      if (!note.ok) return;
      const found = await sending.seek(note.value, report);
      settle(taken ? endAfterSearch({ kind: 'accepted' }, found) : found, note.value);
    },
    /** Searches again for the note signed last. */
    lookAgain: async (): Promise<void> => {
      const before = state.value;
      if (before.kind !== 'ended' || !means(before.end, 'isSearchedAgain')) return;
      const end = endAfterSearch(before.end, await sending.seek(before.note, report));
      if (end === before.end) state.value = before;
      else settle(end, before.note);
    },
    /** Retracts the extra copies of a note that the chart has more than once. */
    retractDuplicates: async (): Promise<void> => {
      const [before, person] = [state.value, ports.person()];
      if (!person || before.kind !== 'ended' || before.end.kind !== 'duplicated') return;
      const { note, end } = before;
      report('checking');
      const duplicates = { note, places: end.places, at: instantAt(clock.millis()), person, draftBinding: binding };
      const after = await orUnknown(ehr.retractDuplicates(duplicates, abort));
      if (means(after, 'showsNote')) settle(after, note);
      else state.value = { ...before, end: after.kind === 'duplicated' ? after : end, notRetracted: after };
    },
    /** Returns to `ready` after a refusal, or for the next note. */
    reopen: (): void => {
      if (isInFlight(state.value)) return;
      sending.forget();
      state.value = { kind: 'ready' };
    },
  };
}
