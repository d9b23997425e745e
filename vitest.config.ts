import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

const inProject = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// The bare name resolves to fhirclient's Node entry under vitest, which is another API; and `debug` would print tokens.
const alias = [
  { find: /^fhirclient$/, replacement: inProject('node_modules/fhirclient/lib/entry/browser.js') },
  { find: /^debug$/, replacement: inProject('stubs/debug.cjs') },
];

const journeys = 'tests/journeys/**/*.test.{ts,tsx}';

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false, reactAliasesEnabled: false })],
        resolve: { alias },
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [journeys],
          testTimeout: 30_000,
          hookTimeout: 30_000,
          server: { deps: { inline: ['fhirclient'] } },
        },
      },
      {
        test: {
          name: 'journeys',
          environment: 'node',
          include: [journeys],
          globalSetup: ['tests/support/journeys-setup.ts'],
          testTimeout: 90_000,
          hookTimeout: 90_000,
          fileParallelism: false,
          // One after the other in one worker: the sandbox's definitions are read once.
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
