// Stores progress in Learn on this device: counts and days, no clinical data and no identifier.

import { get, set } from 'idb-keyval';
import { type LearnStorage, NOTHING_YET, readMemory } from '../learn/memory.ts';
import { openDatabase } from './database.ts';

/** The Learn memory of this origin. Storage is opened at the first call. */
export function openLearnMemory(): LearnStorage {
  const database = openDatabase('evoke-learn', 'memory');
  return {
    load: async () => {
      try {
        return readMemory(await database((store) => get<unknown>('memory', store)));
      } catch {
        return NOTHING_YET;
      }
    },
    save: async (memory) => {
      try {
        await database((store) => set('memory', memory, store));
        return true;
      } catch {
        return false;
      }
    },
  };
}
