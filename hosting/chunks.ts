// Decides which files the app is built into: one for each moment of a visit, not one for each import. A browser handles
// four files faster than forty: fewer requests, better compression and less work on the main thread.
import { dirname } from 'node:path/posix';
import type { Rollup } from 'vite';

/** What a file is for, in the order a visit wants it. */
export type Moment = 'start' | 'panel' | 'restore' | 'sign' | 'talk';

/** The moment of the later code of a folder. That of any other folder is the guide's, the chart's or the last time's. */
const MOMENT_OF_FOLDER: Readonly<Record<string, Moment>> = {
  '/src': 'panel',
  '/src/drafts': 'restore',
  '/src/ehr': 'sign',
  '/src/shell': 'sign',
};

const folderOf = (id: string): string => dirname(id.slice(id.lastIndexOf('/src/')));

/**
 * The moment that a module imported on demand is for. A folder fetches its own later code at a moment of the visit. What
 * it fetches from another folder waits for a button, so this is undefined and the module gets a file of its own.
 */
export function momentOf(onDemand: string, importer: string): Moment | undefined {
  const folder = folderOf(onDemand);
  return folder === folderOf(importer) ? (MOMENT_OF_FOLDER[folder] ?? 'talk') : undefined;
}

/** Files that run as a whole while the user waits. */
const RUN_WHOLE: readonly string[] = ['start', 'panel', 'sign'] satisfies readonly Moment[];

/**
 * The first line of a file. A browser that knows the hint compiles all functions of the file off the main thread while
 * it loads (https://github.com/WICG/explicit-javascript-compile-hints-file-based). Other browsers see a comment.
 */
export const compileHint = ({ name }: Pick<Rollup.PreRenderedChunk, 'name'>): string =>
  RUN_WHOLE.includes(name) ? '//# allFunctionsCalledOnLoad' : '';

type Modules = { readonly getModuleInfo: (id: string) => Rollup.ModuleInfo | null };

const MOMENTS: readonly Moment[] = ['start', 'panel', 'restore', 'sign', 'talk'];

/** All modules that lead to this one by static imports, itself included. */
function above(id: string, modules: Modules, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(id)) return seen;
  seen.add(id);
  for (const importer of modules.getModuleInfo(id)?.importers ?? []) above(importer, modules, seen);
  return seen;
}

/**
 * The file that a module belongs to: the earliest moment that needs it. Code shared by restoring and a later moment
 * belongs to the panel. Otherwise signing would need a file that few visits fetch. Null leaves the choice to the
 * bundler, for the entry and for code that waits for a click.
 */
export function fileOf(id: string, modules: Modules): Moment | null {
  if (modules.getModuleInfo(id)?.isEntry) return null;
  const found = new Set<Moment>();
  for (const each of above(id, modules)) {
    const info = modules.getModuleInfo(each);
    if (info?.isEntry) found.add('start');
    for (const importer of info?.dynamicImporters ?? []) {
      const moment = momentOf(each, importer);
      if (moment) found.add(moment);
    }
  }
  const earliest = MOMENTS.find((moment) => found.has(moment));
  return earliest === 'restore' && found.size > 1 ? 'panel' : (earliest ?? null);
}
