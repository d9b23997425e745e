// The one place that loads the guide's texts. Without them the clinician has their own words, and nothing else depends
// on it.

import { deferred } from '../../lib/deferred.ts';

export const loadGuideTexts = deferred(() => import('./deferred.ts'));
