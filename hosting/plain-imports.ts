// Removes the bundler's preload wrapper from every import on demand. The pages' own links preload the code
// (preload.ts), and the one style sheet is inline, so the wrapper has nothing to do.
import type { Plugin } from 'vite';

/** The id of Vite's own module around each `import()` in a build. */
const HELPER = '\0vite/preload-helper.js';

/** Vite plugin: leaves every `import()` as it is written. Builds only. */
export function plainImports(): Plugin {
  return {
    name: 'evoke:plain-imports',
    apply: 'build',
    enforce: 'pre',
    load: (id) => (id === HELPER ? 'export const __vitePreload = (load) => load();' : undefined),
  };
}
