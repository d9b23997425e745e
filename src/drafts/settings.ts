// How a clinician likes the panel on this device: keys and cues. Holds nothing clinical and no patient, and outlives
// every draft; where the browser keeps nothing, the usual settings hold.

import { createStore, get, set } from 'idb-keyval';
import * as v from 'valibot';

const switched = v.picklist(['on', 'off']);

// `keys`: which keys reach pad, prompt and key card from anywhere. A value this version does not know falls back alone.
const settings = v.object({
  letters: v.fallback(switched, 'on'),
  digits: v.fallback(switched, 'on'),
  cues: v.fallback(switched, 'on'),
  keys: v.fallback(v.picklist(['function', 'control', 'none']), 'function'),
});

/** Letters on the pad, digits on rulers, private cues, and the keys that work anywhere (docs/decisions/0012). */
export type Settings = Readonly<v.InferOutput<typeof settings>>;

/** Where settings are kept on this device. Neither call ever rejects. */
export interface SettingsShelf {
  /** What was kept, or the usual settings. */
  readonly open: () => Promise<Settings>;
  /** Whether the browser kept them. */
  readonly keep: (settings: Settings) => Promise<boolean>;
}

const USUAL: Settings = v.parse(settings, {});
const KEY = 'settings';

/** The settings of this origin on this device; nothing is touched before the first call. */
export function openSettings(): SettingsShelf {
  const database = createStore('evoke-settings', 'settings');
  return {
    open: async () => {
      try {
        const read = v.safeParse(settings, (await get(KEY, database)) ?? {});
        return read.success ? read.output : USUAL;
      } catch {
        return USUAL;
      }
    },
    keep: async (chosen) => {
      try {
        await set(KEY, chosen, database);
        return true;
      } catch {
        return false;
      }
    },
  };
}
