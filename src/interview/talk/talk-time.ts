// Start and length of the conversation, as clinicians correct them: a time of day, whole minutes. No thresholds.

import { type Instant, readInstant } from '../ids.ts';
import type { TalkTime } from '../interview.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;
const NEAR_MS = 6 * 60 * MINUTE_MS;

const millisOf = (at: Instant): number => Date.parse(at);

/** Whole minutes between two times, 0 to 1440. Never rounded up, so that no time is claimed twice. */
export function minutesSince(start: Instant, now: Instant): number {
  const passed = Math.floor((millisOf(now) - millisOf(start)) / MINUTE_MS);
  return Math.min(DAY_MINUTES, Math.max(0, passed));
}

/** This time of day in the zone of the recorded start, so many days after its day. */
function onDay(startedAt: Instant, wall: string, days: number): readonly Instant[] {
  const day = new Date(Date.parse(`${startedAt.slice(0, 10)}T12:00:00Z`) + days * DAY_MINUTES * MINUTE_MS);
  const zone = /(?:Z|[+-]\d{2}:\d{2})$/.exec(startedAt)?.[0] ?? '';
  const read = readInstant(`${day.toISOString().slice(0, 10)}T${wall}:00${zone}`);
  return read.ok ? [read.value] : [];
}

/**
 * The start that a time of day means: on the day of the recorded start, or across a midnight that is nearer. Undefined
 * if the text is not a time or is in the future.
 */
function startMeant(startedAt: Instant, wall: string, now: Instant): Instant | undefined {
  const between = (at: Instant, other: Instant): number => Math.abs(millisOf(at) - millisOf(other));
  const distance = (at: Instant): number => between(at, startedAt);
  // A farther time on another day is more likely a wrong hour or half of the day.
  const isNear = (at: Instant): boolean => Math.min(distance(at), between(at, now)) <= NEAR_MS;
  const [sameDay] = onDay(startedAt, wall, 0);
  if (sameDay === undefined) return undefined;
  const acrossMidnight = [-1, 1].flatMap((days) => onDay(startedAt, wall, days)).filter(isNear);
  return [sameDay, ...acrossMidnight]
    .filter((at) => millisOf(at) <= millisOf(now) && distance(at) <= distance(sameDay))
    .toSorted((one, other) => distance(one) - distance(other))[0];
}

/**
 * The time with its start corrected to a time of day (`HH:MM`) in the zone of the recorded start. The end stays the
 * same, so recorded minutes change with it. They are cleared if they would be below 0 or above 1440. Undefined if the
 * text is not a time or is in the future.
 */
export function correctStart({ startedAt, minutes }: TalkTime, wall: string, now: Instant): TalkTime | undefined {
  const start = startMeant(startedAt, wall, now);
  if (start === undefined) return undefined;
  const earlier = Math.round((millisOf(startedAt) - millisOf(start)) / MINUTE_MS);
  const told = minutes === undefined ? -1 : minutes + earlier;
  return told >= 0 && told <= DAY_MINUTES ? { startedAt: start, minutes: told } : { startedAt: start };
}
