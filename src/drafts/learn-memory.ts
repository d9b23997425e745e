// What this device remembers of learning, beside the settings. Holds counts and days, nothing clinical and no identifier.

import { get, set } from 'idb-keyval';
import { type LearnShelf, NOTHING_YET, readMemory } from '../learn/memory.ts';
import { openDatabase } from './database.ts';

/** The memory of this origin on this device; nothing is touched before the first call. */
export function openLearnMemory(): LearnShelf {
  const database = openDatabase('evoke-learn', 'memory');
  return {
    open: async () => {
      try {
        return readMemory(await database((store) => get<unknown>('memory', store)));
      } catch {
        return NOTHING_YET;
      }
    },
    keep: async (memory) => {
      try {
        await database((store) => set('memory', memory, store));
        return true;
      } catch {
        return false;
      }
    },
  };
}
