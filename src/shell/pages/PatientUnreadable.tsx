// Shown if the patient could not be read: what happened, that the work is safe, and a retry.

import type { PersonState } from '../../store/history/chart.ts';
import { Button } from '../../ui/Button.tsx';
import { fetchMessage } from '../../ui/messages/messages.ts';
import { Notice } from '../../ui/Notice.tsx';

interface PatientUnreadableProps {
  readonly why: Extract<PersonState, { readonly kind: 'unavailable' }>['why'];
  readonly onRetry: () => void;
}

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
          : { ...fetchMessage(why, 'pane'), happened: 'The patient could not be read.' }
      }
    >
      <Button onPress={onRetry}>Try again</Button>
    </Notice>
  );
}
