// The record that this panel writes to, and the lock that keeps other panels from it.

import { isDraftLocked, takeDraftLock } from './draft-lock.ts';
import type { DraftRecord, Records } from './records.ts';

export type RecordLease = ReturnType<typeof createRecordLease>;

/** Starts without a record. After `release` aborts, it holds a lock only while it writes or deletes. */
export function createRecordLease(records: Records, release: AbortSignal) {
  let [id, isStored, lease]: [string | undefined, boolean, AbortController] = [undefined, false, new AbortController()];
  let working: Promise<unknown> = Promise.resolve();
  /** Releases the record and returns its id, if there was one. The next write goes to a new record. */
  const drop = (): string | undefined => {
    const mine = id;
    lease.abort();
    [id, isStored, lease] = [undefined, false, new AbortController()];
    return mine;
  };
  // A save that is under way ends first, so that the next panel reads it.
  release.addEventListener('abort', () => void working.then(() => lease.abort()));
  const hold = (wanted: string): Promise<boolean> => {
    if (release.aborted) return isDraftLocked(wanted).then((isLocked) => !isLocked);
    return takeDraftLock(wanted, lease.signal);
  };
  const isLost = async (mine: string, turn: AbortSignal): Promise<boolean> =>
    !(await takeDraftLock(mine, turn)) || (isStored && !(await records.all()).some((found) => found.id === mine));
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    const turn = new AbortController();
    try {
      if (release.aborted && id !== undefined && (await isLost(id, turn.signal))) drop();
      return await work();
    } finally {
      turn.abort();
    }
  };
  return {
    drop,
    /** Makes this record the panel's own. False if another panel has it open. */
    take: async (wanted: string): Promise<boolean> => {
      if (!(await hold(wanted))) return false;
      [id, isStored] = [wanted, true];
      return true;
    },
    /**
     * Runs `work`. The caller starts one at a time. No other panel opens the record meanwhile. If another panel has taken
     * or deleted it, the panel has no record anymore.
     */
    alone: <T>(work: () => Promise<T>): Promise<T> => {
      const mine = inTurn(work);
      working = mine.catch(() => undefined);
      return mine;
    },
    /** Stores the panel's own record, or a new one if it has none. */
    put: async (record: DraftRecord): Promise<void> => {
      if (id === undefined) {
        id = crypto.randomUUID();
        if (!release.aborted) void takeDraftLock(id, lease.signal);
      }
      await records.put(id, record);
      isStored = true;
    },
  };
}
