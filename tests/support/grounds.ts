// The addresses of one test worker. Each worker has its own ports, so that files run in parallel.

import { inject } from 'vitest';
import type { Grounds } from './ehr-in-a-box.ts';

/** The addresses of this worker. Vitest numbers its workers from 1 and never gives one number to two at a time. */
export function ownGrounds(): Grounds {
  const all = inject('grounds');
  const own = all[Number(process.env['VITEST_POOL_ID'] ?? 1) - 1];
  if (!own) throw new Error(`No build was prepared for test worker ${process.env['VITEST_POOL_ID']} of ${all.length}`);
  return own;
}
