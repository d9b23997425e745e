// The real nginx with the site file a build wrote: the same headers byte for byte, and a whole launch under them.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, type TestContext, test } from 'vitest';
import { headersFor } from '../../hosting/headers.ts';
import { HEADERS_FILE, type Hosting } from '../../hosting/hosting.ts';
import { ensureNginx, NO_NGINX } from '../../scripts/nginx.ts';
import { Clinician } from '../support/clinician.ts';
import { runBuild, type ServedEvoke, serveEvoke, startEhr } from '../support/ehr-in-a-box.ts';
import { expectSilence, watchedContext } from '../support/journey.ts';
import { startNginx } from '../support/nginx.ts';

let evoke: ServedEvoke | undefined;

beforeAll(async () => {
  const nginx = ensureNginx();
  if (nginx === undefined) return;
  evoke = await serveEvoke({
    serve: async (dist, port, site) => {
      await runBuild(dist, site);
      return startNginx(nginx, dist, port);
    },
  });
}, 300_000);
afterAll(() => evoke?.close());

/** Evoke behind nginx. A test that cannot have it says so in its own line. */
function behindNginx({ skip }: TestContext): ServedEvoke {
  return evoke ?? skip(`Not run: ${NO_NGINX}`);
}

test('nginx sends exactly the headers of the site, path by path', async (context) => {
  const { appUrl, dist } = behindNginx(context);
  const { headers }: Hosting = JSON.parse(await readFile(join(dist, HEADERS_FILE), 'utf8'));
  const script = /src="\.(\/assets\/[^"]+\.js)"/.exec(await (await fetch(appUrl)).text())?.[1] ?? 'none';
  for (const [path, type] of [
    ['/', 'text/html; charset=utf-8'],
    ['/launch.html', 'text/html; charset=utf-8'],
    [script, 'text/javascript; charset=utf-8'],
    ['/NOTICE.txt', 'text/plain; charset=utf-8'],
  ] as const) {
    const answer = await fetch(new URL(path.slice(1), appUrl));
    expect([path, answer.status]).toEqual([path, 200]);
    for (const [name, value] of headersFor(headers, path))
      expect([path, name, answer.headers.get(name)]).toEqual([path, name, value]);
    expect(answer.headers.get('content-type')).toBe(type);
    expect(answer.headers.get('x-frame-options')).toBeNull();
  }
});

test.for([
  'headers.json',
  'nginx-site.conf',
  '_headers',
  'assets/gone.js',
  'assets/',
  'nothing.html',
  '%2e%2e/etc/passwd',
])('nginx finds nothing at %s, under the same guards, and nobody keeps that answer', async (path, context) => {
  const answer = await fetch(`${behindNginx(context).appUrl}${path}`);
  expect([404, 400]).toContain(answer.status);
  if (answer.status === 400) return;
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'");
});

test('nginx only lets read', async (context) => {
  const { appUrl } = behindNginx(context);
  expect((await fetch(appUrl, { method: 'POST' })).ok).toBe(false);
});

test('from the chart to a filed note behind nginx, without one report of the policy', async (context) => {
  const grounds = behindNginx(context);
  const ehr = await startEhr(grounds);
  const { context: browser, lookout } = await watchedContext();
  try {
    const page = await browser.newPage();
    await page.goto(ehr.launch({ patientId: 'proto' }));
    const clinician = await new Clinician(page).isReady();
    await clinician.hears('Change R Reason', 'I want to be there for my kids');
    await clinician.rates('Importance', 7);
    await clinician.signs();
    await clinician.seesItFiled();
    expect(ehr.notesOf('proto')).toHaveLength(1);
  } finally {
    await browser.close();
    await ehr.stop();
  }
  expectSilence(lookout);
});
