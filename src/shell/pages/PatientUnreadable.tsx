// Shown if the patient could not be read: what happened, that the work is safe, and a retry.

import type { FetchFault } from '../../ehr/faults.ts';
import { Button } from '../../ui/Button.tsx';
import { patientMessage } from '../../ui/messages/patient-messages.ts';
import { Notice } from '../../ui/Notice.tsx';

export function PatientUnreadable({ why, onRetry }: { readonly why: FetchFault; readonly onRetry: () => void }) {
  return (
    <Notice tone="fault" words={patientMessage(why)}>
      <Button onPress={onRetry}>Try again</Button>
    </Notice>
  );
}
