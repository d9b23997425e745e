// How work on the device's storage runs: one task at a time, with faults as values.

import { err, type Result } from '../lib/result.ts';
import type { DraftFault } from './port.ts';

export const HOUR_MS = 3_600_000;

/** The result of some work. A storage fault becomes a value. */
export async function guarded<T>(work: () => Promise<Result<T, DraftFault>>): Promise<Result<T, DraftFault>> {
  try {
    return await work();
  } catch (cause) {
    const isFull = cause instanceof DOMException && cause.name === 'QuotaExceededError';
    return err({ kind: isFull ? 'quota' : 'storageBlocked' });
  }
}

/** Runs one task at a time, in order, so that a save never overtakes a deletion. */
export function createQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
