// Imitates Web Locks for tests without a browser. A page that ends releases its locks.

type Work = (lock: object | null) => unknown;

/** Imitates `navigator.locks` of one browser. */
export interface PlayedLocks {
  /** A replacement for `navigator`. */
  readonly navigator: {
    readonly locks: {
      readonly request: (name: string, ...rest: readonly unknown[]) => Promise<unknown>;
      readonly query: () => Promise<{ readonly held: readonly { readonly name: string }[] }>;
    };
  };
  /** All pages so far are gone, with their locks. */
  readonly closePages: () => void;
}

interface ServerRequest {
  readonly signal?: AbortSignal;
  readonly ifAvailable?: boolean;
}

const refusedBy = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason));
  });

/** A browser without any lock. */
export function playLocks(): PlayedLocks {
  let held = new Map<string, Promise<unknown>>();
  const request = async (name: string, ...rest: readonly unknown[]): Promise<unknown> => {
    const work = rest.at(-1) as Work;
    const { signal, ifAvailable } = (rest.length > 1 ? rest[0] : {}) as ServerRequest;
    const before = held.get(name);
    if (before && ifAvailable) return work(null);
    if (before) await (signal ? Promise.race([before, refusedBy(signal)]) : before);
    let letGo: () => void = () => undefined;
    const mine = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    held.set(name, mine);
    try {
      return await work({});
    } finally {
      if (held.get(name) === mine) held.delete(name);
      letGo();
    }
  };
  return {
    navigator: { locks: { request, query: async () => ({ held: [...held.keys()].map((name) => ({ name })) }) } },
    closePages: () => {
      held = new Map();
    },
  };
}
