// Finds the programs that drive Firefox and WebKit. Names the Debian package of a missing one.

import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** One program: the names it may have, and the Debian package that brings it. */
export interface Program {
  readonly names: readonly string[];
  readonly from: string;
}

export const FIREFOX: Program = { names: ['firefox-esr', 'firefox'], from: 'firefox-esr' };
export const WEBKIT_DRIVER: Program = { names: ['WebKitWebDriver'], from: 'webkit2gtk-driver' };
export const VIRTUAL_SCREEN: Program = { names: ['Xvfb'], from: 'xvfb' };
export const WINDOW_MANAGER: Program = { names: ['openbox'], from: 'openbox' };
export const PDF_READER: Program = { names: ['pdftotext'], from: 'poppler-utils' };

const ALL = [FIREFOX, WEBKIT_DRIVER, VIRTUAL_SCREEN, WINDOW_MANAGER, PDF_READER];

function findProgram({ names }: Program): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

/** The path of a program. Throws with the package to install. */
export function requireProgram(program: Program): string {
  const path = findProgram(program);
  if (path === undefined)
    throw new Error(`${program.names[0]} is not installed (Debian: apt-get install ${program.from}).`);
  return path;
}

/** The Debian packages of the programs that this machine does not have. */
export const missingPackages = (): readonly string[] =>
  ALL.filter((program) => findProgram(program) === undefined).map(({ from }) => from);

/** The small browser that comes with WebKitGTK. Throws with the package to install. */
export function findMiniBrowser(): string {
  const libraries = ['/usr/lib', ...readdirSync('/usr/lib').map((name) => join('/usr/lib', name))];
  const candidates = libraries.flatMap((folder) =>
    ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0'].map((version) => join(folder, version, 'MiniBrowser')),
  );
  const found = candidates.find((path) => existsSync(path));
  if (found === undefined) throw new Error('MiniBrowser is not installed (Debian: apt-get install webkit2gtk-driver).');
  return found;
}
