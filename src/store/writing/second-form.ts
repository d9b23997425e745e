// A second form for a note whose first form did not keep every part. It is offered and never sent by itself.

import { type ReadonlySignal, signal } from '@preact/signals';
import type { Ehr, WriteEnd } from '../../ehr/port.ts';
import type { Form } from '../../interview/history/history.ts';
import type { Person } from '../../interview/visit.ts';
import type { Filing } from './filing.ts';
import type { NoteSender, Step } from './send-note.ts';

/** `offered` waits for a press. `none`: nothing is missing, or no other form is open. */
export type SecondFormState =
  | { readonly kind: 'none' }
  | { readonly kind: 'offered'; readonly form: Form; readonly refused?: WriteEnd }
  | { readonly kind: Step; readonly form: Form }
  | { readonly kind: 'settled'; readonly form: Form; readonly end: WriteEnd };

/** Filing beside. */
export interface SecondForm {
  readonly state: ReadonlySignal<SecondFormState>;
  /** True while the second form is on its way. */
  readonly isBusy: () => boolean;
  /** Looks what can be offered for a signing that ended so. */
  readonly offer: (filing: Filing) => void;
  /** Files the same note in the form offered. A press at any other time does nothing. */
  readonly file: (filing: Filing, person: Person) => Promise<void>;
  readonly lookAgain: (filing: Filing) => Promise<void>;
}

/** What it needs: a sending of its own, since it never looks in the first form. */
export interface SecondFormPorts {
  readonly ehr: Pick<Ehr, 'formBeside'>;
  readonly sending: NoteSender;
  readonly afterEnd: (end: WriteEnd) => void;
}

const isLossy = (filing: Filing): boolean =>
  filing.kind === 'ended' && filing.end.kind === 'filed' && filing.end.lost.length > 0;

/** Ends after which the note surely was not sent, or was searched for and not found. */
const MAY_SEND_AGAIN: readonly WriteEnd['kind'][] = ['absent', 'unsent'];

/** A second form for the note that was signed last. */
export function createSecondForm({ ehr, sending, afterEnd }: SecondFormPorts): SecondForm {
  const state = signal<SecondFormState>({ kind: 'none' });
  const offered = (filing: Filing, refused?: WriteEnd): SecondFormState => {
    const held = filing.kind === 'ended' && filing.end.kind === 'filed' ? [filing.end.at.form] : [];
    const form = isLossy(filing) ? ehr.formBeside(held) : undefined;
    return form ? { kind: 'offered', form, ...(refused && { refused }) } : { kind: 'none' };
  };
  const settle = (filing: Filing, form: Form, end: WriteEnd): void => {
    if (end.kind !== 'absent') afterEnd(end);
    // A form that was refused is closed by now: the next one is offered, and waits.
    const next = end.kind === 'refused' ? offered(filing, end) : undefined;
    state.value = next?.kind === 'offered' ? next : { kind: 'settled', form, end };
  };
  return {
    state,
    isBusy: () => ['sending', 'verifying', 'checking', 'looking'].includes(state.value.kind),
    offer: (filing) => {
      sending.forget();
      state.value = offered(filing);
    },
    file: async (filing, person) => {
      const now = state.value;
      const again = now.kind === 'settled' && MAY_SEND_AGAIN.includes(now.end.kind);
      if (filing.kind !== 'ended' || (now.kind !== 'offered' && !again)) return;
      const { form } = now;
      const tell = (kind: Step): void => {
        state.value = { kind, form };
      };
      settle(filing, form, await sending.send(filing.note, form, person, tell));
    },
    lookAgain: async (filing) => {
      const now = state.value;
      if (filing.kind !== 'ended' || now.kind !== 'settled') return;
      const { form } = now;
      const end = await sending.seek(filing.note, (kind) => {
        state.value = { kind, form };
      });
      settle(filing, form, end);
    },
  };
}
