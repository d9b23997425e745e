// Completes package-lock.json after an install from a registry that lacks binaries of other platforms.
// Knows how npm names such packages. It sends no request, so the entries have no integrity hash.

import { readFile, writeFile } from 'node:fs/promises';

interface Entry {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
interface Lock {
  readonly packages: Record<string, Entry | object>;
}

const LOCK = 'package-lock.json';

/** True if `name`, as required by the package at `from`, has an entry there or in a folder above. */
function isLocked(packages: Lock['packages'], from: string, name: string): boolean {
  for (let base = from; ; ) {
    if (`${base === '' ? '' : `${base}/`}node_modules/${name}` in packages) return true;
    if (base === '') return false;
    base = base.slice(0, Math.max(base.lastIndexOf('/node_modules/'), 0));
  }
}

/** The platform a binary package is made for, read from its name (`@x/cli-linux-arm64-musl`). */
function platformOf(name: string): object {
  const [, os, cpu, abi] = name.slice(name.lastIndexOf('/') + 1).split('-');
  const libc = abi?.startsWith('musl') ? ['musl'] : abi?.startsWith('gnu') ? ['glibc'] : undefined;
  return { os: [os], cpu: [cpu], ...(libc ? { libc } : {}) };
}

/** The optional packages that the lock's entries name and the lock lacks. */
function missing(packages: Lock['packages']): readonly (readonly [string, object])[] {
  return Object.entries(packages).flatMap(([from, entry]: [string, Entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name, version]) => /^\d/.test(version) && !isLocked(packages, from, name))
      .map(([name, version]) => {
        const dev = entry.dev === true ? { dev: true } : {};
        return [`node_modules/${name}`, { version, ...dev, optional: true, ...platformOf(name) }] as const;
      }),
  );
}

/** Adds what is missing and prints how many entries that was. */
export async function main(): Promise<void> {
  const lock: Lock = JSON.parse(await readFile(LOCK, 'utf8'));
  const added = missing(lock.packages);
  const entries = [...Object.entries(lock.packages), ...added].sort(([a], [b]) => a.localeCompare(b, 'en'));
  await writeFile(LOCK, `${JSON.stringify({ ...lock, packages: Object.fromEntries(entries) }, null, 2)}\n`);
  process.stdout.write(`${added.length} optional packages added to ${LOCK}\n`);
}
