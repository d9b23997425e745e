// Whether Evoke is open for another patient in this browser. It does not know which patient.

import { type ReadonlySignal, signal } from '@preact/signals';
import type { Ehr } from '../../ehr/port.ts';

/** Watches other panels until disposed. */
export function watchOtherPanels(ehr: Pick<Ehr, 'watchPanels'>) {
  const isOpen = signal(false);
  const dispose = ehr.watchPanels((isAnotherPatient) => {
    isOpen.value = isAnotherPatient;
  });
  const isOtherPatientOpen: ReadonlySignal<boolean> = isOpen;
  return { isOtherPatientOpen, dispose };
}
