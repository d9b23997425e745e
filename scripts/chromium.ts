// Finds the Chromium that journeys, pictures and benches drive, or installs it once. Knows no test and no page.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type LaunchOptions } from 'playwright';

const ON_PATH = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** What to do by hand if Chromium can be neither found nor installed. */
export const NO_CHROMIUM =
  'No Chromium was found or could be installed. Install it (Debian: apt-get install chromium; ' +
  'elsewhere: npx playwright install --with-deps chromium), or set EVOKE_CHROMIUM to the path of one.';

function isRunnable(path: string): boolean {
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

function onPath(name: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find(existsSync);
}

/** The first Chromium that starts: EVOKE_CHROMIUM or CHROME_PATH, then the PATH, then Playwright's own. */
export function findChromium(): string | undefined {
  const named = [process.env.EVOKE_CHROMIUM, process.env.CHROME_PATH];
  const candidates = [...named, ...ON_PATH.map(onPath), chromium.executablePath()];
  return candidates.find((path) => path !== undefined && path !== '' && existsSync(path) && isRunnable(path));
}

/**
 * Chromium's headless shell: the same engine without the windows and settings of a desktop browser. The journeys take
 * about 40 % less processor time in it. Undefined if there is none, or if EVOKE_CHROMIUM names the browser to use.
 */
export function findHeadlessShell(): string | undefined {
  const shell = onPath('chromium-headless-shell');
  if (process.env.EVOKE_CHROMIUM || shell === undefined) return undefined;
  return isRunnable(shell) ? shell : undefined;
}

function runs(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'inherit', timeout: 240_000 }).status === 0;
}

const isRoot = (): boolean => process.getuid?.() === 0;

function install(): void {
  const apt = isRoot() && onPath('apt-get') !== undefined;
  if (apt && runs('apt-get', ['update']) && runs('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'])) {
    return;
  }
  // --with-deps needs root. If that is refused, the browser alone is often enough.
  const ownDownload = ['playwright', 'install', 'chromium'];
  if (!runs('npx', [...ownDownload, '--with-deps'])) runs('npx', ownDownload);
}

/** A Chromium that starts. Installs one first if there is none. Throws with a message on what to install. */
export function ensureChromium(): string {
  const present = findChromium();
  if (present !== undefined) return present;
  process.stdout.write('No Chromium found, installing one\n');
  install();
  const path = findChromium();
  if (path === undefined) throw new Error(NO_CHROMIUM);
  return path;
}

/**
 * How to start it: `chromium.launch(launchOptions())`. It has no sandbox if it runs as root, because Chromium then has
 * none.
 */
export function launchOptions(path = findChromium()): LaunchOptions {
  if (path === undefined) throw new Error(NO_CHROMIUM);
  return {
    executablePath: path,
    args: [
      ...(isRoot() ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      // No page can reach another machine. Routing requests would do the same, but Playwright then answers preflights
      // itself.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // A page that prints finishes at once, instead of opening a dialog that waits for a person.
      '--disable-print-preview',
    ],
  };
}
