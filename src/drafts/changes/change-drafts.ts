// Stores unsent changes of filed notes on this device, sealed, one record for each note and window. Storage faults become
// values here, and work then continues in memory.

import { type FiledAt, placeKey } from '../../interview/history/history.ts';
import type { Binding } from '../../interview/visit.ts';
import { err, ok } from '../../lib/result.ts';
import type { ChangeDraft, ChangeDrafts } from '../port.ts';
import { createRecordLease, type RecordLease } from '../record-lease.ts';
import { openRecords, type Records } from '../records.ts';
import { type DraftKeys, hasOwner, seal, unseal } from '../seal.ts';
import { createQueue, guarded, HOUR_MS } from '../storage-work.ts';
import { CHANGE_FORMAT, decodeChange, encodeChange, type KeptChange } from './change-codec.ts';

interface Own {
  readonly id: string;
  readonly kept: KeptChange;
}

/** `now` is in milliseconds since the epoch. `release`: see `DraftOptions`. */
export interface ChangeDraftOptions {
  readonly binding: Binding;
  readonly keys: DraftKeys;
  readonly ttlHours: number;
  readonly now: () => number;
  readonly release: AbortSignal;
}

/** The readable changes of the note at one place, newest first. */
async function ownAt(
  at: FiledAt,
  records: Records,
  { binding, keys, now }: ChangeDraftOptions,
): Promise<readonly Own[]> {
  if (!hasOwner(binding)) return [];
  const live = (await records.all()).filter(({ record }) => record.until > now());
  const tried = await Promise.all(
    live.map(async ({ id, record }) => {
      const text = record.format === CHANGE_FORMAT ? await unseal(record, keys) : undefined;
      const kept = text === undefined ? undefined : decodeChange(text);
      return kept && placeKey(kept.draft.at) === placeKey(at) ? [{ id, kept }] : [];
    }),
  );
  return tried.flat().toSorted((one, other) => other.kept.savedAt - one.kept.savedAt);
}

/** The changes of one binding in IndexedDB. With `ttlHours` 0 or without a clinician it keeps nothing. */
export function openChangeDrafts(options: ChangeDraftOptions): ChangeDrafts {
  const { binding, keys, ttlHours, now, release } = options;
  const records = openRecords('changes');
  /** The record of each note that this window changes. Another window has its own. */
  const leases = new Map<string, RecordLease>();
  const inTurn = createQueue();

  const leaseOf = (at: FiledAt): RecordLease => {
    const lease = leases.get(placeKey(at)) ?? createRecordLease(records, release);
    leases.set(placeKey(at), lease);
    return lease;
  };

  const readOwn = (at: FiledAt): Promise<readonly Own[]> => ownAt(at, records, options).catch(() => []);

  const takeLatest = async (at: FiledAt): Promise<ChangeDraft | undefined> => {
    const lease = leaseOf(at);
    lease.drop();
    for (const { id } of await readOwn(at)) {
      if (!(await lease.take(id))) continue;
      // Another window may have changed or deleted it before it was locked.
      const taken = (await readOwn(at)).find((each) => each.id === id);
      if (taken) return taken.kept.draft;
      lease.drop();
    }
    return undefined;
  };

  return {
    keep: async (draft) => {
      if (ttlHours <= 0) return err({ kind: 'site' });
      if (!hasOwner(binding)) return err({ kind: 'unnamed' });
      const lease = leaseOf(draft.at);
      const keep = async () => {
        const savedAt = now();
        const until = savedAt + ttlHours * HOUR_MS;
        const sealed = await seal(keys, CHANGE_FORMAT, encodeChange({ draft, savedAt }));
        await lease.put({ ...sealed, until });
        return ok(until);
      };
      return inTurn(() => guarded(() => lease.alone(keep)));
    },
    has: (at) => inTurn(async () => (await readOwn(at)).length > 0),
    find: (at) => inTurn(() => takeLatest(at)),
    delete: (at) => {
      const lease = leaseOf(at);
      const remove = async () => {
        const id = lease.drop();
        if (id !== undefined) await records.remove(id);
      };
      // If storage is blocked, there is nothing to delete.
      return inTurn(() => lease.alone(remove).catch(() => undefined));
    },
  };
}
