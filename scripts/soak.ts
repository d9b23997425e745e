// The long run of schedules: twenty thousand, two processes side by side. `npm run soak -- RUNS SEED` changes both;
// with the path of a schedule that failed as a third argument, that one is played alone.

import { buildSoak, soak } from '../tests/soak/soaking.ts';

/** Plays the schedules; sets the exit code. */
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
