// Finds what is wrong with a web address in a site configuration. It only compares text and sends no request.

import { fault, type SiteFault } from './faults.ts';

// No literal address of IPv6: a content security policy cannot name one.
const ADDRESS = /^(https?):\/\/([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(:[1-9]\d{0,4})?((?:\/[\w.~!$&'()+,;=:@%-]+)*)(\/?)$/;
const LOOPBACK = /^(?:localhost|[a-z0-9-]+\.localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3})$/;

const SHAPES = {
  origin: ['an https origin, which has no path', 'http://127.0.0.1:8080'],
  base: ['an https address without a trailing slash', 'http://127.0.0.1:8080/fhir'],
  folder: ['an https address that ends in "/"', 'http://127.0.0.1:8080/'],
} as const;

/** What may follow the host: nothing, a path, or a path that ends in a slash. */
export type AddressShape = keyof typeof SHAPES;

// A browser must resolve an address to what was reviewed: "%2e%2e" climbs like "..", "10.1" is another host, and no
// port is above 65535.
const HIDDEN_DOTS = /\/(?:\.|%2e){1,2}(?:\/|$)/i;
const LAST_PORT = 65_535;

// A host whose last part is a number is one of IPv4, or no host at all
// (https://url.spec.whatwg.org/#ends-in-a-number-checker).
const NUMBER_LAST = /(?:^|\.)(?:\d+|0x[\da-f]*)$/;
const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;
const isOtherHost = (host: string): boolean => NUMBER_LAST.test(host) && !IPV4.test(host);

// What a person most likely wrote when an address does not fit, first match first.
const MISTAKES: readonly (readonly [mistake: RegExp, problem: string])[] = [
  [/\s/, 'has a blank or a line break'],
  [/\\/, 'has a backslash'],
  [/^(?!https?:\/\/)/, 'is not absolute: it does not begin with https:// in small letters'],
  [/^https?:\/\/[^/?#]*@/, 'names a user'],
  [/#/, 'has a hash'],
  [/\?/, 'has a query'],
  [/^https?:\/\/\[/, 'names an IPv6 address, which security headers cannot'],
  [/^https?:\/\/[^/]*[A-Z]/, 'has a host in capital letters'],
  [/^https?:\/\/[^/]*[^\x21-\x7e]/, 'has a host in other letters than a to z; browsers write such a host as xn--'],
  [/^https?:\/\/[^/]*:(?![1-9]\d{0,4}(?:\/|$))/, 'has a port that is not a number'],
  [/.\/\/.*\/\/|\/\/$/, 'has two slashes in a row'],
];

/** What is wrong with an address, or undefined. */
function addressProblem(address: string, shape: AddressShape, loopback: boolean): string | undefined {
  if (address.includes('*')) return 'a wildcard is never allowed';
  const parts = ADDRESS.exec(address);
  if (!parts) return MISTAKES.find(([mistake]) => mistake.test(address))?.[1] ?? 'is not a web address';
  const [, scheme = '', host = '', port = '', path = '', end = ''] = parts;
  if (/\/\.\.?(?:\/|$)/.test(path)) return 'has a dot segment';
  if (port === (scheme === 'https' ? ':443' : ':80')) return 'names the default port';
  if (scheme === 'http' && !(loopback && LOOPBACK.test(host))) return 'is http';
  if (loopback && !LOOPBACK.test(host)) return 'is not loopback while allowHttpLoopback is on';
  if (HIDDEN_DOTS.test(path) || Number(port.slice(1)) > LAST_PORT || isOtherHost(host))
    return 'is not written as browsers resolve it';
  if (shape === 'origin' && (path || end)) return 'has more than an origin';
  if (shape === 'base' && end) return 'ends in a slash';
  if (shape === 'folder' && !end) return 'does not end in a slash';
  // The path is copied into web server configuration, where other characters have a meaning.
  if (shape === 'folder' && !/^[\w.~/-]*$/.test(path))
    return 'has a path with marks other than letters, digits, - . _ ~';
  return undefined;
}

/** The fault of one address, if any. With `loopback`, only http or https on this machine is allowed. */
export function addressFaults(
  path: string,
  address: string,
  shape: AddressShape,
  loopback: boolean,
): readonly SiteFault[] {
  const problem = addressProblem(address, shape, loopback);
  if (!problem) return [];
  const [allowed, onLoopback] = SHAPES[shape];
  if (!loopback) return [fault(path, problem, allowed)];
  const [, key = '', nth] = /(\w+)(\.\d+)?$/.exec(path) ?? [];
  const local = JSON.stringify(onLoopback);
  const remedy = `${allowed}; with allowHttpLoopback, every address on loopback`;
  return [fault(path, problem, remedy, `"${key}": ${nth ? `[${local}]` : local}`)];
}
