// Writes days and times for people (22-Nov-2026 15:30) and reads them back without loss, in the zone as written.

import { MONTHS } from '../../../lib/english.ts';
import { type Day, type Instant, readDay, readInstant } from '../../ids.ts';

/** `2026-11-22` as `22-Nov-2026`. */
export function writeDay(day: Day): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${date}-${MONTHS[Number(month) - 1]}-${year}`;
}

/** Reads `22-Nov-2026` as a day. Undefined for anything else. */
export function readDayText(text: string): Day | undefined {
  const parts = /^(\d{2})-([A-Z][a-z]{2})-(\d{4})$/.exec(text);
  const month = MONTHS.indexOf(parts?.[2] ?? '') + 1;
  const day = readDay(`${parts?.[3]}-${String(month).padStart(2, '0')}-${parts?.[1]}`);
  return day.ok ? day.value : undefined;
}

/** A time with its offset: `22-Nov-2026 15:30 (UTC-05:00)`. Seconds are written only if they are not zero. */
export function writeMoment(at: Instant): string {
  const [, day = '', clock = '', seconds = '', zone = ''] = MOMENT.exec(at) ?? [];
  return `${writeDay(day as Day)} ${clock}${seconds === ':00' ? '' : seconds} (UTC${zone === 'Z' ? '' : zone})`;
}

const MOMENT = /^(.{10})T(\d{2}:\d{2})(:\d{2}(?:\.\d+)?)(.+)$/;
const WRITTEN = /^(\S{11}) (\d{2}:\d{2})(:\d{2}(?:\.\d+)?)? ?\(UTC([+-]\d{2}:\d{2})?\)$/;

/** Reads the time back exactly. Undefined for anything else. */
export function readMomentText(text: string): Instant | undefined {
  const [, day = '', clock = '', seconds = ':00', zone = 'Z'] = WRITTEN.exec(text) ?? [];
  const at = readInstant(`${readDayText(day)}T${clock}${seconds}${zone}`);
  return at.ok ? at.value : undefined;
}
