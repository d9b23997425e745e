// Reads unknown JSON one step at a time without ever throwing. It knows no resource.

/** A JSON object whose fields are still unknown. */
export type Fields = Readonly<Record<string, unknown>>;

const NONE: Fields = Object.freeze({});

/** True for a JSON object, which an array and null are not. */
export function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object, or an empty one. */
export function asObject(value: unknown): Fields {
  return isObject(value) ? value : NONE;
}

/** An own field of an object. Undefined for inherited fields and for values that are not objects. */
export function field(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** A text that is not empty, or undefined. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function textAt(value: unknown, name: string): string | undefined {
  return textOf(field(value, name));
}

/** The list of a field, or an empty one. */
export function listAt(value: unknown, name: string): readonly unknown[] {
  const list = field(value, name);
  return Array.isArray(list) ? list : [];
}

/** The fields of an object whose names pass. */
export const fieldsNamed = (value: unknown, isWanted: (name: string) => boolean): Fields =>
  Object.fromEntries(Object.entries(asObject(value)).filter(([name]) => isWanted(name)));

/** The text shortened to `most` UTF-16 units, never inside a surrogate pair, with an ellipsis if it was cut. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

/** Size limits of a value: UTF-16 units of one text, total number of values, levels of nesting. */
export interface Bounds {
  readonly text: number;
  readonly values: number;
  readonly levels: number;
}

/** True if a value exceeds the bounds. Not recursive, so that deep nesting cannot crash the page. */
export function exceeds(value: unknown, bounds: Bounds): boolean {
  const pending: { readonly value: unknown; readonly level: number }[] = [{ value, level: 1 }];
  let seen = 0;
  for (let next = pending.pop(); next; next = pending.pop()) {
    seen += 1;
    if (seen > bounds.values || next.level > bounds.levels) return true;
    if (typeof next.value === 'string' && next.value.length > bounds.text) return true;
    if (typeof next.value !== 'object' || next.value === null) continue;
    const inner = Object.values(next.value);
    if (inner.length + seen > bounds.values) return true;
    for (const part of inner) pending.push({ value: part, level: next.level + 1 });
  }
  return false;
}
