// Budgets of the built pages, in brotli: what a clinician waits for before the first mark, and before the redirect.
// Reads the pages themselves, so that a chunk moved to the critical path counts from the first build.

import { readFileSync } from 'node:fs';

/** The scripts a page loads at once: its own and those it preloads, except what it fetches ahead for the next page. */
function scriptsOf(page) {
  const html = readFileSync(`dist/${page}`, 'utf8');
  const scripts = [
    ...html.matchAll(/<(?:script|link)\b(?![^>]*fetchpriority="low")[^>]*\b(?:src|href)="([^"]+\.js)"/g),
  ].map(([, path]) => path);
  if (scripts.length === 0) throw new Error(`dist/${page} loads no script: was it built?`);
  return scripts.map((path) => `dist/${path.replace(/^(?:https?:\/\/[^/]+)?\.?\//, '')}`);
}

export default [
  { name: 'capture and sign', path: scriptsOf('index.html'), limit: `${40 * 1024} B` },
  { name: 'launch', path: scriptsOf('launch.html'), limit: `${20 * 1024} B` },
];
