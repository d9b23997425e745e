// Watches everything that a browser does on a journey: requests, console, page errors. No request leaves this machine.

import type { BrowserContext, ConsoleMessage } from 'playwright';

/** What was seen so far. */
export interface Lookout {
  /** Every request to an address outside this machine. The browser is started so that none gets there. */
  readonly strangers: readonly string[];
  /** Every request, as method and address. */
  readonly requests: readonly string[];
  /** What pages wrote to the console, threw, or were warned about by the browser (policies, CORS). */
  readonly noise: readonly string[];
  /** Forgets what was seen. */
  readonly startOver: () => void;
}

const isHere = (address: string): boolean =>
  /^(?:https?|wss?):\/\/(?:127\.0\.0\.1|localhost)[:/]/.test(address) || /^(?:about|blob|data):/.test(address);

// Chromium itself reports every response of 400 and more, and every socket that closes. No page can prevent that.
const isOfTheNetwork = (message: ConsoleMessage): boolean => message.text().startsWith('Failed to load resource:');

/** Starts to watch a context, before its first page opens. */
export function watch(context: BrowserContext): Lookout {
  const seen = { strangers: [] as string[], requests: [] as string[], noise: [] as string[] };
  context.on('request', (request) => {
    seen.requests.push(`${request.method()} ${request.url()}`);
    if (!isHere(request.url())) seen.strangers.push(request.url());
  });
  context.on('console', (message) => {
    if (!isOfTheNetwork(message)) seen.noise.push(`${message.type()}: ${message.text()}`);
  });
  context.on('weberror', (fault) => seen.noise.push(`thrown: ${fault.error().message}`));
  const startOver = (): void => {
    for (const list of Object.values(seen)) list.length = 0;
  };
  return { ...seen, startOver };
}
