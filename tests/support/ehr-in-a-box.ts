// An EHR and Evoke to walk through: the sandbox over HTTP, and the real build under its production headers.
// Knows addresses, processes and folders; knows nothing of what a clinician does there.

import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Resource } from 'fhir/r4';
import { serveBuild } from '../../hosting/serve.ts';
import { seed } from '../../mocks/people/people.ts';
import { createSandbox, type Sandbox, type SandboxLaunch } from '../../mocks/sandbox.ts';
import { freePort, serveSandbox } from '../../mocks/server.ts';

/** Where things are: the EHR's origin, the app's address ending in "/". The EHR may frame the app, and so may its alias. */
export interface Grounds {
  readonly ehrOrigin: string;
  /** The same EHR under another host name, which a browser takes for another site than the app's. */
  readonly otherSite: string;
  readonly appUrl: string;
}

/** Evoke, built and served. `close` also removes what was built, which lies in `dist` until then. */
export interface ServedEvoke extends Grounds {
  readonly dist: string;
  readonly close: () => Promise<void>;
}

/** Stands between a server and its answers, as a slow network would. */
export type Around = (answer: (request: Request) => Promise<Response>) => (request: Request) => Promise<Response>;

/** Builds Evoke for two free ports of this machine and serves it as a hospital would. Rejects with the build's own words. */
export async function serveEvoke(around?: Around): Promise<ServedEvoke> {
  const [ehrPort, appPort] = [await freePort(), await freePort()];
  const grounds: Grounds = {
    ehrOrigin: `http://127.0.0.1:${ehrPort}`,
    otherSite: `http://localhost:${ehrPort}`,
    appUrl: `http://127.0.0.1:${appPort}/`,
  };
  const folder = await mkdtemp(join(tmpdir(), 'evoke-journeys-'));
  const site = join(folder, 'site.config.json');
  const dist = join(folder, 'dist');
  await writeFile(site, JSON.stringify(await siteAt(grounds)));
  await runBuild(dist, site);
  const app = await serveBuild({ dist, host: '127.0.0.1', port: appPort, ...(around && { around }) });
  return {
    ...grounds,
    dist,
    close: async () => {
      await app.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The shipped settings, moved to these addresses; alcohol comes first, which the key budgets count on. */
async function siteAt({ ehrOrigin, otherSite, appUrl }: Grounds): Promise<unknown> {
  const shipped = JSON.parse(await readFile(new URL('../../site.config.json', import.meta.url), 'utf8'));
  const moved = (entry: object) => ({ ...entry, iss: `${ehrOrigin}/fhir`, frameAncestors: [ehrOrigin, otherSite] });
  const isFirst = ({ key }: { readonly key: string }) => key === 'alcohol';
  const behaviours = [
    ...shipped.behaviours.filter(isFirst),
    ...shipped.behaviours.filter((one: { readonly key: string }) => !isFirst(one)),
  ];
  return { ...shipped, behaviours, app: { ...shipped.app, baseUrl: appUrl }, ehrs: shipped.ehrs.map(moved) };
}

function runBuild(dist: string, site: string): Promise<void> {
  const command = join('node_modules', '.bin', 'vite');
  const env = { ...process.env, SITE_CONFIG: site, NODE_ENV: 'production' };
  const child = spawn(command, ['build', '--outDir', dist, '--logLevel', 'error'], { env, stdio: 'pipe' });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => said.push(String(part)));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`The build failed.\n${said.join('')}`))));
  });
}

/** How an EHR begins. Without a file nothing outlives it. */
export interface EhrOptions {
  readonly dataFile?: string;
  /** Resources planted beside the synthetic people. */
  readonly planted?: readonly Resource[];
  /** Origins of other apps that may sign in here. */
  readonly otherApps?: readonly string[];
  readonly around?: Around;
}

/** A running EHR. */
export interface RunningEhr {
  /** The sandbox as it is now; another one after a restart. */
  readonly sandbox: () => Sandbox;
  /** The address of the chart page. */
  readonly chartPage: string;
  /** An address that opens Evoke on a patient's chart, good for one use. */
  readonly launch: (input: SandboxLaunch) => string;
  /** Every Observation of ours in a chart, newest first. */
  readonly notesOf: (patientId: string) => readonly Resource[];
  /** Stops, and starts anew from the file. */
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Starts the sandbox where the build expects its EHR. Rejects where the port is taken. */
export async function startEhr(grounds: Grounds, options: EhrOptions = {}): Promise<RunningEhr> {
  let running = await open(grounds, options);
  return {
    sandbox: () => running.sandbox,
    chartPage: `${grounds.ehrOrigin}/`,
    launch: (input) => running.sandbox.launch(input),
    notesOf: (patientId) =>
      running.sandbox.store
        .all('Observation')
        .filter((one) => isNote(one) && running.sandbox.store.patientsOf(one).includes(patientId)),
    restart: async () => {
      await running.stop();
      running = await open(grounds, options);
    },
    stop: () => running.stop(),
  };
}

async function open({ ehrOrigin, appUrl }: Grounds, options: EhrOptions) {
  const { dataFile, planted = [], otherApps = [], around = (answer) => answer } = options;
  const sandbox = await createSandbox({
    origin: ehrOrigin,
    appOrigins: [new URL(appUrl).origin, ...otherApps],
    seed: [...seed(new Date()), ...planted],
    ...(dataFile !== undefined && { dataFile }),
  });
  const reached = { ...sandbox, fetch: around(sandbox.fetch) };
  const serving = await serveSandbox(reached, { port: Number(new URL(ehrOrigin).port) });
  return { sandbox, stop: serving.close };
}

const isNote = (resource: Resource): boolean => JSON.stringify(resource).includes('NamingSystem/readiness-note-id');
