// Serves a sandbox over HTTP on the loopback address. A network failure is a socket that closes without a response.
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { type HttpBindings, serve } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { loadDefinitions } from './fhir/write/definitions.ts';
import type { Sandbox } from './sandbox.ts';

const WARM_UP_MS = 1500;

/** Where a server listens. Only a loopback address is allowed. Port 0 is refused: see `freePort`. */
export interface ServeOptions {
  readonly port: number;
  readonly host?: '127.0.0.1' | 'localhost';
}

/** A listening server. `close` also ends open connections and writes pending changes of the sandbox. */
export interface Serving {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** Starts to listen. Rejects if the port is taken. The port must be the one the sandbox was made for. */
export async function serveSandbox(sandbox: Sandbox, { port, host = '127.0.0.1' }: ServeOptions): Promise<Serving> {
  const origin = `http://${host}:${port}`;
  if (origin !== sandbox.origin)
    throw new RangeError(`This sandbox was made for ${sandbox.origin}, not for ${origin}.`);
  const server = serve({ fetch: (request, env) => answer(sandbox, request, env), port, hostname: host });
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', reject);
  });
  // Loads the definitions early, so that neither the first note nor the first page waits for them.
  const warmUp = setTimeout(loadDefinitions, WARM_UP_MS).unref();
  return {
    origin,
    close: async () => {
      clearTimeout(warmUp);
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
      await sandbox.close();
    },
  };
}

async function answer(sandbox: Sandbox, request: Request, env: unknown): Promise<Response> {
  const response = await sandbox.fetch(request);
  if (response.type !== 'error') return response;
  (env as HttpBindings).outgoing.destroy();
  return RESPONSE_ALREADY_SENT;
}

/** Below the ports that systems give to outgoing connections (32768 and up), which take a port at any time. */
const [FIRST_PORT, LAST_PORT] = [20_000, 32_000];
const given = new Set<number>();

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });

/** A free port of the loopback address. This process gives none twice. Rejects if a hundred in a row are taken. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 100; tries += 1) {
    const port = randomInt(FIRST_PORT, LAST_PORT);
    if (given.has(port) || !(await isFree(port))) continue;
    given.add(port);
    return port;
  }
  throw new Error(`No free port between ${FIRST_PORT} and ${LAST_PORT} was found.`);
}
