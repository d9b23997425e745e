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

/** The fault in a list if it applies, else an empty list. */
export const faultIf = (applies: boolean, ...told: Parameters<typeof fault>): readonly SiteFault[] =>
  applies ? [fault(...told)] : [];

/** Indexes from 0 of items whose key appeared earlier in the list. */
export function repeats<T>(items: readonly T[], key: (item: T) => string): readonly number[] {
  const keys = items.map(key);
  return keys.flatMap((one, index) => (keys.indexOf(one) < index ? [index] : []));
}
