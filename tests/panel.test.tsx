// @vitest-environment happy-dom
// The panel as it is put together: drafts of the visit are offered, and an ended sign-in releases its draft.

import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openDrafts } from '../src/drafts/open-drafts.ts';
import type { Ehr } from '../src/ehr/port.ts';
import { readInstant, readNoteId } from '../src/interview/ids.ts';
import { beginInterview, type Interview } from '../src/interview/interview.ts';
import { openPanel, refuse } from '../src/panel.tsx';
import { arrive, playNetwork, site, startSandbox } from './ehr/round-trip.ts';
import { playLocks } from './support/locks.ts';

playNetwork();
let page: HTMLElement;
let locked: AbortController;
beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  page = document.body.appendChild(document.createElement('div'));
  locked = new AbortController();
});
afterEach(() => {
  render(null, page);
  locked.abort();
});

function saying(firstStep: string): Interview {
  const [id, at] = [readNoteId(crypto.randomUUID()), readInstant('2026-11-28T09:00:00+00:00')];
  if (!id.ok || !at.ok) throw new Error('no interview');
  const begun = beginInterview(id.value, at.value);
  return { ...begun, plan: { ...begun.plan, firstStep } };
}

async function launched(): Promise<Ehr> {
  const ehr = await arrive(await startSandbox());
  if (!ehr.ok) throw new Error(ehr.error.kind);
  return ehr.value;
}

const draftsOf = ({ context }: Ehr, now = Date.now()) =>
  openDrafts(context.binding, 8, { subject: context.subject, now: () => now });

async function opens(ehr: Ehr): Promise<void> {
  const [entry] = site().ehrs;
  if (!entry) throw new Error('no entry');
  await openPanel({ ehr, site: site(), entry, locked }, page);
}

/** Waits long enough for a busy machine. */
const arrives = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 10_000 });
const texts = () => [...page.querySelectorAll('textarea')].map(({ value }) => value);

test('the newest draft of the visit opens; the other one is named and opens at a press', async () => {
  const ehr = await launched();
  await draftsOf(ehr, Date.now() - 60_000).keep(saying('Words of the first window'), undefined);
  await draftsOf(ehr).keep(saying('Words of the second window'), undefined);
  await opens(ehr);
  await arrives(() => expect(texts()).toContain('Words of the second window'));
  await arrives(() => expect(page.textContent).toMatch(/Another unfinished note from this visit, last changed/));
  const button = [...page.querySelectorAll('button')].find(({ textContent }) => textContent === 'Open that note');
  button?.click();
  await arrives(() => expect(texts()).toContain('Words of the first window'));
  await arrives(() => expect(page.textContent).toMatch(/Another unfinished note from this visit, last changed/));
  expect(texts()).not.toContain('Words of the second window');
});

test('a device that takes long to open another draft leaves the clinician with words', async () => {
  const ehr = await launched();
  await draftsOf(ehr, Date.now() - 60_000).keep(saying('Words of the first window'), undefined);
  await draftsOf(ehr).keep(saying('Words of the second window'), undefined);
  await opens(ehr);
  await arrives(() => expect(page.textContent).toContain('Open that note'));
  const hang = vi.spyOn(IDBObjectStore.prototype, 'getAll').mockReturnValue({} as IDBRequest);
  [...page.querySelectorAll('button')].find(({ textContent }) => textContent === 'Open that note')?.click();
  await arrives(() => expect(hang).toHaveBeenCalled());
  expect(page.textContent).toBe('Opening Evoke');
  hang.mockRestore();
  await arrives(() => expect(texts()).toContain('Words of the second window'));
  expect(page.textContent).not.toContain('Opening Evoke');
});

test('words that the device has no room for stay on the screen when another draft is asked for', async () => {
  const ehr = await launched();
  await draftsOf(ehr, Date.now() - 60_000).keep(saying('Words of the first window'), undefined);
  await draftsOf(ehr).keep(saying('Words of the second window'), undefined);
  await opens(ehr);
  await arrives(() => expect(texts()).toContain('Words of the second window'));
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('No room', 'QuotaExceededError');
  });
  const area = [...page.querySelectorAll('textarea')].find(({ value }) => value === 'Words of the second window');
  if (!area) throw new Error('no text area');
  area.value = 'Typed since';
  area.dispatchEvent(new Event('input', { bubbles: true }));
  await arrives(() => expect(page.textContent).toContain('Open that note'));
  [...page.querySelectorAll('button')].find(({ textContent }) => textContent === 'Open that note')?.click();
  await arrives(() =>
    expect(page.textContent).toContain('It cannot be opened now: this device has no copy of what you typed here.'),
  );
  expect(texts()).toContain('Typed since');
});

test('a panel whose sign-in ended releases its draft', async () => {
  const browser = playLocks();
  vi.stubGlobal('navigator', { onLine: true, ...browser.navigator });
  const ehr = await launched();
  await draftsOf(ehr).keep(saying('Typed before'), undefined);
  browser.closePages();
  await opens(ehr);
  ehr.signOut();
  document.dispatchEvent(new Event('visibilitychange'));
  const next = await draftsOf(ehr).open();
  expect(next).toMatchObject({ value: { interview: { plan: { firstStep: 'Typed before' } } } });
});

test('an error of our own while reading leaves the panel as it is', async () => {
  const ehr = await launched();
  await draftsOf(ehr).keep(saying('Typed before'), undefined);
  const listNotes = async (): Promise<never> => {
    throw new RangeError('Maximum call stack size exceeded');
  };
  await opens({ ...ehr, listNotes });
  await arrives(() => expect(texts()).toContain('Typed before'));
  await arrives(() => expect(page.textContent).toMatch(/Earlier notes could not be read/));
});

test('a refused launch deletes the drafts whose time is over', async () => {
  const ehr = await launched();
  const yesterday = Date.now() - 86_400_000;
  await draftsOf(ehr, yesterday).keep(saying('Words of yesterday'), undefined);
  await refuse({ kind: 'unknownEhr' }, '', page);
  await arrives(() => expect(page.textContent).toMatch(/not set up for Evoke/));
  await vi.waitFor(async () => expect(await draftsOf(ehr, yesterday).open()).toEqual({ ok: true, value: undefined }));
});
