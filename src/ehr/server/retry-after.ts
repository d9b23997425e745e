// Reads times in the headers of a response.

/** The date in a header, in milliseconds since the epoch. Undefined if it is missing or hidden by CORS. */
export function dateIn(response: Response, name: string): number | undefined {
  const time = Date.parse(response.headers.get(name) ?? '');
  return Number.isFinite(time) ? time : undefined;
}

/** Retry-After: seconds, or a date (RFC 9110, section 10.2.3), as milliseconds from now. */
export function retryAfterMs(response: Response): number | undefined {
  const said = response.headers.get('retry-after') ?? '';
  if (/^\d+$/.test(said)) return Number(said) * 1000;
  const at = dateIn(response, 'retry-after');
  return at === undefined ? undefined : Math.max(0, at - (dateIn(response, 'date') ?? Date.now()));
}
