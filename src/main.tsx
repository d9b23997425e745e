// Composition root of the app page: completes the launch, builds the ports and the store, draws the shell.

import { render } from 'preact';
import { openDrafts, purgeExpired } from './drafts/open-drafts.ts';
import { openSettings, type Settings, type SettingsShelf } from './drafts/settings.ts';
import { connect } from './ehr/connect.ts';
import type { LaunchFault } from './ehr/faults.ts';
import type { Ehr } from './ehr/port.ts';
import { readStampedSite } from './ehr/stamped-site.ts';
import { behavioursOffered } from './interview/guide/behaviours.ts';
import { App } from './shell/App.tsx';
import type { EhrEntry, Site } from './site.ts';
import { deviceClock } from './store/clock.ts';
import { createStore, type Store } from './store/store.ts';
import './ui/tokens.css';

function page(): HTMLElement {
  const root = document.querySelector<HTMLElement>('#app');
  if (!root) throw new Error('The page has no root');
  return root;
}

// Few launches fail, so the words for it are fetched; where they cannot be, these stand for all of them.
async function end(fault: LaunchFault, support: string): Promise<void> {
  const refused = await import('./shell/Refused.tsx').catch(() => undefined);
  if (refused) render(<refused.Refused fault={fault} support={support} />, page());
  else render(<p role="alert">Evoke did not open. Nothing was lost. Open Evoke again from the chart.</p>, page());
}

// A hidden page may never come back: what was typed is stored before it goes.
function keepWhenHidden(store: Store, signal: AbortSignal): void {
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'hidden') void store.drafting.flush();
    },
    { signal },
  );
  window.addEventListener('pagehide', () => void store.drafting.flush(), { signal });
}

// What failed for want of a network is asked again; after sleep no timer has told that the sign-in is over.
function comeBackWithNetwork(store: Store, signal: AbortSignal): void {
  window.addEventListener('online', () => void store.comeBack(), { signal });
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState !== 'visible') return;
      store.locking.look();
      store.signingIn.look();
    },
    { signal },
  );
}

// A key, a press, a turn of the wheel, words that were spoken to the keyboard: somebody is there.
function noticePeople(store: Store, signal: AbortSignal): void {
  for (const kind of ['keydown', 'pointerdown', 'wheel', 'input']) {
    document.addEventListener(kind, store.locking.stir, { capture: true, passive: true, signal });
  }
}

// What has expired on this device goes also while a pane stays open, whoever's it is.
function purgeHourly(signal: AbortSignal): void {
  const timer = setInterval(() => void purgeExpired(), 3_600_000);
  signal.addEventListener('abort', () => clearInterval(timer));
}

// A number is never broken in two by the end of a line.
const helpLine = ({ support, phone }: EhrEntry): string =>
  phone ? `${support} ${phone.replaceAll(' ', '\u00a0')}` : support;

// A site with several EHRs may offer other topics at each.
function topics(site: Site, { behaviours }: EhrEntry) {
  const offered = site.behaviours.filter(({ key }) => !behaviours || behaviours.includes(key));
  return behavioursOffered(offered.map(({ code, ...named }) => ({ ...named, ...(code ? { code } : {}) })));
}

// The name on the screen waits for the network longer than for anything else: it is asked for before this device is.
function askedAhead(ehr: Ehr, signal: AbortSignal): Ehr {
  let ahead: ReturnType<Ehr['readPerson']> | undefined = ehr.readPerson(signal);
  return {
    ...ehr,
    readPerson: (again) => {
      const asked = ahead ?? ehr.readPerson(again);
      ahead = undefined;
      return asked;
    },
  };
}

async function openPanel(proven: Ehr, site: Site, entry: EhrEntry, opened: Opened): Promise<void> {
  const locked = new AbortController();
  const ehr = askedAhead(proven, locked.signal);
  const drafts = openDrafts(ehr.context.binding, entry.draftTtlHours, {
    shredOnOtherUser: site.drafts.shredOnOtherUser,
    letGo: locked.signal,
  });
  const [kept, settings] = await Promise.all([drafts.open(), opened.settings]);
  const store = createStore({
    ehr,
    drafts,
    draft: kept,
    clock: deviceClock,
    behaviours: topics(site, entry),
    support: helpLine(entry),
    policy: entry,
    onLocked: () => locked.abort(),
    settings,
    shelf: opened.shelf,
  });
  keepWhenHidden(store, locked.signal);
  comeBackWithNetwork(store, locked.signal);
  noticePeople(store, locked.signal);
  purgeHourly(locked.signal);
  render(<App store={store} />, page());
  wearTheirLook(ehr).catch(() => undefined);
  await store.begin();
}

// Off the critical path; a look that cannot be had is no fault, ours stands.
async function wearTheirLook(ehr: Ehr): Promise<void> {
  const style = await ehr.readStyle();
  if (Object.keys(style).length > 0) (await import('./ui/host-look.ts')).wearHostLook(style);
}

interface Opened {
  readonly shelf: SettingsShelf;
  readonly settings: Promise<Settings>;
}

async function start(): Promise<void> {
  const shelf = openSettings();
  // Nobody's chart: read while the sign-in is completed.
  const opened = { shelf, settings: shelf.open() };
  const site = await readStampedSite();
  if (!site.ok) return end(site.error, '');
  const launched = await connect(site.value);
  const { app, ehrs } = site.value;
  const entry = launched.ok ? ehrs.find(({ id }) => id === launched.value.context.ehrId) : undefined;
  if (launched.ok && entry) await openPanel(launched.value, site.value, entry, opened);
  else await end(launched.ok ? { kind: 'unknownEhr' } : launched.error, app.support);
}

// A page brought back from the browser's memory shows nobody's chart until its launch is proven again.
window.addEventListener('pageshow', ({ persisted }) => {
  if (!persisted) return;
  render(null, page());
  location.reload();
});

start().catch(() => end({ kind: 'exchangeFailed' }, ''));
