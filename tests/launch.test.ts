// @vitest-environment happy-dom
// The launch page as a clinician meets it: it goes on, or it says plainly why not.

import { expect, test, vi } from 'vitest';
import { siteBlock } from '../hosting/stamp.ts';
import type { Oddity } from '../mocks/auth/oddity.ts';
import type { Site } from '../src/site.ts';
import { launchMessage } from '../src/ui/messages/launch-messages.ts';
import { asked, ISS, playNetwork, site, startEhr, visit } from './ehr/round-trip.ts';

playNetwork();

/** Opens launch.html at an address, with a configuration stamped in as the build does, or a spoilt block of text. */
async function openPage(address: string, stamped: Site | string = site()): Promise<readonly string[]> {
  const block = document.createElement('script');
  const { attrs, children } = siteBlock(typeof stamped === 'string' ? site() : stamped);
  for (const [name, value] of Object.entries(attrs ?? {})) block.setAttribute(name, String(value));
  block.textContent = typeof stamped === 'string' ? stamped : String(children);
  document.body.append(block);
  visit(address);
  const went: string[] = [];
  vi.spyOn(location, 'replace').mockImplementation((to) => void went.push(String(to)));
  vi.resetModules();
  await import('../src/launch.ts');
  await vi.waitFor(() => {
    if (!went.length && !document.querySelector('[role=alert]')) throw new Error('nothing yet');
  });
  return went;
}

const page = () => document.querySelector('main')?.textContent ?? '';

test('goes to the sign-in page and shows nothing else', async () => {
  const went = await openPage(startEhr().launchUrl());
  expect(went).toHaveLength(1);
  expect(went[0]).toMatch(/^https:\/\/ehr\.example\/auth\/authorize\?/);
  expect(document.querySelector('[role=alert]')).toBeNull();
});

test('moves focus to the refusal and gives the three parts and the line of the site', async () => {
  await openPage('https://evoke.example/launch.html?iss=https%3A%2F%2Fevil.example&launch=x');
  const heading = document.querySelector('[role=alert] h1');
  const words = launchMessage({ kind: 'unknownEhr' });
  expect(document.activeElement).toBe(heading);
  expect(heading?.textContent).toBe(words.happened);
  for (const part of [words.safe, words.next, 'Call the desk']) expect(page()).toContain(part);
  expect(page()).not.toMatch(/evil|https?:/);
  expect(asked()).toEqual([]);
});

test('gives the line of the EHR that the launch names, if it has one', async () => {
  const own = site({ support: 'Call the south desk' });
  await openPage(startEhr({ discoveryStatus: 404 }).launchUrl(), own);
  expect(page()).toContain('Call the south desk');
  expect(page()).not.toContain('Call the desk');
});

test.each(['http://evoke.example:8080', 'https://old.example', 'https://evoke.example/folder'])(
  'at %s, which is not its address, it goes nowhere and says so',
  async (address) => {
    const { search } = new URL(startEhr().launchUrl());
    expect(await openPage(`${address}/launch.html${search}`)).toEqual([]);
    expect(page()).toContain(launchMessage({ kind: 'otherAddress' }).happened);
    expect(asked()).toEqual([]);
  },
);

test('over http from another machine, where browsers have no cryptography, it says so', async () => {
  vi.stubGlobal('crypto', {});
  await openPage(startEhr().launchUrl());
  expect(page()).toContain(launchMessage({ kind: 'insecurePage' }).happened);
});

test('offers to try again where the EHR did not answer', async () => {
  await openPage(startEhr({ discoveryStatus: 503 }).launchUrl());
  expect(page()).toContain('The EHR did not answer.');
  const reload = vi.spyOn(location, 'reload').mockImplementation(() => undefined);
  document.querySelector('button')?.click();
  expect(reload).toHaveBeenCalledOnce();
});

test('offers a new window, without an opener, where storage is blocked', async () => {
  const address = startEhr().launchUrl();
  vi.stubGlobal('sessionStorage', {
    setItem: () => {
      throw new DOMException('denied', 'SecurityError');
    },
  });
  await openPage(address);
  const link = document.querySelector('a');
  expect(link?.textContent).toBe('Open in a new window');
  expect(link?.rel).toContain('noopener');
  expect(link?.target).toBe('_blank');
  expect(new URL(link?.href ?? '').searchParams.get('iss')).toBe(ISS);
});

test.each(['not JSON', '', '{}', 'null', '{"schema":1}'])('refuses to start on the block %j', async (stamped) => {
  await openPage(startEhr().launchUrl(), stamped);
  expect(page()).toContain(launchMessage({ kind: 'badSiteConfiguration' }).happened);
  expect(asked()).toEqual([]);
});

test('refuses to start without a block', async () => {
  document.body.innerHTML = '<main></main>';
  await openPage('https://evoke.example/launch.html', '');
  expect(page()).toContain(launchMessage({ kind: 'badSiteConfiguration' }).happened);
});

const hostile: readonly (readonly [string, Oddity, Parameters<typeof launchMessage>[0]])[] = [
  [
    'a script for a sign-in page',
    { discovery: { authorization_endpoint: 'javascript:alert(1)' } },
    { kind: 'foreignEndpoint' },
  ],
  ['a stranger for the code', { discovery: { token_endpoint: 'https://evil.example/t' } }, { kind: 'foreignEndpoint' }],
  ['no PKCE', { discovery: { code_challenge_methods_supported: [] } }, { kind: 'weakServer' }],
  ['a page of markup', { discoveryText: '<img src=x onerror=alert(1)>' }, { kind: 'notSmart' }],
];
test.each(hostile)('meets %s with its own words and goes nowhere', async (_what, oddity, fault) => {
  const went = await openPage(startEhr(oddity).launchUrl());
  expect(went).toEqual([]);
  expect(page()).toContain(launchMessage(fault).happened);
  expect(document.querySelector('img')).toBeNull();
  expect({ ...sessionStorage }).toEqual({});
});

test('says nothing to the console, whatever happens', async () => {
  const spies = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) => vi.spyOn(console, name));
  await openPage(startEhr({ discoveryStatus: 500 }).launchUrl());
  for (const spy of spies) expect(spy).not.toHaveBeenCalled();
});
