// @vitest-environment happy-dom
// Several tabs of one browser: one holds a sign-in, one sends a note, and each says when another patient is open.

import { expect, test, vi } from 'vitest';
import { namedFault } from '../../mocks/named-faults.ts';
import type { Ehr } from '../../src/ehr/port.ts';
import { readNoteId } from '../../src/interview/ids.ts';
import type { Person } from '../../src/interview/visit.ts';
import { made } from '../support/arbitraries.ts';
import { playLocks } from '../support/locks.ts';
import { fullNote } from '../support/notes.ts';
import { begin, beginIn, changing, sends, sureOf } from './changing.ts';
import { arrive, asked, ISS, load, playNetwork, site, startSandbox } from './round-trip.ts';

playNetwork();

const note = { ...fullNote, also: [] };
const signal = () => new AbortController().signal;
const creates = () => asked().filter((one) => one.method === 'POST' && one.url === `${ISS}/Observation`);

/** The browser's locks from here on. `navigator` keeps everything else. */
function withLocks() {
  const browser = playLocks();
  vi.stubGlobal('navigator', { onLine: true, ...browser.navigator });
  return browser;
}

async function openTab(sandbox: Awaited<ReturnType<typeof startSandbox>>, over: { patientId?: string } = {}) {
  const settings = site({
    write: { ...site().ehrs[0]?.write, order: ['Observation'], conditionalCreate: 'never' } as never,
  });
  const ehr = await arrive(sandbox, settings, over);
  if (!ehr.ok) throw new Error(ehr.error.kind);
  const person = await ehr.value.readPerson(signal());
  if (!person.ok) throw new Error(person.error.kind);
  return { ehr: ehr.value, person: person.value };
}

const sign = ({ ehr, person }: { ehr: Ehr; person: Person }) =>
  ehr.fileNote({ note, person, form: 'observation', draftBinding: ehr.context.binding }, () => undefined, signal());

/** Resolves when this, or anything, was said on a channel of this browser. */
function channelSays(name: string, wanted?: string): Promise<void> {
  const spy = new BroadcastChannel(name);
  return new Promise((resolve) => {
    spy.addEventListener('message', ({ data }) => {
      if (wanted !== undefined && data !== wanted) return;
      spy.close();
      resolve();
    });
  });
}

test('two panels that correct one document at once replace it once, and the second one shows the correction', async () => {
  withLocks();
  const sandbox = await startSandbox();
  const benches = [await beginIn(sandbox), await beginIn(sandbox)] as const;
  const filed = await benches[0].files('document');
  const { change } = await benches[0].rights(filed);
  const ends = await Promise.all(
    benches.map((bench, place) => {
      const correction = changing(bench, filed, change, { edit: sureOf(place) });
      const id = made(readNoteId(`${place + 1}1111111-2222-4333-8444-555555555555`));
      return sends(bench, { ...correction, note: { ...correction.note, id } });
    }),
  );
  expect(ends.map(({ kind }) => kind)).toEqual(['filed', 'conflict']);
  expect(sandbox.store.all('DocumentReference')).toHaveLength(2);
});

test('a change that waits for another window can be aborted, and sends nothing', async () => {
  const { navigator: browser } = withLocks();
  const bench = await begin();
  const filed = await bench.files('observation');
  let letGo = (): void => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  void browser.locks.request(`evoke.note.${filed.note.id}.change`, () => held);
  const { change } = await bench.rights(filed);
  const aborting = new AbortController();
  const end = bench.ehr.changeNote(changing(bench, filed, change), () => undefined, aborting.signal);
  aborting.abort();
  expect(await end).toEqual({ kind: 'unsent', why: { kind: 'guardStopped', where: 'other-window' } });
  letGo();
  expect(asked().filter(({ method }) => method === 'PUT')).toEqual([]);
  expect(await sends(bench, changing(bench, filed, change))).toMatchObject({ kind: 'filed' });
});

test('two panels that sign the same note at once file it once, without a condition on the create', async () => {
  withLocks();
  const sandbox = await startSandbox();
  const tabs = [await openTab(sandbox), await openTab(sandbox)];
  const ends = await Promise.all(tabs.map(sign));
  expect(ends.map(({ kind }) => kind)).toEqual(['filed', 'filed']);
  expect(creates()).toHaveLength(1);
  expect(sandbox.store.all('Observation')).toHaveLength(1);
});

test('a panel that signs what another has filed long since finds it', async () => {
  withLocks();
  const sandbox = await startSandbox();
  const [first, second] = [await openTab(sandbox), await openTab(sandbox)];
  // Both panels have asked for their notes, so that they listen to each other.
  await Promise.all([first, second].map(({ ehr }) => ehr.listNotes(signal())));
  const told = channelSays('evoke.notes');
  expect(await sign(first)).toMatchObject({ kind: 'filed' });
  await told;
  expect(await sign(second)).toMatchObject({ kind: 'filed' });
  expect(creates()).toHaveLength(1);
});

test('a panel that cannot find out whether another filed it sends nothing', async () => {
  withLocks();
  const sandbox = await startSandbox();
  const [first, second] = [await openTab(sandbox), await openTab(sandbox)];
  await Promise.all([first, second].map(({ ehr }) => ehr.listNotes(signal())));
  sandbox.faults.set(namedFault('search-500'));
  const ends = await Promise.all([sign(first), sign(second)]);
  expect(ends.map(({ kind }) => kind).toSorted()).toEqual(['unknown', 'unverified']);
  expect(creates()).toHaveLength(1);
});

test('two presses in one panel file once', async () => {
  const tab = await openTab(await startSandbox());
  expect((await Promise.all([sign(tab), sign(tab)])).map(({ kind }) => kind)).toEqual(['filed', 'filed']);
  expect(creates()).toHaveLength(1);
});

const reloads = site({ tokenStore: 'session' });

test('a duplicated tab asks to be opened from the chart, and the first one goes on', async () => {
  withLocks();
  const sandbox = await startSandbox();
  const first = await arrive(sandbox, reloads);
  expect(await load(reloads)).toEqual({ ok: false, error: { kind: 'heldElsewhere' } });
  expect(first.ok && (await first.value.readPerson(signal())).ok).toBe(true);
});

test('a reloaded tab goes on with its own sign-in', async () => {
  const browser = withLocks();
  const sandbox = await startSandbox();
  await arrive(sandbox, reloads);
  browser.closePages();
  expect((await load(reloads)).ok).toBe(true);
});

/** What a panel hears of the others until the test ends. */
function listen({ ehr }: { ehr: Ehr }) {
  const heard = { another: false };
  const stop = ehr.watchPanels((another) => {
    heard.another = another;
  });
  return { heard, stop };
}

test('two panels with two patients each say so, until one is closed', async () => {
  const sandbox = await startSandbox();
  const pat = listen(await openTab(sandbox));
  const other = listen(await openTab(sandbox, { patientId: 'other' }));
  await vi.waitFor(() => expect([pat.heard.another, other.heard.another]).toEqual([true, true]));
  other.stop();
  await vi.waitFor(() => expect(pat.heard.another).toBe(false));
  pat.stop();
});

test('two panels with one patient have nothing to say', async () => {
  const sandbox = await startSandbox();
  const tabs = [listen(await openTab(sandbox)), listen(await openTab(sandbox))];
  const third = listen(await openTab(sandbox, { patientId: 'other' }));
  await vi.waitFor(() => expect(tabs.map(({ heard }) => heard.another)).toEqual([true, true]));
  third.stop();
  await vi.waitFor(() => expect(tabs.map(({ heard }) => heard.another)).toEqual([false, false]));
  for (const { stop } of tabs) stop();
});

/** Everything that was said on the panels' channel, byte for byte, until the test ends. */
function overhear() {
  const said: Readonly<Record<string, unknown>>[] = [];
  const spy = new BroadcastChannel('evoke.panels');
  spy.addEventListener('message', ({ data }) => said.push(data));
  return { said, close: () => spy.close() };
}

const partsOf = (told: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.values(told).map((part) => (ArrayBuffer.isView(part) ? Buffer.from(part.buffer).toString('hex') : `${part}`));

test('panels tell each other no name and no id', async () => {
  const { said, close } = overhear();
  const { stop } = listen(await openTab(await startSandbox()));
  await vi.waitFor(() => expect(said.length).toBeGreaterThan(0));
  stop();
  close();
  expect(said.flatMap(partsOf).join()).not.toMatch(/\bpat\b|Proto|nunez|visit|ehr\.example/i);
});

test('two panels of one patient say nothing alike', async () => {
  const { said, close } = overhear();
  const sandbox = await startSandbox();
  const tabs = [await openTab(sandbox), await openTab(sandbox)].map(listen);
  await vi.waitFor(() => expect(new Set(said.map(({ key }) => key)).size).toBe(2));
  for (const { stop } of tabs) stop();
  close();
  const digests = said.filter(({ digest }) => digest !== undefined);
  expect(new Set(digests.map(({ key, digest }) => `${key} ${digest}`)).size).toBe(2);
  expect(new Set(digests.map(({ digest }) => digest)).size).toBe(2);
});

/** A panel on a clock that the test moves, and another page of this browser that posts as a panel does. */
async function besideAnother() {
  const tab = await openTab(await startSandbox());
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
  const { said, close } = overhear();
  const { heard, stop } = listen(tab);
  const channel = new BroadcastChannel('evoke.panels');
  const spoken = () => said.filter(({ key }) => key !== 'other').length;
  await vi.waitFor(() => expect(spoken()).toBe(1));
  return {
    ...{ heard, spoken },
    posts: (): void => channel.postMessage({ key: 'other', digest: 'of another patient' }),
    closes: (): void => {
      for (const end of [stop, close, () => channel.close()]) end();
    },
  };
}

test('a hidden panel, whose browser lets it post once a minute, is not forgotten between two posts', async () => {
  const { heard, posts, closes } = await besideAnother();
  posts();
  await vi.waitFor(() => expect(heard.another).toBe(true));
  vi.advanceTimersByTime(125_000);
  expect(heard.another).toBe(true);
  vi.advanceTimersByTime(45_000);
  expect(heard.another).toBe(false);
  closes();
});

test('a panel that has been quiet for a while answers one that it knows', async () => {
  const { spoken, posts, closes } = await besideAnother();
  posts();
  await vi.waitFor(() => expect(spoken()).toBe(2));
  vi.advanceTimersByTime(12_000);
  posts();
  await vi.waitFor(() => expect(spoken()).toBe(3));
  closes();
});

test('invalid messages report nothing and stop nothing', async () => {
  const sandbox = await startSandbox();
  const channel = new BroadcastChannel('evoke.panels');
  const watches = channelSays('evoke.panels');
  const pat = listen(await openTab(sandbox));
  await watches;
  const arrived = channelSays('evoke.panels', 'the last');
  for (const data of [null, 'who', {}, { key: 7, digest: 'x' }, { digest: 'x' }, 'the last']) channel.postMessage(data);
  await arrived;
  expect(pat.heard.another).toBe(false);
  const other = listen(await openTab(sandbox, { patientId: 'other' }));
  await vi.waitFor(() => expect([pat.heard.another, other.heard.another]).toEqual([true, true]));
  for (const { stop } of [pat, other]) stop();
  channel.close();
});

test('a browser that forbids channels to this page reports nothing, and the panel goes on', async () => {
  vi.stubGlobal(
    'BroadcastChannel',
    class {
      constructor() {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      }
    },
  );
  const { heard, stop } = listen(await openTab(await startSandbox()));
  await new Promise((resolve) => setTimeout(resolve));
  expect(heard.another).toBe(false);
  stop();
});

test('panels find each other where the browser keeps nothing', async () => {
  vi.stubGlobal('indexedDB', undefined);
  const sandbox = await startSandbox();
  const tabs = [listen(await openTab(sandbox)), listen(await openTab(sandbox, { patientId: 'other' }))];
  await vi.waitFor(() => expect(tabs.map(({ heard }) => heard.another)).toEqual([true, true]));
  for (const { stop } of tabs) stop();
});
