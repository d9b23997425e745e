// Finds the nginx that a test starts, or unpacks it once from the operating system's packages into the project. No
// service of this machine is installed or started. Knows no site.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

/** What to do by hand if nginx can be neither found nor fetched. */
export const NO_NGINX =
  'No nginx was found or could be fetched. Install it (Debian: apt-get install nginx), or set EVOKE_NGINX to its path.';

const CACHE = '.cache/nginx';
const FOLDERS = ['/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin', join(CACHE, 'usr/sbin')];

const isRunnable = (path: string): boolean =>
  existsSync(path) && spawnSync(path, ['-v'], { stdio: 'ignore', timeout: 20_000 }).status === 0;

/** The first nginx that runs: EVOKE_NGINX, then the PATH and the usual folders. */
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
  // A new machine may lack package lists, and only root can fetch them.
  if (!fetched() && !(runs('apt-get', ['update']) && fetched())) return;
  for (const file of readdirSync(CACHE).filter((name) => name.endsWith('.deb'))) {
    runs('dpkg-deb', ['-x', join(CACHE, file), CACHE]);
  }
}

/** An nginx that runs. Fetches one first if there is none. Undefined if that fails. */
export function ensureNginx(): string | undefined {
  const present = findNginx();
  if (present !== undefined) return present;
  unpack();
  return findNginx();
}
