// What happened lately, for IT to read when something does not work: kinds, times and status codes, in memory only. No
// address, no identifier, no word of a chart or of a note ever comes here.

/** One thing that happened. `at` is in milliseconds since the epoch; `what` and `how` are our own words. */
export interface SupportEvent {
  readonly at: number;
  readonly what: string;
  readonly how: string;
}

/** The newest events, oldest first; the oldest go when there are more than a person would read. */
export interface EventList {
  readonly note: (what: string, how: string) => void;
  readonly events: () => readonly SupportEvent[];
}

const MOST = 200;

/** An empty list. */
export function createEventList(now: () => number = Date.now): EventList {
  const held: SupportEvent[] = [];
  return {
    events: () => [...held],
    note: (what, how) => {
      held.push({ at: now(), what, how });
      if (held.length > MOST) held.shift();
    },
  };
}

/** The type of resource a path under the base asks for, without id or query: `Observation`, `metadata`, else "page". */
export const typeAsked = (path: string): string => /^[A-Za-z]+(?=$|[/?])/.exec(path)?.[0] ?? 'page';
