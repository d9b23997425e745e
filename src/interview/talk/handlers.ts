// The type of every handler map in update.ts, and functions that replace parts of an interview.

import type { EntryId } from '../ids.ts';
import type { Interview } from '../interview.ts';
import type { EventOf, InterviewEvent } from './events.ts';

export type Handlers<Kind extends InterviewEvent['kind']> = {
  readonly [K in Kind]: (interview: Interview, event: EventOf<K>) => Interview;
};

/** The interview with some fields of one process replaced. The same interview if that changes nothing. */
export function within<P extends 'engage' | 'focus' | 'evoke' | 'plan' | 'time'>(
  interview: Interview,
  process: P,
  change: Partial<Interview[P]>,
): Interview {
  const before = interview[process];
  const isSame = (Object.keys(change) as (keyof Interview[P])[]).every((field) => before[field] === change[field]);
  return isSame ? interview : { ...interview, [process]: { ...before, ...change } };
}

/** The list with the line of that id replaced, or with the new line added at the end. */
export function withLine<L extends { readonly id: EntryId }>(lines: readonly L[], line: L): readonly L[] {
  return lines.some((each) => each.id === line.id)
    ? lines.map((each) => (each.id === line.id ? line : each))
    : [...lines, line];
}

export function withoutLine<L extends { readonly id: EntryId }>(lines: readonly L[], id: EntryId): readonly L[] {
  return lines.filter((each) => each.id !== id);
}
