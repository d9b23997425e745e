// Changes a filed note in its place: guard, read what stands there, one PUT against that very version, read back, judge.
// Nothing is overwritten unseen and nothing is sent twice. Source: docs/design/readiness-note.md, "Responses of a server" and "Changing a filed note".

import { FORM_TYPES } from '../../fhir/form-types.ts';
import type { Form } from '../../interview/history/history.ts';
import type { FetchFault } from '../faults.ts';
import type { Signer } from '../forms/form.ts';
import type { ChangeEnd, Changing, FilingProgress } from '../port.ts';
import { readPath } from '../server/address.ts';
import type { Reply } from '../server/fetch.ts';
import type { Amend } from './amender.ts';
import { judged, type Now, readNow, relation } from './current-version.ts';
import type { FileInput } from './file-note.ts';
import { subjectOf } from './patient-guard.ts';

/** What changing needs beside what filing needs. */
export interface AmendInput extends FileInput {
  readonly amend: Amend;
  /** Called where the EHR refuses updates of a form for certain: the next way is offered from then on. */
  readonly closeUpdate: (form: Form) => void;
}

/** One press, with who signs, who listens and what can stop it. */
export interface ChangePress extends Changing {
  readonly signer: Signer;
  readonly tell: (step: FilingProgress) => void;
  readonly signal: AbortSignal;
}

const UNCLEAR: readonly FetchFault['kind'][] = ['offline', 'timeout', 'aborted', 'blocked', 'server', 'badResponse'];
const REFUSES_UPDATES: readonly FetchFault['kind'][] = ['forbidden', 'notFound', 'notSupported', 'invalid'];

/** A read that failed before anything was sent: nothing happened. */
export function unread(why: FetchFault): ChangeEnd {
  if (why.kind === 'sessionEnded') return { kind: 'sessionEnded' };
  return why.kind === 'notFound' || why.kind === 'gone' ? { kind: 'gone' } : { kind: 'refused', why };
}

/** Two sides, where the chart's can be shown; else its owner has to look there. */
export function conflict({ entry }: Now): ChangeEnd {
  return entry ? { kind: 'conflict', theirs: entry } : { kind: 'refused', why: { kind: 'badResponse' } };
}

/** Reads whether a change that may have left is there. */
export async function lookAt(
  input: FileInput,
  changing: Changing,
  why: 'lost' | 'not-taken',
  signal: AbortSignal,
  before?: Now,
): Promise<ChangeEnd> {
  const now = await readNow(input, changing.base.filed, signal);
  if (!now.ok) {
    const isGone = now.error.kind === 'notFound' || now.error.kind === 'gone';
    return isGone ? { kind: 'gone' } : { kind: 'unknown', why: now.error };
  }
  const stands = relation(now.value, changing);
  if (stands === 'done') return judged(input, now.value, changing, before);
  return stands === 'untouched' ? { kind: 'unchanged', why } : conflict(now.value);
}

async function afterFault(input: AmendInput, press: ChangePress, before: Now, why: FetchFault): Promise<ChangeEnd> {
  if (why.kind === 'sessionEnded') return { kind: 'sessionEnded' };
  if (why.kind === 'gone') return { kind: 'gone' };
  if (why.kind === 'conflict' || why.kind === 'versionConflict')
    return lookAt(input, press, 'not-taken', press.signal, before);
  if (UNCLEAR.includes(why.kind)) return lookAt(input, press, 'lost', press.signal, before);
  if (REFUSES_UPDATES.includes(why.kind)) input.closeUpdate(press.base.filed.form);
  return { kind: 'refused', why };
}

const RETRY_MS = [500, 1500] as const;

/** Reads back; a server whose reads lag behind its writes is asked three times. */
async function verify(input: AmendInput, press: ChangePress, before: Now, reply: Reply): Promise<ChangeEnd> {
  press.tell('verifying');
  const { filed } = press.base;
  let last: Now | undefined;
  for (const pause of [...RETRY_MS, undefined]) {
    const now = await readNow(input, filed, press.signal);
    if (now.ok) last = now.value;
    if (now.ok && relation(now.value, press) === 'done') return judged(input, now.value, press, before);
    const lags = now.ok ? reply.version !== undefined && now.value.at.version !== reply.version : isNotYet(now.error);
    if (!lags || pause === undefined) break;
    await input.wait(pause, press.signal).catch(() => undefined);
  }
  if (!last) return { kind: 'unverified', at: filed };
  const isLater = reply.version !== undefined && last.at.version !== undefined && last.at.version !== reply.version;
  return isLater && relation(last, press) === 'other' ? conflict(last) : judged(input, last, press, before);
}

const isNotYet = ({ kind }: FetchFault): boolean => kind === 'notFound';

/** Sends the next version of what was just read. */
export async function put(input: AmendInput, press: ChangePress, now: Now): Promise<ChangeEnd> {
  const { note, change, signer, person, signal } = press;
  const { form, resourceId } = now.at;
  if (now.etag === undefined) {
    // Without a version nothing would notice a change of someone else's: no update in place.
    input.closeUpdate(form);
    return { kind: 'refused', why: { kind: 'notSupported' } };
  }
  const body = input.amend({ form, current: now.stored.resource, note, change }, signer, person);
  if (subjectOf(body) !== input.launch.patient)
    return { kind: 'refused', why: { kind: 'wrongPatient', where: 'loaded-patient' } };
  const path = readPath(FORM_TYPES[form], resourceId);
  const answer = await input.fetchOne({ method: 'PUT', path, body, ifMatch: now.etag, signal });
  if (!answer.ok) return afterFault(input, press, now, answer.error);
  return answer.value.status === 202 ? { kind: 'accepted' } : verify(input, press, now, answer.value);
}

/** Changes a note in its place. What the chart holds is read first, so that a lost answer is never sent again. */
export async function changeInPlace(input: AmendInput, press: ChangePress): Promise<ChangeEnd> {
  press.tell('sending');
  const now = await readNow(input, press.base.filed, press.signal);
  if (!now.ok) return unread(now.error);
  const stands = relation(now.value, press);
  if (stands === 'done') return judged(input, now.value, press);
  return stands === 'untouched' ? put(input, press, now.value) : conflict(now.value);
}
