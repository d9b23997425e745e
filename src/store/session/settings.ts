// How this clinician likes the panel: which keys act, whether cues show. About the device, never about the patient.

import { type ReadonlySignal, signal } from '@preact/signals';
import type { Settings, SettingsShelf } from '../../drafts/settings.ts';

/** Where the last choice is kept: nowhere yet, on this device, or in this pane only. */
export type SettingsKept = { readonly kind: 'untouched' | 'device' | 'pane' };

/** The settings now, and choosing others. */
export interface Settling {
  readonly settings: ReadonlySignal<Settings>;
  readonly kept: ReadonlySignal<SettingsKept>;
  /** Takes effect at once; keeping follows. */
  readonly choose: (change: Partial<Settings>) => void;
}

/** The settings read at start, kept on `shelf` whenever one is chosen. */
export function createSettling(opened: Settings, shelf: Pick<SettingsShelf, 'keep'>): Settling {
  const settings = signal(opened);
  const kept = signal<SettingsKept>({ kind: 'untouched' });
  return {
    settings,
    kept,
    choose: (change) => {
      settings.value = { ...settings.value, ...change };
      const chosen = settings.value;
      void shelf.keep(chosen).then((ok) => {
        if (settings.value === chosen) kept.value = { kind: ok ? 'device' : 'pane' };
      });
    },
  };
}
