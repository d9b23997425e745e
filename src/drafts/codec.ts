// The sealed content of a draft: the interview, when it was saved, and any attempt to send it.

import type { Attempt } from '../interview/history/history.ts';
import type { Interview } from '../interview/interview.ts';
import { attempt } from '../lib/attempt.ts';

/** The format number. It changes whenever the sealed content changes. */
export const FORMAT = 3;

/** The content of one draft. `savedAt` is in milliseconds since the epoch. */
export interface DraftContent {
  readonly interview: Interview;
  readonly savedAt: number;
  readonly attempted?: Attempt | undefined;
}

/** The fields of sealed JSON. Empty for anything that is not an object. */
export const fieldsIn = (text: string): Readonly<Record<string, unknown>> =>
  asFields(attempt<unknown>(() => JSON.parse(text)));

/** The fields of an object. Empty for any other value. */
export const asFields = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

export const encodeDraft = (content: DraftContent): string => JSON.stringify(content);
