// Opens a database of this origin. A browser may close the connection without an event. It is then reopened once.

import { createStore, type UseStore } from 'idb-keyval';
import { withTimeout } from './with-timeout.ts';

const isClosed = (cause: unknown): boolean => cause instanceof DOMException && cause.name === 'InvalidStateError';

/** Runs one operation on the database. Rejects if the browser blocks storage or does not respond in time. */
export type Database = <T>(work: (store: UseStore) => Promise<T>) => Promise<T>;

/** Opens `name` with its one object store on first use. */
export function openDatabase(name: string, objectStore: string): Database {
  let store: UseStore | undefined;
  const run = <T>(work: (store: UseStore) => Promise<T>): Promise<T> => {
    store ??= createStore(name, objectStore);
    return withTimeout(work(store));
  };
  return async (work) => {
    try {
      return await run(work);
    } catch (cause) {
      if (!isClosed(cause)) throw cause;
      store = undefined;
      return await run(work);
    }
  };
}
