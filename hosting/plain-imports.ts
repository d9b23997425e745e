// Knows that no code is fetched ahead by script: the pages' own links do that (preload.ts), and the one style sheet stands in
// the page. What the bundler would put around every import on demand to find out then has nothing to do.
import type { Plugin } from 'vite';

/** Vite's own module around each `import()`, by its id in builds. */
const HELPER = '\0vite/preload-helper.js';

/** Vite plugin: an `import()` stays just that. Builds only. */
export function plainImports(): Plugin {
  return {
    name: 'evoke:plain-imports',
    apply: 'build',
    enforce: 'pre',
    load: (id) => (id === HELPER ? 'export const __vitePreload = (load) => load();' : undefined),
  };
}
