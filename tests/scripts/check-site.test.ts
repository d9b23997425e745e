// What IT reads of a site configuration: the same CORS lists at the command, on the page and in the sandbox.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { loadSite } from '../../hosting/site-file.ts';
import { siteBlock } from '../../hosting/stamp.ts';
import { withCors } from '../../mocks/fhir/cors.ts';
import { main } from '../../scripts/check-site.ts';
import { CORS_LISTS } from '../../src/site/cors.ts';

const LISTS = Object.values(CORS_LISTS).map((names) => names.join(', '));

test('check-site lists the headers to allow and to expose', async () => {
  const log = vi.spyOn(console, 'log').mockReturnValue();
  await main(['docs/examples/one-clinic.json']);
  const printed = log.mock.calls.flat().join('\n');
  for (const list of LISTS) expect(printed).toContain(list);
});

/** What check-site says of a file with this text. */
async function checked(text: string | Buffer): Promise<string> {
  const log = vi.spyOn(console, 'log').mockReturnValue();
  const folder = mkdtempSync(join(tmpdir(), 'evoke-check-'));
  const file = join(folder, 'site.json');
  writeFileSync(file, text);
  await main([file]);
  rmSync(folder, { recursive: true });
  process.exitCode = 0;
  return log.mock.calls.flat().join('\n');
}

test('check-site prints what IT registers, and which topics a title leaves out', async () => {
  const said = await checked(readFileSync('docs/examples/two-ehrs.json', 'utf8'));
  const app = 'https://apps.northhealth.example/evoke/';
  expect(said).toContain(
    `\n  Register the launch address ${app}launch.html and the redirect address ${app}index.html\n`,
  );
  expect(said).toContain('\n  12 topics; sensitive, so no title names them: alcohol, cannabis\n');
});

test('check-site prints the digest that the self-check shows of the pages built from the file', async () => {
  const said = await checked(readFileSync('site.config.json', 'utf8'));
  const loaded = await loadSite('site.config.json');
  const digest = loaded.ok && siteBlock(loaded.value).attrs?.['data-digest'];
  expect(said).toContain(`\n  Configuration ${String(digest).slice(0, 8)} in the self-check\n`);
});

test('check-site names the line where a file stops being JSON, and that JSON has no comments', async () => {
  expect(await checked('{\n  "schema": 1,\n}')).toMatch(/is not JSON: .* \(line 3 column 1\)\./);
  expect(await checked('{\r\n  // ours\r\n  "schema": 1\r\n}')).toMatch(/\(line 2 column 3\)\. .*no comments/);
});

test.each(['latin1', 'utf16le'] as const)(
  'check-site refuses a file in %s, whose accents would be lost',
  async (encoding) => {
    const valid = readFileSync('docs/examples/one-clinic.json', 'utf8');
    expect(await checked(Buffer.from(valid, encoding))).toMatch(/is not UTF-8\. Remedy: save it as UTF-8/);
  },
);

test('check-site names a key that a file has twice, and where', async () => {
  const valid = readFileSync('docs/examples/two-ehrs.json', 'utf8');
  const twice = valid
    .replace('"schema": 1,', '"schema": 1, "schema": 1,')
    .replace(/("order": \[[^\]]*\])(?![\s\S]*"order":)/, '$1, "\\u006frder": []');
  const said = await checked(twice);
  expect(said).toMatch(/^ {2}schema: is in the file twice/m);
  expect(said).toMatch(/^ {2}ehrs\.1\.write\.order: is in the file twice/m);
  expect(said.match(/twice/g)).toHaveLength(2);
});

test('check-site takes a file with a byte order mark, as some editors save it', async () => {
  const valid = readFileSync('docs/examples/one-clinic.json', 'utf8');
  expect(await checked(`\uFEFF${valid}`)).toContain('is valid');
});

test('the page for IT shows the same lists, and the page about HAPI the same headers', () => {
  const page = readFileSync('docs/deploying.md', 'utf8');
  for (const list of LISTS) expect(page).toContain(`\`${list}\``);
  const hapi = readFileSync('docs/ehrs/hapi.md', 'utf8');
  for (const names of [CORS_LISTS.allow, CORS_LISTS.expose])
    expect(hapi).toContain(names.map((name) => `"${name}"`).join(', '));
});

test('the sandbox allows and exposes nothing more', async () => {
  const origin = 'https://app.example';
  const serve = withCors([origin], async () => new Response('{}'));
  const ask = (method: string) =>
    serve(new Request('https://ehr.example/fhir/Patient/1', { method, headers: { origin } }));
  const [preflight, response] = [await ask('OPTIONS'), await ask('GET')];
  const listed = ({ headers }: Response, name: string) => headers.get(`Access-Control-${name}`);
  expect(listed(preflight, 'Allow-Methods')).toBe(CORS_LISTS.methods.join(', '));
  expect(listed(preflight, 'Allow-Headers')).toBe(CORS_LISTS.allow.join(', '));
  expect(listed(response, 'Expose-Headers')).toBe(CORS_LISTS.expose.join(', '));
});
