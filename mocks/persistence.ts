// Keeps the chart in a local file between runs: every version, written as a whole and swapped in, so that a crash leaves
// the old file or the new one. Knows nothing of what the versions hold.
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isFields, textsAt } from './fhir/fields.ts';
import type { Store, Version } from './fhir/store.ts';

const FORMAT = 'sandbox-chart-1';
const PAUSE_MS = 300;

/** The file behind a chart. */
export interface ChartFile {
  /** What an earlier run kept; undefined where there is nothing to go on with. */
  readonly versions?: readonly Version[];
  /** What a person should know, in plain words. */
  readonly notices: readonly string[];
  /** From now on writes the store down, a moment after each change. */
  readonly keep: (store: Store) => void;
  /** Writes at once what is not written yet. Rejects where the file cannot be written. */
  readonly flush: () => Promise<void>;
}

/** Opens the chart kept at `path`. One that cannot be read is set aside beside it, and the chart starts anew. */
export async function openChartFile(path: string): Promise<ChartFile> {
  const kept = await readChart(path);
  let store: Store | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<void> = Promise.resolve();
  const flush = (): Promise<void> => {
    if (timer === undefined || store === undefined) return writing;
    clearTimeout(timer);
    timer = undefined;
    const text = JSON.stringify({ format: FORMAT, versions: store.versions() });
    // One failed write must not stop the next.
    writing = writing.catch(() => undefined).then(() => writeWhole(path, text));
    return writing;
  };
  const keep = (changing: Store): void => {
    store = changing;
    changing.onChange(() => {
      // A failed write comes to light at the next flush; the chart in memory is whole meanwhile.
      timer ??= setTimeout(() => void flush().catch(() => undefined), PAUSE_MS);
      timer.unref();
    });
  };
  return { ...kept, keep, flush };
}

async function readChart(path: string): Promise<Pick<ChartFile, 'versions' | 'notices'>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    return { notices: [] };
  }
  const versions = parseVersions(text);
  if (versions !== undefined) return { versions, notices: [] };
  const aside = `${path}.unreadable-${Date.now()}`;
  await rename(path, aside);
  return {
    notices: [`The kept chart could not be read and the sandbox starts anew. The old file is kept as ${aside}.`],
  };
}

function parseVersions(text: string): readonly Version[] | undefined {
  try {
    const json: unknown = JSON.parse(text);
    if (!isFields(json) || json['format'] !== FORMAT || !Array.isArray(json['versions'])) return undefined;
    return json['versions'].every(isVersion) ? json['versions'] : undefined;
  } catch {
    return undefined;
  }
}

function isVersion(value: unknown): value is Version {
  const strings = ['type', 'id', 'versionId', 'at', 'method'];
  const hasResource =
    isFields(value) && (value['resource'] === undefined || textsAt(value, 'resource.id').length === 1);
  return hasResource && strings.every((name) => textsAt(value, name).length === 1);
}

async function writeWhole(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.new`, text);
  await rename(`${path}.new`, path);
}
