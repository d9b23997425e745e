// Joins several abort signals. The oldest supported browsers lack AbortSignal.any.

/** Runs `work` with a signal that aborts as soon as one of `signals` does, with its reason. Removes its listeners. */
export async function underSignals<T>(
  signals: readonly AbortSignal[],
  work: (joined: AbortSignal) => Promise<T>,
): Promise<T> {
  const [joined, done] = [new AbortController(), new AbortController()];
  for (const signal of signals) {
    if (signal.aborted) joined.abort(signal.reason);
    signal.addEventListener('abort', () => joined.abort(signal.reason), { signal: done.signal });
  }
  try {
    return await work(joined.signal);
  } finally {
    done.abort();
  }
}
