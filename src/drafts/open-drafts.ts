// The drafts of one binding: opens the right one by trying the records, keeps every change, shreds when told.
// Faults of the browser's storage end here, as values; the work then goes on in memory.

import type { Binding } from '../interview/visit.ts';
import { later } from '../lib/later.ts';
import { err, ok, type Result } from '../lib/result.ts';
import { type DraftContent, encodeDraft, FORMAT } from './codec.ts';
import { holdDraft } from './hold.ts';
import type { DraftFault, KeptDraft, OpenDrafts } from './port.ts';
import { type Found, LONGEST_MS, openRecords, type Records, SHELVES } from './records.ts';
import { isOfSomebody, isOwner, markOwner, newKey, type OwnerMark, seal, unseal } from './seal.ts';

const HOUR_MS = 3_600_000;

/** The place a draft is kept at: one id, one key and one owner's mark from its first save to its shredding. */
interface Place {
  readonly id: string;
  readonly key: CryptoKey;
  readonly owner: OwnerMark;
}

const newPlace = async (binding: Binding): Promise<Place> => ({
  id: crypto.randomUUID(),
  key: await newKey(),
  owner: await markOwner(binding),
});

const placeOf = ({ id, record: { key, owner } }: Found): Place => ({ id, key, owner });

/** A record of this binding, with what it holds or why that cannot be read. */
interface Own extends Found {
  readonly content: Result<DraftContent, DraftFault>;
}

const faultOf = (cause: unknown): DraftFault =>
  cause instanceof DOMException && cause.name === 'QuotaExceededError' ? { kind: 'quota' } : { kind: 'storageBlocked' };

async function guarded<T>(work: () => Promise<Result<T, DraftFault>>): Promise<Result<T, DraftFault>> {
  try {
    return await work();
  } catch (cause) {
    return err(faultOf(cause));
  }
}

/** The records that open under this binding; another patient's, visit's, user's or EHR's fail to, and are left alone. */
async function ownRecords(records: Records, binding: Binding): Promise<readonly Own[]> {
  if (!isOfSomebody(binding)) return [];
  const tried = await Promise.all(
    (await records.all()).map(async ({ id, record }) => {
      const text = await unseal(record, binding);
      if (text === undefined) return [];
      // The code to read it may be gone since Evoke was updated: that is no fault of the storage.
      const decoding = await import('./decode-draft.ts').catch(() => undefined);
      const content = decoding?.decodeDraft(record.format, text) ?? err({ kind: 'unreadable' });
      return [{ id, record, content }];
    }),
  );
  return tried.flat();
}

async function shredOfOthers(records: Records, binding: Binding): Promise<void> {
  const found = await records.all();
  const theirs = await Promise.all(found.map(async ({ record }) => !(await isOwner(record.owner, binding))));
  await records.remove(...found.filter((_, index) => theirs[index]).map(({ id }) => id));
}

/** The draft saved last among those that can be read, then the reason there is none. */
function choose(own: readonly Own[], now: number): Result<{ own: Own; kept: KeptDraft } | undefined, DraftFault> {
  const live = own.filter(({ record }) => record.until > now);
  const readable = live.flatMap((each) => (each.content.ok ? [{ own: each, held: each.content.value }] : []));
  const latest = readable.reduce<(typeof readable)[number] | undefined>(
    (best, each) => (best && best.held.savedAt >= each.held.savedAt ? best : each),
    undefined,
  );
  if (latest) {
    const { savedAt: _, ...content } = latest.held;
    return ok({
      own: latest.own,
      kept: { ...content, keptUntil: Math.min(latest.own.record.until, now + LONGEST_MS) },
    });
  }
  if (live.length > 0) return err({ kind: 'unreadable' });
  return own.length > 0 ? err({ kind: 'expired' }) : ok(undefined);
}

/** One thing at a time, in the order asked: a save never overtakes a shredding. */
function createQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}

/** Deletes what has expired on this device, whoever's it is. For every hour a page stays open; never rejects. */
export async function purgeExpired(now = Date.now()): Promise<void> {
  for (const shelf of SHELVES) await guarded(async () => ok(await openRecords(shelf).purge(now)));
}

/**
 * Drafts of one binding in IndexedDB. The draft of an unknown format is reported and left as it is: new work goes to
 * a record of its own. Without a clinician in the binding nothing is kept or opened. Source: docs/design/sign-in-and-security.md, "Drafts and idle lock".
 */
export const openDrafts: OpenDrafts = (binding, ttlHours, options = {}) => {
  const { now = Date.now, shredOnOtherUser = false, letGo = new AbortController().signal } = options;
  const records = openRecords();
  const inTurn = createQueue();
  let place: Place | undefined;
  // What was to be shredded and is not yet: a device that refused once is asked again.
  const condemned = new Set<string>();
  const shredCondemned = async (): Promise<void> => {
    if (condemned.size > 0) await records.remove(...condemned);
    condemned.clear();
  };

  const open = async (): Promise<Result<KeptDraft | undefined, DraftFault>> => {
    if (shredOnOtherUser) for (const shelf of SHELVES) await shredOfOthers(openRecords(shelf), binding);
    const chosen = choose(await ownRecords(records, binding), now());
    // What is left of others must not stand in the way of what was found.
    await purgeExpired(now());
    const found = chosen.ok ? chosen.value : undefined;
    const held = found ? await holdDraft(found.own.id, letGo) : true;
    // Made ahead, so that the save of a page that is going away is one sealing and one put.
    place = found && held ? placeOf(found.own) : await newPlace(binding);
    if (!found || !held) void holdDraft(place.id, letGo);
    if (!held) return err({ kind: 'openElsewhere' });
    return chosen.ok ? ok(found?.kept) : chosen;
  };

  const keep = async (content: DraftContent): Promise<Result<number, DraftFault>> => {
    if (!place) {
      place = await newPlace(binding);
      void holdDraft(place.id, letGo);
    }
    const { id, key, owner } = place;
    const until = content.savedAt + ttlHours * HOUR_MS;
    await records.put(id, { ...(await seal(key, FORMAT, binding, encodeDraft(content))), owner, until });
    await guarded(async () => ok(await shredCondemned()));
    return ok(until);
  };

  const shred = async (): Promise<Result<void, DraftFault>> => {
    if (place) condemned.add(place.id);
    place = undefined;
    return ok(await shredCondemned());
  };

  return {
    binding,
    changes: later(async () => (await import('./change-drafts.ts')).openChangeDrafts(binding, ttlHours, now)),
    open: () => inTurn(() => guarded(open)),
    keep: async (interview, attempted) => {
      if (ttlHours <= 0) return err({ kind: 'site' });
      if (!isOfSomebody(binding)) return err({ kind: 'unnamed' });
      return inTurn(() => guarded(() => keep({ interview, savedAt: now(), ...(attempted ? { attempted } : {}) })));
    },
    shred: async () => {
      await inTurn(() => guarded(shred));
    },
  };
};
