// Unsent changes of filed notes on this device: sealed like every draft, one record a note. Faults of the browser's
// storage end here; the work then goes on in memory.

import type { FiledAt } from '../interview/history/history.ts';
import type { Binding } from '../interview/visit.ts';
import { err, ok } from '../lib/result.ts';
import { CHANGE_FORMAT, decodeChange, encodeChange, type KeptChange } from './change-codec.ts';
import type { ChangeDrafts } from './port.ts';
import { openRecords } from './records.ts';
import { type DraftKeys, isOfSomebody, seal, unseal } from './seal.ts';

const HOUR_MS = 3_600_000;

const keyOf = ({ form, resourceId }: FiledAt): string => `${form}/${resourceId}`;

interface Own {
  readonly id: string;
  readonly kept: KeptChange;
}

/** Changes of one binding in IndexedDB. `ttlHours` 0, or no clinician, keeps nothing; `now` is milliseconds since the epoch. */
export function openChangeDrafts(binding: Binding, keys: DraftKeys, ttlHours: number, now: () => number): ChangeDrafts {
  const records = openRecords('changes');
  /** The record's id of each note, so that a save replaces the one before. */
  const ids = new Map<string, string>();
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = queue.then(work);
    queue = mine.catch(() => undefined);
    return mine;
  };

  const ownAt = async (at: FiledAt): Promise<readonly Own[]> => {
    if (!isOfSomebody(binding)) return [];
    const live = (await records.all()).filter(({ record }) => record.until > now());
    const tried = await Promise.all(
      live.map(async ({ id, record }) => {
        const text = record.format === CHANGE_FORMAT ? await unseal(record, keys) : undefined;
        const kept = text === undefined ? undefined : decodeChange(text);
        return kept && keyOf(kept.draft.at) === keyOf(at) ? [{ id, kept }] : [];
      }),
    );
    return tried.flat().toSorted((one, other) => other.kept.savedAt - one.kept.savedAt);
  };

  return {
    keep: (draft) =>
      inTurn(async () => {
        if (ttlHours <= 0) return err({ kind: 'site' });
        if (!isOfSomebody(binding)) return err({ kind: 'unnamed' });
        try {
          const id = ids.get(keyOf(draft.at)) ?? crypto.randomUUID();
          ids.set(keyOf(draft.at), id);
          const savedAt = now();
          const until = savedAt + ttlHours * HOUR_MS;
          await records.put(id, { ...(await seal(keys, CHANGE_FORMAT, encodeChange({ draft, savedAt }))), until });
          return ok(until);
        } catch (cause) {
          const isFull = cause instanceof DOMException && cause.name === 'QuotaExceededError';
          return err({ kind: isFull ? 'quota' : 'storageBlocked' });
        }
      }),
    find: (at) =>
      inTurn(async () => {
        const [latest] = await ownAt(at).catch(() => []);
        if (latest) ids.set(keyOf(at), latest.id);
        return latest?.kept.draft;
      }),
    shred: (at) =>
      inTurn(async () => {
        const mine = ids.get(keyOf(at));
        ids.delete(keyOf(at));
        try {
          const others = (await ownAt(at)).map(({ id }) => id);
          await records.remove(...new Set([...others, ...(mine === undefined ? [] : [mine])]));
        } catch {
          // A device that keeps nothing has nothing to delete.
        }
      }),
  };
}
