// One device's browser in virtual time: clock, timers, locks, channels and IndexedDB. The page that uses one owns it. A
// page can be killed as a browser kills it, and then none of its code runs. Knows nothing about Evoke.

import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID, webcrypto } from 'node:crypto';
import { IDBDatabase, IDBFactory, IDBObjectStore } from 'fake-indexeddb';

/** One page (a tab, a pane). Everything asynchronous that it starts stays its own. */
export interface Page {
  alive: boolean;
  readonly whenHidden: (() => void)[];
}

/** What IndexedDB does: works, refuses to open, has no room left, or never answers. */
export type Shelf = 'works' | 'blocked' | 'full' | 'hangs';

interface Timer {
  readonly page: Page;
  readonly work: () => void;
  readonly every?: number;
  at: number;
}

interface Ear {
  readonly page: Page;
  readonly hear: (event: { readonly data: unknown }) => void;
}

interface Lock {
  readonly page: Page;
  readonly discard: () => void;
  readonly free: Promise<void>;
}

function newLock(page: Page): Lock {
  let discard: () => void = () => undefined;
  const free = new Promise<void>((resolve) => {
    discard = resolve;
  });
  return { page, discard, free };
}

const here = new AsyncLocalStorage<Page>();
const nextTurn = globalThis.setImmediate;
const afterMs = globalThis.setTimeout;
const never = new Promise<never>(() => undefined);

/** The page whose code runs now. Code of no page is the test's own. */
export const pageHere = (): Page | undefined => here.getStore();

/** A thing that answers nothing, however it is asked. */
const silence: object = new Proxy(() => undefined, { get: () => silence, apply: () => silence, set: () => true });

/** The browser of one device. Times are milliseconds. `wall` is what its clock shows, `uptime` what really went by. */
export class Device {
  uptime = 0;
  shelf: Shelf = 'works';
  online = true;
  /** Things under way that will end by themselves, without time going by. */
  busy = 0;
  readonly databases = new IDBFactory();
  readonly channels = new Map<string, Set<Ear>>();
  readonly locks = new Map<string, Lock>();
  #ahead = Date.UTC(2026, 10, 23, 9, 0);
  #timers = new Map<number, Timer>();
  #made = 0;

  wall = (): number => this.uptime + this.#ahead;

  /** The clock jumps. Nothing runs meanwhile, as after sleep or a correction. */
  jump(ms: number): void {
    this.#ahead += ms;
  }

  opens(): Page {
    return { alive: true, whenHidden: [] };
  }

  run<T>(page: Page, work: () => T): T {
    return here.run(page, work);
  }

  kill(page: Page): void {
    page.alive = false;
    for (const [id, timer] of this.#timers) if (timer.page === page) this.#timers.delete(id);
    for (const ears of this.channels.values()) for (const ear of ears) if (ear.page === page) ears.delete(ear);
    for (const [name, lock] of this.locks) {
      if (lock.page !== page) continue;
      this.locks.delete(name);
      lock.discard();
    }
  }

  timer(page: Page, work: () => void, ms: number, every?: number): number {
    this.#made += 1;
    this.#timers.set(this.#made, { page, work, at: this.uptime + Math.max(0, ms), ...(every ? { every } : {}) });
    return this.#made;
  }

  clear(id: number): void {
    this.#timers.delete(id);
  }

  /** Until nothing more happens without time going by. */
  async settle(): Promise<void> {
    for (let idle = 0, writeLock = 0; idle < 3; writeLock += 1) {
      // Sealing runs on another thread, which a busy machine may keep waiting.
      await new Promise((resolve) => (writeLock < 500 ? nextTurn(resolve) : afterMs(resolve, 1)));
      idle = this.busy > 0 ? 0 : idle + 1;
      if (writeLock > 10_000) throw new Error('The device does not come to rest');
    }
  }

  /** Time goes by, and what was due happens in its order. */
  async advance(ms: number): Promise<void> {
    await this.settle();
    const end = this.uptime + ms;
    for (let next = this.#nextBy(end); next; next = this.#nextBy(end)) {
      const [id, timer] = next;
      this.uptime = Math.max(this.uptime, timer.at);
      if (timer.every) timer.at += timer.every;
      else this.#timers.delete(id);
      here.run(timer.page, timer.work);
      await this.settle();
    }
    this.uptime = end;
  }

  /** Time goes by in small steps until it is so, a minute at most. */
  async advanceUntil(isSo: () => boolean): Promise<void> {
    await this.settle();
    for (let step = 0; step < 240 && !isSo(); step += 1) await this.advance(250);
  }

  #nextBy(end: number): readonly [number, Timer] | undefined {
    let first: readonly [number, Timer] | undefined;
    for (const one of this.#timers) if (one[1].at <= end && (!first || one[1].at < first[1].at)) first = one;
    return first;
  }

  /** Counts something that ends by itself. */
  async during<T>(work: Promise<T>): Promise<T> {
    this.busy += 1;
    try {
      return await work;
    } finally {
      this.busy -= 1;
    }
  }
}

/** The device that the stubbed browser plays. */
const stage = { device: new Device(), fetch: (_address: string, _init: RequestInit): Promise<Response> => never };

/** From now on this device is the browser, with this network. */
export function playOn(device: Device, fetch: (address: string, init: RequestInit) => Promise<Response>): void {
  stage.device = device;
  stage.fetch = fetch;
}

class Channel {
  readonly #name: string;
  readonly #page = here.getStore();
  #mine: Ear | undefined;

  constructor(name: string) {
    this.#name = name;
  }

  addEventListener(_kind: 'message', hear: Ear['hear']): void {
    if (!this.#page) return;
    this.#mine = { page: this.#page, hear };
    const ears = stage.device.channels.get(this.#name) ?? new Set();
    stage.device.channels.set(this.#name, ears.add(this.#mine));
  }

  postMessage(data: unknown): void {
    if (!this.#page?.alive) return;
    for (const ear of [...(stage.device.channels.get(this.#name) ?? [])]) {
      if (ear === this.#mine) continue;
      const copy = structuredClone(data);
      queueMicrotask(() => ear.page.alive && here.run(ear.page, () => ear.hear({ data: copy })));
    }
  }

  close(): void {
    if (this.#mine) stage.device.channels.get(this.#name)?.delete(this.#mine);
  }
}

interface LockWish {
  readonly signal?: AbortSignal;
  readonly ifAvailable?: boolean;
}

async function request(name: string, ...rest: readonly unknown[]): Promise<unknown> {
  const work = rest.at(-1) as (lock: object | null) => unknown;
  const { signal, ifAvailable } = (rest.length > 1 ? rest[0] : {}) as LockWish;
  const { locks } = stage.device;
  const page = here.getStore();
  if (!page) throw new Error('A lock for no page');
  if (locks.has(name) && ifAvailable) return work(null);
  while (locks.has(name)) await turnFor(name, signal);
  if (!page.alive) return never;
  const mine = newLock(page);
  locks.set(name, mine);
  try {
    return await work({});
  } finally {
    if (locks.get(name) === mine) locks.delete(name);
    mine.discard();
  }
}

function turnFor(name: string, signal: AbortSignal | undefined): Promise<void> {
  const given = stage.device.locks.get(name)?.free ?? Promise.resolve();
  if (!signal) return given;
  const refused = new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  return Promise.race([given, refused]);
}

/** Puts something of ours in place of what Node has, for the rest of this process. */
function put<On extends object>(on: On, name: string, value: unknown): void {
  Object.defineProperty(on, name, { value, configurable: true, writable: true });
}

function playTime(): void {
  const real = { set: setTimeout, clear: clearTimeout, every: setInterval, stop: clearInterval };
  put(globalThis, 'setTimeout', (work: () => void, ms = 0) => {
    const page = here.getStore();
    return page ? stage.device.timer(page, work, ms) : real.set(work, ms);
  });
  put(globalThis, 'setInterval', (work: () => void, ms = 0) => {
    const page = here.getStore();
    return page ? stage.device.timer(page, work, ms, ms) : real.every(work, ms);
  });
  const clear = (id: unknown): void => {
    if (typeof id === 'number') stage.device.clear(id);
    else real.clear(id as never);
  };
  put(globalThis, 'clearTimeout', clear);
  put(globalThis, 'clearInterval', clear);
  put(AbortSignal, 'timeout', (ms: number) => {
    const late = new AbortController();
    setTimeout(() => late.abort(new DOMException('Late', 'TimeoutError')), ms);
    return late.signal;
  });
  const now = Date.now.bind(Date);
  put(Date, 'now', () => (here.getStore() ? stage.device.wall() : now()));
}

function playStorage(): void {
  const { transaction } = IDBDatabase.prototype;
  put(IDBDatabase.prototype, 'transaction', function (this: IDBDatabase, ...asked: readonly unknown[]) {
    const { device } = stage;
    if (here.getStore()?.alive === false || device.shelf === 'hangs') return silence as never;
    if (device.shelf === 'blocked') throw new DOMException('Closed', 'InvalidStateError');
    const begun = transaction.apply(this, asked as never);
    device.busy += 1;
    for (const end of ['complete', 'abort']) begun.addEventListener(end, () => (device.busy -= 1));
    return begun;
  });
  const store = IDBObjectStore.prototype.put;
  put(IDBObjectStore.prototype, 'put', function (this: IDBObjectStore, ...asked: readonly unknown[]) {
    if (stage.device.shelf === 'full') throw new DOMException('Full', 'QuotaExceededError');
    return store.apply(this, asked as never);
  });
  const open = (name: string) => {
    const { device } = stage;
    if (here.getStore()?.alive === false || device.shelf === 'hangs') return silence;
    if (device.shelf === 'blocked') throw new DOMException('Blocked', 'SecurityError');
    const asked = device.databases.open(name);
    device.busy += 1;
    for (const end of ['success', 'error']) asked.addEventListener(end, () => (device.busy -= 1));
    return asked;
  };
  put(globalThis, 'indexedDB', { open });
}

/** Sealing runs beside the page. The device is not at rest before it is done. A dead page hears of nothing. */
function playCrypto(): void {
  const { subtle } = webcrypto;
  const counted = Object.fromEntries(
    (
      [
        ...(['encrypt', 'decrypt', 'digest', 'generateKey', 'importKey'] as const),
        ...(['exportKey', 'deriveKey', 'deriveBits', 'sign', 'verify'] as const),
      ] as const
    ).map((name) => [
      name,
      async (...given: readonly unknown[]) => {
        const work = (subtle[name] as (...all: readonly unknown[]) => Promise<unknown>).apply(subtle, [...given]);
        const page = here.getStore();
        const done = await stage.device.during(work);
        return page?.alive === false ? never : done;
      },
    ]),
  );
  put(globalThis, 'crypto', {
    subtle: counted,
    randomUUID,
    getRandomValues: (bytes: Uint8Array) => webcrypto.getRandomValues(bytes),
  });
}

/** Puts the played browser in place of what Node has, for the rest of this process. */
export function playBrowser(): void {
  playTime();
  playStorage();
  playCrypto();
  put(globalThis, 'BroadcastChannel', Channel);
  put(globalThis, 'fetch', (address: string, init: RequestInit) => stage.fetch(address, init));
  put(globalThis, 'navigator', {
    locks: { request },
    get onLine() {
      return stage.device.online;
    },
  });
  put(globalThis, 'addEventListener', (kind: string, work: () => void) => {
    if (kind === 'pagehide') here.getStore()?.whenHidden.push(work);
  });
}
