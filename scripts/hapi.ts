// Compiles, starts and stops HAPI FHIR as a program of its own. Source: servers/hapi.
// Knows Java and Maven. Knows no test.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter } from 'node:path';

const BUILT = '.cache/hapi';
const OLDEST_JAVA = 17;
const COMPILE_MS = 15 * 60_000;
const START_MS = 5 * 60_000;
const STOP_MS = 20_000;
const ANSWER_MS = 10_000;

/** The CORS lists of HAPI: those of its starter, or everything that Evoke needs. */
export type CorsLists = 'starter' | 'open';

/** A running HAPI. `base` is its FHIR base without a trailing slash. `stop` resolves when the process has ended. */
export interface Hapi {
  readonly base: string;
  /** Changes the CORS lists from the next request on. */
  readonly setCorsLists: (lists: CorsLists) => Promise<void>;
  readonly stop: () => Promise<void>;
}

function output(command: string, args: readonly string[]): string | undefined {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', timeout: 60_000 });
  return status === 0 ? `${stdout}${stderr}` : undefined;
}

/** One line that names what this machine lacks for HAPI. Undefined if it lacks nothing. */
export function missingForHapi(): string | undefined {
  const compiler = output('javac', ['-version']);
  const version = Number(/javac (\d+)/.exec(compiler ?? '')?.[1] ?? 0);
  const found = version === 0 ? 'none was found' : `version ${version} was found`;
  if (version < OLDEST_JAVA)
    return `HAPI needs a Java ${OLDEST_JAVA} JDK, and ${found}. Install one (Debian: apt-get install openjdk-17-jdk-headless), or name a running server: npm run servers -- --base URL`;
  if (output('mvn', ['-version']) === undefined)
    return 'HAPI needs Maven 3.8, and none was found. Install it (Debian: apt-get install maven), or name a running server: npm run servers -- --base URL';
  return undefined;
}

/** Compiles HAPI's one source file. The first time, Maven fetches 254 files. Throws with Maven's own words. */
export function compileHapi(): void {
  const args = ['-B', '-q', '-f', 'servers/hapi/pom.xml', 'compile'];
  const { status, stdout, stderr } = spawnSync('mvn', args, { encoding: 'utf8', timeout: COMPILE_MS });
  if (status !== 0 || !existsSync(`${BUILT}/classpath`))
    throw new Error(`HAPI could not be compiled.\n${stdout}${stderr}`);
}

/**
 * Starts HAPI with an H2 file, named without its extension, and waits until it responds. Throws with HAPI's own
 * message.
 */
export async function startHapi(port: number, database: string): Promise<Hapi> {
  const classes = [`${BUILT}/classes`, readFileSync(`${BUILT}/classpath`, 'utf8').trim()].join(delimiter);
  const args = ['-Xmx1g', '-XX:TieredStopAtLevel=1', '-cp', classes, 'HapiServer', String(port), database];
  const child = spawn('java', args, { stdio: ['pipe', 'pipe', 'pipe'] });
  const stop = () => stopped(child);
  try {
    await said(child, 'HAPI is ready', START_MS);
  } catch (fault) {
    await stop();
    throw fault;
  }
  const setCorsLists = async (lists: CorsLists): Promise<void> => {
    child.stdin.write(`cors ${lists}\n`);
    await said(child, `cors ${lists}`, ANSWER_MS);
  };
  return { base: `http://127.0.0.1:${port}/fhir`, setCorsLists, stop };
}

/** Waits until HAPI prints this text. Rejects with its last output if it ends or is too slow. */
function said(child: ChildProcess, words: string, limitMs: number): Promise<void> {
  let output = '';
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`HAPI ${why}.\n${output.slice(-4000)}`));
    const timer = setTimeout(() => fail(`did not say "${words}" in time`), limitMs);
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (part) => {
        output += String(part);
        if (!output.includes(words)) return;
        clearTimeout(timer);
        resolve();
      });
    child.once('error', () => fail('could not be started'));
    child.once('exit', (code) => fail(`ended with ${code}`));
  });
}

/** HAPI ends when its standard input closes, and then writes its data to disk. If it does not end, it is killed. */
async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.stdin?.end();
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await ended;
  clearTimeout(timer);
}
