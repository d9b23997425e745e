// Pauses between two tries, and how long they are.

/** How long a clinician waits for a response that the next step can do without, in milliseconds. */
export const SOON_MS = 2_000;

/** Resolves after that many milliseconds, or as soon as the signal aborts. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener('abort', end);
    if (signal?.aborted) end();
  });
}

/** Milliseconds before another try if the server names none: 0.5, 1, 2 … 32 seconds, each with as much jitter again. */
export function backoffMs(failures: number): number {
  const jitter = (crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) / 255;
  return 500 * 2 ** Math.min(failures, 6) * (1 + jitter);
}
