// Lists what a page fetches ahead. The app page follows the launch page a few round trips later, so the launch page
// fetches what the app page needs first.
import type { Rollup } from 'vite';
import type { Moment } from './chunks.ts';

/** The files of some moments of a visit (hosting/chunks.ts), in their order. */
const filesOf = (
  bundle: Rollup.OutputBundle,
  ...moments: readonly (Moment | 'rolldown-runtime')[]
): readonly string[] =>
  moments.flatMap((moment) =>
    Object.values(bundle).flatMap((file) => (file.type === 'chunk' && file.name === moment ? [file.fileName] : [])),
  );

const stylesOf = (bundle: Rollup.OutputBundle): readonly string[] =>
  Object.keys(bundle).filter((name) => name.endsWith('.css'));

const link = (attributes: string, file: string): string => `<link ${attributes} href="./${file}">\n`;
const LOW = 'fetchpriority="low"';

/**
 * Links for the launch page: what the app page needs before its first key, fetched during the sign-in. They use
 * prefetch, because a preloaded module would also be parsed in the launch page, which is about to close.
 */
export function linksAhead(bundle: Rollup.OutputBundle): string {
  const scripts = filesOf(bundle, 'rolldown-runtime', 'start', 'panel', 'restore');
  return [
    ...stylesOf(bundle).map((file) => link(`rel="prefetch" as="style" crossorigin ${LOW}`, file)),
    ...scripts.map((file) => link(`rel="prefetch" as="script" crossorigin ${LOW}`, file)),
  ].join('');
}

/** Links for the app page: the panel at once, and what the interview needs while the code is exchanged for a token. */
export function linksAlong(bundle: Rollup.OutputBundle): string {
  return [
    ...filesOf(bundle, 'panel').map((file) => link('rel="modulepreload" crossorigin', file)),
    ...filesOf(bundle, 'sign', 'talk').map((file) => link(`rel="modulepreload" crossorigin ${LOW}`, file)),
  ].join('');
}
