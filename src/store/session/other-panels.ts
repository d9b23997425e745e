// Whether Evoke is open for another patient in this browser. It does not know which patient.

import { type ReadonlySignal, signal } from '@preact/signals';
import type { Ehr } from '../../ehr/port.ts';

/** Other open panels of this browser. */
export type OtherPanels = { readonly kind: 'none' } | { readonly kind: 'another-patient' };

/** Watches other panels until disposed. */
export interface Watching {
  readonly others: ReadonlySignal<OtherPanels>;
  readonly dispose: () => void;
}

/** Watches other panels with one EHR port. */
export function watchOtherPanels(ehr: Pick<Ehr, 'watchPanels'>): Watching {
  const others = signal<OtherPanels>({ kind: 'none' });
  const dispose = ehr.watchPanels((isAnotherPatient) => {
    const kind = isAnotherPatient ? 'another-patient' : 'none';
    if (others.value.kind !== kind) others.value = { kind };
  });
  return { others, dispose };
}
