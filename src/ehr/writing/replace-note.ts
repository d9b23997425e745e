// Changes a filed note by a note of its own that names the one it replaces: the vendors' way for documents, and the next
// way wherever no update is taken. The older note is left to the server. Source: docs/design/readiness-note.md, "Changing a filed note".

import type { Form } from '../../interview/history/history.ts';
import { ok, type Result } from '../../lib/result.ts';
import type { FetchFault } from '../faults.ts';
import { withOwnText } from '../forms/document-content.ts';
import type { Encode } from '../forms/form.ts';
import { FORM_ROWS } from '../forms/form-rows.ts';
import { searchSince } from '../history/search.ts';
import type { ChangeEnd, Changing, FiledNote, FilingEnd } from '../port.ts';
import { type ChangePress, conflict, unread } from './amend.ts';
import { boundTo, changedOrNot, type Now, readNow, relation } from './current-version.ts';
import { type FileInput, fileNote } from './file-note.ts';
import { findNote } from './find-filed-note.ts';

/** How a create ended, in the words of a change. */
function endOf(end: FilingEnd, { base, change }: Changing): ChangeEnd {
  const left = base.alsoFiled ?? [];
  switch (end.kind) {
    case 'filed':
      return changedOrNot(change, { kind: 'changed', entry: end.entry, lost: [], left }, end.at);
    case 'filedWithLoss':
      return changedOrNot(change, { kind: 'changed', entry: end.entry, lost: end.lost, left }, end.at);
    case 'filedUnverified':
      return { kind: 'unverified', at: end.at };
    case 'differs':
      return { kind: 'mismatch', parts: end.parts };
    // Two of one number: the clinician has to look, which an open question makes them do.
    case 'doubled':
      return { kind: 'unknown', why: { kind: 'conflict' } };
    default:
      return end;
  }
}

const DAY_MS = 86_400_000;

const standsFor = ({ replaces, standing }: FiledNote, { note, filed }: FiledNote): boolean =>
  standing !== 'retracted' &&
  standing !== 'draft' &&
  (replaces?.note === note.id ||
    (filed.form === 'document' && replaces?.documents?.includes(filed.resourceId) === true));

/** The note that has come to stand for this one since it was opened, or undefined. Not every server marks the older one. */
async function successorOf(
  input: FileInput,
  base: FiledNote,
  form: Form,
  signal: AbortSignal,
): Promise<Result<FiledNote | undefined, FetchFault>> {
  const since = new Date(Date.parse(base.note.at) - DAY_MS).toISOString().slice(0, 10);
  const found = await searchSince(input, form, since, signal);
  if (!found.ok) return found;
  const stored = await Promise.all(found.value.resources.map((resource) => withOwnText(input, resource, signal)));
  const entries = stored.map((one) => FORM_ROWS[form].decode(one, input.patient, input.base));
  return ok(entries.find((entry) => entry.kind === 'note' && standsFor(entry, base)) as FiledNote | undefined);
}

/** Looks for the replacement itself, by its own number. */
async function lookFor(input: FileInput, press: Changing, now: Now, signal: AbortSignal): Promise<ChangeEnd> {
  if (press.way.kind !== 'replace') return { kind: 'unknown', why: { kind: 'badResponse' } };
  const found = await findNote(boundTo(input, now), press.note, [press.way.form], signal);
  if (found.kind === 'found') return endOf(found.end, press);
  return found.kind === 'absent' ? { kind: 'unchanged', why: 'lost' } : { kind: 'unknown', why: found.why };
}

/** Reads whether a replacement that may have left is in the chart. */
export async function findReplacement(input: FileInput, changing: Changing, signal: AbortSignal): Promise<ChangeEnd> {
  const now = await readNow(input, changing.base.filed, signal);
  return now.ok ? lookFor(input, changing, now.value, signal) : { kind: 'unknown', why: now.error };
}

function replacing({ base }: Changing) {
  const { form, resourceId } = base.filed;
  return {
    note: base.note.id,
    ...(form === 'document' && { documentId: resourceId }),
    ...(form === 'observation' && { observationId: resourceId }),
  };
}

async function create(input: FileInput, press: ChangePress, now: Now, beside: readonly Form[]): Promise<ChangeEnd> {
  if (press.way.kind !== 'replace') return { kind: 'refused', why: { kind: 'notSupported' } };
  const bound = boundTo(input, now);
  const encode: Encode = (note, form, signer, person) => input.encode(note, form, signer, person, replacing(press));
  // The guard has compared draft and launch as they are; from here on both stand in the visit of the note.
  const signing = { note: press.note, form: press.way.form, person: press.person, draft: bound.launch, beside };
  const end = await fileNote({ ...bound, encode }, { ...signing, tell: press.tell, signal: press.signal });
  return end.kind === 'unknown' ? lookFor(input, press, now, press.signal) : endOf(end, press);
}

/**
 * Files the note that stands for the older one, unless the older one has changed or was replaced meanwhile. `beside`:
 * forms in which its number stands in the chart already, on purpose.
 */
export async function replaceNote(
  input: FileInput,
  press: ChangePress,
  beside: readonly Form[] = [],
): Promise<ChangeEnd> {
  press.tell('sending');
  const now = await readNow(input, press.base.filed, press.signal);
  if (!now.ok) return unread(now.error);
  if (press.attempted) {
    const before = await lookFor(input, press, now.value, press.signal);
    if (before.kind !== 'unchanged') return before;
  }
  if (relation(now.value, press) === 'other') return conflict(now.value);
  const form = press.way.kind === 'replace' ? press.way.form : press.base.filed.form;
  const newer = await successorOf(input, press.base, form, press.signal);
  if (!newer.ok) return unread(newer.error);
  return newer.value ? { kind: 'conflict', theirs: newer.value } : create(input, press, now.value, beside);
}
