import { IDBDatabase, IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import fc from 'fast-check';
import { createStore, entries, set } from 'idb-keyval';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { encodeDraft, FORMAT } from '../../src/drafts/codec.ts';
import { openDrafts, purgeExpired } from '../../src/drafts/open-drafts.ts';
import type { DraftOptions } from '../../src/drafts/port.ts';
import { deriveDraftKeys, seal } from '../../src/drafts/seal.ts';
import type { Attempt } from '../../src/interview/history/history.ts';
import { beginInterview, type Interview } from '../../src/interview/interview.ts';
import type { Binding } from '../../src/interview/visit.ts';
import { anyBinding, anyInstant, anyInterview, anyNoteId } from '../support/interview-arbitrary.ts';

const BINDING: Binding = {
  issuer: 'https://ehr.example/r4',
  tenant: 'clinic-north',
  patient: 'pat-4711',
  encounter: 'enc-0815',
  clinician: 'Practitioner/prac-7',
};
/** Drafts whose key costs no time. */
const opens = (binding: Binding, hours: number, options: DraftOptions = {}) =>
  openDrafts(binding, hours, { iterations: 10, ...options });
const keysOf = (binding: Binding) => deriveDraftKeys(binding, undefined, 10);
const HOUR = 3_600_000;
const NOON = Date.UTC(2026, 10, 22, 12);

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  // Each test plays several pages in one process. Locks are the matter of their own tests.
  vi.stubGlobal('navigator', {});
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const [blank] = fc
  .sample(fc.tuple(anyNoteId, anyInstant), { numRuns: 1, seed: 3 })
  .map(([id, at]) => beginInterview(id, at));
const [sent] = fc
  .sample(anyInstant, { numRuns: 1, seed: 3 })
  .map((when): Attempt => ({ at: when, forms: ['observation', 'document'] }));

/** An interview with these half-typed words. */
function saying(words: string): Interview {
  if (!blank) throw new Error('no interview');
  return { ...blank, evoke: { ...blank.evoke, loose: words } };
}

const at = (millis: number) => ({ now: () => millis });
const stored = () => entries<string, Record<string, unknown>>(createStore('evoke-drafts', 'drafts'));
const put = (id: string, value: unknown) => set(id, value, createStore('evoke-drafts', 'drafts'));

test('a draft is kept for the hours the site says, and opens after a reload', async () => {
  const kept = await opens(BINDING, 8, at(NOON)).keep(saying('for my kids'), undefined);
  expect(kept).toEqual({ ok: true, value: NOON + 8 * HOUR });
  const opened = await opens(BINDING, 8, at(NOON + HOUR)).open();
  expect(opened).toEqual({ ok: true, value: { interview: saying('for my kids'), keptUntil: NOON + 8 * HOUR } });
});

test('the moment a note left for the EHR, and the forms in which it left, are kept with it', async () => {
  await opens(BINDING, 8, at(NOON)).keep(saying('for my kids'), sent);
  expect(await opens(BINDING, 8, at(NOON)).open()).toMatchObject({ value: { attempted: sent } });
});

test('where nothing was kept there is nothing', async () => {
  expect(await opens(BINDING, 8).open()).toEqual({ ok: true, value: undefined });
});

test('any interview comes back from the device as it was', async () => {
  await fc.assert(
    fc.asyncProperty(anyInterview, anyBinding, async (interview, binding) => {
      vi.stubGlobal('indexedDB', new IDBFactory());
      await opens(binding, 8).keep(interview, undefined);
      expect(await opens(binding, 8).open()).toMatchObject({ ok: true, value: { interview } });
    }),
    { numRuns: 60 },
  );
});

test('a draft opens under its own four ties and under no others', async () => {
  await fc.assert(
    fc.asyncProperty(anyBinding, anyBinding, async (mine, theirs) => {
      fc.pre(JSON.stringify(mine) !== JSON.stringify(theirs));
      vi.stubGlobal('indexedDB', new IDBFactory());
      await opens(mine, 8).keep(saying('mine'), undefined);
      expect(await opens(theirs, 8).open()).toEqual({ ok: true, value: undefined });
      expect(await opens(mine, 8).open()).toMatchObject({ value: { interview: saying('mine') } });
    }),
  );
});

const { encounter: _encounter, ...noVisit } = BINDING;
const { clinician: _clinician, ...noUser } = BINDING;
const { tenant: _tenant, ...noTenant } = BINDING;
const STRANGERS: readonly (readonly [string, Binding])[] = [
  ['another patient', { ...BINDING, patient: 'pat-4712' }],
  ['another visit', { ...BINDING, encounter: 'enc-0816' }],
  ['no visit', noVisit],
  ['another clinician', { ...BINDING, clinician: 'Practitioner/prac-8' }],
  ['no clinician', noUser],
  ['another EHR', { ...BINDING, issuer: 'https://ehr.example/r4b' }],
  ['another tenant', { ...BINDING, tenant: 'clinic-south' }],
  ['no tenant', noTenant],
  ['values that only look the same side by side', { ...BINDING, patient: 'pat-4711","enc-0815' }],
];

test('another user whose reference is the same finds nothing: the subject of the sign-in is part of the key', async () => {
  await opens(BINDING, 8, { subject: 'sub-1' }).keep(saying('mine'), undefined);
  expect(await opens(BINDING, 8, { subject: 'sub-2' }).open()).toEqual({ ok: true, value: undefined });
  expect(await opens(BINDING, 8).open()).toEqual({ ok: true, value: undefined });
  expect(await opens(BINDING, 8, { subject: 'sub-1' }).open()).toMatchObject({ value: { interview: saying('mine') } });
});

test.each(STRANGERS)('%s finds nothing and disturbs nothing', async (_, binding) => {
  await opens(BINDING, 8).keep(saying('for my kids'), undefined);
  const theirs = opens(binding, 8);
  expect(await theirs.open()).toEqual({ ok: true, value: undefined });
  await theirs.keep(saying('theirs'), undefined);
  await theirs.delete();
  expect(await opens(BINDING, 8).open()).toMatchObject({ value: { interview: saying('for my kids') } });
});

test('without a named user nothing is kept: the next unnamed one at the same visit finds no words of another', async () => {
  const first = opens(noUser, 8);
  expect(await first.open()).toEqual({ ok: true, value: undefined });
  expect(await first.keep(saying('for my kids'), undefined)).toEqual({ ok: false, error: { kind: 'unnamed' } });
  expect(await stored()).toEqual([]);
  // As an earlier Evoke may have left it on this device.
  const left = {
    ...(await seal(keysOf(noUser), FORMAT, encodeDraft({ interview: saying('theirs'), savedAt: NOON }))),
    until: NOON + HOUR,
  };
  await put('left', left);
  expect(await opens(noUser, 8, at(NOON)).open()).toEqual({ ok: true, value: undefined });
});

/** Everything a value holds, bytes read as text in the ways text is stored. */
function readable(value: unknown): string {
  if (value instanceof ArrayBuffer) return readable(new Uint8Array(value));
  if (ArrayBuffer.isView(value)) {
    const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    return [bytes.toString('utf8'), bytes.toString('latin1'), bytes.toString('utf16le')].join('\n');
  }
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .flatMap(([key, each]) => [key, readable(each)])
    .join('\n');
}

test('storage holds no text of the note, the person or the user, and no key', async () => {
  await opens(BINDING, 8).keep(saying('I want to be there for my kids'), undefined);
  const records = await stored();
  const text = readable(records);
  for (const secret of ['kids', 'want', 'loose', 'evoke', ...Object.values(BINDING), blank?.id ?? '']) {
    expect(text).not.toContain(secret);
  }
  expect(records.map(([, record]) => Object.keys(record).toSorted())).toEqual([
    ['bytes', 'format', 'iv', 'salt', 'until'],
  ]);
  expect(records.map(([id]) => id)).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/)]);
});

test('the same words saved twice are sealed afresh in one record', async () => {
  const drafts = opens(BINDING, 8);
  await drafts.keep(saying('again'), undefined);
  const [first] = await stored();
  await drafts.keep(saying('again'), undefined);
  const records = await stored();
  expect(records).toHaveLength(1);
  expect(records[0]?.[0]).toBe(first?.[0]);
  expect(readable(records[0]?.[1].iv)).not.toBe(readable(first?.[1].iv));
  expect(readable(records[0]?.[1].bytes)).not.toBe(readable(first?.[1].bytes));
});

test('a record put under another format number does not open', async () => {
  await opens(BINDING, 8).keep(saying('for my kids'), undefined);
  const [[id, record] = ['', {}]] = await stored();
  await put(id, { ...record, format: FORMAT + 1 });
  expect(await opens(BINDING, 8).open()).toEqual({ ok: true, value: undefined });
});

test('a deleted draft is gone with its key, and the next one begins with another', async () => {
  const drafts = opens(BINDING, 8);
  await drafts.keep(saying('first'), undefined);
  const [[id] = ['']] = await stored();
  await drafts.delete();
  expect(await stored()).toEqual([]);
  await drafts.keep(saying('second'), undefined);
  expect((await stored()).map(([each]) => each)).not.toContain(id);
});

test('a save still under way does not outlive the deletion asked after it', async () => {
  const drafts = opens(BINDING, 8);
  await Promise.all([drafts.keep(saying('late'), undefined), drafts.delete()]);
  expect(await stored()).toEqual([]);
});

test('a reopened draft is saved in its own place and deleted there', async () => {
  await opens(BINDING, 8).keep(saying('before'), undefined);
  const again = opens(BINDING, 8);
  await again.open();
  await again.keep(saying('after'), undefined);
  expect(await stored()).toHaveLength(1);
  await again.delete();
  expect(await stored()).toEqual([]);
});

test('of two panels on one draft the last to save is the one that opens', async () => {
  await opens(BINDING, 8, at(NOON)).keep(saying('start'), undefined);
  const [left, right] = [opens(BINDING, 8, at(NOON + 1)), opens(BINDING, 8, at(NOON + 2))];
  await Promise.all([left.open(), right.open()]);
  await right.keep(saying('right'), undefined);
  await left.keep(saying('left'), undefined);
  expect(await stored()).toHaveLength(1);
  expect(await opens(BINDING, 8, at(NOON + 3)).open()).toMatchObject({ value: { interview: saying('left') } });
});

test('the later of two drafts of a visit opens, and the other is named and opens by its id', async () => {
  await opens(BINDING, 8, at(NOON + 2)).keep(saying('later'), undefined);
  await opens(BINDING, 8, at(NOON + 1)).keep(saying('earlier'), undefined);
  const next = opens(BINDING, 8, at(NOON + 3));
  expect(await next.open()).toMatchObject({ value: { interview: saying('later') } });
  const [other] = next.others();
  expect(next.others()).toHaveLength(1);
  expect(other).toMatchObject({ interview: saying('earlier'), savedAt: NOON + 1, isOpenElsewhere: false });
  expect(await next.open(other?.id)).toMatchObject({ value: { interview: saying('earlier') } });
  expect(next.others()).toMatchObject([{ interview: saying('later') }]);
  await next.delete();
  expect(await opens(BINDING, 8, at(NOON + 3)).open()).toMatchObject({ value: { interview: saying('later') } });
});

test('of two drafts of one visit the earlier opens after the later is deleted', async () => {
  await opens(BINDING, 8, at(NOON + 2)).keep(saying('later'), undefined);
  await opens(BINDING, 8, at(NOON + 1)).keep(saying('earlier'), undefined);
  const next = opens(BINDING, 8, at(NOON + 3));
  expect(await next.open()).toMatchObject({ value: { interview: saying('later') } });
  await next.delete();
  const last = opens(BINDING, 8, at(NOON + 3));
  expect(await last.open()).toMatchObject({ value: { interview: saying('earlier') } });
});

/** A record of this binding as a version of another format would leave it. */
async function leave(id: string, format: number, text: string): Promise<void> {
  await put(id, { ...(await seal(keysOf(BINDING), format, text)), until: NOON + HOUR });
}

test.each([
  ['of a newer version', FORMAT + 1, encodeDraft({ interview: saying('new'), savedAt: NOON })],
  ['with a damaged text', FORMAT, '{"interview":{'],
])('a draft %s is reported, never half-read, and left as it is', async (_, format, text) => {
  await leave('theirs', format, text);
  const before = await stored();
  const drafts = opens(BINDING, 8, at(NOON));
  expect(await drafts.open()).toEqual({ ok: false, error: { kind: 'unreadable' } });
  await drafts.keep(saying('mine'), undefined);
  expect((await stored()).find(([id]) => id === 'theirs')).toEqual(before[0]);
  expect(await opens(BINDING, 8, at(NOON)).open()).toMatchObject({ value: { interview: saying('mine') } });
});

test('an expired draft is said to be expired once, and is deleted', async () => {
  await opens(BINDING, 8, at(NOON)).keep(saying('old'), undefined);
  const late = at(NOON + 8 * HOUR);
  expect(await opens(BINDING, 8, late).open()).toEqual({ ok: false, error: { kind: 'expired' } });
  expect(await stored()).toEqual([]);
  expect(await opens(BINDING, 8, late).open()).toEqual({ ok: true, value: undefined });
});

test('expired drafts are deleted at the next launch of any clinician', async () => {
  await opens({ ...BINDING, patient: 'other' }, 1, at(NOON)).keep(saying('old'), undefined);
  await opens({ ...BINDING, patient: 'third' }, 8, at(NOON)).keep(saying('young'), undefined);
  await opens({ ...BINDING, clinician: 'Practitioner/prac-8' }, 8, at(NOON + HOUR)).open();
  expect(await stored()).toHaveLength(1);
});

test('the hourly look deletes what has expired and nothing else', async () => {
  await opens(BINDING, 1, at(NOON)).keep(saying('old'), undefined);
  await opens(BINDING, 2, at(NOON)).keep(saying('young'), undefined);
  await purgeExpired(NOON + HOUR);
  expect(await stored()).toHaveLength(1);
});

test('a clock that jumped back keeps no draft longer than a day', async () => {
  await opens(BINDING, 8, at(NOON + 1_000 * HOUR)).keep(saying('from the future'), undefined);
  expect(await opens(BINDING, 8, at(NOON)).open()).toMatchObject({ value: { keptUntil: NOON + 24 * HOUR } });
  expect((await stored())[0]?.[1].until).toBe(NOON + 24 * HOUR);
});

test('values that are not records are skipped and deleted', async () => {
  for (const [index, value] of [null, 7, 'text', {}, { until: 'soon' }, { format: 1 }].entries())
    await put(`${index}`, value);
  await put('half', { until: NOON + HOUR, format: FORMAT, salt: 'none' });
  const drafts = opens(BINDING, 8, { ...at(NOON), shredOnOtherUser: false });
  expect(await drafts.open()).toEqual({ ok: true, value: undefined });
  expect((await stored()).map(([id]) => id)).toEqual(['half']);
});

test("another user's drafts stay, unless the site asks for them to be deleted", async () => {
  await opens(BINDING, 8, { shredOnOtherUser: true }).keep(saying('mine'), undefined);
  await opens({ ...BINDING, patient: 'pat-2' }, 8, { shredOnOtherUser: true }).keep(saying('mine too'), undefined);
  const colleague = { ...BINDING, clinician: 'Practitioner/prac-8' };
  await opens(colleague, 8).open();
  expect(await stored()).toHaveLength(2);
  await opens(BINDING, 8, { shredOnOtherUser: true }).open();
  expect(await stored()).toHaveLength(2);
  await opens(colleague, 8, { shredOnOtherUser: true }).open();
  expect(await stored()).toHaveLength(0);
});

test('where the site keeps nothing, nothing reaches the device', async () => {
  expect(await opens(BINDING, 0).keep(saying('secret'), undefined)).toEqual({
    ok: false,
    error: { kind: 'site' },
  });
  expect(await stored()).toEqual([]);
});

test.each([
  [
    'throws',
    () => {
      throw new DOMException('denied', 'SecurityError');
    },
  ],
  [
    'ends in an error event',
    () => {
      const request = { error: new DOMException('denied', 'UnknownError'), onerror: () => {} };
      queueMicrotask(() => request.onerror());
      return request;
    },
  ],
  ['does not respond for three seconds', () => ({})],
])('storage whose opening %s is said to be blocked, at open and at every save', async (_, open) => {
  const { setTimeout: real } = globalThis;
  vi.stubGlobal('setTimeout', (run: () => void, ms: number) => real(run, ms === 3_000 ? 0 : ms));
  vi.stubGlobal('indexedDB', { open });
  const drafts = opens(BINDING, 8);
  const blocked = { ok: false, error: { kind: 'storageBlocked' } };
  expect(await drafts.open()).toEqual(blocked);
  expect(await drafts.keep(saying('on'), undefined)).toEqual(blocked);
  await expect(drafts.delete()).resolves.toBeUndefined();
  await expect(purgeExpired()).resolves.toBeUndefined();
});

test('a full device is reported as full, and the draft saved before stays', async () => {
  const drafts = opens(BINDING, 8);
  await drafts.keep(saying('before'), undefined);
  const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  expect(await drafts.keep(saying('after'), undefined)).toEqual({ ok: false, error: { kind: 'quota' } });
  full.mockRestore();
  expect(await opens(BINDING, 8).open()).toMatchObject({ value: { interview: saying('before') } });
});

test('a record that an earlier version stored together with its key is deleted', async () => {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt']);
  await put('old', { format: FORMAT, key, iv: new Uint8Array(12), bytes: new ArrayBuffer(4), until: NOON + HOUR });
  await opens(BINDING, 8, at(NOON)).open();
  expect(await stored()).toEqual([]);
});

/** Closes every connection to the drafts, without an event, as a browser may. */
async function closeConnections(act: () => Promise<unknown>): Promise<void> {
  const opened: IDBDatabase[] = [];
  const spy = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...args) {
    opened.push(this);
    spy.mockRestore();
    return this.transaction(...args);
  });
  await act();
  for (const connection of opened) connection.close();
}

test('a connection that was closed without an event is opened again, and nothing typed is lost', async () => {
  const drafts = opens(BINDING, 8);
  await closeConnections(() => drafts.keep(saying('before'), undefined));
  expect(await drafts.keep(saying('after'), undefined)).toMatchObject({ ok: true });
  expect(await opens(BINDING, 8).open()).toMatchObject({ value: { interview: saying('after') } });
});

test('a browser that forbids locks still opens and keeps drafts', async () => {
  const refuse = (): never => {
    throw new DOMException('denied', 'SecurityError');
  };
  vi.stubGlobal('navigator', {
    get locks() {
      return refuse();
    },
  });
  await opens(BINDING, 8).keep(saying('before'), undefined);
  expect(await opens(BINDING, 8).open()).toMatchObject({ value: { interview: saying('before') } });
});

/** Locks of one browser: one holder a name, and nobody waits. */
function lockManager() {
  const held = new Set<string>();
  return {
    query: async () => ({ held: [...held].map((name) => ({ name })) }),
    request: async (name: string, _options: object, work: () => Promise<void>) => {
      if (held.has(name)) throw new DOMException('waited in vain', 'TimeoutError');
      held.add(name);
      await work().finally(() => held.delete(name));
    },
  };
}

describe('with several panels of one browser', () => {
  beforeEach(() => {
    vi.stubGlobal('navigator', { locks: lockManager() });
  });

  test('a draft that another panel has open is left to it, and the next one opens', async () => {
    const first = opens(BINDING, 8, at(NOON));
    await first.keep(saying('theirs'), undefined);
    const second = opens(BINDING, 8, at(NOON + 1));
    expect(await second.open()).toEqual({ ok: false, error: { kind: 'openElsewhere' } });
    const released = new AbortController();
    const older = opens(BINDING, 8, { ...at(NOON - 1), release: released.signal });
    await older.keep(saying('older'), undefined);
    released.abort();
    const third = opens(BINDING, 8, at(NOON + 2));
    await vi.waitFor(async () => expect(await third.open()).toMatchObject({ value: { interview: saying('older') } }));
    expect(third.others()).toMatchObject([{ interview: saying('theirs'), isOpenElsewhere: true }]);
  });

  test('a panel whose sign-in ended releases its draft; what is typed there afterwards never replaces the new panel’s', async () => {
    const ended = new AbortController();
    const dead = opens(BINDING, 8, { ...at(NOON), release: ended.signal });
    await dead.keep(saying('typed before'), undefined);
    ended.abort();
    const living = opens(BINDING, 8, at(NOON + 1));
    await vi.waitFor(async () =>
      expect(await living.open()).toMatchObject({ value: { interview: saying('typed before') } }),
    );
    await dead.keep(saying('typed in the dead one'), undefined);
    await living.keep(saying('typed in the living one'), undefined);
    expect(await stored()).toHaveLength(2);
    await living.delete();
    await dead.keep(saying('typed on'), undefined);
    expect(await opens(BINDING, 8, at(NOON + 2)).open()).toMatchObject({ value: { interview: saying('typed on') } });
  });
});

/** Opens the drafts of a second panel, which waits for the first one's lock until `first` has done this. */
async function openMeanwhile(work: () => Promise<void>) {
  const { query, request } = lockManager();
  const waits = async (name: string, options: object, held: () => Promise<void>) => {
    vi.stubGlobal('navigator', { locks: { query, request } });
    await work();
    await request(name, options, held);
  };
  vi.stubGlobal('navigator', { locks: { query, request: waits } });
  return opens(BINDING, 8, at(NOON + 2)).open();
}

test('a draft that its panel filed and deleted while another waited for it is not opened', async () => {
  const first = opens(BINDING, 8, at(NOON));
  await first.keep(saying('filed by now'), undefined);
  expect(await openMeanwhile(first.delete)).toEqual({ ok: true, value: undefined });
});

test('what a panel wrote last while another waited for its draft is what the other one opens', async () => {
  const first = opens(BINDING, 8, at(NOON));
  await first.keep(saying('before'), undefined);
  const opened = await openMeanwhile(async () => void (await first.keep(saying('the last words'), undefined)));
  expect(opened).toMatchObject({ value: { interview: saying('the last words') } });
});

test('a draft that cannot be read again after its lock came is not overwritten', async () => {
  const first = opens(BINDING, 8, at(NOON));
  await first.keep(saying('for my kids'), undefined);
  const [before] = await stored();
  const { query, request } = lockManager();
  const waits = async (name: string, options: object, held: () => Promise<void>) => {
    vi.stubGlobal('navigator', { locks: { query, request } });
    vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementationOnce(() => {
      throw new DOMException('gone', 'UnknownError');
    });
    await request(name, options, held);
  };
  vi.stubGlobal('navigator', { locks: { query, request: waits } });
  const second = opens(BINDING, 8, at(NOON + 2));
  expect(await second.open()).toEqual({ ok: false, error: { kind: 'storageBlocked' } });
  await second.keep(saying('a new conversation'), undefined);
  expect(await stored()).toHaveLength(2);
  expect(await stored()).toContainEqual(before);
});
