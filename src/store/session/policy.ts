// What a site decided about a panel: how long it stays open unattended, and how careful it is. Knows no rule's reason.

import type { EhrEntry } from '../../site.ts';

/** The part of an EHR's entry that the panel goes by. */
export type SitePolicy = Pick<
  EhrEntry,
  'idleLockMinutes' | 'part2Program' | 'securityLabels' | 'language' | 'safety' | 'phone'
>;
