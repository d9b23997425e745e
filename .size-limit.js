// Budgets of the built pages, in brotli (docs/design/code.md, "Size"): the launch page, the script before the first mark, and
// all script of a visit. Reads the pages themselves, so that a chunk moved to the critical path counts from the first build.

import { readdirSync, readFileSync } from 'node:fs';

/** The folder of the build. `npm test` has one of its own, so that it never changes what a site built. */
const DIST = process.env.EVOKE_DIST ?? 'dist';

/** The scripts a page loads at once: its own and those it preloads, except what it fetches ahead for the next page. */
function scriptsOf(page) {
  const html = readFileSync(`${DIST}/${page}`, 'utf8');
  const scripts = [
    ...html.matchAll(/<(?:script|link)\b(?![^>]*fetchpriority="low")[^>]*\b(?:src|href)="([^"]+\.js)"/g),
  ].map(([, path]) => path);
  if (scripts.length === 0) throw new Error(`${DIST}/${page} loads no script: was it built?`);
  return scripts.map((path) => `${DIST}/${path.replace(/^(?:https?:\/\/[^/]+)?\.?\//, '')}`);
}

/** The files of every moment of a visit (hosting/chunks.ts). Only a visit that goes on with a kept draft fetches one more. */
const ofVisit = () =>
  readdirSync(`${DIST}/assets`)
    .filter((name) => /^(?:rolldown-runtime|start|panel|sign|talk)-.*\.js$/.test(name))
    .map((name) => `${DIST}/assets/${name}`);

export default [
  { name: 'script before the first mark', path: scriptsOf('index.html'), limit: `${60 * 1024} B` },
  // The goal is 110 KiB, and `npm run bench` says so. This limit only keeps the distance from growing.
  { name: 'all script of a visit', path: ofVisit(), limit: `${144 * 1024} B` },
  // Its script and styles are in the page itself.
  { name: 'launch page', path: `${DIST}/launch.html`, limit: `${20 * 1024} B` },
];
