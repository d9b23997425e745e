// Reads JSON of unknown shape by path. Does not interpret it.

/** A JSON object as received. */
export type Fields = Readonly<Record<string, unknown>>;

/** True if a value is a JSON object, so neither an array nor null. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every value at a dotted path (`component.code`), through arrays. Empty if the path does not exist. */
export function valuesAt(node: unknown, path: string): readonly unknown[] {
  let found: readonly unknown[] = [node];
  for (const name of path.split('.')) {
    found = found.flatMap((value) => (isFields(value) ? value[name] : undefined)).filter((value) => value != null);
  }
  return found;
}

/** The strings at a path. Other values are left out. */
export const textsAt = (node: unknown, path: string): readonly string[] =>
  valuesAt(node, path).filter((value) => typeof value === 'string');
