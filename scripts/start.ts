// Starts the sandbox EHR and Evoke's development server, and prints the address of the chart.
import { rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { createServer } from 'vite';
import { seed } from '../mocks/people/people.ts';
import { createSandbox } from '../mocks/sandbox.ts';
import { type Serving, serveSandbox } from '../mocks/server.ts';
import { type Close, closeOnSignal, listeningFault } from './running.ts';

const EHR_PORT = 5174;
/** The development server is first, because the chart opens it. The other is `npm run serve`. */
const APP_ORIGINS = ['http://127.0.0.1:5173', 'http://127.0.0.1:4173'];
const CHART_FILE = '.sandbox/chart.json';

/**
 * `npm start`, `npm start -- --fresh`. Runs until it is stopped. If a port is taken, it reports that and leaves nothing
 * running.
 */
export async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { fresh: { type: 'boolean', default: false } } });
  const closes: Close[] = [];
  try {
    const ehr = await startEhr(values.fresh);
    closes.unshift(ehr.close);
    const app = await createServer();
    closes.unshift(() => app.close());
    await app.listen();
    closeOnSignal(closes);
    console.log(
      `\n  Open the chart: ${ehr.origin}/\n\n  Evoke runs at ${APP_ORIGINS[0]}/ and is opened from the chart.`,
    );
  } catch (fault) {
    console.error(listeningFault(fault) ?? fault);
    for (const close of closes) await close();
    process.exitCode = 1;
  }
}

async function startEhr(fresh: boolean): Promise<Serving> {
  if (fresh) await rm(CHART_FILE, { force: true });
  const sandbox = await createSandbox({
    origin: `http://127.0.0.1:${EHR_PORT}`,
    appOrigins: APP_ORIGINS,
    seed: seed(new Date()),
    dataFile: CHART_FILE,
  });
  for (const notice of sandbox.notices) console.warn(notice);
  return serveSandbox(sandbox, { port: EHR_PORT });
}
