// Recent events for diagnostics: kinds, times and status codes, only in memory. An event never has an address, an
// identifier or text from a chart or note.

import type { DiagnosticEvent } from '../port.ts';

const MOST = 200;

/** The newest events, oldest first. When the list is full, the oldest event is dropped. */
export function createEventList() {
  const held: DiagnosticEvent[] = [];
  return {
    list: (): readonly DiagnosticEvent[] => [...held],
    record: (what: string, how: string): void => {
      held.push({ at: Date.now(), what, how });
      if (held.length > MOST) held.shift();
    },
  };
}

/** The resource type that a path under the base names, without id or query: `Observation`, `metadata`, else "page". */
export const requestedType = (path: string): string => /^[A-Za-z]+(?=$|[/?])/.exec(path)?.[0] ?? 'page';
