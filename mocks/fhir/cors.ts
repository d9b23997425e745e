// Lets scripts of registered apps read FHIR responses, as EHRs do: origins by name, never `*`, never cookies. Some
// failures of real EHRs come without these headers, and so do some here.

// Nothing more than docs/deploying.md asks for, so that a header of another name fails here too.
const EXPOSED = 'ETag, Location, Content-Location, Retry-After';
const ALLOWED = 'Authorization, Accept, Content-Type, Prefer, If-None-Exist, If-None-Match, If-Match';

const bare = new WeakSet<Response>();

/** Marks a response that is sent without CORS headers, as a gateway's 401 often is. */
export function withoutCors(response: Response): Response {
  bare.add(response);
  return response;
}

/** Puts CORS in front of `answer`. Preflights are answered here and go no further. */
export function withCors(
  origins: readonly string[],
  answer: (request: Request) => Promise<Response>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const origin = knownOrigin(request, origins);
    return request.method === 'OPTIONS' ? preflight(origin) : allowed(await answer(request), origin);
  };
}

/** Leaves CORS to the server behind `answer`. Adds it only to a response that no server sent, such as a 502. */
export function withMissingCors(
  origins: readonly string[],
  answer: (request: Request) => Promise<Response>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const response = await answer(request);
    const isServers = request.method === 'OPTIONS' || response.headers.has('Access-Control-Allow-Origin');
    return isServers ? response : allowed(response, knownOrigin(request, origins));
  };
}

function knownOrigin(request: Request, origins: readonly string[]): string | undefined {
  const origin = request.headers.get('origin') ?? undefined;
  return origin !== undefined && origins.includes(origin) ? origin : undefined;
}

function allowed(response: Response, origin: string | undefined): Response {
  if (response.type === 'error') return response;
  response.headers.append('Vary', 'Origin');
  if (origin === undefined || bare.has(response)) return response;
  response.headers.set('Access-Control-Allow-Origin', origin);
  response.headers.set('Access-Control-Expose-Headers', EXPOSED);
  return response;
}

function preflight(origin: string | undefined): Response {
  if (origin === undefined) return new Response(null, { status: 204, headers: { Vary: 'Origin' } });
  return new Response(null, {
    status: 204,
    headers: {
      Vary: 'Origin',
      'Access-Control-Allow-Origin': origin,
      'Access-Control-Allow-Methods': 'GET, POST, PUT',
      'Access-Control-Allow-Headers': ALLOWED,
      'Access-Control-Max-Age': '600',
    },
  });
}
