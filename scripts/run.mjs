// Runs a TypeScript script with the loader Vite brings, so that nothing else is needed to run ours on Node 20.
import { resolve } from 'node:path';
import { runnerImport } from 'vite';

const [script, ...args] = process.argv.slice(2);
const { module } = await runnerImport(resolve(script), { configFile: false, logLevel: 'error' });
// The loader says "development"; what a script builds or tests must decide that for itself.
delete process.env.NODE_ENV;
await module.main(args);
