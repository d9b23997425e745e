// One panel at a time on one draft: whoever has it open holds its lock until the page ends. Knows nothing of contents.

// A page that reloads lets go of its lock a moment after the next page has begun to ask.
const WAIT_MS = 2_000;

/**
 * False where another panel of this browser holds the draft. True too where the browser has no locks to ask. Held until
 * `letGo` aborts, or the page ends.
 */
export function holdDraft(id: string, letGo: AbortSignal): Promise<boolean> {
  const locks: LockManager | undefined = globalThis.navigator?.locks;
  if (!locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    const untilLetGo = (): Promise<never> => {
      resolve(true);
      return new Promise((_, reject) => letGo.addEventListener('abort', () => reject(letGo.reason), { once: true }));
    };
    locks
      .request(`evoke.draft.${id}`, { signal: AbortSignal.timeout(WAIT_MS) }, untilLetGo)
      .catch((fault: unknown) => resolve(!(fault instanceof DOMException && fault.name === 'TimeoutError')));
  });
}
