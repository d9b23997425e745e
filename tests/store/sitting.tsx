// Tests read the page. None of our modules is replaced.

import { cleanup, render } from '@testing-library/preact';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, vi } from 'vitest';
import type { Oddity } from '../../mocks/auth/oddity.ts';
import type { ProfileId } from '../../mocks/profiles/profile.ts';
import { openDrafts } from '../../src/drafts/open-drafts.ts';
import type { Ehr } from '../../src/ehr/port.ts';
import { readScore } from '../../src/interview/ids.ts';
import { App } from '../../src/shell/App.tsx';
import type { EhrEntry, Site } from '../../src/site.ts';
import { createStore, type Store } from '../../src/store/store.ts';
import type { SitePolicy } from '../../src/store/store-ports.ts';
import { arrive, playNetwork, site, startSandbox } from '../ehr/round-trip.ts';
import { testEntry } from '../ehr/site-fixture.ts';
import { UNWATCHED } from '../support/panel.tsx';

const TYPES = ['Observation', 'DocumentReference', 'QuestionnaireResponse'] as const;
const WRITES = TYPES.map((type) => `patient/${type}.crus`).join(' ');
const SCOPES = `launch openid fhirUser online_access patient/Patient.r patient/Encounter.r patient/Binary.r ${WRITES}`;
/** An entry that may use every form. */
export const everyForm = (write: Partial<EhrEntry['write']> = {}): Partial<EhrEntry> => ({
  scopes: SCOPES,
  write: { ...testEntry().write, order: TYPES, ...write },
});

/** Closes the network and gives every test a fresh device and page. */
export function playSittings(): void {
  playNetwork();
  const disposals: (() => void)[] = [];
  beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));
  afterEach(() => {
    for (const dispose of disposals.splice(0)) dispose();
    cleanup();
  });
  beforeEach(() => {
    remember = (store) => disposals.push(store.dispose);
  });
}
let remember: (store: Store) => void = () => undefined;

type Sandbox = Awaited<ReturnType<typeof startSandbox>>;

/** An open panel. */
export interface Sitting {
  readonly sandbox: Sandbox;
  readonly ehr: Ehr;
  readonly store: Store;
  /** Everything on the page, as one line. */
  readonly page: () => string;
  /** Presses the sign button and waits until something is known. */
  readonly signs: () => Promise<void>;
  readonly presses: (label: string) => Promise<void>;
  readonly rates: (score: number) => void;
  /** Words typed into the first step of the plan. */
  readonly writes: (words: string) => void;
  /** The pane is gone. None of the page's code runs any more, and what it had not stored is lost. */
  readonly dies: () => void;
}

const BLOCKS = 'p, li, div, section, footer, h1, h2, h3, button, summary, strong';

/** The text of the page with a blank where one block ends. */
function words(): string {
  const copy = document.body.cloneNode(true) as HTMLElement;
  for (const block of copy.querySelectorAll(BLOCKS)) block.append(' ');
  return (copy.textContent ?? '').replace(/\s+/g, ' ');
}
const button = (label: string | RegExp): HTMLButtonElement | undefined =>
  [...document.querySelectorAll('button')].find((one) => (one.textContent ?? '').replace(/\s+/g, ' ').match(label));

const settled = (store: Store): Promise<void> =>
  vi.waitFor(
    () => {
      const beside = store.secondForm.state.value.kind;
      const isBusy = store.filing.isBusy() || ['sending', 'verifying', 'checking'].includes(beside);
      if (isBusy) throw new Error('busy');
    },
    { timeout: 20_000, interval: 20 },
  );

/** Waits until the page says it. */
export const says = (wanted: string | RegExp): Promise<void> =>
  vi.waitFor(
    () => {
      if (!words().match(wanted)) throw new Error(`Not on the page: ${wanted}\n${words()}`);
    },
    { timeout: 10_000, interval: 20 },
  );

function handsOn(sandbox: Sandbox, ehr: Ehr, store: Store, dies: () => void): Sitting {
  const presses = async (label: string | RegExp): Promise<void> => {
    const isThere = () => {
      if (!button(label)) throw new Error(`No button ${label}: ${words()}`);
    };
    await vi.waitFor(isThere, { timeout: 10_000 });
    button(label)?.click();
    await settled(store);
  };
  return {
    ...{ sandbox, ehr, store, presses, dies },
    page: words,
    signs: () => presses(/^Sign for/),
    rates: (number) => {
      const score = readScore(number);
      if (score.ok) store.dispatch({ kind: 'ruler-answered', ruler: 'confidence', score: score.value });
    },
    writes: (text) => store.dispatch({ kind: 'plan-typed', part: 'firstStep', text }),
  };
}

/** Opens a panel over an EHR that was launched. The note holds one answer, so that it can be signed. */
async function sitDown(sandbox: Sandbox, ehr: Ehr, { ttlHours = 8, policy }: Circumstances): Promise<Sitting> {
  const drafts = openDrafts(ehr.context.binding, ttlHours, { iterations: 10 });
  const store = createStore({
    ...{ ehr, drafts, draft: await drafts.open(), behaviors: [], support: '' },
    policy: { ...UNWATCHED, ...policy },
    clock: { millis: () => Date.now(), uptime: () => performance.now(), uuid: () => crypto.randomUUID() },
    afterFrame: (then) => then(),
    settings: { letters: 'on', digits: 'on', cues: 'off', keys: 'none' },
    settingsStorage: { save: async () => true },
  });
  remember(store);
  const { unmount } = render(<App store={store} />);
  await store.begin();
  if (store.interviewDraft.beginning.kind !== 'restored')
    store.dispatch({ kind: 'ruler-declined', ruler: 'importance' });
  store.openReview();
  return handsOn(sandbox, ehr, store, () => {
    unmount();
    store.dispose();
  });
}

/** How the EHR, the launch and the device differ from the usual. */
export interface Circumstances {
  readonly profile?: ProfileId;
  readonly oddity?: Oddity;
  readonly ttlHours?: number;
  readonly patientId?: string;
  readonly policy?: Partial<SitePolicy>;
}

/** From the chart to an open panel. */
export async function open(
  entry: Partial<EhrEntry> = everyForm(),
  { profile, oddity, ...rest }: Circumstances = {},
): Promise<Sitting> {
  return reopen(await startSandbox([], profile, oddity), site(entry), rest);
}

/** Launches once more from the same chart. */
export async function reopen(
  sandbox: Sandbox,
  settings: Site = site(everyForm()),
  circumstances: Circumstances = {},
): Promise<Sitting> {
  const { patientId } = circumstances;
  const ehr = await arrive(sandbox, settings, patientId === undefined ? {} : { patientId });
  if (!ehr.ok) throw new Error(ehr.error.kind);
  return sitDown(sandbox, ehr.value, circumstances);
}
