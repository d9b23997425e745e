// Puts a sandbox in front of this process's `fetch`, so that tests in Node reach it without a port. Every other address
// is closed, and each attempt is counted, because code that turns failures into values would hide it.
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import type { Sandbox } from './sandbox.ts';

/** A sandbox in place of the network. */
export interface ListeningEhr {
  /** Addresses requested outside the sandbox since the start, each as `METHOD url`. Tests expect none. */
  readonly strangers: () => readonly string[];
  /** Every request the sandbox got, as `METHOD path?query`, oldest first. */
  readonly requests: () => readonly string[];
  /** Lets another sandbox answer at its own origin. Counts start again. */
  readonly replace: (sandbox: Sandbox) => void;
  /** Opens the network again. */
  readonly close: () => void;
}

/** Closes the network except for the sandbox's origin. Call it once in a test file, and `close` at the end. */
export function listenAsEhr(sandbox: Sandbox): ListeningEhr {
  let strangers: string[] = [];
  let requests: string[] = [];
  const handlersFor = (ehr: Sandbox) => [
    http.all(`${ehr.origin}/*`, async ({ request }) => {
      const { pathname, search } = new URL(request.url);
      requests.push(`${request.method} ${pathname}${search}`);
      const response = await ehr.fetch(request);
      return response.type === 'error' ? HttpResponse.error() : response;
    }),
    http.all('*', ({ request }) => {
      strangers.push(`${request.method} ${request.url}`);
      return HttpResponse.error();
    }),
  ];
  const server = setupServer(...handlersFor(sandbox));
  server.listen({ onUnhandledRequest: 'error' });
  return {
    strangers: () => strangers,
    requests: () => requests,
    replace: (ehr) => {
      strangers = [];
      requests = [];
      server.resetHandlers(...handlersFor(ehr));
    },
    close: () => server.close(),
  };
}
