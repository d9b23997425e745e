// One holder of a sign-in. A duplicated tab copies what sessionStorage holds, the refresh token with it, and that token
// may be used once: the tab that came first keeps it, the copy asks to be opened from the chart.

// A page that reloads lets go of its lock a moment after the next page has begun to ask.
const WAIT_MS = 2_000;

/** False where another tab of this browser lives on this sign-in. True, too, where the browser has no locks to ask. */
export function holdSignIn(state: string): Promise<boolean> {
  const locks: LockManager | undefined = globalThis.navigator?.locks;
  if (!locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    const untilThePageEnds = (): Promise<never> => {
      resolve(true);
      return new Promise(() => undefined);
    };
    locks
      .request(`evoke.sign-in.${state}`, { signal: AbortSignal.timeout(WAIT_MS) }, untilThePageEnds)
      .catch((fault: unknown) => resolve(!(fault instanceof DOMException && fault.name === 'TimeoutError')));
  });
}
