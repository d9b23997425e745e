// Budgets of the built pages: what a clinician waits for before the first mark (docs/design/code.md, "Size", gzip) and
// before the redirect and until a note is signed (brotli).
// Reads the pages themselves, so that a chunk moved to the critical path counts from the first build.

import { readdirSync, readFileSync } from 'node:fs';

/** The scripts a page loads at once: its own and those it preloads, except what it fetches ahead for the next page. */
function scriptsOf(page) {
  const html = readFileSync(`dist/${page}`, 'utf8');
  const scripts = [
    ...html.matchAll(/<(?:script|link)\b(?![^>]*fetchpriority="low")[^>]*\b(?:src|href)="([^"]+\.js)"/g),
  ].map(([, path]) => path);
  if (scripts.length === 0) throw new Error(`dist/${page} loads no script: was it built?`);
  return scripts.map((path) => `dist/${path.replace(/^(?:https?:\/\/[^/]+)?\.?\//, '')}`);
}

/** The files of the moments without which nothing is captured and signed (hosting/chunks.ts), as the bench finds them. */
const toSign = () =>
  readdirSync('dist/assets')
    .filter((name) => /^(?:rolldown-runtime|start|panel|sign)-.*\.js$/.test(name))
    .map((name) => `dist/assets/${name}`);

export default [
  { name: 'usable panel', path: scriptsOf('index.html'), gzip: true, limit: '59 kB' },
  { name: 'capture and sign', path: toSign(), limit: `${73 * 1024} B` },
  // Its script and styles stand in the page itself.
  { name: 'launch', path: 'dist/launch.html', limit: `${15 * 1024} B` },
];
