// Serves a build with exactly the headers it was built with. Does not interpret the headers.
import { readdir, readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { extname, join, relative, sep } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { headersFor } from './headers.ts';
import { HEADERS_FILE, type Hosting, NEVER_SERVED } from './hosting.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** A running server. `url` ends in "/". */
export type ServedBuild = { readonly url: string; readonly close: () => Promise<void> };

/** Where the build is and where to listen. Port 0 takes any free port. `around` wraps every response. */
export type ServeOptions = {
  readonly dist: string;
  readonly host: string;
  readonly port: number;
  readonly around?: (answer: Answer) => Answer;
};

type Answer = (request: Request) => Promise<Response>;

/**
 * Answers requests for a build. It serves only files that existed at the start, by their exact path, so no path leads
 * out of the folder. Rejects if the folder has no build.
 */
export async function createBuildHandler(dist: string): Promise<Answer> {
  const hosting: Hosting = JSON.parse(await readFile(join(dist, HEADERS_FILE), 'utf8'));
  const files = await filesUnder(dist);
  return async (request) => {
    const { pathname } = new URL(request.url);
    const path = pathname.startsWith(hosting.base) ? `/${pathname.slice(hosting.base.length)}` : undefined;
    const file = path === undefined ? undefined : files.get(path === '/' ? '/index.html' : path);
    const headers = new Headers([
      ...headersFor(hosting.headers, file === undefined || path === undefined ? '/' : path),
    ]);
    if (file === undefined) return plain('There is nothing at this address.', 404, headers);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      headers.set('Allow', 'GET, HEAD');
      return plain('This address can only be read.', 405, headers);
    }
    headers.set('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
    return new Response(request.method === 'HEAD' ? null : new Uint8Array(await readFile(file)), { headers });
  };
}

function plain(words: string, status: number, headers: Headers): Response {
  headers.set('Content-Type', 'text/plain; charset=utf-8');
  return new Response(words, { status, headers });
}

async function filesUnder(dist: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const byPath = files.map((file): [string, string] => [`/${relative(dist, file).split(sep).join('/')}`, file]);
  return new Map(byPath.filter(([path]) => !NEVER_SERVED.includes(path.slice(1))));
}

/** Serves a build. Rejects if there is no build or the port is taken. */
export async function serveBuild({ dist, host, port, around }: ServeOptions): Promise<ServedBuild> {
  const answer = await createBuildHandler(dist);
  const server = createAdaptorServer({ fetch: around ? around(answer) : answer });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  const hosting: Hosting = JSON.parse(await readFile(join(dist, HEADERS_FILE), 'utf8'));
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}${hosting.base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}
