// Serves a sandbox over HTTP on the loopback address. A network failure is a socket that closes without a response.
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

/** A free port of the loopback address. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
