// Writes CycloneDX bills of materials: one of all packages, and one of the packages in the app. NOTICE lists what
// reaches a browser.
import { spawnSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The part of a bill that is used here. */
interface Bill {
  readonly serialNumber?: string;
  readonly metadata?: { readonly timestamp?: string; readonly component?: object };
  readonly components: readonly { readonly 'bom-ref': string; readonly name: string; readonly version: string }[];
  readonly dependencies?: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
}

interface Lock {
  readonly name: string;
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly dev?: boolean }>>;
}

function wholeBill(): Bill {
  const args = ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only'];
  const { status, stdout, stderr } = spawnSync('npm', args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (status !== 0) throw new Error(`npm sbom did not end well.\n${stderr}`);
  return JSON.parse(stdout);
}

/** Makes every run give the same bill, in any folder: no serial number, no time, the package's own name. */
function steady({ serialNumber: _number, metadata = {}, ...rest }: Bill, name: string): Bill {
  const { timestamp: _time, component, ...about } = metadata;
  return { ...rest, metadata: { ...about, component: { ...component, name } } };
}

/**
 * Leaves out what only tests, sandbox and build use. npm's own --omit=dev also drops packages that the app shares with
 * them.
 */
function ofTheApp(bill: Bill, { packages }: Lock): Bill {
  const kept = Object.entries(packages)
    .filter(([, { dev }]) => dev !== true)
    .map(
      ([path, { version }]) => `${path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)}@${version}`,
    );
  const components = bill.components.filter(({ name, version }) => kept.includes(`${name}@${version}`));
  const refs = components.map((one) => one['bom-ref']);
  const named = (bill.dependencies ?? []).filter(({ ref }) => refs.includes(ref));
  const dependencies = named.map(({ ref, dependsOn = [] }) => ({
    ref,
    dependsOn: dependsOn.filter((one) => refs.includes(one)),
  }));
  return { ...bill, components, dependencies };
}

/** `npm run sbom`, or `npm run sbom -- folder`. Reads the lockfile and sends no request to a registry. */
export async function main([folder = 'sbom']: readonly string[]): Promise<void> {
  const lock: Lock = JSON.parse(await readFile('package-lock.json', 'utf8'));
  const whole = steady(wholeBill(), lock.name);
  await mkdir(folder, { recursive: true });
  for (const [file, bill] of [
    ['sbom.json', whole],
    ['sbom.shipped.json', ofTheApp(whole, lock)],
  ] as const) {
    await writeFile(join(folder, file), `${JSON.stringify(bill, null, 2)}\n`);
    console.log(`Written: ${join(folder, file)}`);
  }
}
