// The chart did not say who this is: what happened, that the work is safe, and a way to try again.

import type { PersonState } from '../../store/history/chart.ts';
import { Button } from '../../ui/Button.tsx';
import { fetchMessage } from '../../ui/messages/messages.ts';
import { Notice } from '../../ui/Notice.tsx';

interface PatientUnreadableProps {
  readonly why: Extract<PersonState, { readonly kind: 'unavailable' }>['why'];
  readonly onRetry: () => void;
}

export function PatientUnreadable({ why, onRetry }: PatientUnreadableProps) {
  return (
    <Notice tone="fault" words={{ ...fetchMessage(why, 'pane'), happened: 'The patient could not be read.' }}>
      <Button onPress={onRetry}>Try again</Button>
    </Notice>
  );
}
