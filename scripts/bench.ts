// `npm run bench`: measures the built app in Chromium and prints each number with its goal. `-- --json` prints one
// object and nothing else. `-- --only klm` runs the rows with that prefix.

import { parseArgs } from 'node:util';
import { measureBytes } from './bench/bytes.ts';
import { measureCapture } from './bench/capture.ts';
import { measureHistory } from './bench/history.ts';
import { measureKeeping } from './bench/keeping.ts';
import { measureKeystrokes } from './bench/klm.ts';
import { type Row, tableOf } from './bench/row.ts';
import { type Setting, setUp } from './bench/setting.ts';
import { measureTrips } from './bench/trips.ts';

interface Part {
  readonly name: string;
  /** The prefixes of its row ids. */
  readonly ids: readonly string[];
  /** Measures at least the wanted rows. Any other row it returns is left out of the table. */
  readonly measure: (setting: Setting, isWanted: (id: string) => boolean) => Promise<readonly Row[]>;
}

const PARTS: readonly Part[] = [
  { name: 'Bytes', ids: ['bytes.'], measure: measureBytes },
  { name: 'Round trips', ids: ['trips.', 'launch.'], measure: measureTrips },
  { name: 'Keystrokes', ids: ['klm.'], measure: measureKeystrokes },
  { name: 'Capture', ids: ['capture.', 'inp.', 'longtask.'], measure: measureCapture },
  { name: 'Looking back', ids: ['history.'], measure: measureHistory },
  { name: 'Keeping', ids: ['draft.', 'heap.'], measure: measureKeeping },
];

const begins = (id: string, only: string): boolean => id.startsWith(only) || only.startsWith(id);

/** Runs the parts one after the other. If one fails, it is reported and the others still run. */
async function run(only: string, tell: (words: string) => void): Promise<readonly Row[]> {
  const setting = await setUp();
  const rows: Row[] = [];
  try {
    for (const { name, ids, measure } of PARTS) {
      if (!ids.some((id) => begins(id, only))) continue;
      process.stderr.write(`Measuring: ${name}\n`);
      const measured = await measure(setting, (id) => id.startsWith(only)).catch((fault: unknown) => {
        process.stderr.write(`${name} could not be measured: ${String(fault)}\n`);
        process.exitCode = 1;
        return [];
      });
      const wanted = measured.filter(({ id }) => id.startsWith(only));
      rows.push(...wanted);
      if (wanted.length > 0) tell(`\n${name}\n\n${tableOf(wanted)}\n`);
    }
  } finally {
    await setting.close();
  }
  return rows;
}

/** A missed goal is printed and does not fail the command. Only a measurement that breaks sets the exit code 1. */
export async function main(args: readonly string[]): Promise<void> {
  const options = { json: { type: 'boolean', default: false }, only: { type: 'string', default: '' } } as const;
  const { values } = parseArgs({ args: [...args], options });
  const print = (words: string): void => void process.stdout.write(words);
  const results = await run(values.only, values.json ? () => undefined : print);
  if (values.json) print(`${JSON.stringify({ results })}\n`);
}
