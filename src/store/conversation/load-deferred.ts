// The one place that loads the guide's texts. Without them the clinician has their own words, and nothing else depends
// on it.

import { later } from '../../lib/later.ts';

export const loadGuideTexts = later(() => import('./deferred.ts'));
