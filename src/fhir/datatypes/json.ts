// Reads unknown JSON one step at a time without ever throwing. It knows no resource.

/** A JSON object whose fields are still unknown. */
export type Fields = Readonly<Record<string, unknown>>;

const NONE: Fields = Object.freeze({});

/** True for a JSON object, which an array and null are not. */
export function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object, or one without fields. */
export function asObject(value: unknown): Fields {
  return isObject(value) ? value : NONE;
}

/** A field of the object itself: never one of the prototype, never of something that is not an object. */
export function field(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** The text, where there is one; the empty string counts as none. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The list, or an empty one. */
function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The text of a field. */
export function textAt(value: unknown, name: string): string | undefined {
  return textOf(field(value, name));
}

/** The list of a field. */
export function listAt(value: unknown, name: string): readonly unknown[] {
  return listOf(field(value, name));
}

/** The text cut to so many UTF-16 units, never through a surrogate pair, with an ellipsis where it was cut. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

/** How large a value may be: UTF-16 units of one text, values in all, levels of nesting. */
export interface Bounds {
  readonly text: number;
  readonly values: number;
  readonly levels: number;
}

/** True when a value goes beyond the bounds. Walks without recursion, so that no nesting can end the page. */
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
