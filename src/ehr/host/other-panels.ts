// Live panels of this browser, and whether one of them shows another patient. They tell each other random numbers, public
// keys and proofs for one listener, never a name, an id or a digest that guesses could be tried on; a panel that no
// longer answers is gone.

import type { Binding } from '../../interview/visit.ts';
import { type Meeting, openMeeting } from './panel-handshake.ts';

const EVERY_MS = 15_000;
/** Two questions without an answer. */
const GONE_MS = 35_000;

type Bytes = Uint8Array<ArrayBuffer>;

/** Asked of everyone, answered to one, said to everyone. */
type Told =
  | { readonly word: 'who'; readonly panel: string; readonly key: Bytes }
  | { readonly word: 'here'; readonly panel: string; readonly key: Bytes; readonly to: string; readonly proof: Bytes }
  | { readonly word: 'gone'; readonly panel: string };

// Of whatever realm the bytes are.
const isBytes = (value: unknown): value is Bytes => ArrayBuffer.isView(value) && !(value instanceof DataView);

function readTold(data: unknown): Told | undefined {
  const { word, panel, key, to, proof }: { readonly [Name in string]?: unknown } = Object(data);
  if (typeof panel !== 'string') return undefined;
  if (word === 'gone') return { word, panel };
  if (word === 'who' && isBytes(key)) return { word, panel, key };
  const isAnswer = word === 'here' && isBytes(key) && typeof to === 'string' && isBytes(proof);
  return isAnswer ? { word, panel, key, to, proof } : undefined;
}

/** What one panel heard of the others; times are milliseconds since the epoch. */
function createHearing(tell: (isAnotherPatient: boolean) => void) {
  const heard = new Map<string, { readonly isSame: boolean; readonly at: number }>();
  const look = (): void => {
    for (const [panel, { at }] of heard) if (Date.now() - at > GONE_MS) heard.delete(panel);
    tell([...heard.values()].some(({ isSame }) => !isSame));
  };
  return {
    look,
    /** False where nothing is known of that panel. One that asks is there, whenever it last answered. */
    stirs: (panel: string): boolean => {
      const known = heard.get(panel);
      if (known) heard.set(panel, { ...known, at: Date.now() });
      return known !== undefined;
    },
    hear: (panel: string, isSame: boolean): void => {
      heard.set(panel, { isSame, at: Date.now() });
      look();
    },
    forget: (panel: string): void => {
      heard.delete(panel);
      look();
    },
  };
}

/** What becomes of each word, one after the other: a goodbye is not overtaken by the proof that came before it. */
function createListener(meeting: Meeting, panel: string, post: (told: Told) => void, tell: (is: boolean) => void) {
  const hearing = createHearing(tell);
  const { key } = meeting;
  const ask = (): void => post({ word: 'who', panel, key });
  const take = async (told: Told): Promise<void> => {
    if (told.word === 'gone') return hearing.forget(told.panel);
    if (told.word === 'here') {
      if (told.to === panel) hearing.hear(told.panel, await meeting.isSameChart(told.key, told.panel, told.proof));
      return;
    }
    post({ word: 'here', panel, key, to: told.panel, proof: await meeting.proofFor(told.key, panel) });
    if (!hearing.stirs(told.panel)) ask();
  };
  let last: Promise<void> = Promise.resolve();
  return {
    ask,
    look: hearing.look,
    listen: (data: unknown): void => {
      const told = readTold(data);
      // A key that is none is no panel's.
      if (told) last = last.then(() => take(told)).catch(() => undefined);
    },
  };
}

/** Watches until the returned function is called; where the browser has no channels, there is nothing to tell. */
export function watchPanels(binding: Binding, tell: (isAnotherPatient: boolean) => void): () => void {
  if (!globalThis.BroadcastChannel) return () => undefined;
  const channel = new BroadcastChannel('evoke.panels');
  const panel = crypto.randomUUID();
  const leaving = new AbortController();
  const isOver = (): boolean => leaving.signal.aborted;
  const post = (told: Told): void => {
    if (!isOver()) channel.postMessage(told);
  };
  const start = async (): Promise<void> => {
    const meeting = await openMeeting(binding);
    if (isOver()) return;
    const { ask, look, listen } = createListener(meeting, panel, post, (is) => isOver() || tell(is));
    channel.addEventListener('message', ({ data }) => listen(data));
    const timer = setInterval(() => {
      ask();
      look();
    }, EVERY_MS);
    leaving.signal.addEventListener('abort', () => clearInterval(timer));
    globalThis.addEventListener('pagehide', () => post({ word: 'gone', panel }), { signal: leaving.signal });
    globalThis.addEventListener('pageshow', ask, { signal: leaving.signal });
    ask();
  };
  // Without keys there is no telling, as without channels.
  start().catch(() => undefined);
  return () => {
    if (isOver()) return;
    post({ word: 'gone', panel });
    leaving.abort();
    channel.close();
  };
}
