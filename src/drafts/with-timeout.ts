// A limit for storage that never answers, as a browser's database may: the caller goes on without it.

/** Storage that works answers within milliseconds; a busy device may need a moment. */
const PATIENCE_MS = 3_000;

/** The result of `work`. Rejects with a TimeoutError after three seconds and ignores what comes later. */
export async function withTimeout<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DOMException('Storage does not answer', 'TimeoutError')), PATIENCE_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
