// Which file a module travels in, over module graphs as the bundler describes them.
import type { Rollup } from 'vite';
import { expect, test } from 'vitest';
import { compileHint, fileOf, momentOf } from '../../hosting/chunks.ts';
import { linksAhead, linksAlong } from '../../hosting/preload.ts';

interface Seen {
  readonly by?: readonly string[];
  readonly late?: readonly string[];
  readonly isEntry?: boolean;
}

const graph = (modules: Readonly<Record<string, Seen>>) => ({
  getModuleInfo: (id: string) => {
    const { by = [], late = [], isEntry = false } = modules[id] ?? {};
    return { importers: by, dynamicImporters: late, isEntry } as unknown as Rollup.ModuleInfo;
  },
});

const MODULES = graph({
  '/index.html': { isEntry: true },
  '/src/main.ts': { by: ['/index.html'] },
  '/ehr.ts': { by: ['/src/main.ts'] },
  '/result.ts': { by: ['/ehr.ts', '/store.ts'] },
  '/src/panel.tsx': { late: ['/src/main.ts'] },
  '/store.ts': { by: ['/src/panel.tsx', '/src/shell/deferred.ts', '/store.ts'] },
  '/src/drafts/decode-draft.ts': { late: ['/src/drafts/own-records.ts'] },
  '/src/shell/deferred.ts': { late: ['/src/shell/load-deferred.ts'] },
  '/src/panels/focus/deferred.ts': { late: ['/src/panels/focus/load-deferred.ts'] },
  '/src/panels/history/History.tsx': { late: ['/src/shell/App.tsx'] },
  '/lines.ts': { by: ['/src/panels/focus/deferred.ts', '/src/shell/deferred.ts'] },
  '/trend.ts': { by: ['/src/panels/history/History.tsx'] },
  '/families.ts': { by: ['/src/panels/focus/deferred.ts', '/src/panels/history/History.tsx'] },
  '/steps.ts': { by: ['/src/drafts/decode-draft.ts', '/src/shell/deferred.ts'] },
});

test.each([
  ['/index.html', null],
  ['/ehr.ts', 'start'],
  ['/result.ts', 'start'],
  ['/store.ts', 'panel'],
  ['/src/drafts/decode-draft.ts', 'restore'],
  ['/src/shell/deferred.ts', 'sign'],
  ['/src/panels/focus/deferred.ts', 'talk'],
  ['/src/panels/history/History.tsx', null],
  ['/lines.ts', 'sign'],
  ['/trend.ts', null],
  ['/families.ts', 'talk'],
  // Else nobody could sign without the file that only a kept draft wants.
  ['/steps.ts', 'panel'],
])('%s travels with %s', (id, file) => {
  expect(fileOf(id, MODULES)).toBe(file);
});

test.each([
  ['/src/panels/anything/New.tsx', '/src/panels/anything/Old.tsx', 'talk'],
  ['/a/src/b/src/ehr/deferred.ts', '/a/src/b/src/ehr/ehr.ts', 'sign'],
  ['/src/drafts/changes/change-drafts.ts', '/src/drafts/open-drafts.ts', undefined],
  ['/src/panels/learn/AfterVisit.tsx', '/src/learn-in-visit.tsx', undefined],
])('%s, imported on demand by %s, is for the moment %s', (onDemand, importer, moment) => {
  expect(momentOf(onDemand, importer)).toBe(moment);
});

const bundle = Object.fromEntries(
  ['start', 'panel', 'restore', 'sign', 'talk', 'Past'].map((name) => [
    `assets/${name}-1.js`,
    { type: 'chunk', name, fileName: `assets/${name}-1.js` },
  ]),
) as unknown as Rollup.OutputBundle;
const filesIn = (links: string): readonly string[] => [...links.matchAll(/(\w+)-1\.js/g)].map(([, name]) => name ?? '');

test('the launch page fetches ahead what comes before the first key, and parses none of it', () => {
  const links = linksAhead(bundle);
  expect(filesIn(links)).toEqual(['start', 'panel', 'restore']);
  expect(links).not.toContain('modulepreload');
});

test('the app page fetches along what it does not start with, and nothing that waits for a press', () => {
  expect(filesIn(linksAlong(bundle))).toEqual(['panel', 'sign', 'talk']);
});

test('what somebody waits for is compiled as it comes in; what few visits run is compiled as it is run', () => {
  const hinted = ['start', 'panel', 'restore', 'sign', 'talk', 'Past'].filter((name) => compileHint({ name }) !== '');
  expect(hinted).toEqual(['start', 'panel', 'sign']);
});
