// The sealed content of a draft: the interview itself, and when it was saved and perhaps sent. No second shape.

import type { Attempt } from '../interview/history/history.ts';
import type { Interview } from '../interview/interview.ts';

/** The format's number. It changes with every change of what is sealed. */
export const FORMAT = 3;

/** What one draft holds. `savedAt` is in milliseconds since the epoch. */
export interface DraftContent {
  readonly interview: Interview;
  readonly savedAt: number;
  readonly attempted?: Attempt;
}

/** The content as text, to be sealed. */
export const encodeDraft = (content: DraftContent): string => JSON.stringify(content);
