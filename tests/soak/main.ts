// Never lost, never twice, never in the wrong chart: any order of what clinicians do and of what goes wrong. A program of
// its own, bundled: what a page fetches late is then there at once, so that nothing but virtual time makes it wait.

import fc from 'fast-check';
import { playBrowser } from './device.ts';
import { EXAMPLES } from './examples.ts';
import { play } from './play.ts';
import { schedules } from './schedule.ts';

const [runs = '1000', seed = '1', path = ''] = process.argv.slice(2);

playBrowser();
const began = performance.now();
const outcome = await fc.check(fc.asyncProperty(schedules, play), {
  numRuns: Number(runs),
  seed: Number(seed),
  // A path counts them too, so one that failed is only found again with them.
  examples: EXAMPLES.map((each) => [each]),
  ...(path !== '' && { path }),
});
const seconds = Math.round((performance.now() - began) / 1000);
const fault = outcome.failed && outcome.errorInstance instanceof Error ? outcome.errorInstance.message : '';
const found = `\nplay it again: npm run soak -- 1 ${seed} ${outcome.counterexamplePath}\n${JSON.stringify(outcome.counterexample)}\n${fault}\n`;
process.stdout.write(
  `${outcome.failed ? outcome.numRuns : runs} schedules, seed ${seed}, ${seconds} s${outcome.failed ? found : '\n'}`,
);
process.exit(outcome.failed ? 1 : 0);
