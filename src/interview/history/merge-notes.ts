// Earlier notes in one order, each once, whatever forms they were filed in. Knows no server and no search.

import { differingParts } from '../note/note-change.ts';
import { type FiledAt, type HistoryEntry, placeKey, type Replaces } from './history.ts';

/** The forms in the order of trust: the first that holds a note speaks for it. */
const TRUST = { observation: 0, document: 1, response: 2 } as const satisfies Record<FiledAt['form'], number>;

/**
 * Newest first: by the talk, then by the signature, then by id; entries without a date come last. A note filed in several
 * forms is shown in the most trusted, which names the others (`alsoFiled`); one that another replaces stands under it
 * (`earlier`). Two copies in one form are one entry (`doubledPlaces`). Two that differ are both kept, and so are a live form
 * and a retracted one: a person must see that. A merged history may be merged again with more entries: every place in the chart stays there once.
 */
export function mergeNotes(entries: readonly HistoryEntry[]): readonly HistoryEntry[] {
  const each = onePerResource(entries.flatMap(unfolded)).toSorted(newestFirst);
  return foldReplaced(onePerNote(each));
}

const unfolded = ({ earlier = [], ...entry }: HistoryEntry): readonly HistoryEntry[] => [
  entry,
  ...earlier.flatMap(unfolded),
];

/** Two searches may bring the same resource: the later version of it counts. One without an id is like no other. */
function onePerResource(entries: readonly HistoryEntry[]): readonly HistoryEntry[] {
  const named = new Map<string, HistoryEntry>();
  for (const entry of entries.filter(({ filed }) => filed.resourceId !== '')) {
    const before = named.get(placeKey(entry.filed));
    if (!before) named.set(placeKey(entry.filed), entry);
    else named.set(placeKey(entry.filed), isLater(entry, before) ? joined(entry, [before]) : joined(before, [entry]));
  }
  return [...named.values(), ...entries.filter(({ filed }) => filed.resourceId === '')];
}

/** By number where both versions are numbers, else by when they were stored, else the one that was read last. */
function isLater({ filed: one }: HistoryEntry, { filed: other }: HistoryEntry): boolean {
  const numbers = [one, other].map(({ version = '' }) => (/^\d{1,15}$/.test(version) ? Number(version) : undefined));
  const [number, otherNumber] = numbers;
  if (number !== undefined && otherNumber !== undefined) return number > otherNumber;
  return one.version !== other.version && !(parsed(one.updated) < parsed(other.updated));
}

function onePerNote(sorted: readonly HistoryEntry[]): readonly HistoryEntry[] {
  const groups = new Map<string, HistoryEntry[]>();
  for (const entry of sorted) {
    const key = groupOf(entry);
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  const spoken = new Map<HistoryEntry, HistoryEntry>();
  for (const group of groups.values()) {
    const best = Math.min(...group.map(({ filed }) => TRUST[filed.form]));
    const [first, ...doubles] = group.filter(({ filed }) => TRUST[filed.form] === best);
    const others = group.filter(({ filed }) => TRUST[filed.form] !== best);
    const copies = doubles.filter((double) => first && isCopy(first, double));
    if (first) spoken.set(first, joined(first, [...copies, ...others]));
    for (const double of doubles) if (!copies.includes(double)) spoken.set(double, double);
  }
  return sorted.flatMap((entry) => spoken.get(entry) ?? []);
}

/** True if two entries of one form and one number say the same, so that one of them is an extra copy. */
const isCopy = (one: HistoryEntry, other: HistoryEntry): boolean =>
  one.kind === 'note' &&
  other.kind === 'note' &&
  one.altered === other.altered &&
  one.standing === other.standing &&
  differingParts(one.note, other.note).length === 0;

/** Entries of one group are one note. What cannot be read, or has been retracted, says nothing for another entry. */
function groupOf(entry: HistoryEntry): string {
  if (entry.kind === 'unreadable') return placeKey(entry.filed);
  return `${entry.note.id} ${entry.standing === 'retracted' ? 'retracted' : 'live'}`;
}

/** The entry with the places of the others, and with what they replace. */
function joined(entry: HistoryEntry, others: readonly HistoryEntry[]): HistoryEntry {
  const all = [entry, ...others];
  const places = new Map(
    all.flatMap(({ filed, alsoFiled = [] }) => [filed, ...alsoFiled]).map((at) => [placeKey(at), at]),
  );
  places.delete(placeKey(entry.filed));
  const alsoFiled = [...places.values()].toSorted(byTrust);
  const note = all.map(({ replaces }) => replaces?.note).find(Boolean);
  const documents = [...new Set(all.flatMap(({ replaces }) => replaces?.documents ?? []))].toSorted();
  const replaces: Replaces = { ...(note ? { note } : {}), ...(documents.length > 0 ? { documents } : {}) };
  return {
    ...entry,
    ...(alsoFiled.length > 0 ? { alsoFiled } : {}),
    ...(Object.keys(replaces).length > 0 ? { replaces } : {}),
  };
}

/** Puts every replaced entry under the newest that stands for it, however long the chain; no circle loses a note. */
function foldReplaced(sorted: readonly HistoryEntry[]): readonly HistoryEntry[] {
  const after = new Map<HistoryEntry, HistoryEntry>();
  const newestOf = (entry: HistoryEntry): HistoryEntry => {
    let newest = entry;
    for (let next = after.get(newest); next; next = after.get(newest)) newest = next;
    return newest;
  };
  const byName = namesOf(sorted);
  for (const newer of sorted.filter(standsForOthers)) {
    for (const older of targetsOf(newer, byName)) {
      if (!after.has(older) && newestOf(newer) !== older) after.set(older, newer);
    }
  }
  const under = new Map<HistoryEntry, HistoryEntry[]>();
  for (const entry of sorted) {
    const newest = newestOf(entry);
    if (newest !== entry) under.set(newest, [...(under.get(newest) ?? []), entry]);
  }
  return sorted
    .filter((entry) => !after.has(entry))
    .map((entry) => {
      const earlier = under.get(entry);
      return earlier ? { ...entry, earlier } : entry;
    });
}

type Names = ReadonlyMap<string, readonly HistoryEntry[]>;

/** Every entry by the number of its note and by each document that holds it. */
function namesOf(entries: readonly HistoryEntry[]): Names {
  const names = new Map<string, HistoryEntry[]>();
  for (const entry of entries) {
    const keys = [entry.filed, ...(entry.alsoFiled ?? [])].filter(({ form }) => form === 'document').map(placeKey);
    for (const key of entry.kind === 'note' ? [entry.note.id, ...keys] : keys) {
      names.set(key, [...(names.get(key) ?? []), entry]);
    }
  }
  return names;
}

function targetsOf({ filed, replaces }: HistoryEntry, names: Names): readonly HistoryEntry[] {
  const keys = (replaces?.documents ?? []).map((resourceId) => placeKey({ form: 'document', resourceId }));
  const named = [...(replaces?.note ? [replaces.note] : []), ...keys].flatMap((key) => names.get(key) ?? []);
  return named.filter((entry) => placeKey(entry.filed) !== placeKey(filed));
}

/** The newest version counts for the chain, retracted or not, whatever status the server left on the older ones. */
const standsForOthers = (entry: HistoryEntry) => entry.kind === 'unreadable' || entry.standing !== 'draft';

const byTrust = (one: FiledAt, other: FiledAt) =>
  TRUST[one.form] - TRUST[other.form] || (one.resourceId < other.resourceId ? -1 : 1);

function newestFirst(one: HistoryEntry, other: HistoryEntry): number {
  return (
    momentOf(other) - momentOf(one) ||
    signingOf(other) - signingOf(one) ||
    (one.filed.resourceId === other.filed.resourceId
      ? byTrust(one.filed, other.filed)
      : one.filed.resourceId < other.filed.resourceId
        ? -1
        : 1)
  );
}

const momentOf = (entry: HistoryEntry) => parsed(entry.kind === 'note' ? entry.note.at : entry.date);
const signingOf = (entry: HistoryEntry) => parsed(entry.kind === 'note' ? entry.note.signedAt : entry.date);

function parsed(moment: string | undefined): number {
  const time = Date.parse(moment ?? '');
  return Number.isNaN(time) ? Number.NEGATIVE_INFINITY : time;
}
