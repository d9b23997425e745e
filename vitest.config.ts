import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { JOURNEY_WORKERS } from './tests/support/worker-count.ts';

const inProject = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// The bare name resolves to fhirclient's Node entry under vitest, which is another API. And `debug` would print tokens.
const alias = [
  { find: /^fhirclient$/, replacement: inProject('node_modules/fhirclient/lib/entry/browser.js') },
  { find: /^debug$/, replacement: inProject('stubs/debug.cjs') },
];

const engines = 'tests/engines/**/*.test.ts';
const journeys = 'tests/journeys/**/*.test.{ts,tsx}';
/** Needs a FHIR server that others wrote: `npm run servers` starts one. */
const servers = 'tests/servers/**/*.test.ts';
/** Slow and rarely red beside axe, which every run has: only `npm run test:all` runs it. */
const wholeOnly = process.env['EVOKE_WHOLE'] === '1' ? [] : ['tests/journeys/lighthouse.test.ts'];

const source = {
  plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false, reactAliasesEnabled: false })],
  resolve: { alias },
};

/** Files that change globals of their process: they ask for a document, or serve over HTTP. Each has its own worker. */
const changesGlobals = (text: string): boolean =>
  text.startsWith('// @vitest-environment happy-dom') || /(?:mocks\/server|hosting\/serve)\.ts'/.test(text);

const isolated = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.test\.tsx?$/.test(path))
  .map((path) => `tests/${path.replaceAll('\\', '/')}`)
  .filter((path) => changesGlobals(readFileSync(path, 'utf8')));

const unit = {
  // Short-lived documents and resources fill the space of young objects. A larger one takes a tenth off the processor time.
  execArgv: ['--min-semi-space-size=32', '--max-semi-space-size=64'],
  environment: 'node',
  include: ['tests/**/*.test.{ts,tsx}'],
  exclude: [journeys, engines, servers],
  testTimeout: 30_000,
  hookTimeout: 30_000,
  server: { deps: { inline: ['fhirclient'] } },
};

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      // A worker keeps its modules from file to file: the sandbox's definitions are read once in each.
      { ...source, test: { ...unit, name: 'unit', exclude: [...unit.exclude, ...isolated], isolate: false } },
      { ...source, test: { ...unit, name: 'unit-isolated', include: isolated } },
      {
        test: {
          name: 'engines',
          environment: 'node',
          include: [engines],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'journeys',
          environment: 'node',
          include: [journeys],
          exclude: wholeOnly,
          globalSetup: ['tests/support/journeys-setup.ts'],
          testTimeout: 90_000,
          hookTimeout: 90_000,
          maxWorkers: JOURNEY_WORKERS,
          // A worker keeps its modules from file to file: the sandbox's definitions are read once in each.
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'servers',
          environment: 'node',
          include: [servers],
          globalSetup: ['tests/support/journeys-setup.ts'],
          testTimeout: 120_000,
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
