// Finds the keys that an object of a JSON text has twice. JSON.parse keeps the last one and does not say so.

interface Open {
  readonly keys: Set<string>;
  /** The key or the index of the value that is read now. */
  at: string | number;
}

/** The path of each repeated key, such as `ehrs.0.iss`. The text is JSON. */
export function repeatedKeys(text: string): readonly string[] {
  const open: Open[] = [];
  const repeated: string[] = [];
  const here = (): string => open.map(({ at }) => at).join('.');
  for (const [token, name] of text.matchAll(/("(?:[^"\\]|\\.)*")\s*:|"(?:[^"\\]|\\.)*"|[{}[\],]/g)) {
    const inner = open.at(-1);
    if (token === '{' || token === '[') open.push({ keys: new Set(), at: token === '[' ? 0 : '' });
    else if (token === '}' || token === ']') open.pop();
    else if (token === ',' && typeof inner?.at === 'number') inner.at += 1;
    else if (name !== undefined && inner) {
      inner.at = String(JSON.parse(name));
      if (inner.keys.has(inner.at)) repeated.push(here());
      inner.keys.add(inner.at);
    }
  }
  return repeated;
}
