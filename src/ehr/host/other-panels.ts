// Finds out whether another open panel of this browser shows another patient. Each page has a random key. It posts the
// key and a digest of key and chart on a channel of this origin. A page with the same chart computes the same digest.

import type { Binding } from '../../interview/visit.ts';
import { openChannel } from './channel.ts';

const EVERY_MS = 15_000;
/** A panel that posted nothing for so long is gone. A browser lets a hidden page post once a minute. */
const GONE_MS = 150_000;
/** A panel whose own last post is older answers every other one, because messages also arrive in a hidden page. */
const ANSWER_MS = 10_000;

/** One message. `digest` is absent when the page closes. It has no name and no patient id. */
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

/** The other panels and when each last posted, in milliseconds since this page was opened. */
function createPanels(report: (isAnotherPatient: boolean) => void) {
  const panels = new Map<string, { readonly isSame: boolean; readonly at: number }>();
  const refresh = (): void => {
    for (const [key, { at }] of panels) if (performance.now() - at > GONE_MS) panels.delete(key);
    report([...panels.values()].some(({ isSame }) => !isSame));
  };
  return {
    refresh,
    knows: (key: string): boolean => panels.has(key),
    heard: (key: string, isSame: boolean): void => {
      panels.set(key, { isSame, at: performance.now() });
      refresh();
    },
    closed: (key: string): void => {
      panels.delete(key);
      refresh();
    },
  };
}

/** Watches until the returned function is called. Without a channel it reports nothing. */
export function watchPanels(binding: Binding, report: (isAnotherPatient: boolean) => void): () => void {
  const channel = openChannel('evoke.panels');
  if (!channel) return () => undefined;
  const [key, leaving] = [crypto.randomUUID(), new AbortController()];
  const { signal } = leaving;
  const panels = createPanels((isAnotherPatient) => signal.aborted || report(isAnotherPatient));
  let posted = 0;
  const post = (message: Message): void => {
    posted = performance.now();
    if (!signal.aborted) channel.postMessage(message);
  };
  const postHello = async (): Promise<void> => post({ key, digest: await digestOf(key, binding) });
  const take = async (message: Message): Promise<void> => {
    if (message.digest === undefined) return panels.closed(message.key);
    const isNew = !panels.knows(message.key);
    panels.heard(message.key, message.digest === (await digestOf(message.key, binding)));
    if (isNew || performance.now() - posted > ANSWER_MS) await postHello();
  };
  // Handle messages in order, so that a page's goodbye is not overtaken by its hello.
  let last = Promise.resolve();
  channel.addEventListener('message', ({ data }) => {
    const message = readMessage(data);
    if (message) last = last.then(() => take(message)).catch(() => undefined);
  });
  const hello = (): void => void postHello().catch(() => undefined);
  const timer = setInterval(() => {
    hello();
    panels.refresh();
  }, EVERY_MS);
  globalThis.addEventListener('pagehide', () => post({ key }), { signal });
  globalThis.addEventListener('pageshow', hello, { signal });
  hello();
  return () => {
    post({ key });
    clearInterval(timer);
    leaving.abort();
    channel.close();
  };
}
