// Deletes drafts of other users, where the site asks for it.

import { isDraftHeld } from './hold.ts';
import { openRecords, SHELVES } from './records.ts';
import type { DraftKeys, Sealed } from './seal.ts';

const asText = (bits: ArrayBuffer | undefined): string => String(bits && new Uint8Array(bits));
const isSame = (one: ArrayBuffer, other: ArrayBuffer | undefined): boolean => asText(one) === asText(other);

/** True if another user of the same EHR sealed it. False if that is not known. */
async function isOfOther({ salt, owner, ehr }: Sealed, keys: DraftKeys): Promise<boolean> {
  return isSame(await keys.ehr(salt), ehr) && !isSame(await keys.owner(salt), owner);
}

/** Deletes drafts of other users of this EHR on this device, except those that a panel has open. */
export async function shredOfOthers(keys: DraftKeys): Promise<void> {
  for (const shelf of SHELVES) {
    const records = openRecords(shelf);
    const tried = await Promise.all(
      (await records.all()).map(async ({ id, record }) =>
        (await isOfOther(record, keys)) && !(await isDraftHeld(id)) ? [id] : [],
      ),
    );
    await records.remove(...tried.flat());
  }
}
