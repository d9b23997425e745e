// The identifiers, numbers and times of an interview. Only the constructors here create them.

import { err, ok, type Result } from '../lib/result.ts';

declare const brand: unique symbol;
/** `Base` that only the constructor of `Name` may make. The key is a unique symbol, so two brands never collide. */
type Brand<Base, Name extends symbol> = Base & { readonly [brand]: Name };

declare const noteId: unique symbol;
declare const entryId: unique symbol;
declare const score: unique symbol;
declare const instant: unique symbol;
declare const day: unique symbol;

/** The note's UUID in lower case, made when the interview begins and kept. The idempotency key of every write. */
export type NoteId = Brand<string, typeof noteId>;
/** Names one entry of a list inside an interview (a mark, an agenda item). Unique within the interview only. */
export type EntryId = Brand<string, typeof entryId>;
/** A ruler answer: a whole number from 0 to 10. */
export type Score = Brand<number, typeof score>;
/** A time with its offset, `YYYY-MM-DDThh:mm:ss(.sss)(Z|±hh:mm)`, as on the clinician's clock. */
export type Instant = Brand<string, typeof instant>;
/** A calendar day, `YYYY-MM-DD`, that exists in the Gregorian calendar. */
export type Day = Brand<string, typeof day>;

export type Malformed = { readonly kind: 'malformed' };
const malformed = err<Malformed>({ kind: 'malformed' });

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/;

/** Reads a UUID in any case. Anything else is malformed. */
export function readNoteId(text: string): Result<NoteId, Malformed> {
  const id = text.toLowerCase();
  return UUID.test(id) ? ok(id as NoteId) : malformed;
}

/** Reads an entry id: 1 to 64 letters, digits, hyphens. */
export function readEntryId(text: string): Result<EntryId, Malformed> {
  return /^[A-Za-z0-9-]{1,64}$/.test(text) ? ok(text as EntryId) : malformed;
}

/** Reads a ruler answer. Decimals and values outside 0-10 are malformed, never rounded or clamped. */
export function readScore(value: number): Result<Score, Malformed> {
  return Number.isInteger(value) && value >= 0 && value <= 10 ? ok((value + 0) as Score) : malformed;
}

/** Reads a calendar day. 30 February is malformed. */
export function readDay(text: string): Result<Day, Malformed> {
  const parts = DAY.exec(text);
  if (!parts) return malformed;
  const [year, month, date] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const last = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
  return month >= 1 && month <= 12 && date >= 1 && date <= last ? ok(text as Day) : malformed;
}

/** Reads a calendar day that is `first` or later. An earlier one is malformed, such as one with a half-typed year. */
export function readDayFrom(text: string, first: Day): Result<Day, Malformed> {
  const read = readDay(text);
  return read.ok && read.value >= first ? read : malformed;
}

/** Reads a time. Without a zone it is malformed, because the hour would be a guess. */
export function readInstant(text: string): Result<Instant, Malformed> {
  const parts = INSTANT.exec(text);
  return parts?.[1] && readDay(parts[1]).ok ? ok(text as Instant) : malformed;
}
