// One signal of several. AbortSignal.any would do, but the oldest browsers Evoke supports lack it.

/** Runs `work` under a signal that aborts as soon as one of these does, with its reason. Leaves no listener behind. */
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
