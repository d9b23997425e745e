// Composition root of the panel: builds the ports and the store of a launch that held, draws the shell. Parsed while
// src/main.ts completes the launch.

import { render } from 'preact';
import { openDrafts, purgeExpired } from './drafts/open-drafts.ts';
import type { Drafts } from './drafts/port.ts';
import { openSettings } from './drafts/settings.ts';
import type { LaunchFault } from './ehr/faults.ts';
import type { Ehr } from './ehr/port.ts';
import { behavioursOffered } from './interview/guide/behaviours.ts';
import { later, part } from './lib/later.ts';
import { App, type LearnParts } from './shell/App.tsx';
import { loadHostLook, loadRefused } from './shell/load-deferred.ts';
import type { EhrEntry, Site } from './site.ts';
import { afterNextFrame } from './store/conversation/next-frame.ts';
import { deviceClock } from './store/session/clock.ts';
import { createStore, type Store } from './store/store.ts';
import { markKeyboardUse } from './ui/keyboard/focus-ring.ts';

// A hidden page may never come back: what was typed is stored before it goes.
function keepWhenHidden(store: Store, signal: AbortSignal): void {
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'hidden') void store.interviewDraft.flush();
    },
    { signal },
  );
  window.addEventListener('pagehide', () => void store.interviewDraft.flush(), { signal });
}

// What failed for want of a network is asked again; after sleep no timer has told that the sign-in is over.
function comeBackWithNetwork(store: Store, signal: AbortSignal): void {
  window.addEventListener('online', () => void store.comeBack(), { signal });
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState !== 'visible') return;
      store.idleLock.look();
      store.signInTime.look();
    },
    { signal },
  );
}

// A key, a press, a turn of the wheel, words that were spoken to the keyboard: somebody is there.
function noticePeople(store: Store, signal: AbortSignal): void {
  for (const kind of ['keydown', 'pointerdown', 'wheel', 'input']) {
    document.addEventListener(kind, store.idleLock.stir, { capture: true, passive: true, signal });
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

const loadLearn = later(() => import('./learn-entry.tsx'));

const learnParts = ({ learn }: Site): LearnParts => ({
  toLearn: part(loadLearn, 'ToLearn'),
  afterFiling: learn.afterVisit ? part(loadLearn, 'AfterFiling') : undefined,
});

type Opened = Awaited<ReturnType<Drafts['open']>>;

/** A launch that held, and the moment the panel locks. */
export interface Held {
  readonly ehr: Ehr;
  readonly site: Site;
  readonly entry: EhrEntry;
  readonly locked: AbortController;
}

/** Draws the panel of a launch that held, with what was kept of the interview, and begins to read the chart. */
export async function openPanel({ ehr, site, entry, locked }: Held, page: HTMLElement): Promise<void> {
  // Nothing can be filed after a lock or the end of the sign-in: then another panel may have the draft.
  const released = new AbortController();
  const drafts = openDrafts(ehr.context.binding, entry.draftTtlHours, {
    shredOnOtherUser: site.drafts.shredOnOtherUser,
    release: released.signal,
    subject: ehr.context.subject,
  });
  const shelf = openSettings();
  const [opened, settings] = await Promise.all([drafts.open(), shelf.open()]);
  purgeHourly(locked.signal);
  markKeyboardUse(locked.signal);

  const show = async (draft: Opened): Promise<void> => {
    const gone = new AbortController();
    const store = createStore({
      ...{ ehr, drafts, draft, settings, shelf },
      clock: deviceClock,
      afterFrame: afterNextFrame,
      behaviours: topics(site, entry),
      support: helpLine(entry),
      policy: entry,
      onLocked: () => {
        for (const each of [gone, released, locked]) each.abort();
      },
      onOpenDraft: async (id) => {
        await store.interviewDraft.flush();
        gone.abort();
        store.dispose();
        render(null, page);
        const other = await drafts.open(id);
        // Another window may have opened it meanwhile: then what was open is opened again.
        await show(other.ok && other.value ? other : await drafts.open());
      },
    });
    keepWhenHidden(store, gone.signal);
    comeBackWithNetwork(store, gone.signal);
    noticePeople(store, gone.signal);
    store.signInTime.signIn.subscribe(({ kind }) => kind === 'ended' && released.abort());
    // A task of its own: both in one hold up a key, or the EHR whose page shares this processor.
    await new Promise((resolve) => setTimeout(resolve));
    render(<App store={store} learn={learnParts(site)} />, page);
    await store.begin();
  };
  wearTheirLook(ehr).catch(() => undefined);
  await show(opened);
}

// Off the critical path; a look that cannot be had is no fault, ours stands.
async function wearTheirLook(ehr: Ehr): Promise<void> {
  const style = await ehr.readStyle();
  if (Object.keys(style).length > 0) (await loadHostLook())(style);
}

/** Says why a launch did not hold. Few do not, so the words are fetched. Rejects where they cannot be. */
export async function refuse(fault: LaunchFault, support: string, page: HTMLElement): Promise<void> {
  const Refused = await loadRefused();
  render(<Refused fault={fault} support={support} />, page);
}
