// Writes a site for nginx that sends a build exactly as `npm run serve` does. Pure: it knows no file and starts nothing.
import type { Site } from '../src/site.ts';
import { headersFor, LEARN_PATH } from './headers.ts';
import { type Hosting, NEVER_SERVED } from './hosting.ts';

/** The folder of the build in the site file. An administrator changes only this path. */
export const NGINX_ROOT = '/srv/evoke';

/** The site file: one server, with TLS unless the site is on loopback. */
export function nginxSite(site: Site, hosting: Hosting): string {
  const { host, hostname, port, protocol } = new URL(site.app.baseUrl);
  const secure = protocol === 'https:';
  const listen = secure ? [`listen ${port || 443} ssl;`, ...TLS] : [`listen ${hostname}:${port || 80};`];
  return [
    '# Made by `npm run build` from the site configuration. Change that and build again; do not change the headers here.',
    `# Yours to set: where the build lies (${NGINX_ROOT})${secure ? ', and the two certificate files' : ''}.`,
    ...(secure ? plainServer(hostname, host) : []),
    'server {',
    ...indented([...listen, `server_name ${hostname};`, ...COMMON, '', ...locations(hosting)]),
    '}',
    '',
  ].join('\n');
}

const TLS: readonly string[] = [
  'ssl_certificate     /etc/ssl/evoke/fullchain.pem;',
  'ssl_certificate_key /etc/ssl/evoke/key.pem;',
  'ssl_protocols       TLSv1.2 TLSv1.3;',
  '# Only ciphers with forward secrecy. A ticket key that nginx keeps for long would undo it.',
  'ssl_ciphers         ECDHE+AESGCM:ECDHE+CHACHA20;',
  'ssl_session_tickets off;',
];

/** The file for grave errors of nginx. An administrator may change this path too. */
export const NGINX_ERROR_LOG = '/var/log/nginx/error.log';

// The error log would name the whole address of a page that is missing or refused.
const NO_LOG: readonly string[] = ['access_log off;', 'log_not_found off;', `error_log ${NGINX_ERROR_LOG} crit;`];
const NO_VERSION = 'server_tokens off;';

const COMMON: readonly string[] = [
  '',
  '# The addresses of a launch hold one-time codes: they are written to no log.',
  ...NO_LOG,
  NO_VERSION,
  'absolute_redirect off;',
  '',
  'types {',
  '  text/html       html;',
  '  text/css        css;',
  '  text/javascript js;',
  '  text/plain      txt;',
  '  image/svg+xml   svg;',
  '  font/woff2      woff2;',
  '}',
  'default_type application/octet-stream;',
  'charset utf-8;',
  'charset_types text/css text/javascript text/plain;',
  'gzip on;',
  'gzip_vary on;',
  'gzip_types text/css text/javascript image/svg+xml;',
];

const plainServer = (name: string, host: string): readonly string[] => [
  'server {',
  '  listen 80;',
  `  server_name ${name};`,
  ...indented([...NO_LOG, NO_VERSION]),
  `  return 301 https://${host}$request_uri;`,
  '}',
];

function locations(hosting: Hosting): readonly string[] {
  const { base } = hosting;
  const never = NEVER_SERVED.map((file) => file.replace('.', '\\.')).join('|');
  return [
    ...location(hosting, `~ ^${base.replaceAll('.', '\\.')}(?:${never})$`, ['return 404;'], '/'),
    ...location(hosting, `^~ ${base}assets/`, [`alias ${NGINX_ROOT}/assets/;`, READ_ONLY], '/assets/any'),
    ...location(hosting, `= ${base}learn.html`, [`alias ${NGINX_ROOT}/learn.html;`, READ_ONLY], LEARN_PATH),
    ...location(hosting, base, [`alias ${NGINX_ROOT}/;`, 'index index.html;', READ_ONLY], '/'),
    ...(base === '/' ? [] : location(hosting, '/', ['return 404;'], '/')),
    // A missing file is never cached, even under the address of an asset.
    'error_page 403 404 =404 @nothing;',
    ...location(hosting, '@nothing', ['return 404;'], '/'),
  ];
}

const READ_ONLY = 'limit_except GET { deny all; }';

// nginx uses only the headers of the innermost location, so every location repeats them all.
function location({ headers }: Hosting, match: string, does: readonly string[], path: string): readonly string[] {
  const lines = [...headersFor(headers, path)].map(
    ([name, value]) => `add_header ${name} "${quotable(value)}" always;`,
  );
  return [`location ${match} {`, ...indented([...does, ...lines]), '}'];
}

/** No header contains a character that nginx interprets. If that ever changes, no file is better than a wrong one. */
function quotable(value: string): string {
  if (/["\\$\n]/.test(value)) throw new Error('A header holds what nginx would take apart');
  return value;
}

const indented = (lines: readonly string[]): readonly string[] => lines.map((line) => (line === '' ? '' : `  ${line}`));
