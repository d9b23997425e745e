// Live panels of this browser, and whether one of them shows another patient. They tell each other a random number and a
// digest of the chart, never a name or an id; a panel that no longer answers is gone.

import type { Binding } from '../interview/visit.ts';

const EVERY_MS = 15_000;
/** Two questions without an answer. */
const GONE_MS = 35_000;

type Word = 'who' | 'here' | 'gone';
interface Told {
  readonly word: Word;
  readonly panel: string;
  readonly chart: string;
}

function readTold(data: unknown): Told | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { word, panel, chart }: Partial<Record<keyof Told, unknown>> = data;
  const known = (['who', 'here', 'gone'] as const).find((each) => each === word);
  return known && typeof panel === 'string' && typeof chart === 'string' ? { word: known, panel, chart } : undefined;
}

async function chartOf({ issuer, tenant, patient }: Binding): Promise<string> {
  const named = new TextEncoder().encode(JSON.stringify([issuer, tenant ?? null, patient]));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', named));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What one panel heard of the others, by panel; times are milliseconds since the epoch. */
function createHearing(tell: (isAnotherPatient: boolean) => void, mine: string) {
  const heard = new Map<string, { readonly chart: string; readonly at: number }>();
  const look = (): void => {
    for (const [panel, { at }] of heard) if (Date.now() - at > GONE_MS) heard.delete(panel);
    tell([...heard.values()].some(({ chart }) => chart !== mine));
  };
  return {
    look,
    hear: ({ word, panel, chart }: Told): void => {
      if (word === 'gone') heard.delete(panel);
      else heard.set(panel, { chart, at: Date.now() });
      look();
    },
  };
}

/** Watches until the returned function is called; where the browser has no channels, there is nothing to tell. */
export function watchPanels(binding: Binding, tell: (isAnotherPatient: boolean) => void): () => void {
  if (!globalThis.BroadcastChannel) return () => undefined;
  const channel = new BroadcastChannel('evoke.panels');
  const panel = crypto.randomUUID();
  let say: (word: Word) => void = () => undefined;
  let stopped = false;
  const leaving = new AbortController();
  const start = async (): Promise<void> => {
    const chart = await chartOf(binding);
    if (stopped) return;
    const hearing = createHearing(tell, chart);
    say = (word) => channel.postMessage({ word, panel, chart } satisfies Told);
    channel.addEventListener('message', ({ data }) => {
      const told = readTold(data);
      if (told) hearing.hear(told);
      if (told?.word === 'who') say('here');
    });
    const timer = setInterval(() => {
      say('who');
      hearing.look();
    }, EVERY_MS);
    leaving.signal.addEventListener('abort', () => clearInterval(timer));
    globalThis.addEventListener('pagehide', () => say('gone'), { signal: leaving.signal });
    globalThis.addEventListener('pageshow', () => say('who'), { signal: leaving.signal });
    say('who');
  };
  void start();
  return () => {
    if (stopped) return;
    stopped = true;
    say('gone');
    leaving.abort();
    channel.close();
  };
}
