// Starts an EHR and Evoke for journeys: the sandbox over HTTP, and the real build under its production headers. Knows
// addresses, processes and folders. Knows nothing about clinicians.

import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Resource } from 'fhir/r4';
import { serveBuild } from '../../hosting/serve.ts';
import { seed } from '../../mocks/people/people.ts';
import { createSandbox, type Sandbox, type SandboxLaunch } from '../../mocks/sandbox.ts';
import { freePort, serveSandbox } from '../../mocks/server.ts';
import { NOTE_ID } from '../../src/fhir/identity.ts';

/**
 * Addresses: the EHR's origin, and the app's address ending in "/". The EHR may frame the app, and so may its alias.
 */
export interface Grounds {
  readonly ehrOrigin: string;
  /** The same EHR under another host name, which a browser treats as another site. */
  readonly otherSite: string;
  readonly appUrl: string;
}

/** Evoke, built and served. `close` also removes the build, which is in `dist` until then. */
export interface ServedEvoke extends Grounds {
  readonly dist: string;
  readonly close: () => Promise<void>;
}

/** Wraps a server's responses, as a slow network would. */
export type Around = (answer: (request: Request) => Promise<Response>) => (request: Request) => Promise<Response>;

/** Options of one Evoke. */
export interface EvokeOptions {
  readonly around?: Around;
  /** The site's settings instead of the shipped ones. Their addresses are moved to this machine. */
  readonly site?: SiteJson;
  /** Builds and serves in another way. Returns how to stop it. */
  readonly serve?: (dist: string, port: number, site: string) => Promise<() => Promise<unknown>>;
}

/** A site configuration before any check. */
export interface SiteJson {
  readonly app: object;
  readonly ehrs: readonly object[];
  readonly behaviours: readonly { readonly key: string }[];
}

/**
 * Builds Evoke for two free ports of this machine and serves it as a hospital would. Rejects with the build's own
 * message.
 */
export async function serveEvoke({ around, site: settings, serve }: EvokeOptions = {}): Promise<ServedEvoke> {
  const [ehrPort, appPort] = [await freePort(), await freePort()];
  const grounds: Grounds = {
    ehrOrigin: `http://127.0.0.1:${ehrPort}`,
    otherSite: `http://localhost:${ehrPort}`,
    appUrl: `http://127.0.0.1:${appPort}/`,
  };
  const folder = await mkdtemp(join(tmpdir(), 'evoke-journeys-'));
  const site = join(folder, 'site.config.json');
  const dist = join(folder, 'dist');
  await writeFile(site, JSON.stringify(siteAt(grounds, settings ?? (await shippedSite()))));
  const asUsual = async (): Promise<() => Promise<unknown>> => {
    await runBuild(dist, site);
    return (await serveBuild({ dist, host: '127.0.0.1', port: appPort, ...(around && { around }) })).close;
  };
  const close = await (serve ? serve(dist, appPort, site) : asUsual()).catch(async (fault) => {
    await rm(folder, { recursive: true, force: true });
    throw fault;
  });
  return {
    ...grounds,
    dist,
    close: async () => {
      await close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const shippedSite = async (): Promise<SiteJson> =>
  JSON.parse(await readFile(new URL('../../site.config.json', import.meta.url), 'utf8'));

/** Settings moved to these addresses. Alcohol comes first, which the key budgets count on. */
function siteAt({ ehrOrigin, otherSite, appUrl }: Grounds, site: SiteJson): unknown {
  const here = { iss: `${ehrOrigin}/fhir`, clientId: 'evoke-sandbox', authOrigins: [] };
  const moved = (entry: object) => ({ ...entry, ...here, frameAncestors: [ehrOrigin, otherSite] });
  const isFirst = ({ key }: { readonly key: string }) => key === 'alcohol';
  const behaviours = [...site.behaviours.filter(isFirst), ...site.behaviours.filter((one) => !isFirst(one))];
  const app = { ...site.app, baseUrl: appUrl };
  return { ...site, behaviours, app, ehrs: site.ehrs.map(moved), allowHttpLoopback: true };
}

/** Runs the production build into `dist`. */
export function runBuild(dist: string, site: string): Promise<void> {
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

/** Options of an EHR. Without a file it stores nothing. */
export interface EhrOptions {
  readonly dataFile?: string;
  /** Resources in addition to the synthetic people. */
  readonly planted?: readonly Resource[];
  /** Origins of other apps that may sign in here. */
  readonly otherApps?: readonly string[];
  readonly around?: Around;
  /** A FHIR base at another address that answers instead of the sandbox's own server. */
  readonly server?: string;
}

/** A running EHR. */
export interface RunningEhr {
  /** The current sandbox. A restart makes another one. */
  readonly sandbox: () => Sandbox;
  /** The address of the chart page. */
  readonly chartPage: string;
  /** An address that opens Evoke on a patient's chart, valid once. */
  readonly launch: (input: SandboxLaunch) => string;
  /** Every Observation of ours in a chart, newest first. */
  readonly notesOf: (patientId: string) => readonly Resource[];
  /** Stops, and starts again from the file. */
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Starts the sandbox at the address that the build expects. Rejects if the port is taken. */
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
  const { dataFile, planted = [], otherApps = [], around = (answer) => answer, server } = options;
  const sandbox = await createSandbox({
    origin: ehrOrigin,
    appOrigins: [new URL(appUrl).origin, ...otherApps],
    seed: [...seed(new Date()), ...planted],
    ...(dataFile !== undefined && { dataFile }),
    ...(server !== undefined && { server }),
  });
  const reached = { ...sandbox, fetch: around(sandbox.fetch) };
  const serving = await serveSandbox(reached, { port: Number(new URL(ehrOrigin).port) });
  return { sandbox, stop: serving.close };
}

const isNote = (resource: Resource): boolean => JSON.stringify(resource).includes(NOTE_ID);
