// The only place in the panel that reads the time and makes identifiers.

import {
  type Day,
  type EntryId,
  type Instant,
  type NoteId,
  readDay,
  readEntryId,
  readInstant,
  readNoteId,
} from '../../interview/ids.ts';
import type { Result } from '../../lib/result.ts';

/**
 * Time and randomness as ports, so that tests can replace them. `millis` counts from the epoch and may be set back.
 * `uptime` counts milliseconds and never goes back, but may pause while the device sleeps.
 */
export interface Clock {
  readonly millis: () => number;
  readonly uptime: () => number;
  readonly uuid: () => string;
}

/** The device's clock and its source of randomness. */
export const deviceClock: Clock = {
  millis: () => Date.now(),
  uptime: () => performance.now(),
  uuid: () => crypto.randomUUID(),
};

const pad = (value: number): string => String(value).padStart(2, '0');

// These values are made here, so a refusal is our own bug.
function sure<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error('A value made by the clock is malformed');
  return result.value;
}

/** The time with the local offset, to the second: `2026-11-22T15:30:00-05:00`. */
export function instantAt(millis: number): Instant {
  const date = new Date(millis);
  const offset = -date.getTimezoneOffset();
  const zone = `${offset < 0 ? '-' : '+'}${pad(Math.floor(Math.abs(offset) / 60))}:${pad(Math.abs(offset) % 60)}`;
  const time = `${pad(date.getHours())}:${pad(date.getMinutes())}:${pad(date.getSeconds())}`;
  return sure(readInstant(`${dayText(date)}T${time}${zone}`));
}

/** The start of the current minute, which is precise enough for the start of a conversation. */
export const startOfMinute = (clock: Clock): Instant => instantAt(Math.floor(clock.millis() / 60_000) * 60_000);

const dayText = (date: Date): string =>
  `${String(date.getFullYear()).padStart(4, '0')}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;

/** The local calendar day, `days` after today. Noon keeps it right when daylight saving time changes. */
export function dayFrom(millis: number, days: number): Day {
  const date = new Date(millis);
  return sure(readDay(dayText(new Date(date.getFullYear(), date.getMonth(), date.getDate() + days, 12))));
}

/** A new note's identifier: a random UUID. */
export const newNoteId = (clock: Clock): NoteId => sure(readNoteId(clock.uuid()));

/** A new entry's identifier. */
export const newEntryId = (clock: Clock): EntryId => sure(readEntryId(clock.uuid()));
