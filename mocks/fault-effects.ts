// What each kind of fault does to one request and its answer. Knows HTTP and JSON; knows no FHIR but a few field names.
import { withoutCors } from './fhir/cors.ts';

/** What answers a request. */
export type Answer = (request: Request) => Promise<Response>;

/** Parts a server may lose or change while it stores a resource, or when it gives one back. */
export type Alteration = 'components' | 'notes' | 'identifier' | 'narrative' | 'value' | 'patient' | 'encounter';

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

type Json = Record<string, unknown>;
type Doer<K extends Effect['kind']> = (
  effect: Extract<Effect, { kind: K }>,
  request: Request,
  next: Answer,
) => Promise<Response>;

const JSON_HEADERS = { 'Content-Type': 'application/fhir+json; charset=utf-8', 'Cache-Control': 'no-store' };

/** Answers a request under one effect; `next` is how it would have been answered without. */
export function effects(effect: Effect, request: Request, next: Answer): Promise<Response> {
  const doer = DOERS[effect.kind] as (effect: Effect, request: Request, next: Answer) => Promise<Response>;
  return doer(effect, request, next);
}

const DOERS: { readonly [K in Effect['kind']]: Doer<K> } = {
  refuse: async ({ status, code, text, cors, retryAfter }) => {
    const issue = [{ severity: 'error', code, details: { text }, diagnostics: text }];
    const headers = retryAfter === undefined ? JSON_HEADERS : { ...JSON_HEADERS, 'Retry-After': String(retryAfter) };
    const response = new Response(JSON.stringify({ resourceType: 'OperationOutcome', issue }), { status, headers });
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
    const sent = await request.text();
    const body = JSON.stringify(altered(alteration, JSON.parse(sent)));
    return next(new Request(request.url, { method: request.method, headers: request.headers, body }));
  },
  'answer-altered': ({ alteration }, request, next) =>
    changeJson(request, next, (json) => eachResource(json, (one) => altered(alteration, one))),
  next: ({ link }, request, next) =>
    changeJson(request, next, (json) => {
      const own = Array.isArray(json['link']) ? json['link'].filter((each) => each.relation !== 'next') : [];
      return { ...json, link: [...own, { relation: 'next', url: link === 'self' ? request.url : link }] };
    }),
  warning: ({ code, text }, request, next) =>
    changeJson(request, next, (json) => {
      const issue = [{ severity: 'warning', code: 'processing', details: { coding: [{ code }], text } }];
      const entry = { search: { mode: 'outcome' }, resource: { resourceType: 'OperationOutcome', issue } };
      return { ...json, entry: [...(Array.isArray(json['entry']) ? json['entry'] : []), entry] };
    }),
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
    const text = await response.text();
    return new Response(text.slice(0, Math.floor(text.length / 2)), {
      status: response.status,
      headers: response.headers,
    });
  },
};

async function changeJson(request: Request, next: Answer, change: (json: Json) => Json): Promise<Response> {
  const response = await next(request);
  const text = await response.text();
  if (!response.ok || text === '') return new Response(text === '' ? null : text, response);
  return new Response(JSON.stringify(change(JSON.parse(text))), { status: response.status, headers: response.headers });
}

function eachResource(json: Json, change: (resource: Json) => Json): Json {
  if (json['resourceType'] !== 'Bundle') return change(json);
  const entries: readonly Json[] = Array.isArray(json['entry']) ? json['entry'] : [];
  return { ...json, entry: entries.map((entry) => ({ ...entry, resource: change(entry['resource'] as Json) })) };
}

const LOST = {
  components: 'component',
  notes: 'note',
  identifier: 'identifier',
  narrative: 'text',
  encounter: 'encounter',
} as const;

function altered(alteration: Alteration, resource: Json): Json {
  if (alteration === 'patient') return { ...resource, subject: { reference: 'Patient/somebody-else' } };
  if (alteration !== 'value') return { ...resource, [LOST[alteration]]: undefined };
  const { component } = resource;
  return Array.isArray(component) ? { ...resource, component: component.map(otherValue) } : resource;
}

// Another whole number inside the ruler, so that only a comparison finds it.
const otherValue = (component: Json): Json =>
  typeof component['valueInteger'] === 'number'
    ? { ...component, valueInteger: (component['valueInteger'] + 1) % 11 }
    : component;

/** The statement with the named `Type.interaction`s left unsaid. */
function silenced(statement: Json, without: readonly string[]): Json {
  const rests: readonly Json[] = Array.isArray(statement['rest']) ? statement['rest'] : [];
  const quieter = (resource: Json): Json => {
    const said: readonly Json[] = Array.isArray(resource['interaction']) ? resource['interaction'] : [];
    return { ...resource, interaction: said.filter(({ code }) => !without.includes(`${resource['type']}.${code}`)) };
  };
  return {
    ...statement,
    rest: rests.map((rest) => ({
      ...rest,
      resource: (Array.isArray(rest['resource']) ? rest['resource'] : []).map(quieter),
    })),
  };
}
