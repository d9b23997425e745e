// The drafts of one binding: opens those it can decrypt, saves every change, and deletes them on request. It deletes those
// of other users where the site asks for it. Storage faults become values here, and work then continues in memory.

import type { Binding } from '../interview/visit.ts';
import { deferred } from '../lib/deferred.ts';
import { err, ok, type Result } from '../lib/result.ts';
import { type DraftContent, encodeDraft, FORMAT } from './codec.ts';
import { isDraftLocked } from './draft-lock.ts';
import { keptDraft, type Own, ownRecords, type ReadDraft, readableOf } from './own-records.ts';
import type { DraftFault, DraftOptions, Drafts, KeptDraft, OtherDraft } from './port.ts';
import { createRecordLease, type RecordLease } from './record-lease.ts';
import { DATABASES, openRecords, type Records } from './records.ts';
import { type DraftKeys, deriveDraftKeys, hasOwner, type Sealed, seal } from './seal.ts';
import { createQueue, guarded, HOUR_MS } from './storage-work.ts';

/** Deletes expired drafts of every user on this device. Runs every hour while a page is open. Never rejects. */
export async function purgeExpired(now = Date.now()): Promise<void> {
  for (const database of DATABASES) {
    const records = openRecords(database);
    await records.purge(now).catch(() => undefined);
  }
}

const asText = (bits: ArrayBuffer | undefined): string => String(bits && new Uint8Array(bits));

/** True if another user of the same EHR sealed it. False if that is not known. */
async function isOfOther({ salt, owner, ehr }: Sealed, keys: DraftKeys): Promise<boolean> {
  const own = await keys.marks(salt);
  return ehr !== undefined && asText(own.ehr) === asText(ehr) && asText(own.owner) !== asText(owner);
}

/** Deletes drafts of other users of this EHR on this device, except those that a panel has open. */
async function deleteOfOthers(keys: DraftKeys): Promise<void> {
  for (const database of DATABASES) {
    const records = openRecords(database);
    const tried = await Promise.all(
      (await records.all()).map(async ({ id, record }) =>
        (await isOfOther(record, keys)) && !(await isDraftLocked(id)) ? [id] : [],
      ),
    );
    await records.remove(...tried.flat());
  }
}

/** Opens the first available draft of a launch and lists the others. */
function createOpening(lease: RecordLease, now: () => number, readOwn: () => Promise<readonly Own[]>) {
  let others: readonly OtherDraft[] = [];
  // Without this reading the record must not be overwritten, so its lock is released again.
  const readAfterLock = async (): Promise<readonly Own[]> => {
    try {
      return await readOwn();
    } catch (cause) {
      lease.drop();
      throw cause;
    }
  };
  /** Reads a record again after taking its lock, because another panel may have changed or deleted it. */
  const takeFirst = async (wanted: readonly ReadDraft[]): Promise<Result<ReadDraft | undefined, DraftFault>> => {
    let isHeld = false;
    for (const { id } of wanted) {
      if (!(await lease.take(id))) {
        isHeld = true;
        continue;
      }
      const again = readableOf(await readAfterLock(), now());
      const all = again.ok ? again.value : [];
      const taken = all.find((each) => each.id === id);
      others = await Promise.all(all.filter((each) => each !== taken).map(described));
      if (taken) return ok(taken);
      lease.drop();
    }
    return isHeld ? err({ kind: 'openElsewhere' }) : ok(undefined);
  };
  const described = async ({ id, content: { interview, savedAt } }: ReadDraft): Promise<OtherDraft> => ({
    id,
    interview,
    savedAt,
    isOpenElsewhere: await isDraftLocked(id),
  });
  return {
    others: () => others,
    open: async (
      own: readonly Own[],
      wanted: string | undefined,
    ): Promise<Result<KeptDraft | undefined, DraftFault>> => {
      const readable = readableOf(own, now());
      if (!readable.ok) return readable;
      const taken = await takeFirst(readable.value.filter(({ id }) => wanted === undefined || id === wanted));
      if (!taken.ok) return taken;
      return ok(taken.value && keptDraft(taken.value, now()));
    },
  };
}

/** Deletes records. A deletion that failed is repeated with the next one. */
function createDeleting(records: Records) {
  const pending = new Set<string>();
  return async (id?: string): Promise<void> => {
    if (id !== undefined) pending.add(id);
    if (pending.size > 0) await records.remove(...pending);
    pending.clear();
  };
}

/**
 * Opens the drafts of one binding in IndexedDB. A draft of an unknown format is reported and kept, and new work goes to
 * a new record. If the binding names no clinician, nothing is kept or opened. `ttlHours` 0 keeps nothing on the device.
 */
export function openDrafts(binding: Binding, ttlHours: number, options: DraftOptions): Drafts {
  const { now = Date.now, shredOnOtherUser = false, release = new AbortController().signal } = options;
  const keys = deriveDraftKeys(binding, options.subject, options.iterations, shredOnOtherUser);
  const records = openRecords('drafts');
  const inTurn = createQueue();
  const lease = createRecordLease(records, release);
  const opening = createOpening(lease, now, () => ownRecords(records, keys));
  const remove = createDeleting(records);

  const open = async (wanted: string | undefined): Promise<Result<KeptDraft | undefined, DraftFault>> => {
    // First of all: if a later step fails, the next conversation must not be saved over the draft that was open.
    lease.drop();
    const isNamed = hasOwner(binding);
    const own = isNamed ? await ownRecords(records, keys) : [];
    // Delete after reading, so that a failed deletion does not hide the drafts that were found.
    await purgeExpired(now());
    // To a launch that names no clinician, every draft would be of another user.
    if (isNamed && shredOnOtherUser) await deleteOfOthers(keys).catch(() => undefined);
    if (isNamed && ttlHours > 0) keys.prepare();
    return opening.open(own, wanted);
  };

  const keep = async (content: DraftContent): Promise<Result<number, DraftFault>> => {
    const until = content.savedAt + ttlHours * HOUR_MS;
    await lease.put({ ...(await seal(keys, FORMAT, encodeDraft(content))), until });
    await remove().catch(() => undefined);
    return ok(until);
  };

  return {
    binding,
    changes: deferred(async () =>
      (await import('./changes/change-drafts.ts')).openChangeDrafts({ binding, keys, ttlHours, now, release }),
    ),
    open: (id) => inTurn(() => guarded(() => open(id))),
    others: opening.others,
    keep: async (interview, attempted) => {
      if (ttlHours <= 0) return err({ kind: 'site' });
      if (!hasOwner(binding)) return err({ kind: 'unnamed' });
      const content = { interview, savedAt: now(), attempted };
      return inTurn(() => guarded(() => lease.alone(() => keep(content))));
    },
    delete: async () => {
      await inTurn(() => lease.alone(() => remove(lease.drop())).catch(() => undefined));
    },
    finishDeleting: () => inTurn(() => remove().catch(() => undefined)),
  };
}
