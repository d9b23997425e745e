// Writes one note to the chart: a new resource, or the next version of one. Signing, a second form, adding, correcting
// and retracting all use it. One request, one search, one read-back, one comparison, one result type.

import { field, textAt } from '../../fhir/datatypes/json.ts';
import { FORM_TYPES } from '../../fhir/form-types.ts';
import { hasNumber, saysError } from '../../fhir/server/outcome.ts';
import type { FiledAt, Form } from '../../interview/history/history.ts';
import type { FetchFault, SetupFault } from '../faults.ts';
import type { ContextOf } from '../forms/form.ts';
import type { PartsSender } from '../parts/parts-sender.ts';
import type { WriteEnd } from '../port.ts';
import type { Reply } from '../server/fetch.ts';
import { pause } from '../server/pause.ts';
import { can } from '../server/scopes.ts';
import type { Session } from '../server/session.ts';
import { compareReadBack } from './compare-read-back.ts';
import type { FactsAtSigning } from './facts-at-signing.ts';
import { countCopies, LOOK_AGAIN_MS, searchPatiently } from './find-filed-note.ts';
import { conflictAt, findVersion, type Place, readPlace } from './read-place.ts';
import { type NoteWrite, type SendDeps, type Sent, sendRequest } from './send-request.ts';
import type { WriteLock } from './write-lock.ts';

export interface WriteDeps extends SendDeps {
  readonly session: Session;
  readonly contextOf: ContextOf;
  readonly facts: FactsAtSigning;
  readonly writeLock: WriteLock;
  /** True if a note may be in this form: the site files it, and the statement lists it, is unread or is overruled. */
  readonly mayHold: (form: Form) => boolean;
  /** Proves what was filed along with a note. */
  readonly proveParts: PartsSender['prove'];
  /** Names what was filed along with a note that is replaced. */
  readonly partsOfEarlier: PartsSender['ofEarlier'];
}

const saysAny = (fault: FetchFault, pattern: RegExp): boolean =>
  'issues' in fault && fault.issues.some(({ code, text, element }) => pattern.test(`${code} ${text ?? ''} ${element}`));

const hasAny = (fault: FetchFault, ...numbers: readonly string[]): boolean =>
  'issues' in fault && fault.issues.some((issue) => numbers.some((number) => hasNumber(issue, number)));

/** The reference that the server says it does not have. */
function missingReference(fault: FetchFault): SetupFault | undefined {
  if (fault.kind !== 'invalid' || !saysAny(fault, /HAPI-1094|\bnot found, specified in path\b/i)) return undefined;
  const isVisit = saysAny(fault, /\bEncounter\b|\bencounter\b/);
  const isAuthor = saysAny(fault, /\bPractitioner(Role)?\b|\.(performer|author)\b/);
  return { kind: 'missingReference', what: isAuthor ? 'author' : isVisit ? 'visit' : 'other' };
}

/** Epic's 59187 to 59189 say that a form is not set up. */
const isNotMapped = (fault: FetchFault): boolean =>
  fault.kind === 'invalid' && hasAny(fault, '59187', '59188', '59189');

type FaultKinds = readonly FetchFault['kind'][];

const REFUSALS: FaultKinds = ['forbidden', 'notFound', 'notSupported', 'moved'];

/** The end for a response that cannot have stored anything. */
function endOfRefusal(fault: FetchFault): WriteEnd | undefined {
  const why = missingReference(fault);
  if (why) return { kind: 'refused', why };
  const isRule = fault.kind === 'invalid' && fault.status === 422 && saysError(fault.issues);
  const isRefused = REFUSALS.includes(fault.kind) || isRule || isNotMapped(fault);
  return isRefused && !isDuplicate(fault) ? { kind: 'refused', why: fault } : undefined;
}

/** Epic's 59141 says that a document with this number already exists. */
const isDuplicate = (fault: FetchFault): boolean => saysAny(fault, /^duplicate\b/) || hasAny(fault, '59141');

const UNSURE_REFUSALS: FaultKinds = ['invalid', 'tooLarge', 'tooMany', 'gone', 'networkSignIn', 'headersTooLarge'];

/** True for a refusal that may have come after the note was stored. */
const isUnsureRefusal = (fault: FetchFault): boolean => UNSURE_REFUSALS.includes(fault.kind) && !isDuplicate(fault);

/** After these, a note that no search finds was refused and not lost. */
const REFUSED_IF_ABSENT: FaultKinds = ['conflict', 'versionConflict', 'invalid'];

/** Finds out whether a write whose response proves nothing is in the chart. */
async function lookFor(deps: WriteDeps, write: NoteWrite): Promise<WriteEnd> {
  const { target, note, form, signal } = write;
  if (target.kind === 'new') return searchPatiently(deps, note, [...new Set([form, ...target.others])], write);
  return findVersion(deps, target.before.at, target, signal);
}

/** A server that does not store the author refuses every form, and each server says so in other words. */
const orMissingAuthor = ({ facts }: WriteDeps, end: WriteEnd): WriteEnd =>
  end.kind === 'refused' && end.why.kind === 'invalid' && !isNotMapped(end.why) && facts.lacksAuthor()
    ? { kind: 'refused', why: { kind: 'missingReference', what: 'author' } }
    : end;

/** The end for a fault that itself stored nothing. It says nothing about an earlier request that may still arrive. */
function endWithoutStoring(deps: WriteDeps, { target }: NoteWrite, why: FetchFault): WriteEnd | undefined {
  // The sign-in fails before a create is sent. A change may have reached a part of its places by then.
  const isUnsent = why.kind === 'foreignLink' || (why.kind === 'signInUnavailable' && target.kind === 'new');
  if (isUnsent) return { kind: 'unsent', why };
  if (why.kind === 'gone' && target.kind === 'version') return { kind: 'gone' };
  const refusal = endOfRefusal(why);
  return refusal && orMissingAuthor(deps, refusal);
}

async function afterFault(deps: WriteDeps, write: NoteWrite, why: FetchFault, mayArrive = false): Promise<WriteEnd> {
  if (why.kind === 'sessionEnded') return { kind: 'sessionEnded' };
  const end = endWithoutStoring(deps, write, why);
  if (end && !mayArrive) return end;
  const found = await lookFor(deps, write);
  if (found.kind !== 'absent') return found;
  if (!mayArrive && isUnsureRefusal(why)) return orMissingAuthor(deps, { kind: 'refused', why });
  return { kind: 'absent', why: REFUSED_IF_ABSENT.includes(why.kind) || end ? 'not-taken' : 'lost' };
}

/** Where the note is, by the response to a create. Undefined if the response does not say. */
function createdAt(reply: Reply, form: Form): FiledAt | undefined {
  const type = FORM_TYPES[form];
  const bodyId = field(reply.resource, 'resourceType') === type ? textAt(reply.resource, 'id') : undefined;
  const resourceId = reply.location?.type === type ? reply.location.id : bodyId;
  const version = reply.location?.version ?? reply.version;
  return resourceId ? { form, resourceId, ...(version && { version }) } : undefined;
}

const READ_AGAIN_MS = [500, 1500] as const;

/** True while the server shows an older version than the one it confirmed. */
const isBehind = ({ target }: NoteWrite, now: Place, { version }: Reply): boolean =>
  target.kind === 'version' && target.relation(now) !== 'done' && version !== undefined && now.at.version !== version;

/** True if a document is there before its Binary. */
const isTextLate = ({ scopes }: WriteDeps, { stored }: Place): boolean =>
  stored.unread === true && can(scopes, 'Binary', 'read');

/** Reads back what was written, up to three times if reads lag behind writes, and compares. */
async function readBack(deps: WriteDeps, write: NoteWrite, at: FiledAt, reply: Reply): Promise<WriteEnd> {
  const { target, note, signal } = write;
  write.report('verifying');
  let last: Place | undefined;
  for (const ms of [...READ_AGAIN_MS, undefined]) {
    const now = await readPlace(deps, at, signal);
    if (now.ok) last = now.value;
    const isLate = now.ok
      ? isBehind(write, now.value, reply) || isTextLate(deps, now.value)
      : now.error.kind === 'notFound';
    if (!isLate || ms === undefined) break;
    await pause(ms, signal);
  }
  if (!last) return { kind: 'unverified', at };
  if (target.kind === 'new') return compareReadBack(deps, note, { ...at, ...last.at }, last.stored);
  // The server confirmed a newer version, and a replica still shows the earlier text.
  if (target.relation(last) === 'untouched' && isBehind(write, last, reply)) return { kind: 'unverified', at };
  const isLater = reply.version !== undefined && last.at.version !== undefined && last.at.version !== reply.version;
  return isLater && target.relation(last) === 'other' ? conflictAt(last) : target.compare(last);
}

const MOST_FAILED_COUNTS = 3;

/** Counts the copies before the end is final, because a browser or proxy may have sent the create twice. */
async function counted(
  deps: WriteDeps,
  write: NoteWrite,
  others: readonly Form[],
  at: FiledAt,
  end: WriteEnd,
): Promise<WriteEnd> {
  // An end without a place says nothing about copies.
  if (!('at' in end)) return end;
  let failed = 0;
  for (const ms of [...LOOK_AGAIN_MS, undefined]) {
    const count = await countCopies(deps, write.note, at, others, write.signal);
    const { places } = count.kind === 'counted' ? count : { places: [] };
    if (places.length > 1) return { kind: 'duplicated', places, entry: end.kind === 'filed' ? end.entry : undefined };
    if (count.kind === 'counted') return end;
    if (count.kind === 'failed') failed += 1;
    if (ms === undefined || failed >= MOST_FAILED_COUNTS || write.signal.aborted) break;
    await pause(ms, write.signal);
  }
  return end.kind === 'filed' ? { kind: 'unverified', at, why: 'uncounted' } : end;
}

/** A 200 on a conditional create means that a note with this number already existed. If it differs, it is an earlier one. */
export const asEarlier = (end: WriteEnd): WriteEnd =>
  end.kind === 'mismatch' && end.parts.length > 0 ? { ...end, kind: 'earlierDiffers' } : end;

async function afterAnswer(
  deps: WriteDeps,
  write: NoteWrite,
  { reply, way }: Extract<Sent, { kind: 'answered' }>,
): Promise<WriteEnd> {
  const { target, form } = write;
  if (reply.status === 202) return { kind: 'accepted' };
  if (target.kind === 'version') return readBack(deps, write, target.before.at, reply);
  const at = createdAt(reply, form) ?? (way === 'put' ? { form, resourceId: write.note.id } : undefined);
  // Some servers answer 200 to every create. Only a condition can have matched a note that was there before.
  const isEarlier = way === 'conditional' && reply.status === 200;
  if (!at) {
    const end = await afterFault(deps, write, { kind: 'badResponse' });
    // Azure answers a condition that matches with 200 and nothing else.
    return isEarlier ? asEarlier(end) : end;
  }
  const end = await readBack(deps, write, at, reply);
  // A PUT under the number leaves one copy. An earlier try may have been a POST, which leaves another.
  if (way === 'put' && target.others.length === 0) return end;
  return counted(deps, write, target.others, at, isEarlier ? asEarlier(end) : end);
}

async function endOf(deps: WriteDeps, write: NoteWrite, sent: Sent): Promise<WriteEnd> {
  if (sent.kind === 'answered') return afterAnswer(deps, write, sent);
  const end = sent.kind === 'ended' ? sent.end : await afterFault(deps, write, sent.why, sent.mayArrive);
  const { target, form } = write;
  // The search found it in one form. An earlier request may have arrived in another one.
  const mayBeElsewhere = target.kind === 'new' && target.others.length > 0;
  return mayBeElsewhere && 'at' in end ? counted(deps, write, [form, ...target.others], end.at, end) : end;
}

/** Writes once and returns how it ended. The caller has run the guard. */
export async function writeNote(deps: WriteDeps, write: NoteWrite): Promise<WriteEnd> {
  write.report('sending');
  const sent = await sendRequest(deps, write);
  const end = await endOf(deps, write, sent);
  return deps.proveParts(end, write.target.kind, write.signal);
}
