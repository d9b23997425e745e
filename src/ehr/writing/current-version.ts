// What the chart holds of a filed note at this moment, against what the clinician saw and against what they want it to be.
// Reads only.

import { field, textAt } from '../../fhir/datatypes/json.ts';
import { sameJson } from '../../fhir/datatypes/same-json.ts';
import { FORM_TYPES } from '../../fhir/form-types.ts';
import type { FiledAt, Standing } from '../../interview/history/history.ts';
import { type Act, differingParts, holdsChange } from '../../interview/note/note-change.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import type { FetchFault } from '../faults.ts';
import { withText } from '../forms/document-content.ts';
import type { Stored } from '../forms/form.ts';
import { FORM_ROWS } from '../forms/form-rows.ts';
import type { ChangeEnd, Changing, FiledNote } from '../port.ts';
import { readPath } from '../server/address.ts';
import { type JudgeInput, judge } from './compare-read-back.ts';
import type { FileInput } from './file-note.ts';
import { encountersOf, subjectOf } from './patient-guard.ts';

/** One version as the chart gave it. `etag` is what an update must match; absent where the server tells no version. */
export interface Now {
  readonly stored: Stored;
  readonly at: FiledAt;
  readonly etag?: string;
  /** Absent where it can no longer be read as a note of this patient. */
  readonly entry?: FiledNote;
}

/** Reads what stands at a place. Errors: every FetchFault of a read. */
export async function readNow(input: FileInput, at: FiledAt, signal: AbortSignal): Promise<Result<Now, FetchFault>> {
  const read = await input.fetchOne({ method: 'GET', path: readPath(FORM_TYPES[at.form], at.resourceId), signal });
  if (!read.ok) return read;
  const { resource, etag, version } = read.value;
  if (subjectOf(resource) !== input.patient || textAt(resource, 'id') !== at.resourceId)
    return err({ kind: 'badResponse' });
  const stored = await withText(input, resource, signal);
  const entry = FORM_ROWS[at.form].decode(stored, input.patient, input.base);
  const match = etag ?? (version && `W/"${version}"`);
  const { form, resourceId } = at;
  return ok({
    stored,
    at: { form, resourceId, ...(version && { version }) },
    ...(match && { etag: match }),
    ...(entry.kind === 'note' && { entry }),
  });
}

const WANTED = {
  observation: { add: 'amended', correct: 'corrected', retract: 'retracted' },
  response: { add: 'amended', correct: 'amended', retract: 'retracted' },
  document: { add: 'current', correct: 'current', retract: 'retracted' },
} as const satisfies Record<FiledAt['form'], Record<Act, Standing>>;

/** How the chart relates to a change: it tells of it, it holds what the clinician saw, or it holds something else. */
export function relation(now: Now, { base, change }: Changing): 'done' | 'untouched' | 'other' {
  const { entry } = now;
  if (change.act === 'retract' && isMarked(now)) return 'done';
  if (!entry) return 'other';
  if (holdsChange(entry.note, change)) return 'done';
  const alike = entry.standing === base.standing && sameJson(entry.authors, base.authors);
  return alike && differingParts(base.note, entry.note).length === 0 ? 'untouched' : 'other';
}

/** True where the resource itself says that it was entered in error, whatever is left of its content. */
export function isMarked({ stored: { resource } }: Now): boolean {
  return [field(resource, 'status'), field(resource, 'docStatus')].includes('entered-in-error');
}

/** The launch as the judge needs it here: a note belongs to the visit it was filed in, not to the one that is open. */
export function boundTo<I extends JudgeInput>(input: I, now: Now): I {
  const { encounter: _open, ...launch } = input.launch;
  const [visit] = encountersOf(now.stored.resource);
  return { ...input, launch: { ...launch, ...(visit !== undefined && { encounter: visit }) } };
}

/** What was found to hold a change; without the change's own words it is not proven, whatever else agrees. */
export function changedOrNot(
  change: Changing['change'],
  end: Extract<ChangeEnd, { readonly kind: 'changed' }>,
  at: FiledAt,
): ChangeEnd {
  const isHeld = end.entry.kind === 'note' && holdsChange(end.entry.note, change);
  return change.act === 'retract' || isHeld ? end : { kind: 'unverified', at };
}

/** What was read back, judged by the same judge as a filing. `before` is the version that was changed: its visit counts. */
export function judged(input: FileInput, now: Now, { note, base, change }: Changing, before = now): ChangeEnd {
  const end = judge(
    boundTo(input, before),
    note,
    FORM_ROWS[now.at.form],
    now.at,
    now.stored,
    WANTED[now.at.form][change.act],
  );
  if (end.kind === 'filed' || end.kind === 'filedWithLoss') {
    const lost = end.kind === 'filed' ? [] : end.lost;
    return changedOrNot(change, { kind: 'changed', entry: end.entry, lost, left: [] }, now.at);
  }
  // Retracted is retracted, even where nothing but the status is left to read.
  if (change.act === 'retract' && isMarked(now) && !now.entry)
    return { kind: 'changed', entry: { ...base, standing: 'retracted', filed: now.at }, lost: ['content'], left: [] };
  if (end.kind === 'mismatch') return { kind: 'mismatch', parts: end.parts };
  return { kind: 'unverified', at: now.at };
}
