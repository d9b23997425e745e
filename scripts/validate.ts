// Validates profiles, examples and generated notes with HL7's own validator (Java 17 and Maven). `npm run validate`.
// `-- COUNT` sets the notes for each form: 1,000 by default, and 200 if CI is set. The last printed line is `N passed,
// N failed`.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { entriesOfNotes, notesInEveryForm } from '../tests/support/composed-notes.ts';
import { noteFaults } from '../tests/support/note-faults.ts';

const PROJECT = join('fhir', 'validator');
const TARGET = join('.cache', 'validator');
const GENERATED = join('fhir', 'generated');
const EXAMPLES = join('fhir', 'examples');
const SEED = 20261128;
const COMPILE_MS = 600_000;
const VALIDATE_MS = 1_800_000;

/** One message of the validator about one file. */
interface Message {
  readonly file: string;
  readonly severity: string;
  readonly location: string;
  readonly text: string;
}

interface Accepted {
  readonly warning: string;
  readonly reason: string;
}

function missingTool(): string | undefined {
  const answers = (command: string) =>
    spawnSync(command, ['-version'], { stdio: 'ignore', timeout: 60_000 }).status === 0;
  if (!answers('java'))
    return 'Java is missing. Install Java 17 or newer (Debian: apt-get install openjdk-17-jdk-headless).';
  return answers('mvn') ? undefined : 'Maven is missing. Install it (Debian: apt-get install maven).';
}

/**
 * Compiles the validator and fetches its packages the first time. Returns its class path. Throws with Maven's message.
 */
function compileValidator(): string {
  const args = ['-q', '-B', '-f', join(PROJECT, 'pom.xml'), 'compile'];
  const { status, stdout, stderr } = spawnSync('mvn', args, { encoding: 'utf8', timeout: COMPILE_MS });
  if (status !== 0) throw new Error(`The validator does not compile.\n${stdout}${stderr}`);
  return [join(TARGET, 'classes'), readFileSync(join(TARGET, 'classpath'), 'utf8').trim()].join(delimiter);
}

const CONTEXT = {
  patientId: 'p1',
  encounterId: 'e1',
  clinician: 'Practitioner/7',
  socialHistory: true,
  rulerValue: 'integer',
  personGivenName: 'Pat',
} as const;

/** Writes everything to validate into one folder. Returns what our own checks found, which also compare displays. */
function writeResources(folder: string, count: number): readonly Message[] {
  for (const from of [GENERATED, EXAMPLES]) {
    for (const file of readdirSync(from).filter((name) => name.endsWith('.json')))
      cpSync(join(from, file), join(folder, file));
  }
  const notes = [...notesInEveryForm(count, SEED, CONTEXT), ...entriesOfNotes(count, SEED, CONTEXT)];
  for (const [name, resource] of notes) writeFileSync(join(folder, `${name}.json`), JSON.stringify(resource));
  return notes.flatMap(([name, resource]) =>
    noteFaults(resource).map((text) => ({ file: `${name}.json`, severity: 'ERROR', location: '', text })),
  );
}

/** Runs the validator over a folder. Throws if it did not finish. */
function runValidator(classpath: string, folder: string): readonly Message[] {
  const args = ['-Xmx3g', '-cp', classpath, 'NoteValidator', GENERATED, folder];
  const options = { encoding: 'utf8', timeout: VALIDATE_MS, maxBuffer: 1 << 30 } as const;
  const { stdout, stderr, status } = spawnSync('java', args, options);
  const lines = stdout.split('\n').map((line) => line.split('\t'));
  const done = lines.filter(([first]) => first === 'done').length;
  if (status !== 0 || done !== readdirSync(folder).length) throw new Error(`The validator stopped early.\n${stderr}`);
  return lines
    .filter((line) => line.length === 5)
    .map(([file = '', severity = '', , location = '', text = '']) => ({ file, severity, location, text }));
}

/** Errors, and warnings that are not in the list of accepted ones. */
function faultsAmong(messages: readonly Message[], accepted: readonly Accepted[]): readonly Message[] {
  const isAccepted = ({ text }: Message) => accepted.some(({ warning }) => text.includes(warning));
  return messages.filter(
    (one) => one.severity === 'ERROR' || one.severity === 'FATAL' || (one.severity === 'WARNING' && !isAccepted(one)),
  );
}

function report(files: number, messages: readonly Message[], accepted: readonly Accepted[]): void {
  for (const { warning, reason } of accepted) {
    const times = messages.filter(({ severity, text }) => severity === 'WARNING' && text.includes(warning)).length;
    process.stdout.write(`accepted ${String(times).padStart(5)}  ${warning}\n                ${reason}\n`);
  }
  const faults = faultsAmong(messages, accepted);
  for (const { file, severity, location, text } of faults.slice(0, 100)) {
    process.stdout.write(`${severity} ${file} ${location}: ${text}\n`);
  }
  const failed = new Set(faults.map(({ file }) => file)).size;
  process.exitCode = failed === 0 ? 0 : 1;
  process.stdout.write(`${files - failed} passed, ${failed} failed\n`);
}

/** Validates everything. Names what is missing if Java or Maven is not installed. */
export async function main([count = process.env['CI'] ? '200' : '1000']: readonly string[]): Promise<void> {
  const missing = missingTool();
  if (missing !== undefined) {
    process.stdout.write(`npm run validate needs HL7's validator. ${missing}\n0 passed, 1 failed\n`);
    process.exitCode = 1;
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'evoke-validate-'));
  try {
    mkdirSync(folder, { recursive: true });
    const own = writeResources(folder, Number(count));
    const accepted: readonly Accepted[] = JSON.parse(readFileSync(join(PROJECT, 'accepted-warnings.json'), 'utf8'));
    report(readdirSync(folder).length, [...own, ...runValidator(compileValidator(), folder)], accepted);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
