// When a conversation ended, for forms with a period. It is never before the start and never invents a zone.

import { type Instant, readInstant } from '../interview/ids.ts';
import type { ReadinessNote } from '../interview/note/note.ts';

/** The start plus the recorded minutes, or the time of signing without minutes. Never before the start. */
export function talkEnd({ at, minutes, signedAt }: Pick<ReadinessNote, 'at' | 'minutes' | 'signedAt'>): Instant {
  if (minutes !== undefined) return minutesAfter(at, minutes) ?? at;
  return Date.parse(signedAt) >= Date.parse(at) ? signedAt : at;
}

/** The local time that many minutes later. Undefined if the year would have more than four digits. */
function minutesAfter(at: Instant, minutes: number): Instant | undefined {
  const [, wall = '', rest = ''] = /^(.{16})(.+)$/.exec(at) ?? [];
  const later = Date.parse(`${wall}:00Z`) + minutes * 60_000;
  if (!(later < Date.UTC(9999, 11, 31))) return undefined;
  const end = readInstant(`${new Date(later).toISOString().slice(0, 16)}${rest}`);
  return end.ok ? end.value : undefined;
}
