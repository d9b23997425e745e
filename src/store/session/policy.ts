// The site's settings for a panel.

import type { EhrEntry } from '../../site.ts';

/** The part of an EHR's entry that the panel uses. */
export type SitePolicy = Pick<
  EhrEntry,
  'idleLockMinutes' | 'part2Program' | 'securityLabels' | 'language' | 'safety' | 'phone' | 'practice'
>;
