// One fault of a site configuration, described so that a person can fix the file.

/** Where the fault is (`ehrs.0.iss`), what is wrong, and what would be right. */
export interface SiteFault {
  readonly path: string;
  readonly problem: string;
  readonly remedy: string;
}

/** Makes a fault. */
export const fault = (path: string, problem: string, remedy: string): SiteFault => ({ path, problem, remedy });

/** Indexes from 0 of items whose key appeared earlier in the list. */
export function repeats<T>(items: readonly T[], key: (item: T) => string): readonly number[] {
  const keys = items.map(key);
  return keys.flatMap((one, index) => (keys.indexOf(one) < index ? [index] : []));
}
