// What this page filed and changed, as it was read back. A list that is read again may be older, because a search can be
// behind for minutes. It then shows the version that this page replaced.

import { type HistoryEntry, placeKey, placesOf } from '../../interview/history/history.ts';
import { mergeNotes } from '../../interview/history/merge-notes.ts';

type Entries = readonly HistoryEntry[];

interface Written {
  readonly entry: HistoryEntry;
  /** The versions before it. Undefined on a server without versions. */
  readonly replaced: readonly (string | undefined)[];
}

/** The entries that one page wrote. None at first. */
export function createWrittenEntries() {
  const written = new Map<string, Written>();
  const current = (found: HistoryEntry): HistoryEntry => {
    const ours = written.get(placeKey(found.filed));
    const isBehind = ours?.replaced.includes(found.filed.version);
    const { alsoFiled, replaces } = found;
    const entry = ours && isBehind ? { ...ours.entry, alsoFiled, replaces } : found;
    return found.earlier ? { ...entry, earlier: found.earlier.map(current) } : entry;
  };
  return {
    /** Remembers an entry that was written, and the version of it that the list had until then. */
    add: (entry: HistoryEntry, list: Entries): void => {
      const key = placeKey(entry.filed);
      const before = list.flatMap(placesOf).filter((at) => placeKey(at) === key);
      const replaced = [...(written.get(key)?.replaced ?? []), ...before.map(({ version }) => version)];
      written.set(key, { entry, replaced });
    },
    /** A list with these entries, each in place of a version that it replaced. Any other version is from somebody else. */
    over: (list: Entries): Entries => {
      const shown = new Map(list.flatMap(placesOf).map((at) => [placeKey(at), at.version]));
      const isTheirs = (key: string, { entry, replaced }: Written): boolean =>
        shown.has(key) && ![...replaced, entry.filed.version].includes(shown.get(key));
      // The list may show an entry of ours and not the places that it names.
      const ours = [...written].flatMap(([key, one]) => (isTheirs(key, one) ? [] : [one.entry]));
      return mergeNotes([...list.map(current), ...ours]);
    },
    forget: (): void => written.clear(),
    isEmpty: (): boolean => written.size === 0,
  };
}
