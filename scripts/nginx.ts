// The nginx that a test starts: found, or fetched once from the operating system's packages and unpacked beside the
// project, so that no service of this machine is installed or started. Knows no site.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

/** What to do by hand where neither finding nor fetching works. */
export const NO_NGINX =
  'No nginx was found or could be fetched. Install it (Debian: apt-get install nginx), or set EVOKE_NGINX to its path.';

const CACHE = '.cache/nginx';
const FOLDERS = ['/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin', join(CACHE, 'usr/sbin')];

const isRunnable = (path: string): boolean =>
  existsSync(path) && spawnSync(path, ['-v'], { stdio: 'ignore', timeout: 20_000 }).status === 0;

/** The first nginx that runs: EVOKE_NGINX, then the PATH and where servers usually lie. */
export function findNginx(): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...FOLDERS];
  const candidates = [process.env['EVOKE_NGINX'] ?? '', ...folders.map((folder) => join(folder, 'nginx'))];
  const found = candidates.find((path) => path !== '' && isRunnable(path));
  return found === undefined ? undefined : resolve(found);
}

function runs(command: string, args: readonly string[], cwd?: string): boolean {
  return spawnSync(command, args, { stdio: 'ignore', timeout: 120_000, ...(cwd && { cwd }) }).status === 0;
}

function unpack(): void {
  mkdirSync(CACHE, { recursive: true });
  const fetched = () => runs('apt-get', ['download', 'nginx'], CACHE);
  // Lists of packages may be missing where a machine was just set up; only root can bring them.
  if (!fetched() && !(runs('apt-get', ['update']) && fetched())) return;
  for (const file of readdirSync(CACHE).filter((name) => name.endsWith('.deb'))) {
    runs('dpkg-deb', ['-x', join(CACHE, file), CACHE]);
  }
}

/** An nginx that runs, fetched first if there is none; undefined where it cannot be had. */
export function ensureNginx(): string | undefined {
  const present = findNginx();
  if (present !== undefined) return present;
  unpack();
  return findNginx();
}
