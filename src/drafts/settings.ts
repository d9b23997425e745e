// Stores a clinician's settings on this device: keys and cues. No clinical data and no patient. They outlive every
// draft. If the browser stores nothing, the defaults apply. Read before the first paint, so it avoids valibot.

import { openValue } from './database.ts';

const SWITCH = ['on', 'off'] as const;
const KEYS = ['function', 'control', 'none'] as const;

/**
 * `letters` work on the pad, `digits` on rulers, and private `cues` show after a mark. `keys` open the pad, the prompt,
 * the patient's screen and the key card from anywhere (docs/decisions/0012): F9, F2, F8, F1, or Ctrl with a period,
 * semicolon, apostrophe or slash, or none.
 */
export interface Settings {
  readonly letters: (typeof SWITCH)[number];
  readonly digits: (typeof SWITCH)[number];
  readonly cues: (typeof SWITCH)[number];
  readonly keys: (typeof KEYS)[number];
}

/** Neither call rejects. */
export interface SettingsStorage {
  /** The stored settings. A missing or unknown value becomes the default. */
  readonly load: () => Promise<Settings>;
  /** Resolves to true if the browser stored them. */
  readonly save: (settings: Settings) => Promise<boolean>;
}

const known = <Value extends string>(values: readonly [Value, ...Value[]], kept: unknown): Value =>
  values.find((value) => value === kept) ?? values[0];

/** Settings from the stored value. The first of each list is the default. */
function readSettings(stored: unknown): Settings {
  const { letters, digits, cues, keys }: { readonly [Name in keyof Settings]?: unknown } = Object(stored);
  return {
    letters: known(SWITCH, letters),
    digits: known(SWITCH, digits),
    cues: known(SWITCH, cues),
    keys: known(KEYS, keys),
  };
}

export const openSettings = (): SettingsStorage => openValue('evoke-settings', 'settings', readSettings);
