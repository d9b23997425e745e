// One panel at a time works on a draft: the panel that has it open holds a Web Lock until the page or the sign-in ends.
// Browsers may forbid Web Locks to a page; drafts then open without one.

// A reloaded page releases its lock a moment after the next page asks for it.
const WAIT_MS = 2_000;

const nameOf = (id: string): string => `evoke.draft.${id}`;

/** False if another panel of this browser holds the draft. Held until `release` aborts, or the page ends. */
export function holdDraft(id: string, release: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const untilReleased = (): Promise<void> => {
      resolve(true);
      if (release.aborted) return Promise.resolve();
      return new Promise((end) => release.addEventListener('abort', () => end(), { once: true }));
    };
    try {
      navigator.locks
        .request(nameOf(id), { signal: AbortSignal.timeout(WAIT_MS) }, untilReleased)
        .catch((fault: unknown) => resolve(!(fault instanceof DOMException && fault.name === 'TimeoutError')));
    } catch {
      resolve(true);
    }
  });
}

/** True if some panel of this browser holds the draft. False if the browser does not say. */
export async function isDraftHeld(id: string): Promise<boolean> {
  try {
    const { held = [] } = await navigator.locks.query();
    return held.some(({ name }) => name === nameOf(id));
  } catch {
    return false;
  }
}
