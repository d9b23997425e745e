// The sealed records in IndexedDB: found, put, deleted, thrown out when their time is over. It cannot read them.

import { createStore, del, delMany, entries, set } from 'idb-keyval';
import type { OwnerMark, Sealed } from './seal.ts';
import { within } from './within.ts';

/** One stored draft under a random id. `until` is in milliseconds since the epoch. */
export interface DraftRecord extends Sealed {
  readonly owner: OwnerMark;
  readonly until: number;
}

/** A record with the id it is kept under. */
export interface Found {
  readonly id: string;
  readonly record: DraftRecord;
}

/** The records of this origin. Every call rejects where the browser keeps nothing, or does not answer in time. */
export interface Records {
  readonly all: () => Promise<readonly Found[]>;
  readonly put: (id: string, record: DraftRecord) => Promise<void>;
  readonly remove: (...ids: readonly string[]) => Promise<void>;
  /** Deletes what has expired, and what no version of ours wrote; a clock that jumped back prolongs nothing past a day. */
  readonly purge: (now: number) => Promise<void>;
}

/** The longest any site may keep a draft, in milliseconds (docs/design/sign-in-and-security.md, "Site configuration"). */
export const LONGEST_MS = 24 * 3_600_000;

/** When a stored value goes; every version of a record has said so in this field. */
function untilOf(value: unknown): number {
  const { until } = Object(value) as Partial<DraftRecord>;
  return typeof until === 'number' ? until : 0;
}

/** Whether a stored value has the parts that trying to open it takes. */
function isRecord(value: unknown): value is DraftRecord {
  const { format, owner } = Object(value) as Partial<DraftRecord>;
  return untilOf(value) > 0 && typeof format === 'number' && ArrayBuffer.isView(owner?.salt);
}

/** What is kept, each in a database of its own: unfinished interviews, and unsent changes of filed notes. */
export const SHELVES = ['drafts', 'changes'] as const;

/** Opens the database of one shelf; nothing is touched before the first call. */
export function openRecords(shelf: (typeof SHELVES)[number] = 'drafts'): Records {
  const database = createStore(`evoke-${shelf}`, shelf);
  const stored = () => within(entries<string, unknown>(database));
  return {
    all: async () =>
      (await stored()).flatMap(([id, value]) =>
        typeof id === 'string' && isRecord(value) ? [{ id, record: value }] : [],
      ),
    put: (id, record) => within(set(id, record, database)),
    remove: (...ids) => within(delMany([...ids], database)),
    purge: async (now) => {
      for (const [id, value] of await stored()) {
        const until = untilOf(value);
        if (until <= now) await within(del(id, database));
        else if (until > now + LONGEST_MS)
          await within(set(id, { ...Object(value), until: now + LONGEST_MS }, database));
      }
    },
  };
}
