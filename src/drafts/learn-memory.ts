// Stores progress in Learn on this device: counts and days, no clinical data and no identifier.

import { type LearnStorage, readMemory } from '../learn/memory.ts';
import { openValue } from './database.ts';

export const openLearnMemory = (): LearnStorage => openValue('evoke-learn', 'memory', readMemory);
