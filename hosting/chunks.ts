// Decides which files the app is built into: one for each moment of a visit, not one for each import. A browser handles
// four files faster than forty: fewer requests, better compression and less work on the main thread.
import type { Rollup } from 'vite';

/** What a file is for, in the order a visit wants it. */
export type Moment = 'start' | 'panel' | 'restore' | 'sign' | 'talk';

/** Code behind a button, signing included. Each of them is a file of its own, and a launch fetches none of them. */
const OPENED_BY_A_BUTTON =
  /\/src\/(?:(?:panels\/history|panels\/amend|shell\/share)\/|(?:drafts\/change-drafts\.ts|panels\/learn\/AfterVisit\.tsx)$)/;

/**
 * The moment that code imported on demand is for. Undefined if it waits for a button. Each folder lists what it fetches
 * later in its `deferred.ts`.
 */
export function momentOf(onDemand: string): Moment | undefined {
  if (onDemand.endsWith('/src/panel.tsx')) return 'panel';
  if (onDemand.endsWith('/src/drafts/decode-draft.ts')) return 'restore';
  if (/\/src\/(?:ehr|shell)\/deferred\.ts$/.test(onDemand)) return 'sign';
  return OPENED_BY_A_BUTTON.test(onDemand) ? undefined : 'talk';
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
    const moment = info && info.dynamicImporters.length > 0 ? momentOf(each) : undefined;
    if (moment) found.add(moment);
  }
  const earliest = MOMENTS.find((moment) => found.has(moment));
  return earliest === 'restore' && found.size > 1 ? 'panel' : (earliest ?? null);
}
