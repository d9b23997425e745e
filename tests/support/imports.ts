// Reads what a module imports, re-exports and loads on demand. Knows only syntax.

import { dirname, posix } from 'node:path';
import { parseSync } from 'vite';

/** One dependency of a module. `specifier` is absent if a dynamic import names no literal. */
export interface Import {
  readonly specifier?: string;
  readonly typeOnly: boolean;
  readonly dynamic: boolean;
}

/** The syntax tree and module record of one TypeScript file. Throws if it does not parse. */
export function parseModule(path: string, code: string) {
  const parsed = parseSync(path, code);
  if (parsed.errors.length > 0) throw new Error(`${path} does not parse: ${parsed.errors[0]?.message}`);
  return parsed;
}

/** `import type { A }`, and `import { type A, type B }`. The compiler removes both. */
const erased = (entries: readonly { readonly isType: boolean }[]) =>
  entries.length > 0 && entries.every(({ isType }) => isType);

/** Every static import, re-export and dynamic import of a file, in that order. */
export function readImports(path: string, code: string): readonly Import[] {
  const { module } = parseModule(path, code);
  const statics = module.staticImports.map(({ moduleRequest, entries }) => ({
    specifier: moduleRequest.value,
    typeOnly: erased(entries),
    dynamic: false,
  }));
  const reExports = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, isType }) =>
      moduleRequest ? [{ specifier: moduleRequest.value, typeOnly: isType, dynamic: false }] : [],
    ),
  );
  const dynamics = module.dynamicImports.map(({ moduleRequest }) => ({
    ...literal(code.slice(moduleRequest.start, moduleRequest.end)),
    typeOnly: false,
    dynamic: true,
  }));
  return [...statics, ...reExports, ...dynamics];
}

function literal(source: string): { readonly specifier?: string } {
  const quoted = /^(['"`])([^'"`$]*)\1$/.exec(source.trim());
  return quoted?.[2] === undefined ? {} : { specifier: quoted[2] };
}

/** The path of a relative specifier, from the project's root. A package keeps its name. */
export function resolveImport(from: string, specifier: string): string {
  return specifier.startsWith('.') ? posix.join(dirname(from), specifier) : specifier;
}
