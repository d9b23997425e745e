// One create of a note at a time, in this panel and in all panels of this browser. Knows note numbers and nothing else.
// A Web Lock keeps two presses apart; a channel tells the others that a note may have left, so that they look first.

import { FORMS, type Form } from '../../interview/history/history.ts';
import type { NoteId } from '../../interview/ids.ts';

/** Takes turns. `left`: the forms in which this note may have left already, from another press or panel. */
export interface Turns {
  readonly take: <T>(id: NoteId, form: Form, work: (left: readonly Form[]) => Promise<T>) => Promise<T>;
}

interface Told {
  readonly panel: string;
  readonly id: string;
  readonly form: Form;
}

function readTold(data: unknown): Told | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { panel, id, form: written }: Partial<Record<keyof Told, unknown>> = data;
  const form = FORMS.find((each) => each === written);
  return typeof panel === 'string' && typeof id === 'string' && form ? { panel, id, form } : undefined;
}

/** The lock of this note, where the browser has locks; `first` is false where it had to be waited for. */
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
    // No locks, or a frame with blocked storage that refuses them. A fault of the work is thrown on.
    if (begun.work) throw fault;
    return work(true);
  }
}

/** A channel of this origin; undefined if the browser has none, or forbids it to this page. */
function openChannel(): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel('evoke.notes');
  } catch {
    return undefined;
  }
}

/** Turns over one channel of this browser's panels. */
export function createTurns(): Turns {
  const heard = new Map<string, Set<Form>>();
  const waiting = new Map<string, Promise<unknown>>();
  const panel = crypto.randomUUID();
  const remember = ({ id, form }: Omit<Told, 'panel'>) => heard.set(id, (heard.get(id) ?? new Set<Form>()).add(form));
  const channel = openChannel();
  channel?.addEventListener('message', ({ data }) => {
    const told = readTold(data);
    if (told && told.panel !== panel) remember(told);
  });
  return {
    take: async (id, form, work) => {
      const before = waiting.get(id);
      const mine = (async () => {
        await before?.catch(() => undefined);
        return locked(id, async (first) => {
          if (before !== undefined || !first) remember({ id, form });
          const left = [...(heard.get(id) ?? [])];
          channel?.postMessage({ panel, id, form } satisfies Told);
          // Whatever the answer: the next press of this note looks first.
          remember({ id, form });
          return work(left);
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
