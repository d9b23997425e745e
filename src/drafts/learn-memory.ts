// Stores progress in Learn on this device: counts and days, no clinical data and no identifier.

import { type LearnStorage, readMemory } from '../learn/memory.ts';
import { openValue } from './database.ts';

export function openLearnMemory(): LearnStorage {
  const stored = openValue('evoke-learn', 'memory');
  return { load: async () => readMemory(await stored.load()), save: stored.save };
}
