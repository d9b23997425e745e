// A second form for a note whose first form did not keep every part. It is offered and never sent automatically.

import { type ReadonlySignal, signal } from '@preact/signals';
import type { Ehr, WriteEnd } from '../../ehr/port.ts';
import type { Form } from '../../interview/history/history.ts';
import type { Person } from '../../interview/visit.ts';
import type { Filing } from './filing.ts';
import { isInFlight, type NoteSender, type Step } from './send-note.ts';
import { endAfterSearch, means } from './write-ends.ts';

/** `offered` waits for the clinician. `none`: nothing is missing, or no other form is open. */
export type SecondFormState =
  | { readonly kind: 'none' }
  | { readonly kind: 'offered'; readonly form: Form; readonly refused?: WriteEnd | undefined }
  | { readonly kind: Step; readonly form: Form }
  | { readonly kind: 'settled'; readonly form: Form; readonly end: WriteEnd };

/** What it needs. It has its own sender, because it never searches the first form. */
export interface SecondFormPorts {
  readonly ehr: Pick<Ehr, 'nextForm'>;
  readonly sending: NoteSender;
  /** The signing whose note it files. */
  readonly filing: () => Filing;
  /** The patient on the screen. Undefined if not known. */
  readonly person: () => Person | undefined;
  readonly afterEnd: (end: WriteEnd) => void;
}

const isLossy = (filing: Filing): boolean =>
  filing.kind === 'ended' && filing.end.kind === 'filed' && filing.end.lost.length > 0;

/** The form in which the chart has the note. Empty if it has none. */
const filedForms = (filing: Filing): readonly Form[] =>
  filing.kind === 'ended' && filing.end.kind === 'filed' ? [filing.end.at.form] : [];

/** True if the note may be sent in the second form, for the first time or again. */
export const mayFile = (
  state: SecondFormState,
): state is Extract<SecondFormState, { readonly kind: 'offered' | 'settled' }> =>
  state.kind === 'offered' || (state.kind === 'settled' && means(state.end, 'mayGoInSecondForm'));

/** The second form of the note signed last. */
export function createSecondForm(ports: SecondFormPorts) {
  const { ehr, sending, afterEnd } = ports;
  const state = signal<SecondFormState>({ kind: 'none' });
  const offered = (filing: Filing, refused?: WriteEnd): SecondFormState => {
    const form = isLossy(filing) ? ehr.nextForm(filedForms(filing)) : undefined;
    return form ? { kind: 'offered', form, refused } : { kind: 'none' };
  };
  const settle = (filing: Filing, form: Form, end: WriteEnd): void => {
    if (end.kind !== 'absent') afterEnd(end);
    // A refused form is closed by now. The next one is offered.
    const next = end.kind === 'refused' ? offered(filing, end) : undefined;
    state.value = next?.kind === 'offered' ? next : { kind: 'settled', form, end };
  };
  return {
    state: state as ReadonlySignal<SecondFormState>,
    /** True while the note is being sent in the second form. */
    isBusy: (): boolean => isInFlight(state.value),
    /** Finds out what to offer after a signing ended. */
    offer: (): void => {
      sending.forget();
      state.value = offered(ports.filing());
    },
    /** Files the same note in the form offered, for the parts that the first one did not keep. Otherwise does nothing. */
    file: async (): Promise<void> => {
      const [now, filing, person] = [state.value, ports.filing(), ports.person()];
      if (!person || filing.kind !== 'ended' || !mayFile(now)) return;
      const { form } = now;
      const report = (kind: Step): void => {
        state.value = { kind, form };
      };
      // Not every form that was tried: the draft may record an attempt in this form, and that one is searched for.
      const heldForms = filedForms(filing);
      settle(filing, form, await sending.send({ note: filing.note, form, person, heldForms }, report));
    },
    lookAgain: async (): Promise<void> => {
      const [now, filing] = [state.value, ports.filing()];
      if (filing.kind !== 'ended' || now.kind !== 'settled') return;
      const { form } = now;
      const end = await sending.seek(filing.note, (kind) => {
        state.value = { kind, form };
      });
      settle(filing, form, endAfterSearch(now.end, end));
    },
  };
}
