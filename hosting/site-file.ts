// Reads a site's configuration from disk and words what is wrong with it. The rules are in src/site.ts.
import { readFile } from 'node:fs/promises';
import { err, ok, type Result } from '../src/lib/result.ts';
import { fault, type SiteFault } from '../src/site/faults.ts';
import { readSite, type Site } from '../src/site.ts';
import { repeatedKeys } from './repeated-keys.ts';

/** The file in use: the one named by SITE_CONFIG, else `site.config.json`. */
export const siteFile = (environment: NodeJS.ProcessEnv): string => environment['SITE_CONFIG'] || 'site.config.json';

/** Reads and checks a configuration file. Errors: every fault by path. A file that cannot be read is one fault. */
export async function loadSite(file: string): Promise<Result<Site, readonly SiteFault[]>> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return whole('cannot be read', 'name an existing file in SITE_CONFIG');
  const json = readJson(text);
  if (!json.ok) return json;
  const repeated = repeatedKeys(text);
  if (repeated.length === 0) return readSite(json.value);
  return err(repeated.map((path) => fault(path, 'is in the file twice', 'keep one of the two')));
}

/** Some editors put a byte order mark before the text. The message of the parser names the place. */
function readJson(text: string): Result<unknown, readonly SiteFault[]> {
  try {
    return ok(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch (fault) {
    const place = fault instanceof Error ? `: ${fault.message}` : '';
    return whole(`is not JSON${place}`, 'mend its commas, quotes and brackets');
  }
}

const whole = (problem: string, remedy: string): Result<never, readonly SiteFault[]> =>
  err([fault('(the whole file)', problem, remedy)]);

/** One warning as a line of text. It names the EHR by its id. */
export const tellWarning = ({ path, problem, remedy, example }: SiteFault): string =>
  `Warning: ${path} ${problem}; ${remedy}. For example: ${example}`;

/** The text for a refused configuration: one line a fault, path first. */
export function tellFaults(file: string, faults: readonly SiteFault[]): string {
  const lines = faults.map(
    ({ path, problem, remedy, example }) => `  ${path}: ${problem}. Remedy: ${remedy}. For example: ${example}`,
  );
  return [`The site configuration ${file} is refused; nothing was written.`, ...lines].join('\n');
}
