// Changes a filed note in its place: reads it, writes the next version against it, reads it back and compares.

import { standingAfter } from '../../fhir/statuses.ts';
import { compareNotes } from '../../interview/history/compare-notes.ts';
import type { HistoryEntry } from '../../interview/history/history.ts';
import { isCounted, type NoteEntry } from '../../interview/history/visits.ts';
import type { ReadinessNote } from '../../interview/note/note.ts';
import { changesIn, holdsChange, lineOfChange, onTopOf } from '../../interview/note/note-change.ts';
import type { FetchFault, SetupFault } from '../faults.ts';
import type { OpenForms } from '../forms/destination.ts';
import type { Signer } from '../forms/form.ts';
import { FORM_ROWS } from '../forms/form-rows.ts';
import type { ChangeRequest, WriteEnd } from '../port.ts';
import type { Statement } from '../server/statement.ts';
import { compareReadBack } from './compare-read-back.ts';
import type { SearchControl } from './find-filed-note.ts';
import {
  boundToVisit,
  isMarked,
  type Place,
  readFailure,
  readPlace,
  relationTo,
  unsentConflict,
} from './read-place.ts';
import type { NoteWrite } from './send-request.ts';
import { type WriteDeps, writeNote } from './write.ts';

export interface ChangeDeps extends WriteDeps {
  readonly forms: OpenForms;
  readonly statement: Statement;
}

/** A change that the chart allows, with who signs it, its report of progress and its abort signal. */
export interface ChangeJob extends ChangeRequest, SearchControl {
  readonly signer: Signer;
  readonly ownReferences: readonly string[];
}

/** Counts a change as verified only if the note that was read back has the line about it. */
export function provenChange(end: WriteEnd, { change }: ChangeRequest): WriteEnd {
  if (end.kind !== 'filed') return end;
  const isHeld = end.entry.kind === 'note' && holdsChange(end.entry.note, change);
  return change.act === 'retract' || isHeld ? end : { kind: 'unverified', at: end.at };
}

/** True if the note lists a change that was not sent. Words may be altered by a server, so only act and time count. */
function isChangedSince(now: ReadinessNote, { note }: ChangeRequest): boolean {
  const headings = (one: ReadinessNote) => changesIn(one).map((change) => lineOfChange(change).label);
  const sent = headings(note);
  return headings(now).some((heading) => !sent.includes(heading));
}

/**
 * The end if the chart has a newer version than the one that was sent or seen. It may already have the change. A
 * correction must still be in it as it was sent.
 */
export function endAtNewer(theirs: NoteEntry, { change, note }: ChangeRequest): WriteEnd {
  const isHeld = holdsChange(theirs.note, change);
  const { lost, changed } = compareNotes(onTopOf(theirs.note, note), theirs.note);
  const isWhole = isHeld && isCounted(theirs) && (change.act === 'add' || lost.length + changed.length === 0);
  if (!(change.act === 'retract' ? theirs.standing === 'retracted' : isWhole)) return { kind: 'conflict', theirs };
  return { kind: 'filed', at: theirs.filed, entry: theirs, lost: isHeld ? [] : ['also'], unreached: [] };
}

/**
 * Compares a version that was read back. `before` is the version that was changed, because the note belongs to its
 * visit.
 */
export function compareVersion(deps: ChangeDeps, now: Place, request: ChangeRequest, before = now): WriteEnd {
  const { note, base, change } = request;
  const wanted = standingAfter(now.at.form, change.act);
  const end = compareReadBack(boundToVisit(deps, before), note, now.at, now.stored, wanted);
  // Somebody has changed the note once more since. That is not a fault of the chart.
  const isOwn = end.kind === 'mismatch' && end.parts.length > 0 && !end.parts.includes('author');
  if (now.entry && isOwn && isChangedSince(now.entry.note, request))
    return endAtNewer({ ...now.entry, replaces: base.replaces }, request);
  // A retraction succeeded even if only the status is left to read.
  if (end.kind === 'unverified' && change.act === 'retract' && isMarked(now)) {
    const entry: HistoryEntry = { ...base, standing: 'retracted', filed: now.at };
    return { kind: 'filed', at: now.at, entry, lost: ['content'], unreached: [] };
  }
  const proven = provenChange(end, request);
  // What a place replaces may be known only from its copies.
  return proven.kind === 'filed' ? { ...proven, entry: { ...proven.entry, replaces: base.replaces } } : proven;
}

/** Refusals of the update itself, or of the note in this form. */
export const REFUSES_UPDATE: readonly (FetchFault | SetupFault)['kind'][] = [
  'forbidden',
  'notFound',
  'notSupported',
  'invalid',
  'headerBlocked',
];

/** Sends the next version of what was just read. */
export async function writeVersion(deps: ChangeDeps, job: ChangeJob, before: Place): Promise<WriteEnd> {
  const { note, change, signer, person, report, signal } = job;
  const { form } = before.at;
  if (before.etag === undefined) {
    // Without an ETag, a change by someone else would go unnoticed, so nothing is updated in place.
    deps.forms.closeToUpdates(form);
    return { kind: 'refused', why: { kind: 'notSupported' } };
  }
  const amendment = { change, clinician: signer.clinician };
  const body = FORM_ROWS[form].amend(before.stored.resource, note, deps.contextOf(signer, person), amendment);
  const target: NoteWrite['target'] = {
    kind: 'version',
    before,
    relation: (now) => relationTo(now, job),
    compare: (now) => compareVersion(deps, now, job, before),
  };
  const end = await writeNote(deps, { note, form, body, target, report, signal });
  if (end.kind === 'refused' && REFUSES_UPDATE.includes(end.why.kind)) deps.forms.closeToUpdates(form);
  return end;
}

/**
 * Changes a note in its place. It reads the chart first, so that a change whose response was lost is not sent again.
 */
export async function changeInPlace(deps: ChangeDeps, job: ChangeJob): Promise<WriteEnd> {
  const now = await readPlace(deps, job.base.filed, job.signal);
  if (!now.ok) return readFailure(now.error);
  if (!now.value.isOurs) return { kind: 'unsent', why: { kind: 'badResponse' } };
  const relation = relationTo(now.value, job);
  if (relation === 'done') return compareVersion(deps, now.value, job);
  return relation === 'untouched' ? writeVersion(deps, job, now.value) : unsentConflict(now.value);
}
