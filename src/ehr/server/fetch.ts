// Sends every FHIR request of Evoke, only to one base, and returns every failure as a value. It knows HTTP and the
// session but no resource. Source: docs/design/readiness-note.md, "The one fetch".

import { type Fields, field, textAt } from '../../fhir/datatypes/json.ts';
import { decodeOutcome, saysError } from '../../fhir/server/outcome.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import type { FetchFault } from '../faults.ts';
import { pageUnderBase, readReference, underBase } from './address.ts';
import { requestedType } from './diagnostic-events.ts';
import { backoffMs, pause } from './pause.ts';
import { parseObject, readBody } from './response-body.ts';
import { retryAfterMs } from './retry-after.ts';
import type { Session } from './session.ts';
import { underSignals } from './under-signals.ts';

/** One request. `path` is relative to the base and made by address.ts, or a page link from the server. */
export interface ServerRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: unknown;
  /** Version for If-Match, as an ETag. */
  readonly ifMatch?: string | undefined;
  /** Query for If-None-Exist. */
  readonly ifNoneExist?: string | undefined;
  /** For If-None-Match. `*` creates a resource only if none exists. */
  readonly ifNoneMatch?: string | undefined;
  /** Whether to send `Prefer`. Default: if there is a body. */
  readonly prefer?: boolean | undefined;
  /** Extra headers, for finding out which ones the server's CORS settings allow. */
  readonly headers?: Readonly<Record<string, string>>;
  /** True if the response may be text and no resource, as some servers send a Binary. */
  readonly mayBeText?: boolean;
  /** The most bytes of the response to read. Default: 16 MiB. */
  readonly limit?: number;
  readonly signal: AbortSignal;
}

/** A response. `resource` is absent if a write was answered without a readable body. */
export interface Reply {
  readonly status: number;
  readonly resource?: Fields | undefined;
  /** The body of a text response that is not a resource, if the request asked for text. */
  readonly text?: string;
  /** What an update must match: the server's ETag, else one of the version. */
  readonly etag?: string | undefined;
  readonly version?: string | undefined;
  /** Where the resource is stored, only if under the base. */
  readonly location?: ReturnType<typeof readReference>;
}

/**
 * Why a request failed, and what was sent in its place: `nothing`, or a `transaction` that has the request's conditions
 * inside and not as headers. Absent if the request itself was sent.
 */
export type RequestFault = FetchFault & { readonly sent?: 'nothing' | 'transaction' };

export type ServerFetch = (request: ServerRequest) => Promise<Result<Reply, RequestFault>>;

/** `wait` pauses for that many milliseconds, or until the signal aborts. Default: by a timer. */
export interface FetchInput {
  readonly base: string;
  readonly session: Session;
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Called after every try with the method, the resource type, and how it ended. */
  readonly record?: (what: string, how: string) => void;
}

const READ_MS = 15_000;
const WRITE_MS = 20_000;
const LIMIT = 16 * 1024 * 1024;
const TRIES = 3;
const LONGEST_WAIT_S = 10;

const isRead = (request: ServerRequest) => request.method === 'GET';
const isRepeatable = (request: ServerRequest) => request.method !== 'POST' || request.ifNoneExist !== undefined;

function headersOf(request: ServerRequest, token: string): Record<string, string> {
  return {
    Authorization: `Bearer ${token}`,
    Accept: 'application/fhir+json',
    ...(request.body !== undefined && { 'Content-Type': 'application/fhir+json' }),
    ...((request.prefer ?? request.body !== undefined) && { Prefer: 'return=representation' }),
    ...(request.ifNoneMatch !== undefined && { 'If-None-Match': request.ifNoneMatch }),
    ...(request.ifMatch !== undefined && { 'If-Match': request.ifMatch }),
    ...(request.ifNoneExist !== undefined && { 'If-None-Exist': request.ifNoneExist }),
    ...request.headers,
  };
}

/** Why `fetch` rejected. A network fault while online is CORS, or a 401 sent without CORS headers. */
function rejectionFault(request: ServerRequest, timer: AbortSignal): FetchFault {
  if (request.signal.aborted) return { kind: 'aborted' };
  if (timer.aborted) return { kind: 'timeout' };
  return { kind: globalThis.navigator?.onLine === false ? 'offline' : 'blocked' };
}

/**
 * A failure and the wait that its headers asked for. `busy` is the number of seconds, or 'unspecified' if the server is
 * busy and named none.
 */
interface Failure {
  readonly fault: FetchFault;
  readonly busy?: number | 'unspecified';
}
type Tried = Result<Reply, Failure>;

function secondsToWait(response: Response): number | undefined {
  const ms = retryAfterMs(response);
  return ms === undefined ? undefined : Math.ceil(ms / 1000);
}

// A browser hides the status of a redirect that it does not follow.
const isRedirect = ({ type, status }: Response): boolean =>
  type === 'opaqueredirect' || (status >= 300 && status < 400);

/** The fault of each status that says everything. */
const STATUS_FAULTS: Readonly<Record<number, FetchFault>> = {
  401: { kind: 'sessionEnded' },
  404: { kind: 'notFound' },
  405: { kind: 'notSupported' },
  407: { kind: 'networkSignIn' },
  409: { kind: 'conflict' },
  410: { kind: 'gone' },
  412: { kind: 'versionConflict' },
  413: { kind: 'tooLarge' },
  415: { kind: 'notSupported' },
  431: { kind: 'headersTooLarge' },
  501: { kind: 'notSupported' },
  511: { kind: 'networkSignIn' },
};

/** A gateway sends 408, 425 or 499 too. The server behind it may still store the note. */
const mayBeStored = (status: number) => status >= 500 || [408, 425, 499].includes(status);

function responseFault(response: Response, resource: unknown): FetchFault {
  if (isRedirect(response)) return { kind: 'moved' };
  const { status } = response;
  const issues = decodeOutcome(resource);
  if (status === 403) return { kind: 'forbidden', issues };
  if (status === 429) {
    const seconds = secondsToWait(response);
    return seconds === undefined ? { kind: 'tooMany' } : { kind: 'tooMany', retryAfterSeconds: seconds };
  }
  return STATUS_FAULTS[status] ?? { kind: mayBeStored(status) ? 'server' : 'invalid', issues, status };
}

function failureOf(response: Response, resource: unknown): Failure {
  const fault = responseFault(response, resource);
  const isBusy = response.status === 429 || response.status === 503;
  return isBusy ? { fault, busy: secondsToWait(response) ?? 'unspecified' } : { fault };
}

/** What a response says about a resource: its body, its ETag and where it is. */
interface ResponseParts {
  readonly status: number;
  readonly resource: Reply['resource'];
  readonly etag: string | undefined;
  readonly link: string | undefined;
}

/** Makes the reply of a request, or of one entry of a transaction. */
export function replyOf(base: string, { status, resource, etag, link }: ResponseParts): Reply {
  const tagged = /^(?:W\/)?"([^"]+)"$/.exec(etag ?? '')?.[1];
  const own = textAt(field(resource, 'meta'), 'versionId');
  // Apache adds the name of its compression ("2-gzip"), and the server behind it then knows no such version.
  const isSuffixed = own !== undefined && tagged?.startsWith(`${own}-`) === true;
  const version = isSuffixed ? own : (tagged ?? own);
  const match = (isSuffixed ? undefined : etag) || (version === undefined ? undefined : `W/"${version}"`);
  return {
    status,
    resource,
    etag: match,
    version,
    location: link === undefined ? undefined : readReference(base, link),
  };
}

/** Reads a response. A write needs no body. An outcome that says an error makes any answer a failure. */
async function readResponse(request: ServerRequest, base: string, response: Response): Promise<Tried> {
  const body = await readBody(response, request.limit ?? LIMIT).catch((error: unknown) => {
    if (response.ok && !isRead(request)) return '';
    throw error;
  });
  const resource = body ? parseObject(body) : undefined;
  if (!response.ok) return err(failureOf(response, resource));
  const issues = decodeOutcome(resource);
  if (saysError(issues)) return err({ fault: { kind: 'server', issues } });
  const named = textAt(resource, 'resourceType') !== undefined;
  const reply = replyOf(base, {
    status: response.status,
    resource: named ? resource : undefined,
    etag: response.headers.get('etag') ?? undefined,
    link: response.headers.get('location') ?? response.headers.get('content-location') ?? undefined,
  });
  const isText = request.mayBeText === true && /^text\//i.test(response.headers.get('content-type') ?? '');
  if (isText && body !== undefined && !named) return ok({ ...reply, text: body });
  if (isRead(request) && !named) return err({ fault: { kind: 'badResponse' } });
  return ok(reply);
}

function send(request: ServerRequest, address: string, token: string, signal: AbortSignal): Promise<Response> {
  return fetch(address, {
    method: request.method,
    headers: headersOf(request, token),
    body: request.body === undefined ? null : JSON.stringify(request.body),
    redirect: 'manual',
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    signal,
  });
}

async function sendOnce(input: FetchInput, request: ServerRequest, address: string, token: string): Promise<Tried> {
  const timer = AbortSignal.timeout(isRead(request) ? READ_MS : WRITE_MS);
  try {
    return await underSignals([request.signal, timer], async (signal) =>
      readResponse(request, input.base, await send(request, address, token, signal)),
    );
  } catch {
    return err({ fault: rejectionFault(request, timer) });
  }
}

const over = err<Failure>({ fault: { kind: 'sessionEnded' } });
/** There is no token at the moment. Nothing was sent, and a later try may have one. */
const unavailable = err<Failure>({ fault: { kind: 'signInUnavailable' } });
const withoutToken = (session: Session) => (session.isEnded() ? over : unavailable);

function ended(session: Session): typeof over {
  session.end();
  return over;
}

/**
 * Sends one request and refreshes the token at most once: after a 401, or after a blocked read whose token had expired.
 * CORS may hide a 401. A write whose token now names another patient is not sent, and the session ends.
 */
async function sendWithRefresh(
  input: FetchInput,
  request: ServerRequest,
  address: string,
  named: string | undefined,
): Promise<Tried> {
  const { session } = input;
  const isOther = () => !isRead(request) && named !== undefined && named !== (session.patient() ?? named);
  const token = await session.token();
  if (!token) return withoutToken(session);
  if (isOther()) return ended(session);
  const mightHaveExpired = session.mayHaveExpired();
  const first = await sendOnce(input, request, address, token);
  if (first.ok) return first;
  const why = first.error.fault.kind;
  if (why !== 'sessionEnded' && !(why === 'blocked' && mightHaveExpired && isRead(request))) return first;
  if (!isRepeatable(request)) return ended(session);
  const fresh = await session.refresh(token);
  if (!fresh) return withoutToken(session);
  if (isOther()) return ended(session);
  const second = await sendOnce(input, request, address, fresh);
  if (!second.ok && second.error.fault.kind === 'sessionEnded') session.end();
  return second;
}

/** Milliseconds to wait before the next try, or undefined if there should be none. */
function pauseBefore({ busy }: Failure, tried: number): number | undefined {
  if (busy === undefined) return undefined;
  if (busy !== 'unspecified') return busy <= LONGEST_WAIT_S ? busy * 1000 : undefined;
  return backoffMs(tried);
}

/**
 * Makes the fetch function. It retries reads after 429 and 503, twice at most. It never retries a write. Errors: every
 * FetchFault kind. `foreignLink` is returned before anything is sent.
 */
export function createFetch(input: FetchInput): ServerFetch {
  const { wait = pause } = input;
  const named = input.session.patient();
  return async (request) => {
    const isAtBase = isRead(request) || request.path === input.base;
    const address = (isAtBase ? pageUnderBase : underBase)(input.base, request.path);
    if (!address) return err({ kind: 'foreignLink' });
    for (let tried = 0; ; tried += 1) {
      const answer = await sendWithRefresh(input, request, address, named);
      const how = answer.ok ? String(answer.value.status) : answer.error.fault.kind;
      input.record?.(`${request.method} ${requestedType(address.slice(input.base.length + 1))}`, how);
      if (answer.ok) return answer;
      const ms = isRead(request) && tried + 1 < TRIES ? pauseBefore(answer.error, tried) : undefined;
      if (ms === undefined) return err(answer.error.fault);
      await wait(ms, request.signal);
      if (request.signal.aborted) return err({ kind: 'aborted' });
    }
  };
}
