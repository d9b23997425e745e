// The headers of a site, byte for byte, and which of them a path gets.
import { expect, test } from 'vitest';
import { headersFor, siteHeaders } from '../../hosting/headers.ts';
import { loopbackSite, productionSite } from './sites.ts';

const headerOf = (site: Parameters<typeof siteHeaders>[0], name: string, path = '/index.html') =>
  headersFor(siteHeaders(site), path).get(name);

test('names the EHRs of a production site and no others in its content security policy', () => {
  expect(headerOf(productionSite(), 'Content-Security-Policy')).toBe(
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; " +
      "connect-src 'self' https://fhir.north.example https://login.north.example https://fhir.south.example:8443; " +
      "frame-src 'none'; child-src 'none'; worker-src 'none'; manifest-src 'none'; media-src 'none'; " +
      "form-action 'none'; base-uri 'none'; object-src 'none'; " +
      'frame-ancestors https://chart.north.example https://chart.south.example; ' +
      "require-trusted-types-for 'script'; trusted-types 'none'; upgrade-insecure-requests",
  );
});

test('sends everything else a production site needs', () => {
  const headers = headersFor(siteHeaders(productionSite()), '/launch.html');
  expect([...headers].filter(([name]) => !/^(Content-Security|Permissions)-Policy$/.test(name))).toEqual([
    ['Referrer-Policy', 'no-referrer'],
    ['X-Content-Type-Options', 'nosniff'],
    ['Cross-Origin-Opener-Policy', 'same-origin-allow-popups'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    ['Strict-Transport-Security', 'max-age=63072000'],
    ['Cache-Control', 'no-store'],
  ]);
});

test('requires no https on loopback', () => {
  expect(headerOf(loopbackSite(), 'Content-Security-Policy')).toBe(
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; " +
      "connect-src 'self' http://127.0.0.1:5174; " +
      "frame-src 'none'; child-src 'none'; worker-src 'none'; manifest-src 'none'; media-src 'none'; " +
      "form-action 'none'; base-uri 'none'; object-src 'none'; " +
      "frame-ancestors http://127.0.0.1:5174; require-trusted-types-for 'script'; trusted-types 'none'",
  );
  expect(headerOf(loopbackSite(), 'Strict-Transport-Security')).toBeUndefined();
});

test('lets nobody frame a site whose EHRs name no frame', () => {
  const site = productionSite();
  const alone = { ...site, ehrs: site.ehrs.map((entry) => ({ ...entry, frameAncestors: [] })) };
  expect(headerOf(alone, 'Content-Security-Policy')).toContain("; frame-ancestors 'none';");
});

test('never sends X-Frame-Options, which cannot name an EHR', () => {
  expect(siteHeaders(productionSite()).map(({ name }) => name.toLowerCase())).not.toContain('x-frame-options');
});

test('turns every browser feature off but writing to the clipboard', () => {
  const features = (headerOf(productionSite(), 'Permissions-Policy') ?? '').split(', ');
  expect(features.filter((feature) => !feature.endsWith('=()'))).toEqual(['clipboard-write=(self)']);
  expect(features).toEqual(
    expect.arrayContaining(['camera=()', 'microphone=()', 'geolocation=()', 'window-management=()']),
  );
});

test.each([
  ['/assets/index-abc.js', 'public, max-age=31536000, immutable'],
  ['/index.html', 'no-store'],
  ['/launch.html', 'no-store'],
  ['/', 'no-store'],
  ['/learn.html', 'private, max-age=2419200'],
  ['/icon.svg', 'no-store'],
  ['/other/assets/x.js', 'no-store'],
])('lets %s be kept: %s', (path, value) => {
  expect(headerOf(loopbackSite(), 'Cache-Control', path)).toBe(value);
});
