// Turns "N days before now" into FHIR dates at the clinic. Knows one fixed zone and reads no clock.

/** The sandbox clinic has one offset all year, so that the same `now` always gives the same chart. */
const OFFSET = '-05:00';
const OFFSET_MS = -5 * 3_600_000;
const DAY_MS = 86_400_000;

const clinicIso = (ms: number): string => new Date(ms + OFFSET_MS).toISOString();

/** Dates as the clinic writes them. Negative days are in the future. */
export interface Calendar {
  /** A FHIR date, `YYYY-MM-DD`. */
  day(daysAgo: number): string;
  /** A FHIR dateTime to the second with offset. `clock` is `HH:MM`. */
  at(daysAgo: number, clock: string): string;
  /** A FHIR dateTime this many minutes before now, on the whole minute, and never of the day before. */
  minutesAgo(minutes: number): string;
  /** The birth date of a person who has had this many birthdays, the last of them on `monthDay` (`MM-DD`). */
  bornYearsAgo(years: number, monthDay: string): string;
}

/** The calendar as seen from `now`. */
export function calendarFrom(now: Date): Calendar {
  const day = (daysAgo: number): string => clinicIso(now.getTime() - daysAgo * DAY_MS).slice(0, 10);
  return {
    day,
    at: (daysAgo, clock) => `${day(daysAgo)}T${clock}:00${OFFSET}`,
    minutesAgo: (minutes) => {
      const then = clinicIso(now.getTime() - minutes * 60_000);
      // A visit of today that began before midnight would appear among yesterday's.
      return `${then.startsWith(day(0)) ? then.slice(0, 16) : `${day(0)}T00:00`}:00${OFFSET}`;
    },
    bornYearsAgo: (years, monthDay) => {
      const today = day(0);
      const year = Number(today.slice(0, 4)) - years - (today.slice(5) < monthDay ? 1 : 0);
      return `${year}-${monthDay}`;
    },
  };
}
