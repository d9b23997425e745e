// Keeps the chart in a local file between runs: every version, and the profile in use. The file is written as a whole
// and then swapped, so a crash leaves the old file or the new one. Does not read the versions.
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isFields, textsAt } from './fhir/fields.ts';
import type { Store, Version } from './fhir/store.ts';
import type { Stage } from './profiles.ts';

const FORMAT = 'sandbox-chart-1';
const PAUSE_MS = 300;

/** The file behind a chart. */
export interface ChartFile {
  /** The versions that an earlier run stored. Undefined if there are none to continue with. */
  readonly versions?: readonly Version[];
  /** Id of the profile that the last run used. */
  readonly profile?: string;
  /** Notices for a person, in plain English. */
  readonly notices: readonly string[];
  /** Starts to write the store and the stage, shortly after each change. */
  readonly keep: (store: Store, stage: Stage) => void;
  /** Writes pending changes at once. Rejects if the file cannot be written. */
  readonly flush: () => Promise<void>;
}

/** Opens the chart at `path`. A file that cannot be read is renamed, and the chart starts empty. */
export async function openChartFile(path: string): Promise<ChartFile> {
  const kept = await readChart(path);
  let state: (() => object) | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<void> = Promise.resolve();
  const flush = (): Promise<void> => {
    if (timer === undefined || state === undefined) return writing;
    clearTimeout(timer);
    timer = undefined;
    const text = JSON.stringify({ format: FORMAT, ...state() });
    // One failed write must not stop the next.
    writing = writing.catch(() => undefined).then(() => writeWhole(path, text));
    return writing;
  };
  const soon = (): void => {
    // A failed write is reported at the next flush. The chart in memory stays complete.
    timer ??= setTimeout(() => void flush().catch(() => undefined), PAUSE_MS);
    timer.unref();
  };
  const keep = (store: Store, stage: Stage): void => {
    state = () => ({ profile: stage.current().id, versions: store.versions() });
    store.onChange(soon);
    stage.onChange(soon);
  };
  return { ...kept, keep, flush };
}

async function readChart(path: string): Promise<Pick<ChartFile, 'versions' | 'profile' | 'notices'>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    return { notices: [] };
  }
  const kept = parseChart(text);
  if (kept !== undefined) return { ...kept, notices: [] };
  const aside = `${path}.unreadable-${Date.now()}`;
  await rename(path, aside);
  return {
    notices: [
      `The stored chart could not be read, so the sandbox starts with a new one. The old file is kept as ${aside}.`,
    ],
  };
}

function parseChart(text: string): Pick<ChartFile, 'versions' | 'profile'> | undefined {
  try {
    const json: unknown = JSON.parse(text);
    if (!isFields(json) || json['format'] !== FORMAT || !Array.isArray(json['versions'])) return undefined;
    if (!json['versions'].every(isVersion)) return undefined;
    const [profile] = textsAt(json, 'profile');
    return { versions: json['versions'], ...(profile !== undefined && { profile }) };
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
