// Knows that whoever sees the launch page will see the app page a few round trips later, and what that page needs first.
import type { Rollup } from 'vite';
import type { Moment } from './chunks.ts';

interface App {
  readonly entry: Rollup.OutputChunk;
  readonly onDemand: readonly Rollup.OutputChunk[];
  readonly styles: readonly string[];
}

function appOf(bundle: Rollup.OutputBundle): App | undefined {
  const files = Object.values(bundle);
  const chunks = files.filter((output) => output.type === 'chunk');
  const entry = chunks.find(({ isEntry, facadeModuleId }) => isEntry && facadeModuleId?.endsWith('/index.html'));
  if (entry === undefined) return undefined;
  const onDemand = chunks.filter(({ fileName }) => entry.dynamicImports.includes(fileName));
  return { entry, onDemand, styles: files.map(({ fileName }) => fileName).filter((name) => name.endsWith('.css')) };
}

const link = (attributes: string, file: string): string =>
  `<link ${attributes} href="./${file}" fetchpriority="low">\n`;

/** The files of one moment of a visit (hosting/chunks.ts). */
const filesOf = ({ onDemand }: App, ...moments: readonly Moment[]): readonly string[] =>
  moments.flatMap((moment) => onDemand.filter(({ name }) => name === moment)).map(({ fileName }) => fileName);

/**
 * Links for the launch page: what the app page needs before its first key, fetched while the EHR signs the clinician in.
 * Only fetched: a module that is preloaded is also parsed, here in the page that goes to the sign-in, and once more there.
 */
export function linksAhead(bundle: Rollup.OutputBundle): string {
  const app = appOf(bundle);
  if (app === undefined) return '';
  const scripts = [app.entry.fileName, ...app.entry.imports, ...filesOf(app, 'first')];
  return [
    ...app.styles.map((file) => link('rel="prefetch" as="style" crossorigin', file)),
    ...scripts.map((file) => link('rel="prefetch" as="script" crossorigin', file)),
  ].join('');
}

/** Links for the app page: what the talk will want, fetched while the code is exchanged for a token. */
export function linksAlong(bundle: Rollup.OutputBundle): string {
  const app = appOf(bundle);
  if (app === undefined) return '';
  return filesOf(app, 'sign', 'talk')
    .map((file) => link('rel="modulepreload"', file))
    .join('');
}
