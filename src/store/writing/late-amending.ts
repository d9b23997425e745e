// Changes of filed notes as the rest of the panel knows them before and after their own code is here: whether one is on its
// way, and where what was typed into one is. Knows nothing of what a change holds.

import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { later } from '../../lib/later.ts';
import type { Amending, AmendingPorts } from './amending.ts';

/** Where changes that were typed and not proven sent are; `pane` as soon as one of them is kept nowhere else. */
export type Unsent = 'none' | 'device' | 'pane';

/** Changing filed notes, from the moment somebody opens one. */
export interface LateAmending {
  /** Rejects where its code cannot be fetched; the next call tries again. */
  readonly amending: () => Promise<Amending>;
  readonly unsent: ReadonlySignal<Unsent>;
  /** True while a change is on its way, until it is known how it ended. */
  readonly isBusy: () => boolean;
  /** Stores what was typed and is not stored yet, now. */
  readonly flush: () => Promise<void>;
}

/** Fetches the code of changes when it is first asked for. */
export function createLateAmending(ports: AmendingPorts): LateAmending {
  const here = signal<readonly Amending[]>([]);
  return {
    amending: later(async () => {
      const amending = await (await import('./amending.ts')).createAmending(ports);
      here.value = [amending];
      return amending;
    }),
    unsent: computed(() => here.value[0]?.unsent.value ?? 'none'),
    isBusy: () => here.peek().some((amending) => amending.isBusy()),
    flush: async () => here.peek()[0]?.flush(),
  };
}
