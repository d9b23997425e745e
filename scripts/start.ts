// Starts the sandbox EHR and Evoke's development server beside each other, and prints where the chart is.
import { parseArgs } from 'node:util';
import { createServer } from 'vite';
import { startSandbox } from '../mocks/server.ts';
import { type Close, closeOnSignal, listeningFault } from './running.ts';

/** `npm start`, `npm start -- --fresh`. Runs until it is stopped; when a port is taken it says so and leaves nothing running. */
export async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { fresh: { type: 'boolean', default: false } } });
  const closes: Close[] = [];
  try {
    const sandbox = await startSandbox({ fresh: values.fresh });
    closes.unshift(sandbox.close);
    const app = await createServer();
    closes.unshift(() => app.close());
    await app.listen();
    closeOnSignal(closes);
    console.log(
      `\nOpen the chart  ${sandbox.url}\n\nEvoke itself runs at ${app.resolvedUrls?.local[0]} and is opened from there.`,
    );
  } catch (fault) {
    console.error(listeningFault(fault) ?? fault);
    for (const close of closes) await close();
    process.exitCode = 1;
  }
}
