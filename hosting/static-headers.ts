// Writes the `_headers` file that static hosts read, so that they send a build as `npm run serve` does. Pure.
import { headersFor } from './headers.ts';
import type { Hosting } from './hosting.ts';

/**
 * The file. Static hosts join the values of all rules that cover a path, so that no two rules here may name one header:
 * what differs from path to path is said path by path. `pages` are the files beside the assets.
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
