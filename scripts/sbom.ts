// Writes what Evoke is made of as a CycloneDX bill of materials: all packages, and apart from them those that ship.
import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const FILES = [
  { file: 'sbom.json', omit: [] },
  { file: 'sbom.shipped.json', omit: ['--omit=dev'] },
] as const;

/** What in a bill differs from one run to the next although nothing changed. */
interface Bill {
  readonly serialNumber?: string;
  readonly metadata?: { readonly timestamp?: string };
}

function bill(omit: readonly string[]): Bill {
  const args = ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only', ...omit];
  const { status, stdout, stderr } = spawnSync('npm', args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (status !== 0) throw new Error(`npm sbom did not end well.\n${stderr}`);
  return JSON.parse(stdout);
}

/** One run is like the next: without the number and the time that npm gives each. */
function steady({ serialNumber: _number, metadata, ...rest }: Bill): object {
  const { timestamp: _time, ...about } = metadata ?? {};
  return { ...rest, metadata: about };
}

/** `npm run sbom`, or `npm run sbom -- folder`. Asks no registry: it reads the lockfile. */
export async function main([folder = 'sbom']: readonly string[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { file, omit } of FILES) {
    await writeFile(join(folder, file), `${JSON.stringify(steady(bill(omit)), null, 2)}\n`);
    console.log(`Written: ${join(folder, file)}`);
  }
}
