// Shown if the patient could not be read: what happened, that the work is safe, and a retry if it may work.

import type { FetchFault } from '../../ehr/faults.ts';
import { isSignedOut } from '../../store/session/sign-in-time.ts';
import type { Store } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { patientMessage } from '../../ui/messages/patient-messages.ts';
import { Notice } from '../../ui/Notice.tsx';

interface PatientUnreadableProps {
  readonly store: Store;
  readonly why: FetchFault;
  readonly onRetry: () => void;
}

export function PatientUnreadable({ store, why, onRetry }: PatientUnreadableProps) {
  const isOver = isSignedOut(store);
  return (
    <Notice tone="fault" words={patientMessage(isOver ? { kind: 'sessionEnded' } : why)}>
      {!isOver && why.kind !== 'moved' && <Button onPress={onRetry}>Try again</Button>}
    </Notice>
  );
}
