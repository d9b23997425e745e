// Makes the security headers of a site from its configuration alone. Pure: it knows no server and no file.
// Source: docs/design/sign-in-and-security.md, "Headers".
import type { EhrEntry, Site } from '../src/site.ts';
import type { InlineCode } from './inline-code.ts';

/**
 * One header for the paths that a pattern covers. `*` matches anything. If two rules set one name, the later rule wins.
 */
export type HeaderRule = { readonly pattern: string; readonly name: string; readonly value: string };

// Features that current browsers know. An unknown name makes a browser log a warning on every page.
const OFF = [
  'accelerometer',
  'autoplay',
  'camera',
  'clipboard-read',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'keyboard-map',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'otp-credentials',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'sync-xhr',
  'usb',
  'window-management',
  'xr-spatial-tracking',
];

/** The one page that a browser caches. */
export const LEARN_PATH = '/learn.html';
/** Four weeks: a new version reaches everybody within that time. */
const LEARN_SECONDS = 28 * 86_400;

const NO_CODE: InlineCode = { scripts: [], styles: [] };

/**
 * Every header of the site's pages and assets, in order. `code` lists the inline code of its pages. All pages share one
 * policy. A host may answer paths other than these, such as `/launch` for `/launch.html`, and then still sends the
 * policy.
 */
export function siteHeaders(site: Site, code: InlineCode = NO_CODE): readonly HeaderRule[] {
  const everywhere = (name: string, value: string): HeaderRule => ({ pattern: '/*', name, value });
  // A browser that once saw HSTS for loopback would refuse every other http project on the same machine.
  // Without subdomains: Evoke may be one folder of a host whose other names still speak http.
  const transport = site.allowHttpLoopback ? [] : [everywhere('Strict-Transport-Security', 'max-age=63072000')];
  return [
    everywhere('Content-Security-Policy', contentSecurityPolicy(site, code)),
    everywhere('Referrer-Policy', 'no-referrer'),
    everywhere('X-Content-Type-Options', 'nosniff'),
    everywhere('Permissions-Policy', [...OFF.map((feature) => `${feature}=()`), 'clipboard-write=(self)'].join(', ')),
    everywhere('Cross-Origin-Opener-Policy', 'same-origin-allow-popups'),
    everywhere('Cross-Origin-Resource-Policy', 'same-origin'),
    ...transport,
    everywhere('Cache-Control', 'no-store'),
    // Learn works offline after one visit and has no patient data (docs/decisions/0032).
    { pattern: LEARN_PATH, name: 'Cache-Control', value: `private, max-age=${LEARN_SECONDS}` },
    // Asset names contain a hash of the content, so the content of a name never changes.
    { pattern: '/assets/*', name: 'Cache-Control', value: 'public, max-age=31536000, immutable' },
  ];
}

function contentSecurityPolicy(site: Site, { scripts, styles }: InlineCode): string {
  const frames = unique(site.ehrs.flatMap((entry) => entry.frameAncestors));
  const directives = [
    // Firefox applies this to the launch page's prefetch. Every other kind of request has a directive of its own.
    "default-src 'self'",
    ["script-src 'self'", ...unique(scripts)].join(' '),
    ["style-src 'self'", ...styles].join(' '),
    "img-src 'self'",
    "font-src 'self'",
    ["connect-src 'self'", ...unique(site.ehrs.flatMap(ehrOrigins))].join(' '),
    ...['frame-src', 'child-src', 'worker-src', 'manifest-src', 'media-src'].map((name) => `${name} 'none'`),
    "form-action 'none'",
    "base-uri 'none'",
    "object-src 'none'",
    `frame-ancestors ${frames.length === 0 ? "'none'" : frames.join(' ')}`,
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    ...(site.allowHttpLoopback ? [] : ['upgrade-insecure-requests']),
  ];
  return directives.join('; ');
}

const ehrOrigins = (entry: EhrEntry): readonly string[] => [new URL(entry.iss).origin, ...entry.authOrigins];

const unique = (items: readonly string[]): readonly string[] => [...new Set(items)];

/** The headers for one path, which begins with "/". */
export function headersFor(rules: readonly HeaderRule[], path: string): ReadonlyMap<string, string> {
  return new Map(rules.filter(({ pattern }) => covers(pattern, path)).map(({ name, value }) => [name, value]));
}

function covers(pattern: string, path: string): boolean {
  const [start = '', end = ''] = pattern.split('*');
  return path.startsWith(start) && path.endsWith(end) && path.length >= start.length + end.length;
}
