// Allows one create of a note at a time, in this panel and in all panels of this browser. A Web Lock separates two
// creates. A channel tells other panels that a note may have been sent, so that they search first.

import { FORMS, type Form } from '../../interview/history/history.ts';
import type { NoteId } from '../../interview/ids.ts';
import { openChannel } from '../host/channel.ts';

/** Runs `work` alone. `maybeSentIn` are the forms in which this note may already have been sent, here or by another panel. */
export interface WriteLock {
  readonly take: <T>(id: NoteId, form: Form, work: (maybeSentIn: readonly Form[]) => Promise<T>) => Promise<T>;
}

interface SentMessage {
  readonly panel: string;
  readonly id: string;
  readonly form: Form;
}

function readMessage(data: unknown): SentMessage | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { panel, id, form: written }: Partial<Record<keyof SentMessage, unknown>> = data;
  const form = FORMS.find((each) => each === written);
  return typeof panel === 'string' && typeof id === 'string' && form ? { panel, id, form } : undefined;
}

/** Runs `work` under the lock of this note, if the browser has locks. `first` is false if it had to wait. */
async function locked<T>(id: NoteId, work: (first: boolean) => Promise<T>): Promise<T> {
  const name = `evoke.note.${id}`;
  const begun = { work: false };
  const start = (first: boolean): Promise<T> => {
    begun.work = true;
    return work(first);
  };
  try {
    const { locks } = navigator;
    const free = await locks.request(name, { ifAvailable: true }, async (lock) =>
      lock ? { done: await start(true) } : undefined,
    );
    return free ? free.done : await locks.request(name, () => start(false));
  } catch (fault) {
    // The browser has no locks or refuses them because storage is blocked. An error of the work itself is thrown on.
    if (begun.work) throw fault;
    return work(true);
  }
}

/** The write lock of this browser's panels. */
export function createWriteLock(): WriteLock {
  const heard = new Map<string, Set<Form>>();
  const waiting = new Map<string, Promise<unknown>>();
  const panel = crypto.randomUUID();
  const remember = ({ id, form }: Omit<SentMessage, 'panel'>) =>
    heard.set(id, (heard.get(id) ?? new Set<Form>()).add(form));
  const channel = openChannel('evoke.notes');
  channel?.addEventListener('message', ({ data }) => {
    const message = readMessage(data);
    if (message && message.panel !== panel) remember(message);
  });
  return {
    take: async (id, form, work) => {
      const before = waiting.get(id);
      const mine = (async () => {
        await before?.catch(() => undefined);
        return locked(id, async (first) => {
          if (before !== undefined || !first) remember({ id, form });
          const maybeSentIn = [...(heard.get(id) ?? [])];
          channel?.postMessage({ panel, id, form } satisfies SentMessage);
          // Whatever the response, the next create of this note searches first.
          remember({ id, form });
          return work(maybeSentIn);
        });
      })();
      waiting.set(id, mine);
      try {
        return await mine;
      } finally {
        if (waiting.get(id) === mine) waiting.delete(id);
      }
    },
  };
}
