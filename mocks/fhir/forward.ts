// Forwards FHIR requests to a server at another address, so that the sandbox's sign-in protects a server without SMART.
// Leaves CORS, searches and storage to that server.
import { Agent, type IncomingMessage, request as openRequest } from 'node:http';
import { request as openSecureRequest } from 'node:https';
import { type Answer, refusal } from '../alter.ts';
import type { Access } from '../auth/tokens/grant.ts';

/** FHIR bases without a trailing slash. `base` is the address for apps, `server` the real one. */
export interface ForwardOptions {
  readonly base: string;
  readonly server: string;
  readonly access: Access;
}

/** The capability statement is public, and a preflight carries no token. */
const isOpenToAll = ({ method, url }: Request, base: string): boolean =>
  method === 'OPTIONS' || new URL(url).pathname === `${new URL(base).pathname}/metadata`;

/**
 * Forwards a request and returns the server's response. A request without a valid token is 401. A server that does not
 * respond is 502. Addresses of the server in headers and bodies become addresses under `base`.
 */
export function forwardTo({ base, server, access }: ForwardOptions): Answer {
  const agent = new Agent({ keepAlive: true });
  return async (request) => {
    if (!isOpenToAll(request, base) && access.grantOf(request) === undefined)
      return refusal(401, 'login', 'The token is not valid, or no longer.');
    const target = `${server}${request.url.slice(base.length)}`;
    const body = request.method === 'GET' || request.method === 'HEAD' ? undefined : await request.text();
    try {
      return await responseOf(await send(request, target, body, agent), (text) => underBase(text, base, server));
    } catch {
      return refusal(502, 'transient', 'The server behind the gateway does not answer.');
    }
  };
}

/** A server at a loopback address sees the Host header of the app's request, as behind most gateways. */
function headersFor(request: Request, target: URL): Record<string, string> {
  const headers = Object.fromEntries(request.headers);
  for (const name of ['authorization', 'connection', 'accept-encoding', 'content-length']) delete headers[name];
  const isLoopback = ['127.0.0.1', 'localhost'].includes(target.hostname);
  return { ...headers, host: isLoopback ? new URL(request.url).host : target.host };
}

function send(request: Request, target: string, body: string | undefined, agent: Agent): Promise<IncomingMessage> {
  const url = new URL(target);
  const isSecure = url.protocol === 'https:';
  const options = { method: request.method, headers: headersFor(request, url), ...(!isSecure && { agent }) };
  return new Promise((resolve, reject) => {
    const asked = (isSecure ? openSecureRequest : openRequest)(url, options, resolve);
    asked.on('error', reject);
    asked.end(body);
  });
}

const NO_BODY = [204, 304];
const NOT_PASSED_ON = ['connection', 'keep-alive', 'transfer-encoding', 'content-length'];

async function responseOf(answer: IncomingMessage, rewrite: (text: string) => string): Promise<Response> {
  const headers = new Headers();
  for (const [name, values] of Object.entries(answer.headersDistinct)) {
    if (NOT_PASSED_ON.includes(name)) continue;
    for (const value of values ?? []) headers.append(name, rewrite(value));
  }
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk);
  const status = answer.statusCode ?? 502;
  const text = rewrite(Buffer.concat(chunks).toString('utf8'));
  return new Response(NO_BODY.includes(status) ? null : text, { status, headers });
}

/** Links may name the server's own address, or the app's host with the server's path. */
function underBase(text: string, base: string, server: string): string {
  const byHost = `${new URL(base).origin}${new URL(server).pathname}`;
  return [server, byHost]
    .filter((address) => address !== base)
    .reduce((changed, address) => changed.replaceAll(address, base), text);
}
