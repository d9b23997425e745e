// Live panels of this browser, and whether one of them shows another patient. Each page has a random key. It says the key
// and a digest of key and chart on a channel of this origin; who has the same chart open gets the same digest.

import type { Binding } from '../../interview/visit.ts';

const EVERY_MS = 15_000;
/** A panel that was silent for two rounds is closed. */
const GONE_MS = 35_000;

/** What one page says. `digest` is absent when it closes. No name, no id. */
interface Message {
  readonly key: string;
  readonly digest?: string;
}

function readMessage(data: unknown): Message | undefined {
  const { key, digest }: { readonly [Name in keyof Message]?: unknown } = Object(data);
  if (typeof key !== 'string') return undefined;
  return typeof digest === 'string' ? { key, digest } : { key };
}

/** The digest of a chart under one page's key, as hexadecimal text. */
async function digestOf(key: string, { issuer, tenant, patient }: Binding): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify([key, issuer, tenant ?? null, patient]));
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The other panels that were heard of, and when; times are milliseconds since the epoch. */
function createPanels(tell: (isAnotherPatient: boolean) => void) {
  const panels = new Map<string, { readonly isSame: boolean; readonly at: number }>();
  const report = (): void => {
    for (const [key, { at }] of panels) if (Date.now() - at > GONE_MS) panels.delete(key);
    tell([...panels.values()].some(({ isSame }) => !isSame));
  };
  return {
    report,
    knows: (key: string): boolean => panels.has(key),
    heard: (key: string, isSame: boolean): void => {
      panels.set(key, { isSame, at: Date.now() });
      report();
    },
    closed: (key: string): void => {
      panels.delete(key);
      report();
    },
  };
}

/** A channel of this origin; undefined if the browser has none, or forbids it to this page. */
function openChannel(): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel('evoke.panels');
  } catch {
    return undefined;
  }
}

/** Watches until the returned function is called. Without a channel there is nothing to report. */
export function watchPanels(binding: Binding, tell: (isAnotherPatient: boolean) => void): () => void {
  const channel = openChannel();
  if (!channel) return () => undefined;
  const [key, leaving] = [crypto.randomUUID(), new AbortController()];
  const { signal } = leaving;
  const panels = createPanels((isAnotherPatient) => signal.aborted || tell(isAnotherPatient));
  const say = (message: Message): void => {
    if (!signal.aborted) channel.postMessage(message);
  };
  const sayHello = async (): Promise<void> => say({ key, digest: await digestOf(key, binding) });
  const take = async (message: Message): Promise<void> => {
    if (message.digest === undefined) return panels.closed(message.key);
    const isNew = !panels.knows(message.key);
    panels.heard(message.key, message.digest === (await digestOf(message.key, binding)));
    if (isNew) await sayHello();
  };
  // One after the other, so that a farewell is not overtaken by the hello before it.
  let last = Promise.resolve();
  channel.addEventListener('message', ({ data }) => {
    const message = readMessage(data);
    if (message) last = last.then(() => take(message)).catch(() => undefined);
  });
  const hello = (): void => void sayHello().catch(() => undefined);
  const timer = setInterval(() => {
    hello();
    panels.report();
  }, EVERY_MS);
  globalThis.addEventListener('pagehide', () => say({ key }), { signal });
  globalThis.addEventListener('pageshow', hello, { signal });
  hello();
  return () => {
    say({ key });
    clearInterval(timer);
    leaving.abort();
    channel.close();
  };
}
