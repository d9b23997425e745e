// A value that is fetched once and kept; a fetch that failed is tried again at the next call.

/** Fetches at most once at a time. Rejects as its load does, without keeping the failure. */
export interface Loading<T> {
  (): Promise<T>;
  /** What has come already. */
  readonly here: () => T | undefined;
}

/** One export of a module that is fetched on demand. */
export function part<Module, Name extends keyof Module>(load: Loading<Module>, name: Name): Loading<Module[Name]> {
  return Object.assign(async () => (await load())[name], { here: () => load.here()?.[name] });
}

/** Calls `load` when it is first wanted and keeps what it gave. */
export function later<T>(load: () => Promise<T>): Loading<T> {
  let [held, come]: [Promise<T> | undefined, T | undefined] = [undefined, undefined];
  const once = async (): Promise<T> => {
    try {
      come = await load();
      return come;
    } catch (fault) {
      held = undefined;
      throw fault;
    }
  };
  return Object.assign(
    () => {
      held ??= once();
      return held;
    },
    { here: () => come },
  );
}
