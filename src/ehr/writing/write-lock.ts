// Allows one create and one change of a note at a time, in this panel and in all panels of this browser, by Web Locks. A
// channel tells other panels that a note may have been sent, so that they search first.

import { FORMS, type Form } from '../../interview/history/history.ts';
import type { NoteId } from '../../interview/ids.ts';
import { openChannel } from '../host/channel.ts';
import type { WriteEnd } from '../port.ts';
import { underSignals } from '../server/under-signals.ts';

/**
 * Where this note was sent before, here or by another panel. `maybe`: it may be stored in these forms. `refused`: the
 * chart said that it stored nothing.
 */
export interface SentBefore {
  readonly maybe: readonly Form[];
  readonly refused: readonly Form[];
}

export interface WriteLock {
  readonly take: (id: NoteId, form: Form, work: (before: SentBefore) => Promise<WriteEnd>) => Promise<WriteEnd>;
  /** For work that creates nothing. It must not call `take` for the same note. */
  readonly alone: <T>(id: NoteId, work: () => Promise<T>) => Promise<T>;
  /**
   * For one change of the filed note with this number. It may call the others, also for the same number, and they must
   * not call it. Undefined if the signal aborts, or another window takes over a minute, before `work` begins.
   */
  readonly change: <T>(id: NoteId, signal: AbortSignal, work: () => Promise<T>) => Promise<T | undefined>;
}

const LONGEST_WAIT_MS = 60_000;

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

/** Why `work` did not begin. */
const GAVE_UP = new Error('Waited too long for another window');

/**
 * Runs `work` under the lock with this name, if the browser has locks. `first` is false if it had to wait. Rejects with
 * GAVE_UP if `until` aborts while it waits.
 */
async function locked<T>(name: string, work: (first: boolean) => Promise<T>, until?: AbortSignal): Promise<T> {
  let isBegun = false;
  const start = (first: boolean): Promise<T> => {
    isBegun = true;
    return work(first);
  };
  try {
    const { locks } = navigator;
    const free = await locks.request(name, { ifAvailable: true }, async (lock) =>
      lock ? { done: await start(true) } : undefined,
    );
    return free ? free.done : await locks.request(name, until ? { signal: until } : {}, () => start(false));
  } catch (fault) {
    if (isBegun) throw fault;
    if (until?.aborted) throw GAVE_UP;
    // The browser has no locks or refuses them because storage is blocked.
    return work(true);
  }
}

/** The forms of each note. */
function createFormsOfNotes() {
  const held = new Map<string, Set<Form>>();
  return {
    of: (id: string): readonly Form[] => [...(held.get(id) ?? [])],
    add: (id: string, form: Form) => void held.set(id, (held.get(id) ?? new Set<Form>()).add(form)),
    remove: (id: string, form: Form) => void held.get(id)?.delete(form),
  };
}

export function createWriteLock(): WriteLock {
  const [maybe, refused] = [createFormsOfNotes(), createFormsOfNotes()];
  const waiting = new Map<string, Promise<unknown>>();
  const panel = crypto.randomUUID();
  const channel = openChannel('evoke.notes');
  channel?.addEventListener('message', ({ data }) => {
    const message = readMessage(data);
    if (message && message.panel !== panel) maybe.add(message.id, message.form);
  });
  const sendOnce: WriteLock['take'] = async (id, form, work) => {
    const before: SentBefore = { maybe: maybe.of(id), refused: refused.of(id) };
    channel?.postMessage({ panel, id, form } satisfies SentMessage);
    maybe.add(id, form);
    const end = await work(before);
    // An earlier request in this form may still be stored, whatever became of this one.
    if (before.maybe.includes(form)) return end;
    if (end.kind === 'refused') refused.add(id, form);
    if (end.kind === 'refused' || end.kind === 'unsent') maybe.remove(id, form);
    return end;
  };
  const inTurn = async <T>(name: string, work: (first: boolean) => Promise<T>, until?: AbortSignal): Promise<T> => {
    const before = waiting.get(name);
    const mine = (async () => {
      await before?.catch(() => undefined);
      return locked(name, (first) => work(first && before === undefined), until);
    })();
    waiting.set(name, mine);
    try {
      return await mine;
    } finally {
      if (waiting.get(name) === mine) waiting.delete(name);
    }
  };
  const nameOf = (id: NoteId): string => `evoke.note.${id}`;
  return {
    take: (id, form, work) =>
      inTurn(nameOf(id), (first) => {
        if (!first) maybe.add(id, form);
        return sendOnce(id, form, work);
      }),
    alone: (id, work) => inTurn(nameOf(id), () => work()),
    change: async (id, signal, work) => {
      try {
        return await underSignals([signal, AbortSignal.timeout(LONGEST_WAIT_MS)], (until) =>
          inTurn(`${nameOf(id)}.change`, () => work(), until),
        );
      } catch (fault) {
        if (fault === GAVE_UP) return undefined;
        throw fault;
      }
    },
  };
}
