// This clinician's settings: which keys act, whether cues show. They describe the device, never the patient.

import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Settings, SettingsStorage } from '../../drafts/settings.ts';
import { recordOf } from '../../lib/record-of.ts';

const SWITCHES = ['letters', 'digits', 'cues'] as const;

/** A setting that is on or off. */
export type Switch = (typeof SWITCHES)[number];

/** Where the last choice is stored: not yet, on this device, or only in this panel. */
export type SettingsKept = 'untouched' | 'device' | 'pane';

/** The current settings and how to change them. */
export type SettingsState = ReturnType<typeof createSettings>;

/** Starts with the stored settings and stores every choice in `storage`. */
export function createSettings(opened: Settings, storage: Pick<SettingsStorage, 'save'>) {
  const current = signal(opened);
  const kept = signal<SettingsKept>('untouched');
  return {
    current: current as ReadonlySignal<Settings>,
    /** Whether each switch is on now. */
    isOn: recordOf(SWITCHES, (name) => computed(() => current.value[name] === 'on')),
    kept: kept as ReadonlySignal<SettingsKept>,
    /** Takes effect immediately and is then stored. */
    choose: (change: Partial<Settings>): void => {
      current.value = { ...current.value, ...change };
      const chosen = current.value;
      void storage.save(chosen).then((ok) => {
        if (current.value === chosen) kept.value = ok ? 'device' : 'pane';
      });
    },
  };
}
