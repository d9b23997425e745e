// Applies each kind of fault to one request and its response. Knows HTTP and JSON, and only a few field names of FHIR.
import {
  type Alteration,
  type Answer,
  altered,
  changeJson,
  eachResource,
  type Json,
  refusal,
  silenced,
  warned,
  withBody,
} from './alter.ts';
import { withoutCors } from './fhir/cors.ts';

/** What goes wrong. `cors: false` also withholds CORS headers. Times are milliseconds, but `retryAfter` is seconds. */
export type Effect =
  | {
      readonly kind: 'refuse';
      readonly status: number;
      readonly code: string;
      readonly text: string;
      readonly cors?: false;
      readonly retryAfter?: number;
    }
  | { readonly kind: 'never' }
  | { readonly kind: 'offline' }
  | { readonly kind: 'drop' }
  /** Stored, then answered by a gateway with this status and no outcome. */
  | { readonly kind: 'commit-then'; readonly status: number }
  /**
   * The network delivers the request `times` times, as a browser does on a lost connection. The last response arrives.
   */
  | { readonly kind: 'resend'; readonly times: number }
  /** Stored after this delay, even if the client no longer waits. */
  | { readonly kind: 'held'; readonly ms: number }
  /** Requests with this header get 403. */
  | { readonly kind: 'header-refused'; readonly header: string; readonly status: 400 | 403 | 422 }
  /** The preflight does not allow these headers, so a request with one of them never leaves the browser. */
  | { readonly kind: 'preflight'; readonly without: readonly string[] }
  /** What was written less than `ms` ago appears in no search and in no condition. */
  | { readonly kind: 'index-lag'; readonly ms: number }
  /** The same search gets the same response for `ms`, whatever cache headers the request has. */
  | { readonly kind: 'search-reused'; readonly ms: number }
  /** Page links answer 410, as after their time. */
  | { readonly kind: 'pages-expired' }
  /** The status comes back as another one. */
  | { readonly kind: 'status'; readonly from: number; readonly to: number }
  /** A body with an absolute reference to the server's own base gets 400. */
  | { readonly kind: 'absolute-refused' }
  /** The content of a Binary comes as it is, and not as a resource. */
  | { readonly kind: 'binary-raw' }
  /** The server does not know that it is reached by https. */
  | { readonly kind: 'links-http' }
  | { readonly kind: 'request-header'; readonly name: string }
  | { readonly kind: 'statement-says'; readonly flags: Json }
  /** Only so many entries of a transaction are stored. The references to the others are dropped. */
  | { readonly kind: 'entries-kept'; readonly count: number }
  | { readonly kind: 'slow'; readonly ms: number }
  | { readonly kind: 'created'; readonly body: boolean; readonly location: boolean; readonly cors?: false }
  | { readonly kind: 'accepted'; readonly stored: boolean }
  | { readonly kind: 'store-altered'; readonly alteration: Alteration }
  | { readonly kind: 'answer-altered'; readonly alteration: Alteration }
  | { readonly kind: 'next'; readonly link: string }
  | { readonly kind: 'warning'; readonly code: string; readonly text: string }
  | { readonly kind: 'everything' }
  | { readonly kind: 'statement'; readonly without: readonly string[] }
  /** The statement lists no such interaction of the whole system. */
  | { readonly kind: 'statement-without-system'; readonly code: string }
  | { readonly kind: 'not-json' }
  | { readonly kind: 'truncated' };

/**
 * What effects share: the server without any fault, its clock (milliseconds), and the search responses that are reused.
 */
export interface EffectMemory {
  readonly server: Answer;
  readonly now: () => number;
  readonly searches: Map<string, { readonly at: number; readonly text: string; readonly init: ResponseInit }>;
}

type Doer<K extends Effect['kind']> = (
  effect: Extract<Effect, { kind: K }>,
  request: Request,
  next: Answer,
  memory: EffectMemory,
) => Promise<Response>;

/** Answers a request under one effect. `next` gives the answer without the effect. */
export function effects(effect: Effect, request: Request, next: Answer, memory: EffectMemory): Promise<Response> {
  const doer = DOERS[effect.kind] as Doer<Effect['kind']>;
  return doer(effect as never, request, next, memory);
}

const isYoung = (entry: Json, { now }: EffectMemory, ms: number): boolean => {
  const { meta } = entry['resource'] as { readonly meta?: { readonly lastUpdated?: string } };
  return Date.parse(meta?.lastUpdated ?? '') > now() - ms;
};

const entriesOf = (bundle: Json): readonly Json[] => (Array.isArray(bundle['entry']) ? bundle['entry'] : []);

/** The create without its condition, if the match is too new for the index. No other fault acts on this look. */
async function unseen(request: Request, memory: EffectMemory, ms: number): Promise<Request> {
  const condition = request.headers.get('if-none-exist');
  if (condition === null) return request;
  const headers = new Headers(request.headers);
  for (const name of ['If-None-Exist', 'Content-Type', 'Prefer']) headers.delete(name);
  const found = await memory.server(new Request(`${request.url}?${condition}`, { headers }));
  const bundle: Json = found.ok ? await found.json() : {};
  if (!entriesOf(bundle).every((entry) => isYoung(entry, memory, ms))) return request;
  const bare = new Headers(request.headers);
  bare.delete('If-None-Exist');
  return new Request(request, { headers: bare });
}

const DOERS: { readonly [K in Effect['kind']]: Doer<K> } = {
  refuse: async ({ status, code, text, cors, retryAfter }) => {
    const response = refusal(status, code, text, retryAfter);
    return cors === false ? withoutCors(response) : response;
  },
  never: (_, request) =>
    new Promise((resolve) => {
      const give = (): void => resolve(Response.error());
      if (request.signal.aborted) give();
      else request.signal.addEventListener('abort', give, { once: true });
    }),
  offline: async () => Response.error(),
  drop: async (_, request, next) => {
    await next(request);
    return Response.error();
  },
  'commit-then': async ({ status }, request, next) => {
    await next(request);
    return new Response('The request could not be completed.', { status, headers: { 'Content-Type': 'text/plain' } });
  },
  resend: async ({ times }, request, next) => {
    for (let sent = 1; sent < times; sent += 1) await next(request.clone());
    return next(request);
  },
  held: async ({ ms }, request, next) => {
    const kept = new Request(request.url, {
      method: request.method,
      headers: request.headers,
      body: await request.text(),
    });
    await new Promise((resolve) => setTimeout(resolve, ms));
    return next(kept);
  },
  'header-refused': async ({ header, status }, request, next) =>
    request.headers.has(header)
      ? refusal(status, status === 403 ? 'forbidden' : 'not-supported', `${header} cannot be used here.`)
      : next(request),
  preflight: async ({ without }, request, next) =>
    without.some((header) => request.headers.has(header)) ? Response.error() : next(request),
  'index-lag': async ({ ms }, request, next, memory) => {
    if (request.method === 'POST') return next(await unseen(request, memory, ms));
    return changeJson(request, next, (bundle) => {
      const entry = entriesOf(bundle).filter((one) => !isYoung(one, memory, ms));
      return { ...bundle, entry, ...('total' in bundle && { total: entry.length }) };
    });
  },
  'search-reused': async ({ ms }, request, next, { now, searches }) => {
    const known = searches.get(request.url);
    if (known && known.at > now() - ms) return new Response(known.text, known.init);
    const response = await next(request);
    const text = await response.clone().text();
    const { status, headers } = response;
    if (response.ok) searches.set(request.url, { at: now(), text, init: { status, headers } });
    return response;
  },
  'pages-expired': async (_, request, next) => {
    const { searchParams } = new URL(request.url);
    const isPage = ['_page', 'cursor'].some((name) => searchParams.has(name));
    return isPage ? refusal(410, 'not-found', 'This page is no longer kept.') : next(request);
  },
  status: async ({ from, to }, request, next) => {
    const response = await next(request);
    return response.status === from ? new Response(response.body, { status: to, headers: response.headers }) : response;
  },
  'absolute-refused': async (_, request, next) => {
    const body = await request.clone().text();
    const isAbsolute = body.includes(`"reference":"${new URL(request.url).origin}/`);
    return isAbsolute ? refusal(400, 'invalid', 'References to this server must be relative.') : next(request);
  },
  'binary-raw': async (_, request, next) => {
    const response = await next(request);
    const { data, contentType }: Json = response.ok ? await response.clone().json() : {};
    if (typeof data !== 'string') return response;
    const headers = new Headers(response.headers);
    headers.set('Content-Type', String(contentType));
    return new Response(Buffer.from(data, 'base64').toString('utf8'), { headers });
  },
  'links-http': async (_, request, next) => {
    const response = await next(request);
    const { origin } = new URL(request.url);
    const inHttp = (text: string) => text.replaceAll(origin, origin.replace('https:', 'http:'));
    const headers = new Headers([...response.headers].map(([name, value]) => [name, inHttp(value)]));
    const text = inHttp(await response.text());
    return new Response(text === '' ? null : text, { status: response.status, headers });
  },
  'request-header': async ({ name }, request, next) => {
    const headers = new Headers(request.headers);
    headers.set(name, 'true');
    return next(new Request(request, { headers }));
  },
  'statement-says': ({ flags }, request, next) =>
    changeJson(request, next, (json) => ({
      ...json,
      rest: (json['rest'] as readonly Json[]).map((rest) => ({
        ...rest,
        resource: (rest['resource'] as readonly Json[]).map((row) => ({ ...row, ...flags })),
      })),
    })),
  'entries-kept': async ({ count }, request, next) => {
    const bundle: Json = await request.json();
    const entry = entriesOf(bundle)
      .slice(0, count)
      .map(({ resource, ...rest }) => {
        const { hasMember: _members, focus: _focus, ...kept } = resource as Json;
        return { ...rest, resource: kept };
      });
    return next(withBody(request, { ...bundle, entry }));
  },
  slow: async ({ ms }, request, next) => {
    await new Promise((resolve) => setTimeout(resolve, ms));
    return next(request);
  },
  created: async ({ body, location, cors }, request, next) => {
    const response = await next(request);
    if (!response.ok) return response;
    const headers = new Headers(response.headers);
    for (const name of location ? [] : ['Location', 'Content-Location']) headers.delete(name);
    const changed = new Response(body ? await response.text() : null, { status: response.status, headers });
    return cors === false ? withoutCors(changed) : changed;
  },
  accepted: async ({ stored }, request, next) => {
    if (stored) await next(request);
    return new Response(null, { status: 202, headers: { 'Cache-Control': 'no-store' } });
  },
  'store-altered': async ({ alteration }, request, next) => {
    return next(withBody(request, altered(alteration, await request.json())));
  },
  'answer-altered': ({ alteration }, request, next) =>
    changeJson(request, next, (json) => eachResource(json, (one) => altered(alteration, one))),
  next: ({ link }, request, next) =>
    changeJson(request, next, (json) => {
      const own = Array.isArray(json['link']) ? json['link'].filter((each) => each.relation !== 'next') : [];
      return { ...json, link: [...own, { relation: 'next', url: link === 'self' ? request.url : link }] };
    }),
  warning: ({ code, text }, request, next) => changeJson(request, next, (json) => warned(json, code, text)),
  everything: (_, request, next) => {
    const url = new URL(request.url);
    for (const name of [...url.searchParams.keys()])
      if (name !== 'patient' && name !== '_page') url.searchParams.delete(name);
    return next(new Request(url, { headers: request.headers }));
  },
  statement: ({ without }, request, next) => changeJson(request, next, (json) => silenced(json, without)),
  'statement-without-system': ({ code }, request, next) =>
    changeJson(request, next, (json) => ({
      ...json,
      rest: (json['rest'] as readonly Json[]).map((rest) => ({
        ...rest,
        interaction: (rest['interaction'] as readonly Json[]).filter((one) => one['code'] !== code),
      })),
    })),
  'not-json': async () =>
    new Response('<!doctype html><title>Portal</title><h1>Please sign in</h1>', {
      headers: { 'Content-Type': 'text/html' },
    }),
  truncated: async (_, request, next) => {
    const response = await next(request);
    if (response.type === 'error') return response;
    const text = await response.text();
    return new Response(text.slice(0, Math.floor(text.length / 2)), {
      status: response.status,
      headers: response.headers,
    });
  },
};
