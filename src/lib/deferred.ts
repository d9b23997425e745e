// Loads a value once and keeps it. A failed load is tried again at the next call.

/** Shares one load among all callers. Rejects if the load rejects, and does not keep the failure. */
export interface Loading<T> {
  (): Promise<T>;
  /** The value if it is already loaded. */
  readonly here: () => T | undefined;
}

/** One export of a module that loads on demand. */
export function exportOf<Module, Name extends keyof Module>(load: Loading<Module>, name: Name): Loading<Module[Name]> {
  return Object.assign(async () => (await load())[name], { here: () => load.here()?.[name] });
}

export function deferred<T>(load: () => Promise<T>): Loading<T> {
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
