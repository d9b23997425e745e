// What this device remembers of learning, beside the settings. Holds counts and days, nothing clinical and no identifier.

import { createStore, get, set } from 'idb-keyval';
import { type LearnShelf, NOTHING_YET, readMemory } from '../learn/memory.ts';
import { within } from './within.ts';

/** The memory of this origin on this device; nothing is touched before the first call. */
export function openLearnMemory(): LearnShelf {
  const database = createStore('evoke-learn', 'memory');
  return {
    open: async () => {
      try {
        return readMemory(await within(get('memory', database)));
      } catch {
        return NOTHING_YET;
      }
    },
    keep: async (memory) => {
      try {
        await within(set('memory', memory, database));
        return true;
      } catch {
        return false;
      }
    },
  };
}
