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
  const bytes = await readFile(file).catch(() => undefined);
  if (bytes === undefined) return whole('cannot be read', 'name an existing JSON file, by its path from this folder');
  const text = readText(bytes);
  if (text === undefined) return whole('is not UTF-8', 'save it as UTF-8 in your editor');
  const json = readJson(text);
  if (!json.ok) return json;
  const repeated = repeatedKeys(text);
  if (repeated.length === 0) return readSite(json.value);
  return err(repeated.map((path) => fault(path, 'is in the file twice', 'keep one of the two')));
}

/** The text without a byte order mark, which some editors put before it. Undefined if it is in another encoding. */
function readText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function readJson(text: string): Result<unknown, readonly SiteFault[]> {
  try {
    return ok(JSON.parse(text));
  } catch (fault) {
    const place = fault instanceof Error ? `: ${withLine(fault.message, text)}` : '';
    return whole(`is not JSON${place}`, 'correct its commas, quotes and brackets there; JSON has no comments');
  }
}

/** The parser's message. Older versions of Node name only the position, and newer ones also the line. */
const withLine = (message: string, text: string): string =>
  message.replace(/position (\d+)$/, (place, position) => {
    const lines = text.slice(0, Number(position)).split('\n');
    return `${place} (line ${lines.length} column ${(lines.at(-1)?.length ?? 0) + 1})`;
  });

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
