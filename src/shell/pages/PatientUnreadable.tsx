// Shown if the patient could not be read: what happened, that the work is safe, and a retry.

import type { PersonState } from '../../store/history/chart.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';

interface PatientUnreadableProps {
  readonly why: Extract<PersonState, { readonly kind: 'unavailable' }>['why'];
  readonly onRetry: () => void;
}

type Why = PatientUnreadableProps['why'];

const AGAIN = 'Try again. If this happens again, open Evoke again from the chart.';

/** What to do, if trying again is not it. */
const NEXT: { readonly [Kind in Why['kind']]?: string } = {
  sessionEnded: 'Open Evoke again from the chart.',
  moved: 'Trying again will not help. Tell your support team.',
  networkSignIn: 'Sign in to the network in another window, then try again.',
};

/** The chart refused a read that the sign-in was granted. Often it takes the scopes of the other SMART version only. */
const REFUSED = {
  happened: 'The chart does not let Evoke read this patient.',
  safe: 'Nothing was sent.',
  next: 'Tell your support team: check the scopes, and whether the server takes version 1 or 2 of them.',
} as const;

export function PatientUnreadable({ why, onRetry }: PatientUnreadableProps) {
  return (
    <Notice
      tone="fault"
      words={
        why.kind === 'forbidden'
          ? REFUSED
          : { happened: 'The patient could not be read.', safe: 'Nothing was sent.', next: NEXT[why.kind] ?? AGAIN }
      }
    >
      <Button onPress={onRetry}>Try again</Button>
    </Notice>
  );
}
