// Puts a sandbox in front of this process's `fetch`, so that tests in Node reach it without a port. Every other address
// is closed, and trying one is counted: code that turns failures into values would hide it.
import { http } from 'msw';
import { setupServer } from 'msw/node';
import type { Sandbox } from './sandbox.ts';

/** A sandbox that stands in for the network. */
export interface ListeningEhr {
  /** Addresses asked for outside the sandbox since the start, each as `METHOD url`. Tests expect none. */
  readonly strangers: () => readonly string[];
  /** Every request the sandbox got, as `METHOD path?query`, oldest first. */
  readonly requests: () => readonly string[];
  /** From now on another sandbox answers, at its own origin; counts start anew. */
  readonly replace: (sandbox: Sandbox) => void;
  /** Opens the network again. */
  readonly close: () => void;
}

/** Closes the network but for the sandbox's origin. Call once a test file, `close` at its end. */
export function listenAsEhr(sandbox: Sandbox): ListeningEhr {
  let strangers: string[] = [];
  let requests: string[] = [];
  const handlerFor = (ehr: Sandbox) =>
    http.all(`${ehr.origin}/*`, async ({ request }) => {
      const { pathname, search } = new URL(request.url);
      requests.push(`${request.method} ${pathname}${search}`);
      return ehr.fetch(request);
    });
  const server = setupServer(handlerFor(sandbox));
  server.events.on('request:unhandled', ({ request }) => {
    strangers.push(`${request.method} ${request.url}`);
  });
  server.listen({ onUnhandledRequest: 'error' });
  return {
    strangers: () => strangers,
    requests: () => requests,
    replace: (ehr) => {
      strangers = [];
      requests = [];
      server.resetHandlers(handlerFor(ehr));
    },
    close: () => server.close(),
  };
}
