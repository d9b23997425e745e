// The network between the pages of one device and one EHR: it may hold, lose, double and cut off what passes. It applies
// CORS as a browser does. Knows HTTP and no FHIR.

import { type Device, type Page, pageHere } from './device.ts';

/** Where the app's pages come from, for the EHR's CORS. */
export const APP_ORIGIN = 'https://evoke.example';

/** `held`: nothing arrives until it is let through. */
export type Flow = 'flows' | 'held' | 'down';

/** What becomes of the next request that leaves: lost on the way, answered into the void, or delivered twice. */
export type Mishap = 'lost' | 'unheard' | 'duplicated';

interface Exchange {
  readonly page: Page;
  readonly request: Request;
  readonly resolve: (response: Response) => void;
  readonly reject: (fault: unknown) => void;
  answer?: Response;
  over: boolean;
}

const failed = (): TypeError => new TypeError('Failed to fetch');

/** What a script may see of an answer: nothing without CORS headers, and only the headers that are exposed. */
function asSeen(response: Response): Response | undefined {
  if (response.type === 'error' || response.headers.get('access-control-allow-origin') !== APP_ORIGIN) return undefined;
  const exposed = (response.headers.get('access-control-expose-headers') ?? '').toLowerCase().split(/,\s*/);
  const headers = new Headers();
  for (const [name, value] of response.headers)
    if (exposed.includes(name) || name === 'content-type') headers.set(name, value);
  return new Response(response.body, { status: response.status, headers });
}

/** One network. `serve` is the EHR, and `count` how many notes it holds. */
export class Network {
  flow: Flow = 'flows';
  /** Whether a request that is cut off on its way arrives all the same: the caller never learns. */
  arrives = true;
  /** How often the EHR created twice what was sent once: such a double is the network's own. */
  duplicatedCreates = 0;
  /** Creates that pages sent. */
  creates = 0;
  readonly #device: Device;
  readonly #serve: (request: Request) => Promise<Response>;
  readonly #count: () => number;
  #held: Exchange[] = [];
  #mishaps: Mishap[] = [];

  constructor(device: Device, serve: (request: Request) => Promise<Response>, count: () => number) {
    this.#device = device;
    this.#serve = serve;
    this.#count = count;
  }

  fetch = (address: string, init: RequestInit): Promise<Response> => {
    const page = pageHere();
    if (!page?.alive) return new Promise(() => undefined);
    const { signal } = init;
    return new Promise((resolve, reject) => {
      const headers = new Headers(init.headers);
      headers.set('Origin', APP_ORIGIN);
      const { method = 'GET', body = null } = init;
      const exchange: Exchange = {
        ...{ page, resolve, reject, over: false },
        request: new Request(address, { method, headers, body }),
      };
      if (method === 'POST' && !address.endsWith('/token')) this.creates += 1;
      const stop = (): void => this.#cutOff(exchange, signal?.reason);
      if (signal?.aborted) return stop();
      signal?.addEventListener('abort', stop, { once: true });
      this.#leave(exchange);
    });
  };

  /** The next request that is a create, or any if there is none, meets this. */
  threatens(mishap: Mishap): void {
    this.#mishaps.push(mishap);
  }

  /** Lets one held thing go one step: to the EHR, or back to its page. */
  async lets(which: number): Promise<void> {
    const [exchange] = this.#held.splice(which % Math.max(1, this.#held.length), 1);
    if (!exchange) return;
    if (exchange.answer) this.#give(exchange);
    else await this.#deliver(exchange);
  }

  /** Everything that is held moves on, and nothing is held any more. */
  flows(): void {
    this.flow = 'flows';
    this.#device.online = true;
    for (const exchange of this.#held.splice(0)) {
      if (exchange.answer) this.#give(exchange);
      else void this.#deliver(exchange);
    }
  }

  /** Nothing comes through any more. What was on its way is cut off. */
  falls(): void {
    this.flow = 'down';
    this.#device.online = false;
    for (const exchange of this.#held.splice(0)) this.#cutOff(exchange, failed());
  }

  /** No mishap waits any more. */
  calms(): void {
    this.#mishaps = [];
  }

  /** A page is gone: what it had sent arrives or not, and nobody hears of it. */
  forget(page: Page): void {
    for (const exchange of this.#held.filter((one) => one.page === page)) this.#cutOff(exchange, failed());
  }

  #leave(exchange: Exchange): void {
    if (this.flow === 'down') queueMicrotask(() => exchange.reject(failed()));
    else if (this.flow === 'held') this.#held.push(exchange);
    else void this.#deliver(exchange);
  }

  /** A loss strikes creates only: that is what may not happen twice. */
  #mishapOf({ request: { method, url } }: Exchange): Mishap | undefined {
    return method === 'POST' && !url.endsWith('/token') ? this.#mishaps.shift() : undefined;
  }

  async #deliver(exchange: Exchange): Promise<void> {
    const mishap = this.#mishapOf(exchange);
    if (mishap === 'lost') return;
    if (mishap === 'duplicated') {
      const before = this.#count();
      await this.#device.during(this.#serve(exchange.request.clone()));
      const between = this.#count();
      exchange.answer = await this.#device.during(this.#serve(exchange.request));
      if (before < between && between < this.#count()) this.duplicatedCreates += 1;
    }
    exchange.answer ??= await this.#device.during(this.#serve(exchange.request));
    if (mishap === 'unheard' || exchange.over) return;
    if (this.flow === 'down') exchange.reject(failed());
    else if (this.flow === 'held') this.#held.push(exchange);
    else this.#give(exchange);
  }

  #give(exchange: Exchange): void {
    if (exchange.over || !exchange.page.alive || !exchange.answer) return;
    exchange.over = true;
    const seen = asSeen(exchange.answer);
    if (seen) exchange.resolve(seen);
    else exchange.reject(failed());
  }

  #cutOff(exchange: Exchange, reason: unknown): void {
    if (exchange.over) return;
    exchange.over = true;
    const isOnItsWay = this.#held.includes(exchange) && !exchange.answer;
    this.#held = this.#held.filter((one) => one !== exchange);
    if (isOnItsWay && this.arrives) void this.#deliver(exchange);
    exchange.reject(reason);
  }
}
