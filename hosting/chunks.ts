// Knows which files the app is built into: one for each moment of a visit, not one for each import. Forty small files cost
// a browser more than four, in requests, in compression and in work on the main thread.
import type { Rollup } from 'vite';

/** What a file is for, in the order a visit wants it. */
export type Moment = 'start' | 'panel' | 'restore' | 'sign' | 'talk';

/** What a button opens: each stays a file of its own, and a launch fetches none of them. */
const OPENED_BY_A_BUTTON =
  /\/src\/(?:panels\/history|panels\/amend|shell\/share)\/|\/src\/(?:learn-entry\.tsx|drafts\/change-drafts\.ts)$/;

/**
 * The moment that code imported on demand is for; undefined where it waits for a button. What a folder fetches later is
 * listed in its `deferred.ts`.
 */
export function momentOf(onDemand: string): Moment | undefined {
  if (onDemand.endsWith('/src/panel.tsx')) return 'panel';
  if (onDemand.endsWith('/src/drafts/decode-draft.ts')) return 'restore';
  if (/\/src\/(?:ehr|shell)\/deferred\.ts$/.test(onDemand)) return 'sign';
  return OPENED_BY_A_BUTTON.test(onDemand) ? undefined : 'talk';
}

/** Drawn or run as a whole, and with somebody waiting for it. */
const RUN_WHOLE: readonly string[] = ['start', 'panel', 'sign'] satisfies readonly Moment[];

/**
 * The first line of a file: has a browser that knows the hint compile all of the file's functions off the main thread as it
 * comes in (https://github.com/WICG/explicit-javascript-compile-hints-file-based). To any other it is a comment.
 */
export const compileHint = ({ name }: Pick<Rollup.PreRenderedChunk, 'name'>): string =>
  RUN_WHOLE.includes(name) ? '//# allFunctionsCalledOnLoad' : '';

type Modules = { readonly getModuleInfo: (id: string) => Rollup.ModuleInfo | null };

const MOMENTS: readonly Moment[] = ['start', 'panel', 'restore', 'sign', 'talk'];

/** All that leads to a module by static imports, itself included. */
function above(id: string, modules: Modules, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(id)) return seen;
  seen.add(id);
  for (const importer of modules.getModuleInfo(id)?.importers ?? []) above(importer, modules, seen);
  return seen;
}

/**
 * The file a module travels in: the earliest moment that wants it. What restoring shares with a later moment is the panel's,
 * or nobody could sign without the file that few visits fetch. Null, which leaves it to the bundler, for the entry and for
 * what only a press wants.
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
