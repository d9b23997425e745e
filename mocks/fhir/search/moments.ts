// Finds the period that a FHIR date covers, so that dates compare as instants and not as text. Pure.

/** From `from` (included) to `to` (excluded), milliseconds since 1970. Infinite if a period is open. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const PATTERN = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d:\d\d)?)?)?)?$/;

/** The span of a FHIR date, dateTime or instant. Undefined for anything else. Without a zone it is read as UTC. */
export function spanOf(text: string): Span | undefined {
  const match = PATTERN.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second, fraction, zone] = match;
  if (hour === undefined) return daySpan(Number(year), month, day);
  const start = Date.parse(
    `${year}-${month}-${day}T${hour}:${minute}:${second ?? '00'}.${(fraction ?? '0').padEnd(3, '0').slice(0, 3)}${zone ?? 'Z'}`,
  );
  if (Number.isNaN(start) || daySpan(Number(year), month, day) === undefined) return undefined;
  const lasts = second === undefined ? 60_000 : fraction === undefined ? 1000 : 1;
  return { from: start, to: start + lasts };
}

function daySpan(year: number, month: string | undefined, day: string | undefined): Span | undefined {
  const monthIndex = Number(month ?? '01') - 1;
  const dayNumber = Number(day ?? '01');
  const start = new Date(Date.UTC(year, monthIndex, dayNumber));
  // Date turns 31 February into March, so the month and day are compared.
  if (start.getUTCMonth() !== monthIndex || start.getUTCDate() !== dayNumber) return undefined;
  if (month === undefined) return { from: start.getTime(), to: Date.UTC(year + 1, 0, 1) };
  if (day === undefined) return { from: start.getTime(), to: Date.UTC(year, monthIndex + 1, 1) };
  return { from: start.getTime(), to: start.getTime() + 86_400_000 };
}

/** The span from the start of one date to the end of another. A missing end is open. */
export function periodSpan(start: string | undefined, end: string | undefined): Span | undefined {
  const first = start === undefined ? undefined : spanOf(start);
  const last = end === undefined ? undefined : spanOf(end);
  if (first === undefined && last === undefined) return undefined;
  return { from: first?.from ?? Number.NEGATIVE_INFINITY, to: last?.to ?? Number.POSITIVE_INFINITY };
}

/**
 * Search prefixes of FHIR R4 (`search.html#prefix`), each as a comparison of the stored span with the requested one.
 */
export const PREFIXES: Readonly<Record<string, (stored: Span, asked: Span) => boolean>> = {
  eq: (stored, asked) => stored.from >= asked.from && stored.to <= asked.to,
  ne: (stored, asked) => stored.from < asked.from || stored.to > asked.to,
  gt: (stored, asked) => stored.to > asked.to,
  lt: (stored, asked) => stored.from < asked.from,
  ge: (stored, asked) => stored.to > asked.to || (stored.from >= asked.from && stored.to <= asked.to),
  le: (stored, asked) => stored.from < asked.from || (stored.from >= asked.from && stored.to <= asked.to),
  sa: (stored, asked) => stored.from >= asked.to,
  eb: (stored, asked) => stored.to <= asked.from,
};
