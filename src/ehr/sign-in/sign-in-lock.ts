// One panel for each sign-in. A duplicated tab copies what sessionStorage holds, with a refresh token that may be used
// once: the first tab keeps it, the copy asks for a launch. Browsers may forbid Web Locks: then nobody is held off.

import { forgetLaunches } from './token-store.ts';

// A reloaded page releases its lock a moment after the next page asks for it.
const WAIT_MS = 2_000;

const nameOf = (state: string): string => `evoke.sign-in.${state}`;

/** False if another tab of this browser lives on this sign-in. Held until the page ends. */
export function holdSignIn(state: string): Promise<boolean> {
  return new Promise((resolve) => {
    const untilThePageEnds = (): Promise<never> => {
      resolve(true);
      return new Promise(() => undefined);
    };
    try {
      navigator.locks
        .request(nameOf(state), { signal: AbortSignal.timeout(WAIT_MS) }, untilThePageEnds)
        .catch((fault: unknown) => resolve(!(fault instanceof DOMException && fault.name === 'TimeoutError')));
    } catch {
      resolve(true);
    }
  });
}

/** Forgets the tokens that earlier panels left in this tab, but for those of panels that are still open. Never rejects. */
export async function forgetLeftSignIns(): Promise<void> {
  let held: readonly string[] = [];
  try {
    held = ((await navigator.locks.query()).held ?? []).flatMap(({ name }) => name ?? []);
  } catch {
    // Without locks nothing says that a panel is open.
  }
  forgetLaunches(({ signedInAt }, state) => signedInAt !== undefined && !held.includes(nameOf(state)));
}
