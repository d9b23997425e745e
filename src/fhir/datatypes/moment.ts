// Reads dates and times of a chart at any precision. It never adds an hour that would be shown.

import { type Instant, readDay, readInstant } from '../../interview/ids.ts';
import { field, textOf } from './json.ts';

/** A date as the chart wrote it, and a time for sorting. `exact` is false if the hour was not written. */
export interface Moment {
  readonly written: string;
  readonly at: Instant;
  readonly exact: boolean;
}

/** The same time as it was written in the note, in the zone of the visit, if a server stored it in UTC. */
export const inZoneOf = (at: Instant, written: Instant | undefined): Instant =>
  written !== undefined && Math.abs(Date.parse(written) - Date.parse(at)) < 1000 ? written : at;

/** Reads a FHIR date, dateTime or instant. Undefined for anything else and for a day that does not exist. */
export function readMoment(value: unknown): Moment | undefined {
  const written = textOf(value);
  if (written === undefined || written.length > 40) return undefined;
  const exact = readInstant(written);
  if (exact.ok) return { written, at: exact.value, exact: true };
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T[\d:.Z+-]*)?)?)?$/.exec(written);
  const day = readDay(`${parts?.[1]}-${parts?.[2] ?? '01'}-${parts?.[3] ?? '01'}`);
  // Noon, so that a day sorts after the evening before and before the morning after, in any zone.
  const start = day.ok ? readInstant(`${day.value}T12:00:00Z`) : day;
  return start.ok ? { written: written.slice(0, 10), at: start.value, exact: false } : undefined;
}

/** The first of several values that is a date. */
export const firstMoment = (...values: readonly unknown[]): Moment | undefined => values.map(readMoment).find(Boolean);

/** The time of an Observation: its effective time in any form, else when it was issued. */
export const momentOf = (observation: unknown): Moment | undefined =>
  firstMoment(
    field(observation, 'effectiveDateTime'),
    field(observation, 'effectiveInstant'),
    field(field(observation, 'effectivePeriod'), 'start'),
    field(observation, 'issued'),
  );
