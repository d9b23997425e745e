// Whether Evoke is open for somebody else in this browser. It knows that, and not for whom.

import { type ReadonlySignal, signal } from '@preact/signals';
import type { Ehr } from '../../ehr/port.ts';

/** Other live panels of this browser. */
export type OtherPanels = { readonly kind: 'none' } | { readonly kind: 'another-patient' };

/** Watching them, until disposed. */
export interface Watching {
  readonly others: ReadonlySignal<OtherPanels>;
  readonly dispose: () => void;
}

/** Watches over one EHR port. */
export function watchOtherPanels(ehr: Pick<Ehr, 'watchPanels'>): Watching {
  const others = signal<OtherPanels>({ kind: 'none' });
  const dispose = ehr.watchPanels((isAnotherPatient) => {
    const kind = isAnotherPatient ? 'another-patient' : 'none';
    if (others.value.kind !== kind) others.value = { kind };
  });
  return { others, dispose };
}
