// Handles the other places of a changed note: copies in other forms, second copies, and versions it replaced. Each is
// changed too, or reported as not changed. Only the same note by the same author is touched.

import {
  copiesOf,
  type FiledAt,
  FORMS,
  type HistoryEntry,
  isVersion,
  placeKey,
} from '../../interview/history/history.ts';
import type { NoteEntry } from '../../interview/history/visits.ts';
import { differingParts, holdsChange, withChange } from '../../interview/note/note-change.ts';
import { ok, type Result } from '../../lib/result.ts';
import type { FetchFault } from '../faults.ts';
import type { ChangeRequest, ChangeWay, Filed, WriteEnd } from '../port.ts';
import { type ChangeDeps, type ChangeJob, changeInPlace, writeVersion } from './change-in-place.ts';
import { type RightsInput, rightsOf } from './change-rights.ts';
import { isMarked, type Place, readPlace, relationTo, unsentConflict } from './read-place.ts';
import { findNewer, markSuperseded, type Newer, replaceNote } from './replace-note.ts';

/** Where the note is now, which places still have the earlier text, and which documents were replaced. */
export interface PlacesAfter {
  readonly unreached: readonly FiledAt[];
  readonly alsoFiled: readonly FiledAt[];
  readonly replaced: readonly string[];
}

const hasSameText = ({ base }: ChangeRequest, entry: NoteEntry): boolean =>
  [base, ...(base.earlier ?? [])].some((one) => one.kind === 'note' && one.note.id === entry.note.id) &&
  differingParts(base.note, entry.note).length === 0;

/** True if a place needs no change: it is marked, it has the change, or a newer version replaced it. */
function isReached(now: Place, { change }: ChangeRequest): boolean {
  if (isMarked(now)) return true;
  if (change.act === 'retract' || !now.entry) return false;
  return now.entry.standing === 'superseded' || holdsChange(now.entry.note, change);
}

/**
 * How to make the change at another place. Only a document says which one it replaces. Any other new resource would add a
 * place and not change this one.
 */
function wayAt(entry: NoteEntry, rights: RightsInput, { change }: ChangeRequest): ChangeWay {
  // A replaced version can still be retracted.
  const standing = entry.standing === 'superseded' && change.act === 'retract' ? 'current' : entry.standing;
  const { retract, change: edit } = rightsOf({ ...entry, standing }, rights);
  const way = change.act === 'retract' ? retract : edit;
  const isAdded = way.kind === 'replace' && !(way.form === 'document' && entry.filed.form === 'document');
  return isAdded ? { kind: 'closed', why: 'not-taken' } : way;
}

async function changePlace(
  deps: ChangeDeps,
  job: ChangeJob,
  now: Place,
  entry: NoteEntry,
  way: ChangeRequest['way'],
): Promise<WriteEnd> {
  if (way.kind === 'replace' && job.way.kind === 'replace') {
    // The new note has replaced every document with this number.
    await markSuperseded(deps, { ...job, base: entry });
    return { kind: 'unverified', at: entry.filed };
  }
  if (way.kind === 'replace') {
    // The chart already has the number on purpose, so a condition on it would prove nothing.
    const ways = { ...deps.ways, next: () => 'plain' as const };
    return replaceNote({ ...deps, ways }, { ...job, base: entry, attempted: false }, way.form, FORMS);
  }
  const isRetraction = job.change.act === 'retract';
  const note = isRetraction ? withChange(entry.note, job.change) : { ...job.note, id: entry.note.id };
  return writeVersion(deps, { ...job, base: entry, note }, now);
}

/** The result at one place: reached (possibly at a new place), closed from here, or failed. */
type PlaceEnd =
  | { readonly kind: 'reached'; readonly at: FiledAt }
  | { readonly kind: 'closed' }
  | { readonly kind: 'failed'; readonly end: WriteEnd };

/** Another place of a note, and why it has the note: as a copy, or as a version that the note replaced. */
interface OtherPlace {
  readonly at: FiledAt;
  readonly as: 'copy' | 'version';
}

async function reach(deps: ChangeDeps, job: ChangeJob, { at, as }: OtherPlace, rights: RightsInput): Promise<PlaceEnd> {
  const now = await readPlace(deps, at, job.signal);
  if (!now.ok) {
    if (now.error.kind === 'gone') return { kind: 'reached', at };
    // One read that finds nothing proves nothing: a gateway may answer so, or a replica that is behind.
    return now.error.kind === 'notFound'
      ? { kind: 'closed' }
      : { kind: 'failed', end: { kind: 'unknown', why: now.error } };
  }
  if (isReached(now.value, job)) return { kind: 'reached', at };
  const { entry } = now.value;
  if (!entry || !(as === 'version' || hasSameText(job, entry))) return { kind: 'closed' };
  const way = wayAt(entry, rights, job);
  if (way.kind === 'closed') return { kind: 'closed' };
  const end = await changePlace(deps, job, now.value, entry, way);
  if (end.kind === 'filed') return { kind: 'reached', at: end.entry.filed };
  // Whatever the response said, the chart decides.
  const after = await readPlace(deps, at, job.signal);
  if (after.ok && isReached(after.value, job)) return { kind: 'reached', at };
  return end.kind === 'refused' ? { kind: 'closed' } : { kind: 'failed', end };
}

/**
 * Changes the other copies of a note, one after another. A place that only has the number may belong to a colleague.
 */
export async function changeOtherPlaces(deps: ChangeDeps, job: ChangeJob, rights: RightsInput): Promise<PlacesAfter> {
  const [unreached, alsoFiled, replaced]: [FiledAt[], FiledAt[], string[]] = [[], [], []];
  for (const at of copiesOf(job.base)) {
    const end = await reach(deps, job, { at, as: 'copy' }, rights);
    if (end.kind !== 'reached') unreached.push(at);
    else if (end.at !== at) {
      alsoFiled.push(end.at);
      replaced.push(at.resourceId);
    }
  }
  // A replacement has its own number. Under the same number, a retraction must still find the document that was replaced.
  if (job.note.id === job.base.note.id) alsoFiled.push(...(job.base.alsoFiled ?? []));
  return { unreached, alsoFiled, replaced };
}

/** Every other place of a note, oldest first: what it replaced, then its copies. */
function otherPlacesOf(base: NoteEntry): readonly OtherPlace[] {
  const { filed, alsoFiled = [], earlier = [] } = base;
  const versions = (entry: HistoryEntry): readonly FiledAt[] => [
    ...(entry.earlier ?? []).toReversed().flatMap(versions),
    ...(entry.alsoFiled ?? []),
    entry.filed,
  ];
  const older = [...earlier.toReversed().flatMap(versions), ...alsoFiled.filter((at) => isVersion(base, at))];
  const copies = alsoFiled.filter((at) => !isVersion(base, at));
  const all = [
    ...older.map((at) => ({ at, as: 'version' as const })),
    ...copies.map((at) => ({ at, as: 'copy' as const })),
  ];
  return [...new Map(all.map((one) => [placeKey(one.at), one])).values()].filter(
    ({ at }) => placeKey(at) !== placeKey(filed),
  );
}

/**
 * Retracts a note at every place, oldest version first and the newest last. If a step fails, the newest stays
 * unchanged, so the note still shows and the retraction can be finished. `unreached` names places that are closed from here.
 */
export async function retractEverywhere(deps: ChangeDeps, job: ChangeJob, rights: RightsInput): Promise<WriteEnd> {
  // Before anything is marked, because the clinician may not have seen the newest version.
  const newer = await newerDocuments(deps, job.base, job.signal);
  // A search that failed does not stop a retraction of what was seen.
  if (newer.ok && newer.value.newest) return { kind: 'conflict', theirs: newer.value.newest };
  const now = await readPlace(deps, job.base.filed, job.signal);
  if (now.ok && now.value.isOurs && relationTo(now.value, job) === 'other') return unsentConflict(now.value);
  const others = otherPlacesOf(job.base);
  const [marked, unreached]: [FiledAt[], FiledAt[]] = [[], []];
  const stopped = (end: WriteEnd): WriteEnd => {
    const reached = [...marked, ...unreached].map(placeKey);
    const open = [...others.map(({ at }) => at), job.base.filed].filter((at) => !reached.includes(placeKey(at)));
    return marked.length > 0 ? { kind: 'halfway', marked, unreached: open } : end;
  };
  for (const place of others) {
    const { at } = place;
    const end = await reach(deps, job, place, rights);
    if (end.kind === 'failed') return stopped(end.end);
    if (end.kind === 'reached') marked.push(at);
    else unreached.push(at);
  }
  const end = await changeInPlace(deps, job);
  if (end.kind !== 'filed') return stopped(end);
  const entry = { ...end.entry, alsoFiled: job.base.alsoFiled ?? [] };
  return endWithNewer({ ...end, unreached, entry }, newer);
}

const newerDocuments = (
  deps: ChangeDeps,
  base: NoteEntry,
  signal: AbortSignal,
): Promise<Result<Newer, FetchFault>> | Result<Newer, FetchFault> =>
  base.filed.form === 'document'
    ? findNewer(deps, base, 'document', signal)
    : ok({ newest: undefined, unread: [], isWhole: true });

/** The end of a retraction that is in the chart. It is done only if no newer document is left that still counts. */
function endWithNewer(end: Filed, newer: Result<Newer, FetchFault>): WriteEnd {
  if (newer.ok && newer.value.newest) return { kind: 'conflict', theirs: newer.value.newest };
  if (!newer.ok || !newer.value.isWhole) return { kind: 'unverified', at: end.at, why: 'uncounted' };
  return { ...end, unreached: [...end.unreached, ...newer.value.unread] };
}

/** The end of a change that a search found in the chart, with what does not have it. Reads only. */
export async function endOfFound(
  deps: ChangeDeps,
  request: ChangeRequest,
  end: Filed,
  signal: AbortSignal,
): Promise<WriteEnd> {
  const found = { ...end, unreached: await placesNotReached(deps, request, signal) };
  if (request.change.act !== 'retract') return found;
  return endWithNewer(found, await newerDocuments(deps, request.base, signal));
}

/** The other places that still have the earlier text. Reads only. */
async function placesNotReached(
  deps: ChangeDeps,
  request: ChangeRequest,
  signal: AbortSignal,
): Promise<readonly FiledAt[]> {
  const { base, change } = request;
  const places = change.act === 'retract' ? otherPlacesOf(base).map(({ at }) => at) : copiesOf(base);
  const unreached: FiledAt[] = [];
  for (const at of places) {
    const now = await readPlace(deps, at, signal);
    if (!now.ok || !isReached(now.value, request)) unreached.push(at);
  }
  return unreached;
}
