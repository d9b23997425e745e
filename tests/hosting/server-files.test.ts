// What a build writes for other servers: the same headers as `npm run serve`, in nginx's and in static hosts' words.
import { expect, test } from 'vitest';
import { headersFor, siteHeaders } from '../../hosting/headers.ts';
import { NGINX_ROOT, nginxSite } from '../../hosting/nginx.ts';
import { staticHeaders } from '../../hosting/static-headers.ts';
import type { Site } from '../../src/site.ts';
import { loopbackSite, productionSite } from './sites.ts';

/** What static hosts make of the file: each rule that covers a path adds its headers. One named twice is joined. */
function readStatic(text: string, path: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let covers = false;
  for (const line of text.split('\n').filter((each) => each !== '' && !each.startsWith('#'))) {
    if (!line.startsWith(' ')) {
      covers = line.endsWith('*') ? path.startsWith(line.slice(0, -1)) : path === line;
      continue;
    }
    const [, name = '', value = ''] = /^ {2}([\w-]+): (.+)$/.exec(line) ?? [];
    if (covers) found.set(name, found.has(name) ? `${found.get(name)}, ${value}` : value);
  }
  return found;
}

const sorted = (headers: ReadonlyMap<string, string>) => [...headers].sort(([a], [b]) => a.localeCompare(b, 'en'));

/** The launch page carries its own code. */
const ofPages = (site: Site) => siteHeaders(site, { scripts: ["'sha256-abc='"], styles: [] });
const hosted = (site: Site) => nginxSite(site, { base: new URL(site.app.baseUrl).pathname, headers: ofPages(site) });

test.each(['', 'index.html', 'launch.html', 'NOTICE.txt', 'assets/index-abc.js'])(
  'a static host sends /app/%s exactly the headers of the site',
  (path) => {
    const headers = ofPages(productionSite());
    const text = staticHeaders({ base: '/app/', headers }, ['index.html', 'launch.html', 'NOTICE.txt']);
    expect(sorted(readStatic(text, `/app/${path}`))).toEqual(sorted(headersFor(headers, `/${path}`)));
    expect(readStatic(text, '/elsewhere').size).toBe(0);
  },
);

test.each(['launch', 'index', 'nothing-here', 'assets/gone.js'])(
  'a static host that answers /app/%s with a page sends it under the same policy',
  (path) => {
    const headers = ofPages(productionSite());
    const text = staticHeaders({ base: '/app/', headers }, ['index.html', 'launch.html']);
    const policy = headersFor(headers, '/launch.html').get('Content-Security-Policy');
    expect(readStatic(text, `/app/${path}`).get('Content-Security-Policy')).toBe(policy);
    expect(policy).toContain("'sha256-abc='");
  },
);

test('a production site speaks TLS only, sends plain http there, and names the files to be set', () => {
  const text = hosted(productionSite());
  expect(text).toMatch(/listen 443 ssl;\n {2}ssl_certificate .+;\n {2}ssl_certificate_key .+;/);
  expect(text).toContain('return 301 https://evoke.example$request_uri;');
  expect(text).toContain('server_name evoke.example;');
  expect(text).toContain(`alias ${NGINX_ROOT}/;`);
  expect(text).toContain('location ^~ /app/assets/ {');
});

test('nginx takes only ciphers with forward secrecy, and names its version nowhere', () => {
  const text = hosted(productionSite());
  expect(text).toContain('ssl_ciphers         ECDHE+AESGCM:ECDHE+CHACHA20;');
  expect(text).toContain('ssl_session_tickets off;');
  expect(text.match(/^server \{$/gm)).toHaveLength(2);
  expect(text.match(/server_tokens off;/g)).toHaveLength(2);
});

test('plain http leads to the port of the site', () => {
  const { app, ...site } = productionSite();
  const text = hosted({ ...site, app: { ...app, baseUrl: 'https://evoke.example:8443/' } });
  expect(text).toContain('return 301 https://evoke.example:8443$request_uri;');
  expect(text.match(/server_name evoke\.example;/g)).toHaveLength(2);
});

test('a site on loopback listens there alone, without TLS', () => {
  const text = hosted(loopbackSite());
  expect(text).toContain('listen 127.0.0.1:4173;');
  expect(text).not.toMatch(/ssl|listen 80/);
});

test('each place in nginx says every header, and no log holds a launch', () => {
  const text = hosted(productionSite());
  const places = text.split(/\n {2}location /).slice(1);
  expect(places.length).toBeGreaterThan(3);
  for (const place of places) {
    const path = place.startsWith('^~') ? '/assets/a' : place.startsWith('= ') ? '/learn.html' : '/';
    for (const [name, value] of headersFor(ofPages(productionSite()), path)) {
      expect(place).toContain(`add_header ${name} "${value}" always;`);
    }
  }
  for (const quiet of ['access_log off;', 'log_not_found off;', 'error_log /var/log/nginx/error.log crit;']) {
    expect(text.split(quiet)).toHaveLength(3);
  }
});
