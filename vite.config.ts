import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';
import { fileOf } from './hosting/chunks.ts';
import { launchPage } from './hosting/launch-page.ts';
import { stampSite } from './hosting/stamp.ts';

const inProject = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const SHARED =
  /node_modules\/(?:preact|@preact)\/|\/src\/lib\/|\/src\/interview\/(?:focus|talk|clean-text)\.ts|\/src\/fhir\/categories\.ts/;

export default defineConfig({
  // Relative, so that one build works under whatever path a hospital serves it from.
  base: './',
  plugins: [preact({ devToolsEnabled: false, reactAliasesEnabled: false }), launchPage(), stampSite()],
  // fhirclient's `debug` would print tokens; and without the define it brings polyfills no browser of ours needs.
  resolve: {
    alias: [
      { find: /^debug$/, replacement: inProject('stubs/debug.cjs') },
      { find: /^js-base64$/, replacement: inProject('stubs/js-base64.cjs') },
    ],
  },
  define: { FHIRCLIENT_PURE: 'true' },
  server: { host: '127.0.0.1', port: 5173, strictPort: true, watch: { ignored: ['**/.sandbox/**'] } },
  build: {
    target: 'es2022',
    // The content security policy allows neither data: addresses nor inline scripts.
    assetsInlineLimit: 0,
    // One style sheet, fetched ahead with the scripts by the launch page: no part of the page then waits for styles of its
    // own, and no script is needed to fetch them.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, files, { hostType }) => (hostType === 'html' ? files : []),
    },
    cssCodeSplit: false,
    // The launch page is built on its own, into one file: hosting/launch-page.ts.
    rolldownOptions: {
      input: { index: inProject('index.html') },
      // What every part of the page shares travels in one file: a launch without HTTP/2 fetches six at a time.
      output: {
        codeSplitting: {
          groups: [
            { name: 'base', test: SHARED },
            { name: fileOf, includeDependenciesRecursively: false },
          ],
        },
      },
    },
  },
});
