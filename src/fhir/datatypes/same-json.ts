// Whether two JSON values say the same, whatever the order of their keys. Knows no resource.

import { isObject } from './json.ts';

/** True when both are the same value, list or object; a key that holds undefined counts as absent. */
export function sameJson(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((part, place) => sameJson(part, other[place]));
  if (!isObject(one) || !isObject(other)) return false;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => sameJson(one[key], other[key]));
}
