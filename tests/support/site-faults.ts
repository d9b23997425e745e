// What a person does with the faults of a site configuration: puts each example in its place.
import type { SiteFault } from '../../src/site/faults.ts';

type Json = Record<string, unknown>;

const parentOf = (file: unknown, keys: readonly string[]): Json =>
  keys.reduce((at, key) => at[key] as Json, file as Json);

/** A copy of the file with the example of every fault in it. A key that Evoke does not know is removed. */
export function mended(file: unknown, faults: readonly SiteFault[]): unknown {
  const copy = structuredClone(file);
  for (const { path, problem, example } of faults) {
    const keys = path.split('.');
    if (problem.includes('is not a key')) delete parentOf(copy, keys.slice(0, -1))[keys.at(-1) ?? ''];
    if (!example.startsWith('"')) continue;
    const [[name, value] = ['', undefined]] = Object.entries<unknown>(JSON.parse(`{${example}}`));
    const place = keys.includes(name) ? keys.indexOf(name) : keys.length - 1;
    parentOf(copy, keys.slice(0, place))[name] = value;
  }
  return copy;
}
