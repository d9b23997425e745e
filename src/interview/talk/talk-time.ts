// Start and length of the conversation, as clinicians correct them: a time of day, whole minutes. No thresholds.

import { type Instant, readInstant } from '../ids.ts';
import type { TalkTime } from '../interview.ts';
import type { InterviewEvent } from './events.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;

const millisOf = (at: Instant): number => Date.parse(at);

/** Whole minutes between two times, 0 to 1440. Never rounded up, so that no time is claimed twice. */
export function minutesSince(start: Instant, now: Instant): number {
  const passed = Math.floor((millisOf(now) - millisOf(start)) / MINUTE_MS);
  return Math.min(DAY_MINUTES, Math.max(0, passed));
}

/**
 * The events that correct the start to a time of day (`HH:MM`), on the day and in the zone of the recorded start. The
 * end stays the same, so recorded minutes change with it. They are cleared if they would be below 0 or above 1440. The
 * list is empty if the text is not a time or is in the future.
 */
export function correctStart({ startedAt, minutes }: TalkTime, wall: string, now: Instant): readonly InterviewEvent[] {
  const read = readInstant(startedAt.replace(/T\d{2}:\d{2}.*?(?=Z|[+-]\d{2}:\d{2}$)/, `T${wall}:00`));
  if (!read.ok || millisOf(read.value) > millisOf(now)) return [];
  const corrected: InterviewEvent = { kind: 'start-corrected', at: read.value };
  if (minutes === undefined) return [corrected];
  const earlier = Math.round((millisOf(startedAt) - millisOf(read.value)) / MINUTE_MS);
  const told = minutes + earlier;
  const fits = told >= 0 && told <= DAY_MINUTES;
  return [corrected, fits ? { kind: 'minutes-told', minutes: told } : { kind: 'minutes-told' }];
}
