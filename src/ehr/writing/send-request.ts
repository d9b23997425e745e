// Sends one write. It falls back to the safest way that this server and its CORS settings allow, but only if the first
// request cannot have been stored.

import { FORM_TYPES } from '../../fhir/form-types.ts';
import { NOTE_ID } from '../../fhir/identity.ts';
import type { Form } from '../../interview/history/history.ts';
import type { ReadinessNote } from '../../interview/note/note.ts';
import type { FetchFault } from '../faults.ts';
import type { WriteEnd } from '../port.ts';
import { readPath } from '../server/address.ts';
import type { Reply, RequestFault, ServerRequest } from '../server/fetch.ts';
import type { CreateWay, CreateWays, OptionalHeader } from './create-ways.ts';
import { type FindInput, type SearchControl, searchOnce, searchPatiently } from './find-filed-note.ts';
import { type Place, readFailure, type VersionCheck } from './read-place.ts';

export interface SendDeps extends FindInput {
  readonly ways: CreateWays;
}

/**
 * A new resource, or the next version of the one at `before`. `others` are forms in which the note may also have
 * arrived. `guard` is run again before a second request that comes long after the first.
 */
type Target =
  | {
      readonly kind: 'new';
      readonly others: readonly Form[];
      readonly guard: () => Promise<WriteEnd | undefined>;
    }
  | (VersionCheck & { readonly kind: 'version'; readonly before: Place });

export interface NoteWrite extends SearchControl {
  readonly note: ReadinessNote;
  readonly form: Form;
  readonly body: unknown;
  readonly target: Target;
}

/**
 * A response, or the end if nothing was stored. After `failed` it may have been stored or not. `mayArrive`: an earlier
 * request of this press had no answer, and may still be stored.
 */
export type Sent =
  | { readonly kind: 'answered'; readonly reply: Reply; readonly way: CreateWay | 'version' }
  | { readonly kind: 'failed'; readonly why: FetchFault; readonly mayArrive: boolean }
  | { readonly kind: 'ended'; readonly end: WriteEnd };

/** What to do after a failed try. `again-unsure`: that try had no answer, and may still be stored. */
type Next = 'again' | 'again-unsure' | 'failed' | Extract<Sent, { readonly kind: 'ended' }>;

const isAgain = (next: Next): next is 'again' | 'again-unsure' => next === 'again' || next === 'again-unsure';

const MOST_TRIES = 6;

const conditionOf = ({ note }: NoteWrite): string => `identifier=${encodeURIComponent(`${NOTE_ID}|${note.id}`)}`;

function requestOf({ ways }: SendDeps, write: NoteWrite, way: CreateWay | 'version'): ServerRequest {
  const { form, body, note, target, signal } = write;
  const type = FORM_TYPES[form];
  const common = { body, signal, prefer: ways.maySend('Prefer') };
  if (target.kind === 'version') {
    const { at, etag } = target.before;
    return { ...common, method: 'PUT', path: readPath(type, at.resourceId), ifMatch: etag };
  }
  if (way === 'put') {
    const numbered = { ...(body as object), id: note.id };
    const ifNoneMatch = ways.maySend('If-None-Match') ? '*' : undefined;
    return { ...common, method: 'PUT', path: readPath(type, note.id), body: numbered, ifNoneMatch };
  }
  return { ...common, method: 'POST', path: type, ifNoneExist: way === 'conditional' ? conditionOf(write) : undefined };
}

/** Each header with a value that is harmless in a read. */
const PROBES = {
  Prefer: 'return=representation',
  'If-None-Exist': 'identifier=none',
  'If-None-Match': '"none"',
  'If-Match': 'W/"1"',
  'Content-Type': 'application/fhir+json',
} as const satisfies Record<OptionalHeader, string>;

/** The headers that a transaction is sent with. */
const IN_TRANSACTION: readonly OptionalHeader[] = ['Content-Type', 'Prefer'];

/**
 * Finds the headers of a blocked request that the browser may not send. It sends a read with each. If only that read is
 * blocked, the preflight fails, so the write never left the browser.
 */
async function blockedHeaders(
  deps: SendDeps,
  asked: ServerRequest,
  { sent: instead }: RequestFault,
): Promise<readonly OptionalHeader[]> {
  const { fetchOne, patient } = deps;
  const read = { method: 'GET', path: readPath('Patient', patient), signal: asked.signal } as const;
  const sent: readonly (readonly [OptionalHeader, boolean])[] = [
    ['Content-Type', true],
    ['Prefer', asked.prefer !== false],
    ['If-None-Exist', asked.ifNoneExist !== undefined],
    ['If-None-Match', asked.ifNoneMatch !== undefined],
    ['If-Match', asked.ifMatch !== undefined],
  ];
  // A transaction has the conditions inside, so a blocked condition says nothing about it.
  const names = sent.flatMap(([name, isSent]) =>
    isSent && (instead !== 'transaction' || IN_TRANSACTION.includes(name)) ? [name] : [],
  );
  const blockedOf = async (probed: readonly OptionalHeader[]): Promise<readonly OptionalHeader[]> => {
    const plain = await fetchOne(read);
    if (!plain.ok || probed.length === 0) return [];
    const answers = await Promise.all(
      probed.map(async (name) => {
        const answer = await fetchOne({ ...read, headers: { [name]: PROBES[name] } });
        return !answer.ok && answer.error.kind === 'blocked' ? [name] : [];
      }),
    );
    return answers.flat();
  };
  // Twice, because a network that drops one request may drop another.
  return blockedOf(await blockedOf(names));
}

const NEEDED: readonly OptionalHeader[] = ['Content-Type', 'If-Match'];
const REFUSES_PUT: readonly FetchFault['kind'][] = ['forbidden', 'notFound', 'notSupported', 'invalid', 'blocked'];

/** True if a server that refuses a conditional create may take a plain one. */
const mayBeCondition = (fault: FetchFault): boolean =>
  fault.kind === 'forbidden' ||
  (fault.kind === 'invalid' && fault.issues.some(({ text = '' }) => /if-none-exist/i.test(text)));

const mayBeTheWay = (way: CreateWay | 'version', fault: FetchFault): boolean =>
  way === 'conditional' ? mayBeCondition(fault) : way === 'put' && REFUSES_PUT.includes(fault.kind);

async function againIfAbsent(deps: SendDeps, { note, form, signal }: NoteWrite): Promise<Next> {
  const found = await searchOnce(deps, note, [form], signal);
  return found.kind === 'absent' ? 'again' : { kind: 'ended', end: found };
}

/** The end if the first request may still arrive and the second was not sent. */
const asAbsent = (end: WriteEnd): WriteEnd => (end.kind === 'unsent' ? { kind: 'absent', why: 'lost' } : end);

/** After a long search that found nothing, the guard runs once more, and the page says that the note is sent. */
async function againAfterSearch(deps: SendDeps, write: NoteWrite): Promise<Next> {
  const { target, note, form, report } = write;
  const found = await searchPatiently(deps, note, [form], write);
  if (found.kind !== 'absent') return { kind: 'ended', end: found };
  const stopped = target.kind === 'new' ? await target.guard() : undefined;
  if (stopped) return { kind: 'ended', end: asAbsent(stopped) };
  report('sending');
  return 'again-unsure';
}

/** The end if a note of which a header seems blocked is in the chart all the same. */
async function storedAnyway(deps: SendDeps, { target, note, form, signal }: NoteWrite): Promise<Next | undefined> {
  if (target.kind !== 'new') return undefined;
  const end = await searchOnce(deps, note, [form], signal);
  return end.kind === 'absent' || end.kind === 'unknown' ? undefined : { kind: 'ended', end };
}

/** Decides after a failed try: send again in another way, or end. */
async function afterTry(
  deps: SendDeps,
  write: NoteWrite,
  asked: ServerRequest,
  way: CreateWay | 'version',
  why: RequestFault,
): Promise<Next> {
  if (why.kind === 'blocked') {
    const headers = await blockedHeaders(deps, asked, why);
    const stored = headers.length > 0 ? await storedAnyway(deps, write) : undefined;
    if (stored) return stored;
    const needed = headers.find((header) => NEEDED.includes(header));
    if (needed) return { kind: 'ended', end: { kind: 'refused', why: { kind: 'headerBlocked', header: needed } } };
    deps.ways.withhold(headers);
    if (headers.length > 0) return 'again';
  }
  if (write.target.kind === 'new' && why.sent === 'transaction' && why.kind === 'forbidden') {
    // The server refuses transactions, or a gateway refused one that was stored. The note itself is not refused yet.
    return againAfterSearch(deps, write);
  }
  if (way === 'version' || !mayBeTheWay(way, why)) return 'failed';
  // After a broken connection the server may still store it, unlike after a refusal. The next way could make a second one.
  const next = await (why.kind === 'blocked' ? againAfterSearch : againIfAbsent)(deps, write);
  if (isAgain(next)) deps.ways.close(write.form, way);
  return next;
}

/** Sends a write until a response arrives or no other way is left. */
export async function sendRequest(deps: SendDeps, write: NoteWrite): Promise<Sent> {
  const { form, target } = write;
  let last: RequestFault = { kind: 'badResponse' };
  let closed: FetchFault['kind'] | undefined;
  let mayArrive = false;
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const way = target.kind === 'version' ? 'version' : deps.ways.next(form);
    const asked = requestOf(deps, write, way);
    const answer = await deps.fetchOne(asked);
    if (answer.ok) return { kind: 'answered', reply: answer.value, way };
    last = answer.error;
    if (last.sent === 'nothing')
      return { kind: 'ended', end: mayArrive ? asAbsent(readFailure(last)) : readFailure(last) };
    const next = await afterTry(deps, write, asked, way, last);
    if (!isAgain(next)) {
      // The server refuses the form itself, so the condition was not the reason.
      if (closed === last.kind) deps.ways.reopen(form, 'conditional');
      return next === 'failed' ? { kind: 'failed', why: last, mayArrive } : next;
    }
    mayArrive ||= next === 'again-unsure';
    if (way === 'conditional') closed = last.kind;
  }
  return { kind: 'failed', why: last, mayArrive };
}
