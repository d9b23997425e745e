// Runs a TypeScript script with the loader that Vite brings, so that Node 20 needs nothing else.
import { resolve } from 'node:path';
import { runnerImport } from 'vite';

const [script, ...args] = process.argv.slice(2);
const { module } = await runnerImport(resolve(script), { configFile: false, logLevel: 'error' });
// The loader sets "development". A script that builds or tests must set its own value.
delete process.env.NODE_ENV;
await module.main(args);
