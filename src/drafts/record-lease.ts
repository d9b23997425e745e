// The record that this panel writes to, and the lock that keeps other panels from it.

import { holdDraft, isDraftHeld } from './hold.ts';
import type { Records } from './records.ts';

/** The record of one panel. */
export interface RecordLease {
  readonly id: () => string | undefined;
  /** Makes this record the panel's own. False if another panel has it open. */
  readonly take: (id: string) => Promise<boolean>;
  /** The record to write to: the panel's own, or a new one. */
  readonly forWriting: () => Promise<string>;
  /** Called after the record was stored on the device. */
  readonly stored: () => void;
  /** Releases the record. The next write goes to a new one. */
  readonly drop: () => void;
}

/** Starts without a record. After `release` aborts, it holds no lock. */
export function createRecordLease(records: Records, release: AbortSignal): RecordLease {
  let [id, isStored, lease]: [string | undefined, boolean, AbortController] = [undefined, false, new AbortController()];
  const drop = (): void => {
    lease.abort();
    [id, isStored, lease] = [undefined, false, new AbortController()];
  };
  release.addEventListener('abort', () => lease.abort());
  const hold = (wanted: string): Promise<boolean> => {
    if (release.aborted) return isDraftHeld(wanted).then((isHeld) => !isHeld);
    return holdDraft(wanted, lease.signal);
  };
  // A panel that released its draft writes to it only while no other panel has opened or deleted it.
  const isLost = async (mine: string): Promise<boolean> =>
    release.aborted &&
    ((await isDraftHeld(mine)) || (isStored && !(await records.all()).some((found) => found.id === mine)));
  return {
    drop,
    id: () => id,
    take: async (wanted: string): Promise<boolean> => {
      if (!(await hold(wanted))) return false;
      [id, isStored] = [wanted, true];
      return true;
    },
    forWriting: async (): Promise<string> => {
      if (id !== undefined && (await isLost(id))) drop();
      if (id === undefined) {
        id = crypto.randomUUID();
        if (!release.aborted) void holdDraft(id, lease.signal);
      }
      return id;
    },
    stored: (): void => {
      isStored = true;
    },
  };
}
