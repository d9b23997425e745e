// How this clinician likes the panel: which keys act, whether cues show. About the device, never about the patient.

import { type ReadonlySignal, signal } from '@preact/signals';
import type { Settings, SettingsShelf } from '../../drafts/settings.ts';

/** Where the last choice is kept: nowhere yet, on this device, or in this pane only. */
export type SettingsKept = { readonly kind: 'untouched' | 'device' | 'pane' };

/** The settings now, and choosing others. */
export interface SettingsState {
  readonly current: ReadonlySignal<Settings>;
  readonly kept: ReadonlySignal<SettingsKept>;
  /** Takes effect at once; keeping follows. */
  readonly choose: (change: Partial<Settings>) => void;
}

/** The settings read at start, kept on `shelf` whenever one is chosen. */
export function createSettings(opened: Settings, shelf: Pick<SettingsShelf, 'keep'>): SettingsState {
  const current = signal(opened);
  const kept = signal<SettingsKept>({ kind: 'untouched' });
  return {
    current,
    kept,
    choose: (change) => {
      current.value = { ...current.value, ...change };
      const chosen = current.value;
      void shelf.keep(chosen).then((ok) => {
        if (current.value === chosen) kept.value = { kind: ok ? 'device' : 'pane' };
      });
    },
  };
}
