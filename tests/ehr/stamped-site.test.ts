// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { siteBlock } from '../../hosting/stamp.ts';
import { readStampedSite } from '../../src/ehr/sign-in/stamped-site.ts';
import { testSite } from './site-fixture.ts';

const refused = { ok: false, error: { kind: 'badSiteConfiguration' } };

beforeEach(() => {
  const { tag, attrs, children } = siteBlock(testSite());
  const block = document.createElement(tag);
  for (const [name, value] of Object.entries(attrs ?? {})) block.setAttribute(name, String(value));
  block.textContent = String(children);
  document.head.replaceChildren(block);
});

test('reads the site the build stamped', async () => {
  expect(await readStampedSite()).toEqual({ ok: true, value: testSite() });
});

test('refuses a block that was edited after the build', async () => {
  const block = document.querySelector('#site');
  if (block) block.textContent = block.textContent.replace('"schema":1', '"schema": 1');
  expect(await readStampedSite()).toEqual(refused);
});

test.each(['id', 'data-digest'])('refuses a block without its %s', async (name) => {
  document.querySelector('#site')?.removeAttribute(name);
  expect(await readStampedSite()).toEqual(refused);
});
