// Runs a TypeScript script with the loader that Vite brings, so that Node 20 needs nothing else.
import './node-version.mjs';
import { resolve } from 'node:path';

// A Node that is too old cannot even load Vite.
const { runnerImport } = await import('vite');
const [script, ...args] = process.argv.slice(2);
const { module } = await runnerImport(resolve(script), { configFile: false, logLevel: 'error' });
// The loader sets "development". A script that builds or tests must set its own value.
delete process.env.NODE_ENV;
try {
  await module.main(args);
} catch (fault) {
  if (!String(fault?.code).startsWith('ERR_PARSE_ARGS')) throw fault;
  // The rest of the message is for developers.
  console.error(`${fault.message.split('. ')[0]}. README.md lists the commands.`);
  process.exitCode = 1;
}
