// A whole build of two small pages: what is stamped, what is refused, what is served and with which headers.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as ask, createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { headersFor, siteHeaders } from '../../hosting/headers.ts';
import { inlineCode } from '../../hosting/inline-code.ts';
import { createBuildHandler, serveBuild } from '../../hosting/serve.ts';
import { siteBlock, stampSite } from '../../hosting/stamp.ts';
import { wholePages } from '../../hosting/whole-pages.ts';
import { readSite } from '../../src/site.ts';
import { loopbackSite, productionSite, siteJson } from './sites.ts';

afterEach(() => vi.unstubAllEnvs());

function project(site: unknown): string {
  const root = mkdtempSync(join(tmpdir(), 'evoke-build-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const page = (script: string) =>
    `<!doctype html><head><title>Evoke</title><script type="module" src="/${script}"></script></head>`;
  writeFileSync(join(root, 'launch.html'), `${page('launch.ts')}<link rel="stylesheet" href="/launch.css"><p>Opening`);
  writeFileSync(join(root, 'launch.css'), 'p { color: #123456 }');
  writeFileSync(join(root, 'index.html'), page('main.ts'));
  writeFileSync(join(root, 'learn.html'), page('name.ts'));
  writeFileSync(join(root, 'launch.ts'), `import { name } from './name.ts'; document.title = name;`);
  writeFileSync(join(root, 'name.ts'), `export const name = '</script><!-- $& "launch"';`);
  writeFileSync(join(root, 'main.ts'), `import { name } from './name.ts'; import './main.css'; document.title = name;`);
  writeFileSync(join(root, 'main.css'), 'p { color: #654321 }');
  const file = join(root, 'a-site.json');
  writeFileSync(file, typeof site === 'string' ? site : JSON.stringify(site));
  vi.stubEnv('SITE_CONFIG', file);
  return root;
}

async function buildIn(root: string): Promise<string> {
  const input = { index: join(root, 'index.html') };
  await build({
    root,
    base: './',
    configFile: false,
    logLevel: 'silent',
    plugins: [wholePages(), stampSite()],
    build: { rolldownOptions: { input }, modulePreload: { polyfill: false } },
  });
  return join(root, 'dist');
}

async function builtHandler(site: unknown) {
  const handle = await createBuildHandler(await buildIn(project(site)));
  return (path: string, init?: RequestInit) => handle(new Request(`http://127.0.0.1:4173${path}`, init));
}

const stampedIn = (html: string): string =>
  /<script type="application\/json" id="site"[^>]*>(.*?)<\/script>/s.exec(html)?.[1] ?? '';

test('stamps the same checked settings into both pages', async () => {
  const get = await builtHandler(siteJson());
  for (const path of ['/launch.html', '/index.html']) {
    const html = await (await get(path)).text();
    expect(readSite(JSON.parse(stampedIn(html)))).toEqual({ ok: true, value: loopbackSite() });
  }
});

test('escapes what could end the block early', async () => {
  const json = siteJson();
  const support = '</script><script>alert(1)</script><!-- $& $1 "é\u2028"';
  const html = await (await (await builtHandler({ ...json, app: { ...json.app, support } }))('/index.html')).text();
  expect(stampedIn(html)).toContain('\\u003c/script>\\u003cscript>alert(1)\\u003c/script>\\u003c!--');
  expect(JSON.parse(stampedIn(html)).app.support).toBe(support);
  expect(siteBlock({ ...loopbackSite(), app: { baseUrl: '<', support } }).children).not.toContain('<');
});

test('puts no script but the data block into the app page', async () => {
  const html = await (await (await builtHandler(siteJson()))('/index.html')).text();
  const inline = [...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>/g)].map(([tag]) => tag);
  expect(inline).toEqual([
    expect.stringMatching(/^<script type="application\/json" id="site" data-digest="[\w+/=]{44}">$/),
  ]);
});

test('writes the launch page whole: it asks for no script and no style sheet before it goes on', async () => {
  const html = await (await (await builtHandler(siteJson()))('/launch.html')).text();
  const asked = [...html.matchAll(/<(?:script|link)\b[^>]*\b(?:src|href)="[^"]*"[^>]*>/g)].map(([tag]) => tag);
  expect(asked.filter((tag) => !tag.includes('fetchpriority="low"'))).toEqual([]);
  const { scripts, styles } = inlineCode(html);
  expect([scripts.length, styles.length]).toEqual([1, 1]);
  expect(html).toContain('<\\/script><\\!-- $& "launch"');
  expect(html).toContain('#123456');
});

test('allows the launch page its own code and nothing else inline, whichever page is asked for', async () => {
  const get = await builtHandler(siteJson());
  const launch = await get('/launch.html');
  const { scripts, styles } = inlineCode(await launch.text());
  const policy = launch.headers.get('content-security-policy');
  expect(policy).toContain(`; script-src 'self' ${scripts[0]}; style-src 'self' ${styles[0]}; `);
  expect(policy).not.toContain('unsafe');
  for (const path of ['/index.html', '/', '/nothing.html']) {
    expect((await get(path)).headers.get('content-security-policy')).toBe(policy);
  }
});

test('takes a changed script out of the policy', () => {
  const page = '<script type="module">go()</script><style>p{}</style>';
  expect(inlineCode(page.replace('go', 'gone')).scripts).not.toEqual(inlineCode(page).scripts);
  expect(inlineCode('<script>alert(1)</script>').scripts).toEqual([
    "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='",
  ]);
});

test('fetches the app page’s styles ahead from the launch page', async () => {
  const get = await builtHandler(siteJson());
  const app = await (await get('/index.html')).text();
  const launch = await (await get('/launch.html')).text();
  const style = /href="\.(\/assets\/index-[\w-]+\.css)"/.exec(app)?.[1] ?? 'none';
  expect(launch).toContain(`<link rel="prefetch" as="style" crossorigin fetchpriority="low" href=".${style}"`);
  expect((await get(style)).status).toBe(200);
});

const BAD: readonly [string, unknown, readonly string[]][] = [
  ['an unknown key', { ...siteJson(), color: 'red' }, ['color:']],
  ['http outside loopback', { ...siteJson(), allowHttpLoopback: false }, ['app.baseUrl:', 'ehrs.0.iss:']],
  ['an idle lock of an hour', { ...siteJson(), idleLockMinutes: 60 }, ['idleLockMinutes:']],
  ['what is not JSON', '{ "schema": 1, ', ['(the whole file):']],
];

test.each(BAD)('builds nothing from %s and names the key and the remedy', async (_, site, keys) => {
  const root = project(site);
  const fault = await buildIn(root).then(
    () => 'it was built',
    // What the command prints.
    (reason: Error) => reason.stack,
  );
  expect(fault).toContain('a-site.json is refused; nothing was written.');
  for (const key of keys) expect(fault).toContain(`  ${key}`);
  expect(fault).toMatch(/Remedy: ./);
  expect(fault).not.toMatch(/\n +at /);
  expect(existsSync(join(root, 'dist'))).toBe(false);
});

test('builds nothing when the file named is not there', async () => {
  const root = project(siteJson());
  vi.stubEnv('SITE_CONFIG', join(root, 'elsewhere.json'));
  await expect(buildIn(root)).rejects.toThrow('cannot be read');
});

test('serves each file with exactly the headers of its site', async () => {
  const get = await builtHandler(siteJson());
  const code = inlineCode(await (await get('/launch.html')).text());
  const script = /src="\.(\/assets\/[^"]+)"/.exec(await (await get('/index.html')).text())?.[1] ?? 'none';
  for (const [path, type] of [
    ['/index.html', 'text/html; charset=utf-8'],
    ['/', 'text/html; charset=utf-8'],
    [script, 'text/javascript; charset=utf-8'],
  ] as const) {
    const answer = await get(path);
    expect(answer.status).toBe(200);
    const named = [...headersFor(siteHeaders(loopbackSite(), code), path), ['Content-Type', type] as const];
    expect([...answer.headers]).toEqual([
      ...new Headers(named.map(([name, value]): [string, string] => [name, value])),
    ]);
  }
});

test.each([
  '/headers.json',
  '/%68eaders.json',
  '/nothing.html',
  '/assets/',
  '/assets/gone.js',
  '/../package.json',
  '/%2e%2e/a-site.json',
  '/..%2fa-site.json',
  '/assets/..%5c..%5ca-site.json',
  '//index.html',
  '/index.html/',
  '/index.html%00',
])('finds nothing at %s, under the same guards', async (path) => {
  const answer = await (await builtHandler(siteJson()))(path);
  expect(answer.status).toBe(404);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'");
});

test('only reads', async () => {
  const get = await builtHandler(siteJson());
  expect((await get('/index.html', { method: 'POST' })).status).toBe(405);
  const head = await get('/index.html', { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([200, '']);
});

test('serves a site under the path of its address', async () => {
  const get = await builtHandler(productionSite());
  expect((await get('/app/launch.html')).status).toBe(200);
  expect((await get('/launch.html')).status).toBe(404);
});

test('keeps to the folder when a raw path climbs, and ends when told to', async () => {
  const served = await serveBuild({ dist: await buildIn(project(siteJson())), host: '127.0.0.1', port: 0 });
  const { port } = new URL(served.url);
  const status = await new Promise((resolve, reject) => {
    ask({ host: '127.0.0.1', port, path: '/assets/../../a-site.json' }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .on('error', reject)
      .end();
  });
  expect(status).toBe(404);
  await served.close();
  await expect(fetch(served.url)).rejects.toThrow();
});

test('does not start on a port that is taken', async () => {
  const dist = await buildIn(project(siteJson()));
  const other = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void other.close());
  await new Promise((resolve) => other.once('listening', resolve));
  const address = other.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await expect(serveBuild({ dist, host: '127.0.0.1', port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
