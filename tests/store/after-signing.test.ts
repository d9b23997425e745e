// @vitest-environment happy-dom
// A signed note stays as it was signed. No later text may hide in a draft that is deleted once the note is found.
import { expect, test, vi } from 'vitest';
import type { Ehr, WriteEnd } from '../../src/ehr/port.ts';
import type { LostPart } from '../../src/interview/note/lost-part.ts';
import { entryId, instant, score } from '../support/interviews.ts';
import { fullNote } from '../support/notes.ts';
import { openPanel } from '../support/panel.tsx';

const AT = { form: 'observation', resourceId: '1' } as const;
const ENTRY = { kind: 'note', note: fullNote, filed: AT, standing: 'current', authors: [], ours: true } as const;
const form = { kind: 'form', form: 'observation', confirmed: true } as const;
const failed = { kind: 'failed' } as const;
const lost = { kind: 'timeout' } as const;

const ENDS: Readonly<Record<string, WriteEnd>> = {
  'was filed': { kind: 'filed', at: AT, entry: ENTRY, lost: [], unreached: [] },
  'was filed with loss': { kind: 'filed', at: AT, entry: ENTRY, lost: ['plan'], unreached: [] },
  'was taken and not read back': { kind: 'unverified', at: AT },
  'was accepted for later': { kind: 'accepted' },
  'may have been filed': { kind: 'unknown', why: lost },
};

async function signedPanel(fileNote: Ehr['fileNote'], over: Partial<Ehr> = {}) {
  const { store } = openPanel({
    ehr: {
      ...over,
      readDestination: async () => form,
      destination: () => form,
      nextForm: () => 'document',
      readContext: async () => ({ conditions: failed, medicines: failed, measures: failed, otherPatients: 0 }),
      fileNote,
      findNote: async () => ({ kind: 'unknown', why: lost }),
    },
  });
  await store.begin();
  store.dispatch({ kind: 'ruler-answered', ruler: 'importance', score: score(7) });
  const signing = store.filing.sign();
  return { store, signing, signed: store.interview.value };
}

const writesOn = ({ store }: Awaited<ReturnType<typeof signedPanel>>): void => {
  const talk = { side: 'change', strand: 'reason' } as const;
  store.dispatch({ kind: 'talk-marked', id: entryId('m'), at: instant('2026-11-22T15:31:00Z'), talk });
};

test.each(Object.entries(ENDS))('a note that %s can be neither edited nor undone', async (_name, end) => {
  const panel = await signedPanel(async () => end);
  await panel.signing;
  writesOn(panel);
  expect(panel.store.interview.value).toBe(panel.signed);
  panel.store.undo();
  expect(panel.store.interview.value).toBe(panel.signed);
});

test('a note on its way can be neither edited, undone nor discarded', async () => {
  const panel = await signedPanel(() => new Promise(() => undefined));
  writesOn(panel);
  expect(panel.store.interview.value).toBe(panel.signed);
  panel.store.undo();
  expect(panel.store.interview.value).toBe(panel.signed);
  await panel.store.beginAnother();
  expect(panel.store.interview.value).toBe(panel.signed);
});

test('a panel that is due to lock waits for a note on its way, in the first form and in the second', async () => {
  const sent: ((end: WriteEnd) => void)[] = [];
  const fileNote = () => new Promise<WriteEnd>((resolve) => sent.push(resolve));
  const { store, signing } = await signedPanel(fileNote, { isTooOld: () => true });
  const endsUnlocked = async (sending: Promise<void>, nth: number, lost: readonly LostPart[]): Promise<void> => {
    await vi.waitFor(() => expect(sent).toHaveLength(nth));
    store.idleLock.checkNow();
    expect(store.idleLock.state.value.kind).toBe('open');
    sent[nth - 1]?.({ kind: 'filed', at: AT, entry: ENTRY, lost, unreached: [] });
    await sending;
  };
  await endsUnlocked(signing, 1, ['plan']);
  await endsUnlocked(store.secondForm.file(), 2, []);
  store.idleLock.checkNow();
  expect(store.idleLock.state.value.kind).toBe('locked');
});

test('a note the chart refused can be edited and signed again', async () => {
  const panel = await signedPanel(async () => ({ kind: 'refused', why: { kind: 'notSupported' } }));
  await panel.signing;
  panel.store.dispatch({ kind: 'ruler-declined', ruler: 'readiness' });
  expect(panel.store.interview.value.evoke.rulers.readiness).toMatchObject({ kind: 'asked' });
});

test('a fault on the way ends in looking for the note, not in a panel that waits for ever', async () => {
  const panel = await signedPanel(async () => {
    throw new Error('A bug of ours');
  });
  await panel.signing;
  expect(panel.store.filing.state.value).toMatchObject({ kind: 'ended', end: { kind: 'unknown' } });
});

test('an error of our own while the second form is sent is an unknown end and not a wait without end', async () => {
  let calls = 0;
  const { store, signing } = await signedPanel(async () => {
    calls += 1;
    if (calls > 1) throw new Error('ours');
    return { kind: 'filed', at: AT, entry: ENTRY, lost: ['plan'], unreached: [] };
  });
  await signing;
  await store.secondForm.file();
  expect(store.secondForm.isBusy()).toBe(false);
  expect(store.secondForm.state.value).toMatchObject({ kind: 'settled', end: { kind: 'unknown' } });
});
