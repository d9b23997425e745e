// Changes a filed note by filing a new note that replaces it: for documents, and if the EHR takes no update. The older
// document is then marked as superseded, if the chart allows it.

import { supersededDocument } from '../../fhir/document/retract-document.ts';
import {
  type FiledAt,
  type Form,
  type HistoryEntry,
  isVersion,
  placeKey,
  placesOf,
  type Shortfall,
} from '../../interview/history/history.ts';
import { isLive, type NoteEntry } from '../../interview/history/visits.ts';
import { holdsChange } from '../../interview/note/note-change.ts';
import { ok, type Result } from '../../lib/result.ts';
import type { FetchFault } from '../faults.ts';
import { whyNoUpdate } from '../forms/destination.ts';
import { withOwnText } from '../forms/document-content.ts';
import { FORM_ROWS } from '../forms/form-rows.ts';
import { searchSince } from '../history/search.ts';
import type { ChangeRequest, WriteEnd } from '../port.ts';
import { type ChangeDeps, type ChangeJob, endAtNewer, provenChange } from './change-in-place.ts';
import { createResource } from './file-note.ts';
import { dayBefore, searchOnce, searchPatiently } from './find-filed-note.ts';
import { guardWrite } from './guard-write.ts';
import { boundToVisit, type Place, readFailure, readPlace, relationTo, unsentConflict } from './read-place.ts';
import { writeNote } from './write.ts';

/**
 * What has replaced a note: the newest one that can be read, with all that it replaced, and documents that cannot be read.
 * `isWhole` is false if the search may have missed one.
 */
export interface Newer {
  readonly newest: NoteEntry | undefined;
  readonly unread: readonly FiledAt[];
  readonly isWhole: boolean;
}

const replacesIt = (one: HistoryEntry, older: HistoryEntry): boolean =>
  !(one.kind === 'note' && one.standing === 'draft') &&
  ((older.kind === 'note' && one.replaces?.note === older.note.id) || isVersion(one, older.filed));

/**
 * A retracted or unreadable one only leads to the next. What was seen to be older is not newer, so a cycle ends.
 */
function newestAfter(seen: NoteEntry, entries: readonly HistoryEntry[]): Omit<Newer, 'isWhole'> {
  const known = placesOf(seen).map(placeKey);
  const left = new Set(entries.filter(({ filed }) => !known.includes(placeKey(filed))));
  const unread: FiledAt[] = [];
  const nextOf = ({ earlier = [], ...older }: HistoryEntry): NoteEntry | undefined => {
    for (const one of left) {
      if (!replacesIt(one, older)) continue;
      // Each counts once.
      left.delete(one);
      const next: HistoryEntry = { ...one, earlier: [older, ...earlier] };
      if (next.kind === 'unreadable') unread.push(next.filed);
      const newest = nextOf(next) ?? (next.kind === 'note' && next.standing !== 'retracted' ? next : undefined);
      if (newest) return newest;
    }
    return undefined;
  };
  return { newest: nextOf(seen), unread };
}

const CUT: readonly Shortfall[] = ['cut-short', 'search-failed'];

/** What has replaced this note since it was opened. Not every server marks the older one. */
export async function findNewer(
  deps: ChangeDeps,
  base: NoteEntry,
  form: Form,
  signal: AbortSignal,
): Promise<Result<Newer, FetchFault>> {
  const found = await searchSince(deps, form, dayBefore(base.note), signal);
  if (!found.ok) return found;
  const { resources, shortfalls } = found.value;
  const stored = await Promise.all(resources.map((resource) => withOwnText(deps, resource, signal)));
  const read = stored.map((one) => FORM_ROWS[form].decode(one, deps.patient, deps.base));
  const entries = read.filter((one): one is HistoryEntry => one.kind === 'note' || one.kind === 'unreadable');
  const isWhole = !shortfalls.some((one) => CUT.includes(one));
  // A saved change goes on at the place of a newer note, which the clinician may not have seen.
  const here = entries.find(({ filed }) => placeKey(filed) === placeKey(base.filed));
  if (here?.kind !== 'note' || here.note.id === base.note.id) return ok({ ...newestAfter(base, entries), isWhole });
  const moved = { ...here, earlier: base.earlier };
  const { newest, unread } = newestAfter(moved, entries);
  return ok({ newest: newest ?? (isLive(here) ? moved : undefined), unread, isWhole });
}

/** The end if a newer note has replaced this one, or if that is not known. */
async function endIfReplaced(
  deps: ChangeDeps,
  base: NoteEntry,
  form: Form,
  signal: AbortSignal,
): Promise<WriteEnd | undefined> {
  const newer = await findNewer(deps, base, form, signal);
  if (!newer.ok) return readFailure(newer.error);
  const { newest, unread } = newer.value;
  if (newest) return { kind: 'conflict', theirs: newest };
  return unread.length > 0 ? { kind: 'unsent', why: { kind: 'badResponse' } } : undefined;
}

/** The end of a replacement. `lost` names the entries that were filed with the older note, because they stay as they are. */
async function replacedEnd(
  deps: ChangeDeps,
  end: WriteEnd,
  request: ChangeRequest,
  { stored, at }: Place,
  signal: AbortSignal,
): Promise<WriteEnd> {
  const proven = provenChange(end, request);
  if (proven.kind !== 'filed' || at.form !== 'observation') return proven;
  return { ...proven, lost: [...proven.lost, ...(await deps.partsOfEarlier(stored.resource, signal))] };
}

/** Finds out whether a replacement that may have been sent is in the chart. */
export async function findReplacement(
  deps: ChangeDeps,
  request: ChangeRequest,
  form: Form,
  signal: AbortSignal,
): Promise<WriteEnd> {
  const { base, note } = request;
  const now = await readPlace(deps, base.filed, signal);
  if (!now.ok) return { kind: 'unknown', why: now.error };
  const report = () => undefined;
  const found = await searchPatiently(boundToVisit(deps, now.value), note, [form], { report, signal });
  // A replacement that is live no more may itself have been replaced.
  const newer = found.kind === 'gone' ? await findNewer(deps, base, form, signal) : undefined;
  if (newer && !newer.ok) return { kind: 'unknown', why: newer.error };
  if (newer?.value.newest) return endAtNewer(newer.value.newest, request);
  return replacedEnd(deps, found, request, now.value, signal);
}

function namesOlder({ base }: ChangeRequest) {
  const { form, resourceId } = base.filed;
  return {
    note: base.note.id,
    documentId: form === 'document' ? resourceId : undefined,
    observationId: form === 'observation' ? resourceId : undefined,
  };
}

/**
 * Marks the older document. A failure does not matter to readers, because the newest version of a chain always counts.
 */
export async function markSuperseded(deps: ChangeDeps, job: ChangeJob): Promise<void> {
  const { base, note, signal } = job;
  if (base.filed.form !== 'document' || whyNoUpdate('document', deps.forms.now())) return;
  const now = await readPlace(deps, base.filed, signal);
  if (!now.ok || now.value.entry?.standing !== 'current' || now.value.etag === undefined) return;
  const before = now.value;
  const isMarked = ({ entry }: Place) => entry?.standing === 'superseded';
  await writeNote(deps, {
    note,
    form: 'document',
    report: () => undefined,
    signal,
    body: supersededDocument(before.stored.resource),
    target: {
      kind: 'version',
      before,
      relation: (place) => (isMarked(place) ? 'done' : 'untouched'),
      compare: ({ at }) => ({ kind: 'unverified', at }),
    },
  });
}

async function createReplacement(
  deps: ChangeDeps,
  job: ChangeJob,
  form: Form,
  before: Place,
  heldForms: readonly Form[],
): Promise<WriteEnd> {
  const { note, person, draftBinding, report, signal } = job;
  const guard = () => guardWrite(deps, { person, draftBinding, signal, withoutVisit: true });
  const bound = boundToVisit(deps, before);
  // The guard has already compared draft and launch. From here on both have the visit of the note.
  const signing = { note, form, person, draftBinding: bound.launch, heldForms, report, signal };
  const created = await createResource(bound, signing, { guard, replaces: namesOlder(job) });
  const end = await replacedEnd(deps, created, job, before, signal);
  if (end.kind === 'filed') await markSuperseded(deps, job);
  return end;
}

/**
 * Files the note that replaces the older one in `form`, unless the older one has been changed or replaced in the meantime.
 * `heldForms` are forms in which the chart has its number on purpose.
 */
export async function replaceNote(
  deps: ChangeDeps,
  job: ChangeJob,
  form: Form,
  heldForms: readonly Form[] = [],
): Promise<WriteEnd> {
  const { base, note, attempted, signal } = job;
  const now = await readPlace(deps, base.filed, signal);
  if (!now.ok) return readFailure(now.error);
  const before = attempted ? await searchOnce(boundToVisit(deps, now.value), note, [form], signal) : undefined;
  const isGone = before?.kind === 'gone';
  if (before && before.kind !== 'absent' && !isGone) return replacedEnd(deps, before, job, now.value, signal);
  // Before the older one, which nobody can change any more once it is marked as replaced.
  const replaced = await endIfReplaced(deps, base, form, signal);
  if (replaced) return replaced;
  if (isGone) return before;
  const relation = relationTo(now.value, job);
  // An update of the older one that was sent before may have arrived.
  const isUpdated = relation === 'done' && !holdsChange(base.note, job.change);
  if (relation === 'other' || isUpdated) return unsentConflict(now.value);
  return createReplacement(deps, job, form, now.value, heldForms);
}
