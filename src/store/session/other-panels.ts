// Whether Evoke is open for another patient in this browser. It does not know which patient.

import { type ReadonlySignal, signal } from '@preact/signals';
import type { Ehr } from '../../ehr/port.ts';

/** Watches other panels until disposed. */
export interface Watching {
  readonly isOtherPatientOpen: ReadonlySignal<boolean>;
  readonly dispose: () => void;
}

/** Watches other panels with one EHR port. */
export function watchOtherPanels(ehr: Pick<Ehr, 'watchPanels'>): Watching {
  const isOtherPatientOpen = signal(false);
  const dispose = ehr.watchPanels((isAnotherPatient) => {
    isOtherPatientOpen.value = isAnotherPatient;
  });
  return { isOtherPatientOpen, dispose };
}
