// Plays many schedules of faults: twenty thousand in two parallel processes. `npm run soak -- RUNS SEED` changes both.
// With the path of a failed schedule as a third argument, it plays only that one.

import { buildSoak, soak } from '../tests/soak/soaking.ts';

/** Plays the schedules and sets the exit code. */
export async function main([runs = '20000', seed, path]: readonly string[]): Promise<void> {
  const first = seed === undefined ? Math.floor(Math.random() * 0x3fffffff) : Number(seed);
  const program = await buildSoak();
  const rounds =
    path === undefined
      ? [first, first + 1].map((each) => soak(program, Math.ceil(Number(runs) / 2), each))
      : [soak(program, 1, first, path)];
  const soaked = await Promise.all(rounds);
  for (const { said } of soaked) process.stdout.write(said);
  process.exitCode = soaked.every(({ good }) => good) ? 0 : 1;
}
