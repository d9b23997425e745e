// Composition root of the panel: builds the ports and the store for a verified launch and draws the shell. The browser
// parses this file while src/main.ts completes the launch.

import { render } from 'preact';
import { openDrafts, purgeExpired } from './drafts/open-drafts.ts';
import { openSettings } from './drafts/settings.ts';
import type { LaunchFault } from './ehr/faults.ts';
import type { Ehr } from './ehr/port.ts';
import { behaviorsOffered } from './interview/guide/behaviors.ts';
import { App } from './shell/App.tsx';
import { loadHostTheme, loadRefused } from './shell/load-deferred.ts';
import type { EhrEntry, Site } from './site.ts';
import { afterNextFrame } from './store/conversation/next-frame.ts';
import { deviceClock } from './store/session/clock.ts';
import { createStore, type Store } from './store/store.ts';
import { markKeyboardUse } from './ui/keyboard/focus-ring.ts';
import { showFieldsReachedByTab } from './ui/keyboard/tab-into-view.ts';

// A hidden page may never come back, so what is typed is saved as soon as the page is hidden.
function saveWhenHidden(store: Store, signal: AbortSignal): void {
  const save = (): void => void store.saveTyped();
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && save(), { signal });
  window.addEventListener('pagehide', save, { signal });
}

// Retries failed requests when the network is back. After sleep it checks the sign-in, because no timer has run.
function resumeWhenBack(store: Store, signal: AbortSignal): void {
  window.addEventListener('online', () => void store.comeBack(), { signal });
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState !== 'visible') return;
      store.idleLock.checkNow();
      store.signInTime.checkNow();
    },
    { signal },
  );
}

// Keys, presses, scrolling and dictated text count as activity and reset the idle lock.
function watchActivity(store: Store, signal: AbortSignal): void {
  for (const kind of ['keydown', 'pointerdown', 'wheel', 'input']) {
    document.addEventListener(kind, store.idleLock.onActivity, { capture: true, passive: true, signal });
  }
}

/** How often a page looks for expired drafts of any clinician, locked or not. */
const HOUR_MS = 3_600_000;

// Non-breaking spaces keep a telephone number on one line.
const helpLine = ({ support, phone }: EhrEntry): string =>
  phone ? `${support} ${phone.replaceAll(' ', '\u00a0')}` : support;

// A site with several EHRs may offer different topics in each.
function topics(site: Site, { behaviours: behaviors }: EhrEntry) {
  const offered = site.behaviours.filter(({ key }) => !behaviors || behaviors.includes(key));
  return behaviorsOffered(offered.map(({ code, ...named }) => ({ ...named, ...(code ? { code } : {}) })));
}

/** A verified launch. `locked` is aborted when the panel locks. */
export interface VerifiedLaunch {
  readonly ehr: Ehr;
  readonly site: Site;
  readonly entry: EhrEntry;
  readonly locked: AbortController;
}

/** Draws the panel for a verified launch, restores the draft if there is one, and starts to read the chart. */
export async function openPanel({ ehr, site, entry, locked }: VerifiedLaunch, page: HTMLElement): Promise<void> {
  // Nothing can be filed after a lock or the end of the sign-in, so another panel may then open the draft.
  const released = new AbortController();
  const drafts = openDrafts(ehr.context.binding, entry.draftTtlHours, {
    shredOnOtherUser: site.drafts.shredOnOtherUser,
    release: released.signal,
    subject: ehr.context.subject,
  });
  const settingsStorage = openSettings();
  const [opened, settings] = await Promise.all([drafts.open(), settingsStorage.load()]);
  setInterval(() => void purgeExpired(), HOUR_MS);
  markKeyboardUse(locked.signal);
  showFieldsReachedByTab(locked.signal);

  const show = async (draft: typeof opened): Promise<void> => {
    const gone = new AbortController();
    const store = createStore({
      ehr,
      drafts,
      draft,
      settings,
      settingsStorage,
      clock: deviceClock,
      afterFrame: afterNextFrame,
      behaviors: topics(site, entry),
      support: helpLine(entry),
      policy: entry,
      onLocked: () => {
        for (const each of [gone, released, locked]) each.abort();
      },
      onOpenDraft: async (id) => {
        gone.abort();
        store.dispose();
        // A device may take seconds to open the other draft.
        render(
          <main class="opening">
            <h1>Opening Evoke</h1>
          </main>,
          page,
        );
        const other = await drafts.open(id);
        // If another window opened that draft in the meantime, reopen the one that was open here.
        await show(other.ok && other.value ? other : await drafts.open());
      },
    });
    saveWhenHidden(store, gone.signal);
    resumeWhenBack(store, gone.signal);
    watchActivity(store, gone.signal);
    store.signInTime.state.subscribe(({ kind }) => kind === 'ended' && released.abort());
    // Render in a separate task: one long task would delay key presses, also those in the EHR's own page.
    await new Promise((resolve) => setTimeout(resolve));
    render(null, page);
    page.replaceChildren();
    render(<App store={store} />, page);
    // An error of our own while reading must not replace a panel in which somebody writes.
    await store.begin().catch((cause: unknown) => reportError(cause));
  };
  applyHostTheme(ehr).catch(() => undefined);
  await show(opened);
}

// Not on the critical path. If the EHR's theme cannot be read, Evoke keeps its own.
async function applyHostTheme(ehr: Ehr): Promise<void> {
  const style = await ehr.readStyle();
  if (Object.keys(style).length > 0) (await loadHostTheme())(style);
}

/** Shows why a launch failed. The messages load on demand because few launches fail. Rejects if they cannot load. */
export async function refuse(fault: LaunchFault, support: string, page: HTMLElement): Promise<void> {
  void purgeExpired();
  const Refused = await loadRefused();
  page.replaceChildren();
  render(<Refused fault={fault} support={support} />, page);
}
