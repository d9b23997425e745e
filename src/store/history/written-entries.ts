// What this page filed and changed, as it was read back. A list that is read again may be older, because a search can be
// behind for minutes. It then shows the version that this page replaced.

import { type HistoryEntry, placeKey } from '../../interview/history/history.ts';
import { mergeNotes } from '../../interview/history/merge-notes.ts';

type Entries = readonly HistoryEntry[];

/** The entries that one page wrote. */
export interface WrittenEntries {
  /** Remembers an entry that was written, and the version of it that the list had until then. */
  readonly add: (entry: HistoryEntry, list: Entries) => void;
  /** A list with these entries, each in place of a version that it replaced. Any other version is from somebody else. */
  readonly over: (list: Entries) => Entries;
  readonly forget: () => void;
  readonly isEmpty: () => boolean;
}

interface Written {
  readonly entry: HistoryEntry;
  /** The versions before it. Undefined on a server without versions. */
  readonly replaced: readonly (string | undefined)[];
}

const withEarlier = (list: Entries): Entries => list.flatMap((entry) => [entry, ...withEarlier(entry.earlier ?? [])]);

/** None at first. */
export function createWrittenEntries(): WrittenEntries {
  const written = new Map<string, Written>();
  const current = (found: HistoryEntry): HistoryEntry => {
    const ours = written.get(placeKey(found.filed));
    const isBehind = ours?.replaced.includes(found.filed.version);
    const entry = ours && isBehind ? { ...ours.entry, alsoFiled: found.alsoFiled } : found;
    return found.earlier ? { ...entry, earlier: found.earlier.map(current) } : entry;
  };
  return {
    add: (entry, list) => {
      const key = placeKey(entry.filed);
      const before = withEarlier(list).filter(({ filed }) => placeKey(filed) === key);
      const replaced = [...(written.get(key)?.replaced ?? []), ...before.map(({ filed }) => filed.version)];
      written.set(key, { entry, replaced });
    },
    over: (list) => {
      const found = new Set(withEarlier(list).map(({ filed }) => placeKey(filed)));
      const missing = [...written].flatMap(([key, { entry }]) => (found.has(key) ? [] : [entry]));
      return mergeNotes([...missing, ...list.map(current)]);
    },
    forget: () => written.clear(),
    isEmpty: () => written.size === 0,
  };
}
