// Opens a database of this origin. A browser may close the connection without an event. It is then reopened once.

import { createStore, get, set, type UseStore } from 'idb-keyval';

const isClosed = (cause: unknown): boolean => cause instanceof DOMException && cause.name === 'InvalidStateError';

/** Working storage responds within milliseconds. A busy device may take longer. */
const TIMEOUT_MS = 3_000;

/**
 * Returns the result of `work`. A browser's database may never respond: rejects with a TimeoutError after three seconds
 * and ignores a later result.
 */
async function withTimeout<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DOMException('Storage does not answer', 'TimeoutError')), TIMEOUT_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Opens `name` with its one object store on first use. Returns a function that runs one operation on it. That rejects if
 * the browser blocks storage or does not respond in time.
 */
export function openDatabase(name: string, objectStore: string) {
  let store: UseStore | undefined;
  const run = <T>(work: (store: UseStore) => Promise<T>): Promise<T> => {
    store ??= createStore(name, objectStore);
    return withTimeout(work(store));
  };
  return async <T>(work: (store: UseStore) => Promise<T>): Promise<T> => {
    try {
      return await run(work);
    } catch (cause) {
      if (!isClosed(cause)) throw cause;
      store = undefined;
      return await run(work);
    }
  };
}

/** The value `key` of the database `name`, as `read` decodes it. Storage is opened at the first call. Neither call rejects. */
export function openValue<Value>(name: string, key: string, read: (stored: unknown) => Value) {
  const database = openDatabase(name, key);
  return {
    /** Reads undefined if there is none or if the browser blocks storage. */
    load: async (): Promise<Value> => read(await database((store) => get<unknown>(key, store)).catch(() => undefined)),
    /** Resolves to true if the browser stored it. */
    save: (value: Value): Promise<boolean> =>
      database((store) => set(key, value, store)).then(
        () => true,
        () => false,
      ),
  };
}
