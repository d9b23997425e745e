// The sandbox in front of a FHIR server at another address: a small server on this machine plays that server.
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { afterEach, expect, onTestFinished, test } from 'vitest';
import { freePort } from '../../mocks/server.ts';
import { APP, startSandbox, tokenFor } from './fhir-sandbox.ts';

interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

const reached: IncomingMessage[] = [];
afterEach(() => {
  reached.length = 0;
});

/** A sandbox in front of a server that gives every request the same response. */
async function inFrontOf(reply: Reply) {
  const port = await freePort();
  const server: Server = createServer((request, response) => {
    reached.push(request);
    response.writeHead(reply.status ?? 200, { 'Content-Type': 'application/fhir+json', ...reply.headers });
    response.end(JSON.stringify(reply.body ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return sandboxFor(`http://127.0.0.1:${port}/r4`);
}

async function sandboxFor(address: string) {
  const sandbox = await startSandbox([], { server: address });
  const token = await tokenFor(sandbox, 'ana');
  const ask = (path: string, more: RequestInit = {}) => {
    const headers = { Authorization: `Bearer ${token}`, Origin: APP, ...more.headers };
    return sandbox.fetch(new Request(`${sandbox.base}/${path}`, { ...more, headers }));
  };
  return { sandbox, ask };
}

test('forwards method, path, conditions and body, with the Host header of the app and without the token', async () => {
  const { sandbox, ask } = await inFrontOf({ status: 201 });
  const condition = { 'If-None-Exist': 'identifier=a|b' };
  const response = await ask('Observation?x=1', { method: 'POST', body: '{"a":1}', headers: condition });
  expect(response.status).toBe(201);
  const [request] = reached;
  expect([request?.method, request?.url]).toEqual(['POST', '/r4/Observation?x=1']);
  expect(request?.headers).toMatchObject({ 'if-none-exist': 'identifier=a|b', host: new URL(sandbox.base).host });
  expect(request?.headers.authorization).toBeUndefined();
});

test('lets no request without a live token through, but preflights and the statement', async () => {
  const { sandbox } = await inFrontOf({});
  const ask = (path: string, method: string) => sandbox.fetch(new Request(`${sandbox.base}/${path}`, { method }));
  expect((await ask('Patient/ana', 'GET')).status).toBe(401);
  expect(reached).toEqual([]);
  expect((await ask('metadata', 'GET')).status).toBe(200);
  expect((await ask('Observation', 'OPTIONS')).status).toBe(200);
});

test('leaves CORS to the server, whose lists may be short', async () => {
  const lists = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'Location' };
  const { ask } = await inFrontOf({ headers: lists });
  const response = await ask('Patient/ana');
  expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
  expect(response.headers.get('Access-Control-Expose-Headers')).toBe('Location');
});

test('turns links of the server into links under the base of the launch', async () => {
  const link = (address: string) => [{ relation: 'next', url: `${address}?page=2` }];
  const { sandbox, ask } = await inFrontOf({ body: { link: link('http://ehr.example/r4') } });
  expect(await (await ask('Observation')).json()).toEqual({ link: link(sandbox.base) });
});

test('answers 502, readable by the app, where the server does not answer', async () => {
  const { ask } = await sandboxFor(`http://127.0.0.1:${await freePort()}/r4`);
  const response = await ask('Patient/ana');
  expect(response.status).toBe(502);
  expect(response.headers.get('Access-Control-Allow-Origin')).toBe(APP);
});
