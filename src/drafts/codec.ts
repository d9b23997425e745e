// The sealed content of a draft: the interview, when it was saved, and any attempt to send it.

import type { Attempt } from '../interview/history/history.ts';
import type { Interview } from '../interview/interview.ts';

/** The format number. It changes whenever the sealed content changes. */
export const FORMAT = 3;

/** The content of one draft. `savedAt` is in milliseconds since the epoch. */
export interface DraftContent {
  readonly interview: Interview;
  readonly savedAt: number;
  readonly attempted?: Attempt | undefined;
}

/** The content as text, to be sealed. */
export const encodeDraft = (content: DraftContent): string => JSON.stringify(content);
