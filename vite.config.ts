import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';
import { compileHint, fileOf } from './hosting/chunks.ts';
import { plainImports } from './hosting/plain-imports.ts';
import { stampSite } from './hosting/stamp.ts';
import { PREACT, wholePages } from './hosting/whole-pages.ts';

const inProject = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  // Relative, so that one build works under whatever path a hospital serves it from.
  base: './',
  plugins: [preact(PREACT), plainImports(), wholePages(), stampSite()],
  // fhirclient's `debug` would print tokens. And without the define it brings polyfills no browser of ours needs.
  resolve: {
    alias: [
      { find: /^debug$/, replacement: inProject('stubs/debug.cjs') },
      { find: /^js-base64$/, replacement: inProject('stubs/js-base64.cjs') },
      // Ours all end in `.ts`. Only fhirclient asks so.
      { find: /^\.\/settings$/, replacement: inProject('stubs/fhirclient-settings.cjs') },
      { find: /^\.\.?\/FhirClient$/, replacement: inProject('stubs/fhirclient-no-requests.cjs') },
    ],
  },
  define: { FHIRCLIENT_PURE: 'true' },
  // The same name in a browser's inspector, in the styles and in the code. A hash would compress badly.
  css: { modules: { generateScopedName: '[name]-[local]' } },
  server: { host: '127.0.0.1', port: 5173, strictPort: true, watch: { ignored: ['**/.sandbox/**'] } },
  build: {
    // The oldest browsers Evoke supports. Launch.html and index.html check the same.
    target: ['chrome111', 'edge111', 'firefox128', 'safari16.4'],
    // The content security policy allows neither data: addresses nor inline scripts.
    assetsInlineLimit: 0,
    // One style sheet, linked from the page. No part then waits for styles of its own, and no script is needed to fetch
    // them. What is fetched ahead of its import: hosting/preload.ts.
    modulePreload: false,
    cssCodeSplit: false,
    // The launch page and Learn are built on their own, into one file each: hosting/whole-pages.ts.
    rolldownOptions: {
      input: { index: inProject('index.html') },
      output: {
        postBanner: compileHint,
        codeSplitting: {
          groups: [{ name: fileOf, debugName: 'moments', includeDependenciesRecursively: false }],
        },
      },
    },
  },
});
