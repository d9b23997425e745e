// Stores unsent changes of filed notes on this device, sealed, one record per note. Storage faults become values here,
// and work then continues in memory.

import { type FiledAt, placeKey } from '../../interview/history/history.ts';
import type { Binding } from '../../interview/visit.ts';
import { err, ok } from '../../lib/result.ts';
import type { ChangeDrafts } from '../port.ts';
import { openRecords } from '../records.ts';
import { type DraftKeys, hasOwner, seal, unseal } from '../seal.ts';
import { createQueue, guarded, HOUR_MS } from '../storage-work.ts';
import { CHANGE_FORMAT, decodeChange, encodeChange, type KeptChange } from './change-codec.ts';

interface Own {
  readonly id: string;
  readonly kept: KeptChange;
}

/**
 * The changes of one binding in IndexedDB. With `ttlHours` 0 or without a clinician it keeps nothing. `now` is in
 * milliseconds since the epoch.
 */
export function openChangeDrafts(binding: Binding, keys: DraftKeys, ttlHours: number, now: () => number): ChangeDrafts {
  const records = openRecords('changes');
  /** The record id of each note, so that a save replaces the one before. */
  const ids = new Map<string, string>();
  const inTurn = createQueue();

  const ownAt = async (at: FiledAt): Promise<readonly Own[]> => {
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
  };

  return {
    keep: async (draft) => {
      if (ttlHours <= 0) return err({ kind: 'site' });
      if (!hasOwner(binding)) return err({ kind: 'unnamed' });
      const keep = async () => {
        const id = ids.get(placeKey(draft.at)) ?? crypto.randomUUID();
        ids.set(placeKey(draft.at), id);
        const savedAt = now();
        const until = savedAt + ttlHours * HOUR_MS;
        await records.put(id, { ...(await seal(keys, CHANGE_FORMAT, encodeChange({ draft, savedAt }))), until });
        return ok(until);
      };
      return inTurn(() => guarded(keep));
    },
    find: (at) =>
      inTurn(async () => {
        const [latest] = await ownAt(at).catch(() => []);
        if (latest) ids.set(placeKey(at), latest.id);
        return latest?.kept.draft;
      }),
    shred: (at) =>
      inTurn(async () => {
        const mine = ids.get(placeKey(at));
        ids.delete(placeKey(at));
        // If storage is blocked, there is nothing to delete.
        await guarded(async () => {
          const others = (await ownAt(at)).map(({ id }) => id);
          return ok(await records.remove(...new Set([...others, ...(mine === undefined ? [] : [mine])])));
        });
      }),
  };
}
