// Serves the build in dist/, or in the folder named, with the headers its site needs, on HOST and PORT.
import { serveBuild } from '../hosting/serve.ts';
import { closeOnSignal, listeningFault } from './running.ts';

/** `npm run serve`, `npm run serve -- folder`. Runs until it is stopped. */
export async function main([dist = 'dist']: readonly string[] = []): Promise<void> {
  const host = process.env['HOST'] || '127.0.0.1';
  const port = Number(process.env['PORT'] || 4173);
  try {
    const served = await serveBuild({ dist, host, port });
    console.log(`Evoke  ${served.url}`);
    closeOnSignal([served.close]);
  } catch (fault) {
    console.error(listeningFault(fault) ?? noBuild(fault, dist) ?? fault);
    process.exitCode = 1;
  }
}

const noBuild = (fault: unknown, dist: string): string | undefined =>
  fault instanceof Error && 'code' in fault && fault.code === 'ENOENT'
    ? `There is no build in ${dist}/. Run \`npm run build\` first.`
    : undefined;
