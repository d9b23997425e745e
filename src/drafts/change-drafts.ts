// Unsent changes of filed notes on this device: sealed like every draft, one record a note. Faults of the browser's
// storage end here; the work then goes on in memory.

import type { FiledAt } from '../interview/history/history.ts';
import type { Binding } from '../interview/visit.ts';
import { err, ok } from '../lib/result.ts';
import { CHANGE_FORMAT, decodeChange, encodeChange, type KeptChange } from './change-codec.ts';
import type { ChangeDrafts } from './port.ts';
import { openRecords } from './records.ts';
import { isOfSomebody, markOwner, newKey, type OwnerMark, seal, unseal } from './seal.ts';

const HOUR_MS = 3_600_000;

const keyOf = ({ form, resourceId }: FiledAt): string => `${form}/${resourceId}`;

interface Own {
  readonly id: string;
  readonly kept: KeptChange;
}

/** What one record is kept with, from the first save to the shredding. */
interface Place {
  readonly id: string;
  readonly key: CryptoKey;
  readonly owner: OwnerMark;
}

async function newPlace(binding: Binding, id: string = crypto.randomUUID()): Promise<Place> {
  return { id, key: await newKey(), owner: await markOwner(binding) };
}

/** Changes of one binding in IndexedDB. `ttlHours` 0, or no clinician, keeps nothing; `now` is milliseconds since the epoch. */
export function openChangeDrafts(binding: Binding, ttlHours: number, now: () => number): ChangeDrafts {
  const records = openRecords('changes');
  /** The record of each note, so that every save of it lies over the last. */
  const places = new Map<string, Place>();
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
        const text = record.format === CHANGE_FORMAT ? await unseal(record, binding) : undefined;
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
          const place = places.get(keyOf(draft.at)) ?? (await newPlace(binding));
          places.set(keyOf(draft.at), place);
          const savedAt = now();
          const until = savedAt + ttlHours * HOUR_MS;
          const sealed = await seal(place.key, CHANGE_FORMAT, binding, encodeChange({ draft, savedAt }));
          await records.put(place.id, { ...sealed, owner: place.owner, until });
          return ok(until);
        } catch (cause) {
          const isFull = cause instanceof DOMException && cause.name === 'QuotaExceededError';
          return err({ kind: isFull ? 'quota' : 'storageBlocked' });
        }
      }),
    find: (at) =>
      inTurn(async () => {
        const [latest] = await ownAt(at).catch(() => []);
        // Made ahead, so that the save of a page that is going away is one sealing and one put.
        if (latest || !places.has(keyOf(at))) places.set(keyOf(at), await newPlace(binding, latest?.id));
        return latest?.kept.draft;
      }),
    shred: (at) =>
      inTurn(async () => {
        const mine = places.get(keyOf(at))?.id;
        places.delete(keyOf(at));
        try {
          const others = (await ownAt(at)).map(({ id }) => id);
          await records.remove(...new Set([...others, ...(mine === undefined ? [] : [mine])]));
        } catch {
          // A device that keeps nothing has nothing to delete.
        }
      }),
  };
}
