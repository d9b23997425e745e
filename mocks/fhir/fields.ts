// Looks into JSON whose shape is not known beforehand. Knows paths and arrays, nothing of what they mean.

/** A JSON object as it came. */
export type Fields = Readonly<Record<string, unknown>>;

/** Tells whether a value is a JSON object, so neither an array nor null. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every value at a dotted path (`component.code`), arrays opened on the way; none where it leads nowhere. */
export function valuesAt(node: unknown, path: string): readonly unknown[] {
  let found: readonly unknown[] = [node];
  for (const name of path.split('.')) {
    found = found.flatMap((value) => (isFields(value) ? value[name] : undefined)).filter((value) => value != null);
  }
  return found;
}

/** The strings at a path; anything else there is left out. */
export const textsAt = (node: unknown, path: string): readonly string[] =>
  valuesAt(node, path).filter((value) => typeof value === 'string');
