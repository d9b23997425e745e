// Changes a filed note in its place: read, write the next version against it, read back, compare.

import type { Form, HistoryEntry } from '../../interview/history/history.ts';
import { holdsChange } from '../../interview/note/note-change.ts';
import type { Signer } from '../forms/form.ts';
import type { ChangeRequest, WriteEnd } from '../port.ts';
import type { RightsInput } from './change-rights.ts';
import { compareReadBack } from './compare-read-back.ts';
import type { Looking } from './find-filed-note.ts';
import { boundToVisit, isMarked, type Place, readPlace, relationTo } from './read-place.ts';
import { conflictAt, type NoteWrite, type WriteDeps, writeNote } from './write.ts';

/** What changing needs. `noUpdate` learns the forms in which an update was refused. */
export interface ChangeDeps extends WriteDeps {
  readonly destination: {
    readonly now: () => Omit<RightsInput, 'selves' | 'noUpdate'>;
    readonly learn: (signal: AbortSignal) => Promise<unknown>;
    readonly close: (form: Form) => void;
  };
  readonly noUpdate: Set<Form>;
}

/** One press, with who signs, who listens and what can stop it. */
export interface ChangePress extends ChangeRequest, Looking {
  readonly signer: Signer;
}

/** The references under which this clinician signs: the one of the sign-in, and the person behind a role. */
export async function selvesOf({ launch, facts }: ChangeDeps, signal: AbortSignal): Promise<readonly string[]> {
  const { clinician } = launch;
  if (clinician === undefined) return [];
  const practitioner = await facts.practitioner(signal);
  return practitioner === undefined || practitioner === clinician ? [clinician] : [clinician, practitioner];
}

/** What decides the rights in a note at this moment. */
export async function rightsInput(deps: ChangeDeps, signal: AbortSignal): Promise<RightsInput> {
  return { ...deps.destination.now(), selves: await selvesOf(deps, signal), noUpdate: deps.noUpdate };
}

const STANDINGS = {
  observation: { add: 'amended', correct: 'corrected', retract: 'retracted' },
  response: { add: 'amended', correct: 'amended', retract: 'retracted' },
  document: { add: 'current', correct: 'current', retract: 'retracted' },
} as const;

/** Without the change's own words it is not proven, whatever else agrees. */
export function provenChange(end: WriteEnd, { change, base }: ChangeRequest): WriteEnd {
  if (end.kind !== 'filed') return end;
  const isHeld = end.entry.kind === 'note' && holdsChange(end.entry.note, change);
  const left = base.alsoFiled ?? [];
  return change.act === 'retract' || isHeld ? { ...end, left } : { kind: 'unverified', at: end.at };
}

/** Compares a version that was read back. `before` is the version that was changed: the note belongs to its visit. */
export function compareVersion(deps: ChangeDeps, now: Place, changing: ChangeRequest, before = now): WriteEnd {
  const { note, base, change } = changing;
  const wanted = STANDINGS[now.at.form][change.act];
  const end = compareReadBack(boundToVisit(deps, before), note, now.at, now.stored, wanted);
  // Retracted is retracted, even if nothing but the status is left to read.
  if (end.kind === 'unverified' && change.act === 'retract' && isMarked(now)) {
    const entry: HistoryEntry = { ...base, standing: 'retracted', filed: now.at };
    return { kind: 'filed', at: now.at, entry, lost: ['content'], left: [] };
  }
  return provenChange(end, { ...changing, base: { ...base, alsoFiled: [] } });
}

/** Refusals of an update itself, or of what this form makes of the note. */
export const REFUSES_UPDATE: readonly string[] = ['forbidden', 'notFound', 'notSupported', 'invalid', 'headerBlocked'];

/** Sends the next version of what was just read. */
export async function writeVersion(deps: ChangeDeps, press: ChangePress, before: Place): Promise<WriteEnd> {
  const { note, change, signer, person, tell, signal } = press;
  const { form } = before.at;
  if (before.etag === undefined) {
    // Without a version nobody would notice a change by someone else, so nothing is updated in place.
    deps.noUpdate.add(form);
    return { kind: 'refused', why: { kind: 'notSupported' } };
  }
  const body = deps.amend({ form, current: before.stored.resource, note, change }, signer, person);
  const target: NoteWrite['target'] = {
    ...{ kind: 'version', before },
    relation: (now) => relationTo(now, press),
    compare: (now) => compareVersion(deps, now, press, before),
  };
  const end = await writeNote(deps, { note, form, body, target, tell, signal });
  if (end.kind === 'refused' && REFUSES_UPDATE.includes(end.why.kind)) deps.noUpdate.add(form);
  return end;
}

/** Changes a note in its place. What the chart holds is read first, so that a lost response is never sent again. */
export async function changeInPlace(deps: ChangeDeps, press: ChangePress): Promise<WriteEnd> {
  const now = await readPlace(deps, press.base.filed, press.signal);
  if (!now.ok) return unread(now.error);
  if (!now.value.isOurs) return { kind: 'unsent', why: { kind: 'badResponse' } };
  const relation = relationTo(now.value, press);
  if (relation === 'done') return compareVersion(deps, now.value, press);
  return relation === 'untouched' ? writeVersion(deps, press, now.value) : unsentConflict(now.value);
}

const unsentConflict = (now: Place): WriteEnd =>
  now.entry ? conflictAt(now) : { kind: 'unsent', why: { kind: 'badResponse' } };

/** A read that failed before anything was sent. */
export function unread(why: Extract<WriteEnd, { kind: 'unknown' }>['why']): WriteEnd {
  if (why.kind === 'sessionEnded') return { kind: 'sessionEnded' };
  return why.kind === 'notFound' || why.kind === 'gone' ? { kind: 'gone' } : { kind: 'unsent', why };
}
