// The sealed records in IndexedDB: listed, stored, deleted, and deleted when they expire. It cannot read them.

import { del, delMany, entries, set } from 'idb-keyval';
import { openDatabase } from './database.ts';
import type { Sealed } from './seal.ts';

/** One stored draft under a random id. `until` is in milliseconds since the epoch. */
export interface DraftRecord extends Sealed {
  readonly until: number;
}

/** A record with the id it is kept under. */
export interface Found {
  readonly id: string;
  readonly record: DraftRecord;
}

/** The records of this origin. Every call rejects if the browser blocks storage, or does not answer in time. */
export interface Records {
  readonly all: () => Promise<readonly Found[]>;
  readonly put: (id: string, record: DraftRecord) => Promise<void>;
  readonly remove: (...ids: readonly string[]) => Promise<void>;
  /**
   * Deletes what has expired, what is no record, and what an earlier version stored together with its key. A clock set
   * back keeps nothing for more than a day.
   */
  readonly purge: (now: number) => Promise<void>;
}

/** The longest any site may keep a draft, in milliseconds (docs/design/sign-in-and-security.md, "Site configuration"). */
export const LONGEST_MS = 24 * 3_600_000;

/** When a stored value goes; every version of a record has said so in this field. */
function untilOf(value: unknown): number {
  const { until } = Object(value) as Partial<DraftRecord>;
  return typeof until === 'number' ? until : 0;
}

/** Whether a stored value has the parts that opening it takes. */
function isRecord(value: unknown): value is DraftRecord {
  const { format, salt } = Object(value) as Partial<DraftRecord>;
  return untilOf(value) > 0 && typeof format === 'number' && ArrayBuffer.isView(salt);
}

const hasKeyBesideIt = (value: unknown): boolean => 'key' in Object(value);

/** What is kept, each in a database of its own: unfinished interviews, and unsent changes of filed notes. */
export const SHELVES = ['drafts', 'changes'] as const;

/** Opens the database of one shelf at the first call. */
export function openRecords(shelf: (typeof SHELVES)[number] = 'drafts'): Records {
  const database = openDatabase(`evoke-${shelf}`, shelf);
  const stored = () => database((store) => entries<string, unknown>(store));
  return {
    all: async () =>
      (await stored()).flatMap(([id, value]) =>
        typeof id === 'string' && isRecord(value) ? [{ id, record: value }] : [],
      ),
    put: (id, record) => database((store) => set(id, record, store)),
    remove: (...ids) => database((store) => delMany([...ids], store)),
    purge: async (now) => {
      const latest = now + LONGEST_MS;
      for (const [id, value] of await stored()) {
        const until = untilOf(value);
        if (until <= now || hasKeyBesideIt(value)) await database((store) => del(id, store));
        else if (until > latest) await database((store) => set(id, { ...Object(value), until: latest }, store));
      }
    },
  };
}
