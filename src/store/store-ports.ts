// What the store is made over: the chart, the device, the clock and the site's choices.

import type { DraftFault, Drafts, KeptDraft } from '../drafts/port.ts';
import type { Settings, SettingsStorage } from '../drafts/settings.ts';
import type { Ehr } from '../ehr/port.ts';
import type { Behavior } from '../interview/guide/behaviors.ts';
import type { Result } from '../lib/result.ts';
import type { EhrEntry } from '../site.ts';
import type { AfterFrame } from './conversation/next-frame.ts';
import type { Clock } from './session/clock.ts';

/** The site's settings that the panel uses. */
export type SitePolicy = Pick<
  EhrEntry,
  'idleLockMinutes' | 'part2Program' | 'securityLabels' | 'language' | 'safety' | 'phone' | 'practice'
>;

/** What a launch gives to the store. `draft` is this visit's unfinished interview, or why it cannot be restored. */
export interface StorePorts {
  readonly ehr: Ehr;
  readonly drafts: Drafts;
  readonly draft: Result<KeptDraft | undefined, DraftFault>;
  readonly clock: Clock;
  readonly afterFrame: AfterFrame;
  readonly behaviors: readonly Behavior[];
  readonly support: string;
  readonly policy: SitePolicy;
  /** Called when the panel has stopped after a lock, so the page can release its own resources. */
  readonly onLocked?: () => void;
  /** Closes this panel at once and opens another draft of this visit in a new one. Everything typed was saved before. */
  readonly onOpenDraft?: (id: string) => Promise<void>;
  /** The settings as read from the device, and where changes are stored. */
  readonly settings: Settings;
  readonly settingsStorage: Pick<SettingsStorage, 'save'>;
}
