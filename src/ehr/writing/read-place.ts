// Reads one place of the chart and compares it with a change: done, untouched or other. Reads only.

import { field, textAt } from '../../fhir/datatypes/json.ts';
import { sameJson } from '../../fhir/datatypes/same-json.ts';
import { FORM_TYPES } from '../../fhir/form-types.ts';
import type { FiledAt } from '../../interview/history/history.ts';
import type { NoteEntry } from '../../interview/history/visits.ts';
import { differingParts, holdsChange } from '../../interview/note/note-change.ts';
import { ok, type Result } from '../../lib/result.ts';
import type { FetchFault } from '../faults.ts';
import { withText } from '../forms/document-content.ts';
import type { Stored } from '../forms/form.ts';
import { FORM_ROWS } from '../forms/form-rows.ts';
import type { ChangeRequest, WriteEnd } from '../port.ts';
import { readPath } from '../server/address.ts';
import type { ChartAccess } from '../server/chart-access.ts';
import type { CompareInput } from './compare-read-back.ts';
import { encountersOf, subjectOf } from './patient-guard.ts';

/** One version as the chart returned it. `etag` is what an update must match. Absent if the server names no version. */
export interface Place {
  readonly stored: Stored;
  readonly at: FiledAt;
  readonly etag: string | undefined;
  /** Absent if it cannot be read as a note of this patient. */
  readonly entry: NoteEntry | undefined;
  /** False if the resource is about another patient or has another id. */
  readonly isOurs: boolean;
}

/** Reads the resource at a place. Errors: every FetchFault of a read. */
export async function readPlace(
  input: ChartAccess,
  { form, resourceId }: FiledAt,
  signal: AbortSignal,
): Promise<Result<Place, FetchFault>> {
  const read = await input.fetchOne({ method: 'GET', path: readPath(FORM_TYPES[form], resourceId), signal });
  if (!read.ok) return read;
  const { resource, etag, version } = read.value;
  const isOurs = subjectOf(resource) === input.patient && textAt(resource, 'id') === resourceId;
  const stored = isOurs ? await withText(input, resource, signal) : { resource };
  const entry = FORM_ROWS[form].decode(stored, input.patient, input.base);
  return ok({
    stored,
    isOurs,
    etag,
    at: { form, resourceId, ...(version && { version }) },
    entry: isOurs && entry.kind === 'note' ? entry : undefined,
  });
}

/** True if the resource itself has the status entered-in-error, whatever is left of its content. */
export function isMarked({ stored: { resource } }: Place): boolean {
  return [field(resource, 'status'), field(resource, 'docStatus')].includes('entered-in-error');
}

export function relationTo(place: Place, { base, change }: ChangeRequest): Relation {
  const { entry } = place;
  if (change.act === 'retract' && isMarked(place)) return 'done';
  if (!entry) return 'other';
  if (holdsChange(entry.note, change)) return 'done';
  const alike = entry.standing === base.standing && sameJson(entry.authors, base.authors);
  return alike && differingParts(base.note, entry.note).length === 0 ? 'untouched' : 'other';
}

/** The input with the visit of the filed note, which may differ from the visit that is open now. */
export function boundToVisit<I extends CompareInput>(input: I, place: Place): I {
  const { encounter: _open, ...launch } = input.launch;
  const [visit] = encountersOf(place.stored.resource);
  return { ...input, launch: { ...launch, ...(visit !== undefined && { encounter: visit }) } };
}

/** True if the server says that there is no such resource. */
export const isGone = ({ kind }: FetchFault): boolean => kind === 'notFound' || kind === 'gone';

/** The end for a read that failed before anything was sent. */
export function readFailure(why: FetchFault): WriteEnd {
  if (why.kind === 'sessionEnded') return { kind: 'sessionEnded' };
  return isGone(why) ? { kind: 'gone' } : { kind: 'unsent', why };
}

/**
 * A conflict to show side by side, if the chart's version is readable. Otherwise the clinician must look in the chart.
 */
export const conflictAt = ({ entry }: Place): WriteEnd =>
  entry ? { kind: 'conflict', theirs: entry } : { kind: 'unknown', why: { kind: 'badResponse' } };

/** The same before anything was sent. */
export const unsentConflict = (place: Place): WriteEnd =>
  place.entry ? conflictAt(place) : { kind: 'unsent', why: { kind: 'badResponse' } };

/** How a place relates to a change: it has the change, it has what the clinician saw, or something else. */
type Relation = 'done' | 'untouched' | 'other';

/** Finds out whether a place has the next version, and compares that version. */
export interface VersionCheck {
  readonly relation: (now: Place) => Relation;
  readonly compare: (now: Place) => WriteEnd;
}

/** Finds out whether a version that may have been written is in the chart. */
export async function findVersion(
  input: ChartAccess,
  at: FiledAt,
  { relation, compare }: VersionCheck,
  signal: AbortSignal,
): Promise<WriteEnd> {
  const now = await readPlace(input, at, signal);
  if (!now.ok) return isGone(now.error) ? { kind: 'gone' } : { kind: 'unknown', why: now.error };
  const found = relation(now.value);
  if (found === 'done') return compare(now.value);
  return found === 'untouched' ? { kind: 'absent', why: 'lost' } : conflictAt(now.value);
}
