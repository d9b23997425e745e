// Recent events for diagnostics: kinds, times and status codes, only in memory. An event never has an address, an
// identifier or text from a chart or note.

import type { SupportEvent } from '../port.ts';

/** The newest events, oldest first. When the list is full, the oldest event is dropped. */
export interface EventList {
  readonly record: (what: string, how: string) => void;
  readonly list: () => readonly SupportEvent[];
}

const MOST = 200;

/** An empty list. */
export function createEventList(now: () => number = Date.now): EventList {
  const held: SupportEvent[] = [];
  return {
    list: () => [...held],
    record: (what, how) => {
      held.push({ at: now(), what, how });
      if (held.length > MOST) held.shift();
    },
  };
}

/** The resource type that a path under the base names, without id or query: `Observation`, `metadata`, else "page". */
export const requestedType = (path: string): string => /^[A-Za-z]+(?=$|[/?])/.exec(path)?.[0] ?? 'page';
