// Dates and times as clinicians read them: DD-Mmm-YYYY, HH:MM. A less precise date stays less precise.

import { MONTHS } from '../../lib/english.ts';

/**
 * `1985-07-14T…` and `1985-07-14` as 14-Jul-1985, `1985-07` as Jul-1985, `1985` as 1985. Anything else is unchanged.
 */
export function clinicalDate(text: string): string {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(text);
  const month = MONTHS[Number(parts?.[2]) - 1];
  if (!parts?.[1]) return text;
  if (!month) return parts[1];
  return parts[3] ? `${parts[3]}-${month}-${parts[1]}` : `${month}-${parts[1]}`;
}

/** The local time as written: `2026-11-22T15:30:00-05:00` is 15:30. '' if there is no hour. */
export function wallTime(instant: string): string {
  return /T(\d{2}:\d{2})/.exec(instant)?.[1] ?? '';
}

/** The time on this device, HH:MM. */
export function hourAt(millis: number): string {
  const date = new Date(millis);
  return `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`;
}

/** Whole years between a full birth date and a day. Undefined if the birth date is less precise than a day. */
export function ageOn(birthDate: string, today: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(birthDate)) return undefined;
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return today.slice(5, 10) < birthDate.slice(5) ? years - 1 : years;
}
