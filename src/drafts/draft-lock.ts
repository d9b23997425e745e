// Only one panel at a time may edit a draft. The panel that has it open holds a Web Lock until the page or the sign-in
// ends. If the browser forbids Web Locks, drafts open without one.

// A reloaded page releases its lock a moment after the next page requests it.
const WAIT_MS = 2_000;

const lockName = (id: string): string => `evoke.draft.${id}`;

/** Takes the lock of a draft until `release` aborts or the page ends. Resolves to false if another panel has it. */
export function takeDraftLock(id: string, release: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const untilReleased = (): Promise<void> => {
      resolve(true);
      if (release.aborted) return Promise.resolve();
      return new Promise((end) => release.addEventListener('abort', () => end(), { once: true }));
    };
    try {
      navigator.locks
        .request(lockName(id), { signal: AbortSignal.timeout(WAIT_MS) }, untilReleased)
        .catch((fault: unknown) => resolve(!(fault instanceof DOMException && fault.name === 'TimeoutError')));
    } catch {
      resolve(true);
    }
  });
}

/** True if a panel of this browser has the draft open. False if the browser does not say. */
export async function isDraftLocked(id: string): Promise<boolean> {
  try {
    const { held = [] } = await navigator.locks.query();
    return held.some(({ name }) => name === lockName(id));
  } catch {
    return false;
  }
}
