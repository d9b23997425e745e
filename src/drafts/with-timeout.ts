// A time limit for storage, because a browser's database may never respond. The caller continues without it.

/** Working storage responds within milliseconds. A busy device may take longer. */
const PATIENCE_MS = 3_000;

/** Returns the result of `work`. Rejects with a TimeoutError after three seconds and ignores a later result. */
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
