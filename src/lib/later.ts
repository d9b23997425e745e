// A value that is fetched once and kept; a fetch that failed is tried again at the next call.

/** Calls `load` at most once at a time and keeps what it gave. Rejects as `load` does, without keeping the failure. */
export function later<T>(load: () => Promise<T>): () => Promise<T> {
  let held: Promise<T> | undefined;
  return () => {
    held ??= load().catch((fault: unknown) => {
      held = undefined;
      throw fault;
    });
    return held;
  };
}
