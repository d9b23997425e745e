// The one server fetch: every FHIR request of Evoke, pinned to one base, with every failure a value.
// It knows HTTP and the session; it knows no resource. Source: docs/design/readiness-note.md, "The one fetch".

import { decodeOutcome, saysError } from '../../fhir/server/outcome.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import type { FetchFault } from '../faults.ts';
import { pageUnderBase, readReference, underBase } from './address.ts';
import { typeAsked } from './diagnostic-events.ts';
import { parseObject, readBody } from './response-body.ts';
import type { Session } from './session.ts';
import { underSignals } from './under-signals.ts';

/** One request. `path` is relative to the base, made by the helpers of address.ts, or a server's own page link. */
export interface Asked {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: unknown;
  /** Version for If-Match, as an ETag. */
  readonly ifMatch?: string;
  /** Query for If-None-Exist. */
  readonly ifNoneExist?: string;
  /** For If-None-Match: `*` creates only what is not there. */
  readonly ifNoneMatch?: string;
  /** Whether `Prefer` is sent; preset: with a body. */
  readonly prefer?: boolean;
  /** More headers, for finding out which ones the server's CORS lists allow. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Presets: 15 s for reads, 20 s for writes. */
  readonly timeoutMs?: number;
  /** Bytes of answer that are read at most; preset 16 MiB. */
  readonly limit?: number;
  readonly signal: AbortSignal;
}

/** An answer. `resource` is absent when a write was answered without a readable body. */
export interface Reply {
  readonly status: number;
  readonly resource?: Readonly<Record<string, unknown>>;
  readonly etag?: string;
  readonly version?: string;
  /** Where the resource stands, only if under the base. */
  readonly location?: { readonly type: string; readonly id: string; readonly version?: string };
}

/** The one fetch, bound to one base and one session. */
export type ServerFetch = (asked: Asked) => Promise<Result<Reply, FetchFault>>;

/** `wait` pauses that many milliseconds, rejecting when the signal aborts. */
export interface FetchInput {
  readonly base: string;
  readonly session: Session;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Hears of every try: the method and type asked for, and how it ended. */
  readonly note?: (what: string, how: string) => void;
}

const READ_MS = 15_000;
const WRITE_MS = 20_000;
const LIMIT = 16 * 1024 * 1024;
const TRIES = 3;
const LONGEST_WAIT_S = 10;

const isRead = (asked: Asked) => asked.method === 'GET';
const isRepeatable = (asked: Asked) => asked.method !== 'POST' || asked.ifNoneExist !== undefined;

function headersOf(asked: Asked, token: string): Record<string, string> {
  return {
    Authorization: `Bearer ${token}`,
    Accept: 'application/fhir+json',
    ...(asked.body !== undefined && { 'Content-Type': 'application/fhir+json' }),
    ...((asked.prefer ?? asked.body !== undefined) && { Prefer: 'return=representation' }),
    ...(asked.ifNoneMatch !== undefined && { 'If-None-Match': asked.ifNoneMatch }),
    ...(asked.ifMatch !== undefined && { 'If-Match': asked.ifMatch }),
    ...(asked.ifNoneExist !== undefined && { 'If-None-Exist': asked.ifNoneExist }),
    ...asked.headers,
  };
}

/** What a rejected fetch means. A network fault while online is CORS, or a 401 sent without CORS headers. */
function whyNothing(asked: Asked, timer: AbortSignal): FetchFault {
  if (asked.signal.aborted) return { kind: 'aborted' };
  if (timer.aborted) return { kind: 'timeout' };
  return { kind: globalThis.navigator?.onLine === false ? 'offline' : 'blocked' };
}

/** A failure with what only its headers told: `busy` holds the seconds a crowded server named, or says it named none. */
interface Failure {
  readonly fault: FetchFault;
  readonly busy?: number | 'unsaid';
}
type Tried = Result<Reply, Failure>;

function secondsToWait(response: Response): number | undefined {
  const said = response.headers.get('retry-after');
  if (!said) return undefined;
  const seconds = /^\d+$/.test(said) ? Number(said) : (Date.parse(said) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : undefined;
}

// A browser hides the status of a redirect that it does not follow.
const isRedirect = ({ type, status }: Response): boolean =>
  type === 'opaqueredirect' || (status >= 300 && status < 400);

function faultOf(response: Response, resource: unknown): FetchFault {
  if (isRedirect(response)) return { kind: 'moved' };
  const issues = decodeOutcome(resource);
  switch (response.status) {
    case 401:
      return { kind: 'sessionEnded' };
    case 403:
      return { kind: 'forbidden', issues };
    case 404:
      return { kind: 'notFound' };
    case 405:
    case 415:
      return { kind: 'notSupported' };
    case 409:
      return { kind: 'conflict' };
    case 410:
      return { kind: 'gone' };
    case 412:
      return { kind: 'versionConflict' };
    case 413:
      return { kind: 'tooLarge' };
    case 429: {
      const seconds = secondsToWait(response);
      return seconds === undefined ? { kind: 'tooMany' } : { kind: 'tooMany', retryAfterSeconds: seconds };
    }
    default:
      return response.status >= 500 ? { kind: 'server', issues } : { kind: 'invalid', issues, status: response.status };
  }
}

function failureOf(response: Response, resource: unknown): Failure {
  const fault = faultOf(response, resource);
  const isBusy = response.status === 429 || response.status === 503;
  return isBusy ? { fault, busy: secondsToWait(response) ?? 'unsaid' } : { fault };
}

function versionOf(resource: Reply['resource']): string | undefined {
  const meta = resource?.['meta'];
  const version: unknown =
    typeof meta === 'object' && meta !== null && 'versionId' in meta ? meta.versionId : undefined;
  return typeof version === 'string' ? version : undefined;
}

function replyOf(base: string, response: Response, resource: Reply['resource']): Reply {
  const etag = response.headers.get('etag') ?? undefined;
  const link = response.headers.get('location') ?? response.headers.get('content-location') ?? undefined;
  const location = link === undefined ? undefined : readReference(base, link);
  const version = /^(?:W\/)?"([^"]+)"$/.exec(etag ?? '')?.[1] ?? versionOf(resource);
  return {
    status: response.status,
    ...(resource && { resource }),
    ...(etag && { etag }),
    ...(version && { version }),
    ...(location && { location }),
  };
}

/** A write that was answered is judged by its status and headers; its body is a courtesy. */
async function judge(asked: Asked, base: string, response: Response): Promise<Tried> {
  const body = await readBody(response, asked.limit ?? LIMIT).catch((error: unknown) => {
    if (response.ok && !isRead(asked)) return '';
    throw error;
  });
  const resource = body ? parseObject(body) : undefined;
  if (!response.ok) return err(failureOf(response, resource));
  const issues = decodeOutcome(resource);
  if (saysError(issues)) return err({ fault: { kind: 'server', issues } });
  const named = typeof resource?.['resourceType'] === 'string';
  if (isRead(asked) && !named) return err({ fault: { kind: 'badResponse' } });
  return ok(replyOf(base, response, named ? resource : undefined));
}

function sent(asked: Asked, address: string, token: string, signal: AbortSignal): Promise<Response> {
  return fetch(address, {
    method: asked.method,
    headers: headersOf(asked, token),
    ...(asked.body !== undefined && { body: JSON.stringify(asked.body) }),
    redirect: 'manual',
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    signal,
  });
}

async function once(input: FetchInput, asked: Asked, address: string, token: string): Promise<Tried> {
  const timer = AbortSignal.timeout(asked.timeoutMs ?? (isRead(asked) ? READ_MS : WRITE_MS));
  try {
    return await underSignals([asked.signal, timer], async (signal) =>
      judge(asked, input.base, await sent(asked, address, token, signal)),
    );
  } catch {
    return err({ fault: whyNothing(asked, timer) });
  }
}

const over = err<Failure>({ fault: { kind: 'sessionEnded' } });
/** No token at the moment: nothing was sent, and a later try may have one. */
const unavailable = err<Failure>({ fault: { kind: 'signInUnavailable' } });
const withoutToken = (session: Session) => (session.isEnded() ? over : unavailable);

/** One request with one renewal: after a 401, or after a blocked read whose token had ended (a hidden 401). */
async function renewed(input: FetchInput, asked: Asked, address: string): Promise<Tried> {
  const { session } = input;
  const token = await session.token();
  if (!token) return withoutToken(session);
  const wasStale = session.isStale();
  const first = await once(input, asked, address, token);
  if (first.ok) return first;
  const why = first.error.fault.kind;
  if (why !== 'sessionEnded' && !(why === 'blocked' && wasStale && isRead(asked))) return first;
  if (!isRepeatable(asked)) {
    session.end();
    return over;
  }
  const fresh = await session.renew(token);
  if (!fresh) return withoutToken(session);
  const second = await once(input, asked, address, fresh);
  if (!second.ok && second.error.fault.kind === 'sessionEnded') session.end();
  return second;
}

/** Milliseconds before the next try, or undefined when this failure is not worth one. */
function pauseBefore({ busy }: Failure, tried: number): number | undefined {
  if (busy === undefined) return undefined;
  if (busy !== 'unsaid') return busy <= LONGEST_WAIT_S ? busy * 1000 : undefined;
  const jitter = (crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) / 255;
  return 500 * 2 ** tried * (1 + jitter);
}

/**
 * Makes the one fetch. Reads are tried again after 429 and 503 (twice at most); writes never are.
 * Errors: every FetchFault kind; `foreignLink` before anything is sent.
 */
export function createFetch(input: FetchInput): ServerFetch {
  return async (asked) => {
    const isAtBase = isRead(asked) || asked.path === input.base;
    const address = (isAtBase ? pageUnderBase : underBase)(input.base, asked.path);
    if (!address) return err({ kind: 'foreignLink' });
    for (let tried = 0; ; tried += 1) {
      const answer = await renewed(input, asked, address);
      const how = answer.ok ? String(answer.value.status) : answer.error.fault.kind;
      input.note?.(`${asked.method} ${typeAsked(address.slice(input.base.length + 1))}`, how);
      if (answer.ok) return answer;
      const pause = isRead(asked) && tried + 1 < TRIES ? pauseBefore(answer.error, tried) : undefined;
      if (pause === undefined) return err(answer.error.fault);
      await input.wait(pause, asked.signal).catch(() => undefined);
      if (asked.signal.aborted) return err({ kind: 'aborted' });
    }
  };
}
