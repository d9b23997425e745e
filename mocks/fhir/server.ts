// The FHIR server's HTTP handler: reads a request, checks its sender, performs it, writes the response. Every failure
// is an OperationOutcome. CORS and faults run before it.
import type { Access } from '../auth/tokens/grant.ts';
import { capabilityStatement } from './capability.ts';
import type { Ask, Errand } from './errand.ts';
import { isFine, outcome, type Reply, refuse } from './outcome.ts';
import { perform } from './perform.ts';
import { viewerOf } from './scopes.ts';
import { createPageRack } from './search/pages.ts';
import type { Store } from './store.ts';
import { transact } from './write/transaction.ts';

/** Set by the fault `marks-replaced` on the request to the server. */
export const MARKS_REPLACED = 'x-sandbox-marks-replaced';

const LARGEST_BODY = 10 * 1024 * 1024;
const JSON_TYPE = /^application\/(fhir\+)?json\s*(;|$)/i;
const FORM_TYPE = /^application\/x-www-form-urlencoded\s*(;|$)/i;

/** What the server is made from. `origin` is where `/auth` is reached. */
export interface FhirServerOptions {
  readonly store: Store;
  readonly access: Access;
  readonly origin: string;
}

/** A FHIR server at `store.base`. The function answers any request under that address and never rejects. */
export function createFhirServer({
  store,
  access,
  origin,
}: FhirServerOptions): (request: Request) => Promise<Response> {
  const pages = createPageRack();
  const statement = capabilityStatement(store.base, origin);
  return async (request) => {
    const path = pathUnder(store.base, request.url);
    if (path.split('?')[0] === 'metadata') {
      return respond(request, request.method === 'GET' ? { status: 200, resource: statement } : notGet);
    }
    if (!acceptsJson(request)) return respond(request, refuse(406, 'not-supported', 'This server speaks JSON only.'));
    const grant = access.grantOf(request);
    if (grant === undefined) return respond(request, unauthorized(request));
    const body = await readBody(request);
    if (!body.ok) return respond(request, body.reply);
    const errand: Errand = { store, pages, viewer: viewerOf(request, grant, store) };
    return respond(request, answer(errand, askOf(request, path, body.value)));
  };
}

const notGet = refuse(405, 'not-supported', 'Only GET works here.', { Allow: 'GET' });

function answer(errand: Errand, ask: Ask): Reply {
  const [address = ''] = ask.path.split('?');
  if (address !== '') return perform(errand, ask);
  if (ask.method === 'POST') return transact(errand, ask.body);
  return refuse(405, 'not-supported', 'Only transactions and batches work here.', { Allow: 'POST' });
}

function pathUnder(base: string, url: string): string {
  const { pathname, search } = new URL(url);
  const path = pathname.slice(new URL(base).pathname.length).replace(/^\//, '');
  return `${decoded(path)}${search}`;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** A search by POST is the same search. Its form is added to the address. */
function askOf(request: Request, path: string, body: unknown): Ask {
  const ifMatch = request.headers.get('if-match');
  const ifNoneExist = request.headers.get('if-none-exist');
  const [, type, query = ''] = /^([A-Za-z]+)\/_search(?:\?(.*))?$/.exec(path) ?? [];
  if (request.method === 'POST' && type !== undefined && body instanceof URLSearchParams) {
    return { method: 'GET', path: `${type}?${[query, body.toString()].filter((part) => part !== '').join('&')}` };
  }
  const ifNoneMatch = request.headers.get('if-none-match');
  return {
    ...{ method: request.method, path, body },
    ...(ifMatch && { ifMatch }),
    ...(ifNoneExist && { ifNoneExist }),
    ...(ifNoneMatch && { ifNoneMatch }),
    ...(request.headers.has(MARKS_REPLACED) && { marksReplaced: true }),
  };
}

type Body = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly reply: Reply };

async function readBody(request: Request): Promise<Body> {
  if (request.method !== 'POST' && request.method !== 'PUT') return { ok: true, value: undefined };
  const type = request.headers.get('content-type') ?? '';
  const isSearch = /\/_search$/.test(new URL(request.url).pathname);
  if (isSearch ? !FORM_TYPE.test(type) : !JSON_TYPE.test(type)) {
    return { ok: false, reply: refuse(415, 'not-supported', `Content of the type "${type}" is not taken.`) };
  }
  const text = await request.text();
  if (text.length > LARGEST_BODY) return { ok: false, reply: refuse(413, 'too-long', 'The body is over 10 MiB.') };
  if (isSearch) return { ok: true, value: new URLSearchParams(text) };
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false, reply: refuse(400, 'structure', 'The body is not JSON.') };
  }
}

function acceptsJson(request: Request): boolean {
  const accept = request.headers.get('accept');
  return accept === null || accept === '' || /json|\*\/\*|application\/\*/i.test(accept);
}

function unauthorized(request: Request): Reply {
  const hadToken = request.headers.has('authorization');
  const challenge = hadToken ? 'Bearer error="invalid_token"' : 'Bearer';
  const text = hadToken ? 'The token is not valid, or no longer.' : 'A bearer token is needed.';
  return refuse(401, 'login', text, { 'WWW-Authenticate': challenge });
}

function respond(request: Request, reply: Reply): Response {
  const headers = new Headers({ 'Cache-Control': 'no-store', ...reply.headers });
  const resource = isFine(reply) && reply.status !== 204 ? preferred(request, reply) : reply.resource;
  if (resource === undefined || reply.status === 204) return new Response(null, { status: reply.status, headers });
  headers.set('Content-Type', 'application/fhir+json; charset=utf-8');
  return new Response(JSON.stringify(resource), { status: reply.status, headers });
}

/** `Prefer: return=` of a create or update. Reads and transactions always return the full resource. */
function preferred(request: Request, { resource }: Reply): Reply['resource'] {
  const isWrite = (request.method === 'POST' || request.method === 'PUT') && resource?.resourceType !== 'Bundle';
  const wish = isWrite ? /return=(minimal|OperationOutcome)/.exec(request.headers.get('prefer') ?? '')?.[1] : undefined;
  if (wish === 'minimal') return undefined;
  if (wish !== 'OperationOutcome') return resource;
  return outcome('informational', 'Stored.', 'information');
}
