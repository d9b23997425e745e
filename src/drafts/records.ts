// Lists, stores and deletes the sealed records in IndexedDB, and purges expired ones. It cannot decrypt them.

import { delMany, entries, promisifyRequest, set } from 'idb-keyval';
import { openDatabase } from './database.ts';
import type { Sealed } from './seal.ts';
import { HOUR_MS } from './storage-work.ts';

/** One stored draft under a random id. `until` is in milliseconds since the epoch. */
export interface DraftRecord extends Sealed {
  readonly until: number;
}

export interface Found {
  readonly id: string;
  readonly record: DraftRecord;
}

/** The records of this origin. Every call rejects if the browser blocks storage or does not respond in time. */
export interface Records {
  readonly all: () => Promise<readonly Found[]>;
  readonly put: (id: string, record: DraftRecord) => Promise<void>;
  readonly remove: (...ids: readonly string[]) => Promise<void>;
  /**
   * Deletes expired records, invalid records, and records that an earlier version stored together with their key.
   * Limits every record to one day, even if the clock was set back.
   */
  readonly purge: (now: number) => Promise<void>;
}

/** The longest any site may keep a draft, in milliseconds (docs/design/sign-in-and-security.md, "Site configuration"). */
export const LONGEST_MS = 24 * HOUR_MS;

/** When a stored value expires. Every record version has this field. */
function untilOf(value: unknown): number {
  const { until } = Object(value) as Partial<DraftRecord>;
  return typeof until === 'number' ? until : 0;
}

/** True if a stored value has all that is needed to decrypt it. */
function isRecord(value: unknown): value is DraftRecord {
  const { format, salt } = Object(value) as Partial<DraftRecord>;
  return untilOf(value) > 0 && typeof format === 'number' && ArrayBuffer.isView(salt);
}

const hasOwnKey = (value: unknown): boolean => 'key' in Object(value);

/** Unfinished interviews, and unsent changes of filed notes. */
export const DATABASES = ['drafts', 'changes'] as const;

// In one transaction, so that what another panel saves meanwhile under the same id is not deleted.
function purgeIn(store: IDBObjectStore, now: number): Promise<void> {
  const latest = now + LONGEST_MS;
  const request = store.openCursor();
  request.onsuccess = () => {
    const cursor = request.result;
    if (!cursor) return;
    const until = untilOf(cursor.value);
    if (until <= now || hasOwnKey(cursor.value)) cursor.delete();
    else if (until > latest) cursor.update({ ...Object(cursor.value), until: latest });
    cursor.continue();
  };
  return promisifyRequest(store.transaction);
}

/** Opens one of the databases on first use. */
export function openRecords(name: (typeof DATABASES)[number]): Records {
  const database = openDatabase(`evoke-${name}`, name);
  const stored = () => database((store) => entries<string, unknown>(store));
  return {
    all: async () =>
      (await stored()).flatMap(([id, value]) =>
        typeof id === 'string' && isRecord(value) ? [{ id, record: value }] : [],
      ),
    put: (id, record) => database((store) => set(id, record, store)),
    remove: (...ids) => database((store) => delMany([...ids], store)),
    purge: (now) => database((store) => store('readwrite', (objects) => purgeIn(objects, now))),
  };
}
