// When a talk ended, for the forms that carry a period. It never runs backwards and never invents a zone.

import { type Instant, readInstant } from '../interview/ids.ts';
import type { ReadinessNote } from '../interview/note/note.ts';

/** The start plus the minutes noted; without minutes the signature; never before the start. */
export function talkEnd({ at, minutes, signedAt }: Pick<ReadinessNote, 'at' | 'minutes' | 'signedAt'>): Instant {
  if (minutes !== undefined) return minutesAfter(at, minutes) ?? at;
  return Date.parse(signedAt) >= Date.parse(at) ? signedAt : at;
}

/** The same wall clock, so many minutes on; undefined where no four-digit year can hold it. */
function minutesAfter(at: Instant, minutes: number): Instant | undefined {
  const [, wall = '', rest = ''] = /^(.{16})(.+)$/.exec(at) ?? [];
  const later = Date.parse(`${wall}:00Z`) + minutes * 60_000;
  if (!(later < Date.UTC(9999, 11, 31))) return undefined;
  const end = readInstant(`${new Date(later).toISOString().slice(0, 16)}${rest}`);
  return end.ok ? end.value : undefined;
}
