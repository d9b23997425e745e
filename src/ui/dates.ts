// Dates and times as clinicians read them: DD-Mmm-YYYY, HH:MM. A date with less than a day stays as coarse as it is.

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** `1985-07-14T…` and `1985-07-14` as 14-Jul-1985, `1985-07` as Jul-1985, `1985` as 1985; anything else unchanged. */
export function clinicalDate(text: string): string {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(text);
  const month = MONTHS[Number(parts?.[2]) - 1];
  if (!parts?.[1]) return text;
  if (!month) return parts[1];
  return parts[3] ? `${parts[3]}-${month}-${parts[1]}` : `${month}-${parts[1]}`;
}

/** The hour as it was on the wall there: `2026-11-22T15:30:00-05:00` is 15:30. '' where there is no hour. */
export function wallTime(instant: string): string {
  return /T(\d{2}:\d{2})/.exec(instant)?.[1] ?? '';
}

/** The hour at this place, HH:MM. */
export function hourAt(millis: number): string {
  const date = new Date(millis);
  return `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`;
}

/** Whole years between a full birth date and a day, or undefined where the birth date is coarser than a day. */
export function ageOn(birthDate: string, today: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(birthDate)) return undefined;
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return today.slice(5, 10) < birthDate.slice(5) ? years - 1 : years;
}
