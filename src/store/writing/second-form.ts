// A second form for a note whose first form did not keep every part: offered, never sent by itself, and never a reason
// to say less of the first.

import { type ReadonlySignal, signal } from '@preact/signals';
import type { Ehr, FilingEnd } from '../../ehr/port.ts';
import type { Form } from '../../interview/history/history.ts';
import type { Person } from '../../interview/visit.ts';
import type { Filing } from './filing.ts';
import type { Outcome, Sending, Step } from './send-note.ts';

/** Where the second form stands. `offered` waits for a press; `none`: nothing is missing, or no other form is open. */
export type Beside =
  | { readonly kind: 'none' }
  | { readonly kind: 'offered'; readonly form: Form; readonly refused?: FilingEnd }
  | { readonly kind: Step; readonly form: Form }
  | { readonly kind: 'settled'; readonly form: Form; readonly outcome: Outcome };

/** Filing beside. */
export interface FilingBeside {
  readonly beside: ReadonlySignal<Beside>;
  /** True while the second form is on its way. */
  readonly isBusy: () => boolean;
  /** Looks what can be offered for a signing that ended so. */
  readonly offer: (filing: Filing) => void;
  /** Files the same note in the form offered. A press at any other time does nothing. */
  readonly file: (filing: Filing, person: Person) => Promise<void>;
  readonly lookAgain: (filing: Filing) => Promise<void>;
}

/** What it needs: a sending of its own, since it never looks in the first form. */
export interface BesidePorts {
  readonly ehr: Pick<Ehr, 'formBeside'>;
  readonly sending: Sending;
  readonly afterEnd: (end: FilingEnd) => void;
}

const isLossy = (filing: Filing) => filing.kind === 'ended' && filing.end.kind === 'filedWithLoss';

/** A second form for the note that was signed last. */
export function createFilingBeside({ ehr, sending, afterEnd }: BesidePorts): FilingBeside {
  const beside = signal<Beside>({ kind: 'none' });
  const offered = (filing: Filing, refused?: FilingEnd): Beside => {
    const held = filing.kind === 'ended' && filing.end.kind === 'filedWithLoss' ? [filing.end.at.form] : [];
    const form = isLossy(filing) ? ehr.formBeside(held) : undefined;
    return form ? { kind: 'offered', form, ...(refused && { refused }) } : { kind: 'none' };
  };
  const settle = (filing: Filing, form: Form, outcome: Outcome): void => {
    if (outcome.kind === 'ended') afterEnd(outcome.end);
    // A form that was refused is closed by now: the next one is offered, and waits.
    const next = outcome.kind === 'ended' && outcome.end.kind === 'refused' ? offered(filing, outcome.end) : undefined;
    beside.value = next?.kind === 'offered' ? next : { kind: 'settled', form, outcome };
  };
  return {
    beside,
    isBusy: () => ['sending', 'verifying', 'checking'].includes(beside.value.kind),
    offer: (filing) => {
      sending.forget();
      beside.value = offered(filing);
    },
    file: async (filing, person) => {
      const now = beside.value;
      const again = now.kind === 'settled' && now.outcome.kind === 'absent';
      if (filing.kind !== 'ended' || (now.kind !== 'offered' && !again)) return;
      const { form } = now;
      const tell = (kind: Step): void => {
        beside.value = { kind, form };
      };
      settle(filing, form, await sending.send(filing.note, form, person, tell));
    },
    lookAgain: async (filing) => {
      const now = beside.value;
      if (filing.kind !== 'ended' || now.kind !== 'settled') return;
      const { form } = now;
      const outcome = await sending.seek(filing.note, (kind) => {
        beside.value = { kind, form };
      });
      settle(filing, form, outcome);
    },
  };
}
