// Allows one panel per sign-in. A duplicated tab copies sessionStorage with a refresh token that may be used only once.
// The first tab keeps it and the copy asks for a new launch. If the browser forbids Web Locks, no tab is refused.

import { forgetLaunches } from './token-store.ts';

// A reloaded page releases its lock a moment after the next page requests it.
const WAIT_MS = 2_000;

const lockName = (state: string): string => `evoke.sign-in.${state}`;

/** Takes the lock of this sign-in until the page ends. Resolves to false if another tab of this browser has it. */
export function takeSignInLock(state: string): Promise<boolean> {
  return new Promise((resolve) => {
    const untilThePageEnds = (): Promise<never> => {
      resolve(true);
      return new Promise(() => undefined);
    };
    try {
      navigator.locks
        .request(lockName(state), { signal: AbortSignal.timeout(WAIT_MS) }, untilThePageEnds)
        .catch((fault: unknown) => resolve(!(fault instanceof DOMException && fault.name === 'TimeoutError')));
    } catch {
      resolve(true);
    }
  });
}

/** Deletes tokens that earlier panels left in this tab, except those of panels that are still open. Never rejects. */
export async function forgetLeftSignIns(): Promise<void> {
  let held: readonly string[] = [];
  try {
    held = ((await navigator.locks.query()).held ?? []).flatMap(({ name }) => name ?? []);
  } catch {
    // Without Web Locks there is no sign of an open panel.
  }
  forgetLaunches(({ signedInAt }, state) => signedInAt !== undefined && !held.includes(lockName(state)));
}
