// The stores behind the parts, each brought to its state by a clinician's actions. Draws nothing.

import type { WriteEnd } from '../src/ehr/port.ts';
import { err, ok } from '../src/lib/result.ts';
import type { Store } from '../src/store/store.ts';
import { CHANGES } from './changing.ts';
import { ENDS, FETCH_FAULTS, LONG, PAT, score } from './data.ts';
import { type KitChart, openStore } from './store.ts';

/** A store and the name of its state. */
export interface Named {
  readonly name: string;
  readonly store: Store;
}

/** A signature that ended, and its result. */
export interface Signed extends Named {
  readonly end: WriteEnd;
}

/** All of them. */
export interface Shelves {
  readonly talk: Store;
  readonly patients: readonly Named[];
  readonly lines: readonly Named[];
  readonly signed: readonly Signed[];
  readonly changes: readonly Named[];
}

function mark(
  store: Store,
  side: 'change' | 'sustain',
  strand: 'reason' | 'ability' | 'activation',
  text?: string,
): void {
  store.capture.mark({ side, strand });
  if (text !== undefined) store.capture.type(text);
  store.capture.rest();
}

/** An interview with a number, quotes on both sides, some of them long, and a mark without words. */
export function talks(store: Store): void {
  store.dispatch({ kind: 'ruler-answered', ruler: 'importance', score: score(7) });
  mark(store, 'change', 'reason', 'My liver tests scared me');
  mark(store, 'sustain', 'ability', LONG);
  mark(store, 'change', 'activation');
}

async function talked(chart: KitChart): Promise<Store> {
  const store = await openStore(chart);
  talks(store);
  await store.interviewDraft.flush();
  return store;
}

async function signed(end: WriteEnd): Promise<Signed> {
  const store = await talked({ ends: end, keepsUntil: Date.now() + 3_600_000 });
  store.openReview();
  await store.filing.sign();
  return { name: `signed: ${end.kind}`, store, end };
}

const named = async (name: string, store: Promise<Store>): Promise<Named> => ({ name, store: await store });

async function sending(): Promise<Store> {
  const store = await talked({});
  void store.filing.sign();
  return store;
}

/** Makes every store. */
export async function openShelves(): Promise<Shelves> {
  const person = (over: object) => openStore({ person: async () => ok({ ...PAT, ...over }) });
  return {
    talk: await talked({}),
    patients: await Promise.all([
      named('read', openStore()),
      named(
        'with a preferred name and a long one',
        person({ family: `Featherstonehaugh-${LONG}`, preferred: 'Malena' }),
      ),
      named('deceased', person({ deceased: true })),
      named('without a birth date', person({ birthDate: undefined })),
      named('not readable', openStore({ person: async () => err(FETCH_FAULTS.offline) })),
    ]),
    lines: await Promise.all([
      named('nothing unsaved', openStore()),
      named('kept on the device', talked({ keepsUntil: Date.now() + 3_600_000 })),
      named('kept in the pane', talked({})),
      named('sending', sending()),
    ]),
    signed: await Promise.all(ENDS.map(signed)),
    changes: await Promise.all(CHANGES.filter(({ isWhole }) => !isWhole).map(({ name, open }) => named(name, open()))),
  };
}
