// Knows that whoever sees the launch page will see the app page a few round trips later, and what that page needs first.
import type { Rollup } from 'vite';

/** Loaded on demand, and still before the first key: who signed in is proven, a kept draft is opened, a name is read. */
const BEFORE_FIRST_KEY = /\/(?:id-token|decode-draft|decode-patient)\.ts$/;

/** Wanted by few visits, and at a press: a launch fetches nothing of it. */
const AT_A_PRESS =
  /\/(?:Shown|Past|Card|KeyCard|Safety|SelfCheck|Refused|Beginning|PatientUnreadable|host-look|host-style|inspect|chang\w*|change-drafts|amend\w*|NoteActions)\.tsx?$/;

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
const script = (file: string): string => link('rel="modulepreload"', file);
const named = (chunk: Rollup.OutputChunk, pattern: RegExp): boolean => pattern.test(chunk.facadeModuleId ?? '');

/**
 * Links for the launch page: what the app page needs before its first key, fetched while the EHR signs the clinician in.
 * No more than that: a browser opens six connections to a host without HTTP/2, and the app page itself waits for one.
 */
export function linksAhead(bundle: Rollup.OutputBundle): string {
  const app = appOf(bundle);
  if (app === undefined) return '';
  const first = app.onDemand.filter((chunk) => named(chunk, BEFORE_FIRST_KEY)).map(({ fileName }) => fileName);
  // A style sheet that is only fetched ahead is a prefetch: preloaded and not used, it would be complained about.
  return [
    ...app.styles.map((file) => link('rel="prefetch" as="style" crossorigin', file)),
    ...[app.entry.fileName, ...app.entry.imports, ...first].map(script),
  ].join('');
}

/** What the last-time card waits for goes first. */
const LAST_TIME = /\/(?:notes|LastTime|merge-notes)\.tsx?$/;

/** A chunk and all it imports, so that no import is found out about one round trip after the other. */
function whole(bundle: Rollup.OutputBundle, file: string): readonly string[] {
  const chunk = bundle[file];
  return chunk?.type === 'chunk' ? [file, ...chunk.imports.flatMap((each) => whole(bundle, each))] : [];
}

/** Links for the app page: what the talk will want, fetched while the code is exchanged for a token. */
export function linksAlong(bundle: Rollup.OutputBundle): string {
  const app = appOf(bundle);
  if (app === undefined) return '';
  const wanted = app.onDemand.filter((chunk) => !named(chunk, BEFORE_FIRST_KEY) && !named(chunk, AT_A_PRESS));
  const first = wanted.filter((chunk) => named(chunk, LAST_TIME));
  const files = new Set([...first, ...wanted].flatMap(({ fileName }) => whole(bundle, fileName)));
  for (const file of whole(bundle, app.entry.fileName)) files.delete(file);
  return [...files].map(script).join('');
}
