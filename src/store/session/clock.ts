// The only place in the panel that knows what time it is and makes identifiers.

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
 * Time and randomness, as ports: tests hand in their own. `millis` counts from the epoch and may be set back; `uptime`
 * counts milliseconds from any moment and never goes back, but may stand still while the device sleeps.
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

// What these constructors are given is made here, so a refusal is our own bug.
function sure<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error('A value made by the clock is malformed');
  return result.value;
}

/** The moment with the offset of this place, to the second: `2026-11-22T15:30:00-05:00`. */
export function instantAt(millis: number): Instant {
  const date = new Date(millis);
  const offset = -date.getTimezoneOffset();
  const zone = `${offset < 0 ? '-' : '+'}${pad(Math.floor(Math.abs(offset) / 60))}:${pad(Math.abs(offset) % 60)}`;
  const time = `${pad(date.getHours())}:${pad(date.getMinutes())}:${pad(date.getSeconds())}`;
  return sure(readInstant(`${dayText(date)}T${time}${zone}`));
}

/** Nobody starts a talk to the second: the minute is what a person would write down, and can correct. */
export const startOfMinute = (clock: Clock): Instant => instantAt(Math.floor(clock.millis() / 60_000) * 60_000);

const dayText = (date: Date): string =>
  `${String(date.getFullYear()).padStart(4, '0')}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;

/** The calendar day at this place, `days` after today; noon keeps it right across a change of clocks. */
export function dayFrom(millis: number, days: number): Day {
  const date = new Date(millis);
  return sure(readDay(dayText(new Date(date.getFullYear(), date.getMonth(), date.getDate() + days, 12))));
}

/** A new note's identifier: a random UUID. */
export const newNoteId = (clock: Clock): NoteId => sure(readNoteId(clock.uuid()));

/** A new entry's identifier. */
export const newEntryId = (clock: Clock): EntryId => sure(readEntryId(clock.uuid()));
