// When the talk began and how long it took, as clinicians correct it: an hour on the wall, whole minutes. No thresholds.

import { type Instant, readInstant } from '../ids.ts';
import type { TalkTime } from '../interview.ts';
import type { InterviewEvent } from './events.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;

const millisOf = (at: Instant): number => Date.parse(at);

/** Whole minutes that have passed between two moments, 0 to 1440: never rounded up, so that no time is claimed twice. */
export function minutesSince(start: Instant, now: Instant): number {
  const passed = Math.floor((millisOf(now) - millisOf(start)) / MINUTE_MS);
  return Math.min(DAY_MINUTES, Math.max(0, passed));
}

/**
 * What happens when the start is corrected to an hour on the wall (`HH:MM`), on the day and in the zone of the start
 * recorded. The end stays where it was, so minutes already told follow; where the start would come after the end,
 * they are taken back. Empty for text that is no hour, and for an hour that has not come yet.
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
