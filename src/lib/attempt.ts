// Calls what the platform answers with an exception, such as parsing. Everything else returns its failures as values.

/** The result of `work`, or undefined if it throws. Say at the call why it may. A promise that rejects is not caught. */
export function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
