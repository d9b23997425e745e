// Entry point of the app page. Completes the launch while the browser parses the panel's code, then opens the panel.

import { connect } from './ehr/connect.ts';
import type { LaunchFault } from './ehr/faults.ts';
import type { Ehr } from './ehr/port.ts';
import { entryOfCallback } from './ehr/sign-in/complete-launch.ts';
import { readStampedSite } from './ehr/sign-in/stamped-site.ts';
import './ui/tokens.css';

const loading = import('./panel.tsx');
loading.catch(() => undefined);

function page(): HTMLElement {
  const root = document.querySelector<HTMLElement>('#app');
  if (!root) throw new Error('The page has no root');
  return root;
}

// Fallback text when the panel's code or its messages cannot load.
function showFallback(): void {
  const [frame, alert] = [document.createElement('main'), document.createElement('div')];
  const [heading, rest] = [document.createElement('h1'), document.createElement('p')];
  frame.className = 'opening';
  alert.role = 'alert';
  heading.textContent = 'Evoke did not open.';
  rest.textContent = 'Nothing was lost. Open Evoke again from the chart.';
  alert.append(heading, ' ', rest);
  frame.append(alert);
  page().replaceChildren(frame);
}

const end = (fault: LaunchFault, support: string): Promise<void> =>
  loading.then((panel) => panel.refuse(fault, support, page())).catch(showFallback);

// Requests the patient before anything is drawn, because the patient's name waits longest for the network.
function withEarlyPatient(ehr: Ehr, signal: AbortSignal): Ehr {
  let early: ReturnType<Ehr['readPerson']> | undefined = ehr.readPerson(signal);
  return {
    ...ehr,
    readPerson: (again) => {
      const request = early ?? ehr.readPerson(again);
      early = undefined;
      return request;
    },
  };
}

// This script may run before the browser has parsed the page.
const parsed = new Promise<void>((resolve) => {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => resolve());
  else resolve();
});

async function start(): Promise<void> {
  await parsed;
  const site = await readStampedSite();
  if (!site.ok) return end(site.error, '');
  const { app, ehrs } = site.value;
  const { support } = entryOfCallback(site.value) ?? app;
  const launched = await connect(site.value);
  const entry = launched.ok ? ehrs.find(({ id }) => id === launched.value.context.ehrId) : undefined;
  if (!launched.ok || !entry) return end(launched.ok ? { kind: 'unknownEhr' } : launched.error, support);
  const locked = new AbortController();
  const ehr = withEarlyPatient(launched.value, locked.signal);
  const { openPanel } = await loading;
  await openPanel({ ehr, site: site.value, entry, locked }, page());
}

// A page restored from the back/forward cache shows no chart until its launch is proven again.
window.addEventListener('pageshow', ({ persisted }) => {
  if (!persisted) return;
  page().replaceChildren();
  location.reload();
});

start().catch(() => end({ kind: 'exchangeFailed' }, ''));
