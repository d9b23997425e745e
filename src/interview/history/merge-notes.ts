// Merges earlier notes into one sorted list, each note once, whatever forms they were filed in.

import { differingParts, isRetractedByAuthor } from '../note/note-change.ts';
import { type FiledAt, FORMS, type HistoryEntry, placeKey } from './history.ts';

/** Lower is more trusted. The most trusted form of a note is shown. */
const trustOf = ({ form }: FiledAt): number => FORMS.indexOf(form);

/**
 * Sorted newest first: by conversation, then by signature, then by id. Entries without a date are last. A note filed in
 * several forms is shown in the most trusted one, which lists the others (`alsoFiled`). A replaced note is listed under
 * the one that replaces it (`earlier`). Two copies in one form are one entry (`duplicatePlaces`). Two that differ are
 * both kept, and so are a live and a retracted one, because a person must see that. Only a copy that its author's
 * retraction did not reach is listed under the retracted note. A merged list may be merged again.
 */
export function mergeNotes(entries: readonly HistoryEntry[]): readonly HistoryEntry[] {
  const each = onePerResource(entries.flatMap(unfolded)).toSorted(newestFirst);
  return foldReplaced(onePerNote(each));
}

const unfolded = ({ earlier = [], ...entry }: HistoryEntry): readonly HistoryEntry[] => [
  entry,
  ...earlier.flatMap(unfolded),
];

/** Two searches may return the same resource. Its later version wins. A resource without an id is never the same. */
function onePerResource(entries: readonly HistoryEntry[]): readonly HistoryEntry[] {
  const named = new Map<string, HistoryEntry>();
  for (const entry of entries.filter(({ filed }) => filed.resourceId !== '')) {
    const before = named.get(placeKey(entry.filed));
    if (!before) named.set(placeKey(entry.filed), entry);
    else named.set(placeKey(entry.filed), isLater(entry, before) ? joined(entry, [before]) : joined(before, [entry]));
  }
  return [...named.values(), ...entries.filter(({ filed }) => filed.resourceId === '')];
}

/** Compares by number if both versions are numbers, else by when they were stored, else the one read last is later. */
function isLater({ filed: one }: HistoryEntry, { filed: other }: HistoryEntry): boolean {
  const [number, otherNumber] = [one, other].map(({ version = '' }) =>
    /^\d{1,15}$/.test(version) ? Number(version) : undefined,
  );
  if (number !== undefined && otherNumber !== undefined) return number > otherNumber;
  return one.version !== other.version && !(parsed(one.updated) < parsed(other.updated));
}

function onePerNote(sorted: readonly HistoryEntry[]): readonly HistoryEntry[] {
  const groups = new Map<string, HistoryEntry[]>();
  const retracted = retractedNotes(sorted);
  for (const entry of sorted) {
    const key = groupOf(entry, retracted);
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  const spoken = new Map<HistoryEntry, HistoryEntry>();
  for (const group of groups.values()) {
    const best = Math.min(...group.map(({ filed }) => trustOf(filed)));
    const [first, ...trusted] = group.filter(({ filed }) => trustOf(filed) === best);
    const others = group.filter(({ filed }) => trustOf(filed) !== best);
    const copies = trusted.filter((other) => first && isCopy(first, other));
    if (first) spoken.set(first, joined(first, [...copies, ...others]));
    for (const other of trusted) if (!copies.includes(other)) spoken.set(other, other);
  }
  return sorted.flatMap((entry) => spoken.get(entry) ?? []);
}

/** True if two entries of one form and number are equal, so that one is an extra copy. */
const isCopy = (one: HistoryEntry, other: HistoryEntry): boolean =>
  one.kind === 'note' &&
  other.kind === 'note' &&
  one.altered === other.altered &&
  one.standing === other.standing &&
  differingParts(one.note, other.note).length === 0;

/** The numbers of notes that their authors retracted, each with the trust of its most trusted retracted form. */
function retractedNotes(entries: readonly HistoryEntry[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const entry of entries) {
    if (entry.kind !== 'note' || entry.standing !== 'retracted' || !isRetractedByAuthor(entry.note)) continue;
    const { id } = entry.note;
    found.set(id, Math.min(trustOf(entry.filed), found.get(id) ?? Number.POSITIVE_INFINITY));
  }
  return found;
}

/**
 * Entries of one group are one note. An unreadable entry is a group of its own. A live entry is grouped with a retracted
 * one only if it is a less trusted copy of a note that its author retracted.
 */
function groupOf(entry: HistoryEntry, retracted: ReadonlyMap<string, number>): string {
  if (entry.kind === 'unreadable') return placeKey(entry.filed);
  const isLeft = trustOf(entry.filed) > (retracted.get(entry.note.id) ?? Number.POSITIVE_INFINITY);
  return `${entry.note.id} ${isLeft || entry.standing === 'retracted' ? 'retracted' : 'live'}`;
}

/** The entry with the places of the others and the notes they replace. */
function joined(entry: HistoryEntry, others: readonly HistoryEntry[]): HistoryEntry {
  const all = [entry, ...others];
  const places = new Map(
    all.flatMap(({ filed, alsoFiled = [] }) => [filed, ...alsoFiled]).map((at) => [placeKey(at), at]),
  );
  places.delete(placeKey(entry.filed));
  const alsoFiled = [...places.values()].toSorted(byTrust);
  const note = all.map(({ replaces }) => replaces?.note).find(Boolean);
  const documents = [...new Set(all.flatMap(({ replaces }) => replaces?.documents ?? []))].toSorted();
  const replaces =
    note || documents.length > 0 ? { note, documents: documents.length > 0 ? documents : undefined } : undefined;
  return {
    ...entry,
    alsoFiled: alsoFiled.length > 0 ? alsoFiled : undefined,
    replaces,
  };
}

/** Lists every replaced entry under the newest of its chain, however long. A cycle loses no note. */
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

/** Every entry by its note number and by the documents that contain it. */
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

/**
 * Any version but a draft represents the versions that it replaces. It may be retracted, and the status of the older
 * ones does not matter.
 */
const standsForOthers = (entry: HistoryEntry) => entry.kind === 'unreadable' || entry.standing !== 'draft';

const byTrust = (one: FiledAt, other: FiledAt) =>
  trustOf(one) - trustOf(other) || (one.resourceId < other.resourceId ? -1 : 1);

function newestFirst(one: HistoryEntry, other: HistoryEntry): number {
  return (
    entryTime(other) - entryTime(one) ||
    signingTime(other) - signingTime(one) ||
    (one.filed.resourceId === other.filed.resourceId
      ? byTrust(one.filed, other.filed)
      : one.filed.resourceId < other.filed.resourceId
        ? -1
        : 1)
  );
}

const entryTime = (entry: HistoryEntry) => parsed(entry.kind === 'note' ? entry.note.at : entry.date);
const signingTime = (entry: HistoryEntry) => parsed(entry.kind === 'note' ? entry.note.signedAt : entry.date);

function parsed(moment: string | undefined): number {
  const time = Date.parse(moment ?? '');
  return Number.isNaN(time) ? Number.NEGATIVE_INFINITY : time;
}
