// Another site's file through the very commands a hospital runs: built, served with its own headers, launched, signed.
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Resource } from 'fhir/r4';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { headersFor } from '../../hosting/headers.ts';
import { HEADERS_FILE, type Hosting } from '../../hosting/hosting.ts';
import { Clinician } from '../support/clinician.ts';
import { type RunningEhr, type ServedEvoke, serveEvoke, startEhr } from '../support/ehr-in-a-box.ts';
import { expectSilence, watchedContext } from '../support/journey.ts';

const EXAMPLE = JSON.parse(readFileSync('docs/examples/part-2-program.json', 'utf8'));

function run(args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  return spawn('npm', ['run', '--silent', ...args], { env: { ...process.env, ...env }, stdio: 'pipe', detached: true });
}

const ended = (child: ChildProcess): Promise<number | null> => new Promise((resolve) => child.on('close', resolve));

/** `npm run build`, then `npm run serve`, until it says where it is. */
async function byCommand(dist: string, port: number, site: string): Promise<() => Promise<unknown>> {
  const built = await ended(run(['build', '--', '--outDir', dist, '--logLevel', 'error'], { SITE_CONFIG: site }));
  if (built !== 0) throw new Error('npm run build did not end well');
  const serving = run(['serve', '--', dist], { PORT: String(port) });
  await new Promise<void>((resolve, reject) => {
    serving.stdout?.on('data', (said) => String(said).includes('Evoke') && resolve());
    serving.on('close', () => reject(new Error('npm run serve ended')));
  });
  return () => {
    // npm passes no signal on to what it started: the whole group that was started here ends.
    if (serving.pid !== undefined) process.kill(-serving.pid, 'SIGTERM');
    return ended(serving);
  };
}

let evoke: ServedEvoke;
let ehr: RunningEhr;
beforeAll(async () => {
  evoke = await serveEvoke({ site: EXAMPLE, serve: byCommand });
  ehr = await startEhr(evoke);
});
afterAll(async () => {
  await ehr?.stop();
  await evoke?.close();
});

test('every page and file is sent with the headers this site was built with', async () => {
  const { headers }: Hosting = JSON.parse(readFileSync(join(evoke.dist, HEADERS_FILE), 'utf8'));
  for (const path of ['/', '/launch.html', '/NOTICE.txt']) {
    const answer = await fetch(new URL(path.slice(1), evoke.appUrl));
    for (const [name, value] of headersFor(headers, path))
      expect([path, name, answer.headers.get(name)]).toEqual([path, name, value]);
    expect(answer.headers.get('content-security-policy')).toContain(`connect-src 'self' ${evoke.ehrOrigin};`);
  }
});

test('an issuer this site does not name is refused before any request', async () => {
  const { context, lookout } = await watchedContext();
  const page = await context.newPage();
  await page.goto(`${evoke.appUrl}launch.html?iss=${encodeURIComponent('https://stranger.example/fhir')}&launch=x`);
  await page.getByRole('heading', { name: 'This EHR is not set up for Evoke.' }).waitFor();
  await page.getByText('Help with Evoke: the clinical lead.').waitFor();
  expect(lookout.requests.filter((each) => !each.includes(evoke.appUrl))).toEqual([]);
  await context.close();
  expectSilence(lookout);
});

test('a launch works, the site’s own topics, texts and labels hold, and the self-check says so', async () => {
  const { context, lookout } = await watchedContext();
  const page = await context.newPage();
  await page.goto(ehr.launch({ patientId: 'proto' }));
  const clinician = await new Clinician(page).isReady();
  await clinician.names('Safer use');
  expect(await page.getByRole('radio', { name: 'Salt', exact: true }).count()).toBe(0);
  await page.getByRole('button', { name: 'Safety: pause the conversation' }).click();
  await page.getByRole('dialog', { name: 'Safety first' }).getByText(EXAMPLE.safety.withdrawal.text).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Keys and settings' }).click();
  await page.getByRole('button', { name: 'Self-check for IT' }).click();
  const check = page.getByRole('dialog', { name: 'Self-check for IT' });
  await check.getByText(/^Observation, the first in the site’s order that is open/).waitFor();
  await check.getByText('after 5 minutes').waitFor();
  expect(await check.textContent()).not.toMatch(/PROTO|Pat\b|100238|Safer use/);
  await page.keyboard.press('Escape');
  await clinician.rates('Importance', 6);
  await clinician.reviews();
  await clinician.sees('42 CFR Part 2 program.');
  await clinician.signs();
  await clinician.seesItFiled();
  const [filed] = ehr.notesOf('proto') as readonly (Resource & { readonly code?: object })[];
  expect(filed?.meta?.security?.map(({ code }) => code)).toEqual(['R', '42CFRPart2']);
  expect(filed?.code).toMatchObject({ text: 'Readiness note' });
  await context.close();
  expectSilence(lookout);
});
