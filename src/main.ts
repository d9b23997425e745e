// The app page's start: completes the launch while the code of the panel is parsed, and hands one to the other.

import type { LaunchFault } from './ehr/faults.ts';
import type { Ehr } from './ehr/port.ts';
import { connect } from './ehr/sign-in/connect.ts';
import { readStampedSite } from './ehr/sign-in/stamped-site.ts';
import './ui/tokens.css';

const loading = import('./panel.tsx');
loading.catch(() => undefined);

function page(): HTMLElement {
  const root = document.querySelector<HTMLElement>('#app');
  if (!root) throw new Error('The page has no root');
  return root;
}

// These words stand for all of a launch that did not hold where the panel's code, or that of the right words, is gone.
function endPlainly(): void {
  const words = document.createElement('p');
  words.role = 'alert';
  words.textContent = 'Evoke did not open. Nothing was lost. Open Evoke again from the chart.';
  page().replaceChildren(words);
}

const end = (fault: LaunchFault, support: string): Promise<void> =>
  loading.then((panel) => panel.refuse(fault, support, page())).catch(endPlainly);

// The name on the screen waits for the network longer than for anything else: it is asked for before anything is drawn.
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

// Run as soon as it is there, not when the styles are: the page itself may still be on its way.
const parsed = new Promise<void>((resolve) => {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => resolve());
  else resolve();
});

async function start(): Promise<void> {
  await parsed;
  const site = await readStampedSite();
  if (!site.ok) return end(site.error, '');
  const launched = await connect(site.value);
  const { app, ehrs } = site.value;
  const entry = launched.ok ? ehrs.find(({ id }) => id === launched.value.context.ehrId) : undefined;
  if (!launched.ok || !entry) return end(launched.ok ? { kind: 'unknownEhr' } : launched.error, app.support);
  const locked = new AbortController();
  const ehr = askedAhead(launched.value, locked.signal);
  const { openPanel } = await loading;
  await openPanel({ ehr, site: site.value, entry, locked }, page());
}

// A page brought back from the browser's memory shows nobody's chart until its launch is proven again.
window.addEventListener('pageshow', ({ persisted }) => {
  if (!persisted) return;
  page().replaceChildren();
  location.reload();
});

start().catch(() => end({ kind: 'exchangeFailed' }, ''));
