// How a clinician likes the panel on this device: keys and cues. Holds nothing clinical and no patient, and outlives
// every draft; where the browser keeps nothing, the usual settings hold. Read before the first paint, so without valibot.

import { get, set } from 'idb-keyval';
import { openDatabase } from './database.ts';

const SWITCH = ['on', 'off'] as const;
const KEYS = ['function', 'control', 'none'] as const;

/**
 * `letters` on the pad, `digits` on rulers, private `cues` after a mark, and which `keys` reach pad, prompt and key
 * card from anywhere: F9, F2, F1; or Ctrl with a point, a semicolon, a slash; or none (docs/decisions/0012).
 */
export interface Settings {
  readonly letters: (typeof SWITCH)[number];
  readonly digits: (typeof SWITCH)[number];
  readonly cues: (typeof SWITCH)[number];
  readonly keys: (typeof KEYS)[number];
}

/** Where settings are kept on this device. Neither call ever rejects. */
export interface SettingsShelf {
  /** What was kept; a setting that is missing or of another version is the usual one. */
  readonly open: () => Promise<Settings>;
  /** Whether the browser kept them. */
  readonly keep: (settings: Settings) => Promise<boolean>;
}

const known = <Value extends string>(values: readonly [Value, ...Value[]], kept: unknown): Value =>
  values.find((value) => value === kept) ?? values[0];

/** Settings from what was stored; the first of each list is the usual one. */
function readSettings(stored: unknown): Settings {
  const { letters, digits, cues, keys }: { readonly [Name in keyof Settings]?: unknown } = Object(stored);
  return {
    letters: known(SWITCH, letters),
    digits: known(SWITCH, digits),
    cues: known(SWITCH, cues),
    keys: known(KEYS, keys),
  };
}

const KEY = 'settings';

/** The settings of this origin on this device; nothing is touched before the first call. */
export function openSettings(): SettingsShelf {
  const database = openDatabase('evoke-settings', 'settings');
  return {
    open: async () => {
      try {
        return readSettings(await database((store) => get<unknown>(KEY, store)));
      } catch {
        return readSettings(undefined);
      }
    },
    keep: async (settings) => {
      try {
        await database((store) => set(KEY, settings, store));
        return true;
      } catch {
        return false;
      }
    },
  };
}
