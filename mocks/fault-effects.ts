// What each kind of fault does to one request and its answer. Knows HTTP and JSON; knows no FHIR but a few field names.
import {
  type Alteration,
  type Answer,
  altered,
  changeJson,
  eachResource,
  refusal,
  silenced,
  warned,
  withBody,
} from './alter.ts';
import { withoutCors } from './fhir/cors.ts';

/** What goes wrong. `cors: false` also withholds CORS headers; times are milliseconds, but `retryAfter` is seconds. */
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
  | { readonly kind: 'slow'; readonly ms: number }
  | { readonly kind: 'created'; readonly body: boolean; readonly location: boolean; readonly cors?: false }
  | { readonly kind: 'accepted'; readonly stored: boolean }
  | { readonly kind: 'store-altered'; readonly alteration: Alteration }
  | { readonly kind: 'answer-altered'; readonly alteration: Alteration }
  | { readonly kind: 'next'; readonly link: string }
  | { readonly kind: 'warning'; readonly code: string; readonly text: string }
  | { readonly kind: 'everything' }
  | { readonly kind: 'statement'; readonly without: readonly string[] }
  | { readonly kind: 'not-json' }
  | { readonly kind: 'truncated' };

type Doer<K extends Effect['kind']> = (
  effect: Extract<Effect, { kind: K }>,
  request: Request,
  next: Answer,
) => Promise<Response>;

/** Answers a request under one effect; `next` is how it would have been answered without. */
export function effects(effect: Effect, request: Request, next: Answer): Promise<Response> {
  const doer = DOERS[effect.kind] as (effect: Effect, request: Request, next: Answer) => Promise<Response>;
  return doer(effect, request, next);
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
