// Writes the `_headers` file of static hosts, so that they serve a build as `npm run serve` does. Pure.
import { headersFor } from './headers.ts';
import type { Hosting } from './hosting.ts';

/**
 * The file. Static hosts join the values of all rules that cover a path, so no two rules here may set the same header.
 * A header that differs between paths is listed for each path. `pages` are the files besides the assets.
 */
export function staticHeaders({ base, headers }: Hosting, pages: readonly string[]): string {
  const differs = new Set(
    headers.flatMap(({ name }, nth) => (headers.findIndex((one) => one.name === name) < nth ? name : [])),
  );
  const rule = (path: string, lines: readonly (readonly [name: string, value: string])[]) =>
    [`${base}${path}`, ...lines.map(([name, value]) => `  ${name}: ${value}`), ''].join('\n');
  const own = (path: string) => [...headersFor(headers, `/${path}`)].filter(([name]) => differs.has(name));
  return [
    '# Made by `npm run build` from the site configuration. Change that and build again.',
    rule(
      '*',
      [...headersFor(headers, '/')].filter(([name]) => !differs.has(name)),
    ),
    ...['', ...pages].map((page) => rule(page, own(page))),
    rule('assets/*', own('assets/any')),
  ].join('\n');
}
