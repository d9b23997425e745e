// One fault of a site configuration, described so that a person can fix the file.

import { exampleAt } from './examples.ts';

/** Where the fault is (`ehrs.0.iss`), what is wrong, what is allowed, and an example as text. */
export interface SiteFault {
  readonly path: string;
  readonly problem: string;
  readonly remedy: string;
  readonly example: string;
}

/** Makes a fault. Without an example of its own it shows the one of its place. */
export const fault = (path: string, problem: string, remedy: string, example = exampleAt(path)): SiteFault => ({
  path,
  problem,
  remedy,
  example,
});

/** The fault, or none if `when` is false. */
export const faultIf = (when: boolean, ...said: Parameters<typeof fault>): readonly SiteFault[] =>
  when ? [fault(...said)] : [];

/** One fault for each item whose key appeared earlier in the list. `path` has `*` in place of its index. */
export function repeatFaults<T>(
  items: readonly T[],
  key: (item: T) => string,
  path: string,
  problem: string,
  remedy: string,
): readonly SiteFault[] {
  const keys = items.map(key);
  return keys.flatMap((one, nth) => faultIf(keys.indexOf(one) < nth, path.replace('*', String(nth)), problem, remedy));
}
