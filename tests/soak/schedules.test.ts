// Never lost, never twice, never in the wrong chart: 80 schedules in `npm test`, 2,000 in `npm run test:all`, 20,000 in
// `npm run soak`.
// EVOKE_SEED plays a seed again. What failed says how it is played again alone.

import { beforeAll, expect, test } from 'vitest';
import { WHOLE } from '../support/sample.ts';
import { buildSoak, soak } from './soaking.ts';

// The same schedules in every run, so that a change is what turns them red. `npm run soak` draws new ones.
const SEED = Number(process.env['EVOKE_SEED'] ?? 322357315);
/** `npm run test:all` plays them all, `npm test` the first ones of each seed. */
const HALF = WHOLE ? 1_000 : 40;

let program = '';
beforeAll(async () => {
  program = await buildSoak();
});

// Side by side, each on a processor of its own.
test.concurrent.each([SEED, SEED + 1])(`${HALF} schedules, seed %i`, { timeout: 600_000 }, async (seed) => {
  const { good, said } = await soak(program, HALF, seed);
  expect(good, said).toBe(true);
  expect(said).toContain(`${HALF} schedules, seed ${seed}`);
});
