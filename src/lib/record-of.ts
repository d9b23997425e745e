export function recordOf<Name extends string, Value>(
  names: readonly Name[],
  make: (name: Name) => Value,
): { readonly [Each in Name]: Value } {
  return Object.fromEntries(names.map((name) => [name, make(name)])) as { [Each in Name]: Value };
}
