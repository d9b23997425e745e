// Opens the questionnaire with filed responses in LHC-Forms, a third-party viewer of FHIR forms, and checks that it
// returns every answer. `npm run view-forms`. The last printed line is `N passed, N failed`.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type Page } from 'playwright';
import { notesInEveryForm } from '../tests/support/composed-notes.ts';
import { ensureChromium, launchOptions } from './chromium.ts';

/**
 * Version of LHC-Forms. Its own dependencies are not installed, because the web component in the package contains them.
 */
const VERSION = '40.1.3';
const CACHE = join('.cache', 'lforms');
const COUNT = 50;
const SEED = 20261128;
const CONTEXT = { patientId: 'p1', clinician: 'Practitioner/7', socialHistory: true, rulerValue: 'integer' } as const;
const HOST = 'http://viewer.example/';

/** The part of a QuestionnaireResponse that is compared. */
interface Item {
  readonly linkId: string;
  readonly answer?: readonly object[];
  readonly item?: readonly Item[];
}
interface Answers {
  readonly item?: readonly Item[];
}

/** Fetches the package once. Throws with what to do if npm cannot. */
function ensurePackage(): string {
  const folder = join(CACHE, `package-${VERSION}`);
  if (existsSync(folder)) return folder;
  mkdirSync(folder, { recursive: true });
  const packed = spawnSync('npm', ['pack', `lforms@${VERSION}`, '--silent'], {
    cwd: CACHE,
    encoding: 'utf8',
    timeout: 300_000,
  });
  const tarball = packed.stdout.trim().split('\n').at(-1) ?? '';
  const args = ['xzf', tarball, '-C', `package-${VERSION}`, '--strip-components=1'];
  if (packed.status !== 0 || spawnSync('tar', args, { cwd: CACHE }).status !== 0) {
    throw new Error(`lforms ${VERSION} could not be fetched: ${packed.stderr}`);
  }
  return folder;
}

const PAGE = `<!doctype html><meta charset="utf-8"><title>Viewer</title><div id="form"></div>
${[
  'webcomponent/assets/lib/zone.min.js',
  'webcomponent/runtime.js',
  'webcomponent/polyfills.js',
  'webcomponent/main.js',
  'fhir/lformsFHIRAll.min.js',
]
  .map((file) => `<script src="/${file}"></script>`)
  .join('\n')}`;

/** A page with the viewer, served only from the package. */
async function openViewer(page: Page, folder: string): Promise<void> {
  await page.route('**/*', (route) => {
    const { origin, pathname } = new URL(route.request().url());
    if (`${origin}/` !== HOST) return route.abort();
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: PAGE });
    const file = join(folder, 'dist', 'lforms', pathname);
    return existsSync(file) ? route.fulfill({ path: resolve(file) }) : route.fulfill({ status: 404 });
  });
  await page.goto(HOST);
  await page.waitForFunction('window.LForms?.Util?.addFormToPage && window.LForms.FHIR');
}

/** The response as the viewer returns it after it has drawn it. */
async function viewed(page: Page, questionnaire: unknown, response: unknown): Promise<Answers> {
  return page.evaluate(
    async ([form, answers]) => {
      const { Util } = (window as unknown as { LForms: { Util: Record<string, (...args: unknown[]) => unknown> } })
        .LForms;
      const asForm = Util['convertFHIRQuestionnaireToLForms']?.(form, 'R4');
      const merged = Util['mergeFHIRDataIntoLForms']?.('QuestionnaireResponse', answers, asForm, 'R4');
      await Util['addFormToPage']?.(merged, 'form', {});
      return Util['getFormFHIRData']?.('QuestionnaireResponse', 'R4', '#form') as Answers;
    },
    [questionnaire, response],
  );
}

/** Every answer as `linkId value`, with groups flattened, in a fixed order. */
function answersOf(items: readonly Item[] = []): readonly string[] {
  return items
    .flatMap(({ linkId, answer = [], item }) => [
      ...answer.map((each) => `${linkId} ${heldBy(each)}`),
      ...answersOf(item),
    ])
    .toSorted();
}

const IS_MOMENT = /^\d{4}-\d{2}-\d{2}T/;
/** A leap second is valid in FHIR. No clock of Evoke writes one, and the viewer drops it. */
const LEAP_SECOND = /T\d{2}:\d{2}:60/;

/** A value without its type's name. For a coding only its code, since the viewer adds displays. */
function heldBy(answer: object): string {
  const [value] = Object.entries(answer).flatMap(([key, each]) => (key.startsWith('value') ? [each] : []));
  // The viewer returns a time in UTC with milliseconds, which is the same time.
  if (typeof value === 'string' && IS_MOMENT.test(value)) return new Date(value).toISOString();
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const { code, value: number } = value as { readonly code?: string; readonly value?: number };
  return JSON.stringify(number === undefined ? code : `${number} ${code}`);
}

/** Draws every response and compares. Prints what is missing or new. */
export async function main(): Promise<void> {
  const folder = ensurePackage();
  const questionnaire = JSON.parse(readFileSync('fhir/generated/Questionnaire-readiness-note.json', 'utf8'));
  const responses = notesInEveryForm(COUNT + 10, SEED, CONTEXT)
    .filter(([name]) => name.startsWith('QuestionnaireResponse'))
    .filter(([, response]) => !LEAP_SECOND.test(JSON.stringify(response)))
    .slice(0, COUNT);
  const browser = await chromium.launch(launchOptions(ensureChromium()));
  let failed = 0;
  try {
    const page = await browser.newPage();
    await openViewer(page, folder);
    for (const [name, response] of responses) {
      const sent = answersOf(response['item'] as Item[]);
      const back = answersOf((await viewed(page, questionnaire, response)).item);
      const lost = sent.filter((each) => !back.includes(each));
      const added = back.filter((each) => !sent.includes(each));
      if (lost.length === 0 && added.length === 0) continue;
      failed += 1;
      for (const each of lost) process.stdout.write(`${name} lost ${each.slice(0, 200)}\n`);
      for (const each of added) process.stdout.write(`${name} added ${each.slice(0, 200)}\n`);
    }
  } finally {
    await browser.close();
  }
  process.exitCode = failed === 0 ? 0 : 1;
  process.stdout.write(`${responses.length - failed} passed, ${failed} failed\n`);
}
