// The component page of development: every part in every state, real components with plain data. The build does not
// include it. `npm start` serves it as /kit.html.

import { render, type VNode } from 'preact';
import '../src/ui/tokens.css';
import './kit.css';
import { Changes, WaysToWholes } from './changes.tsx';
import { Charts, Faults, Patients, Signatures, StatusLines } from './charts.tsx';
import { Basics } from './parts.tsx';
import { openShelves } from './shelves.ts';
import { Talk } from './talk.tsx';
import { WHOLES } from './wholes.tsx';

/** The part that the address names. '' for all of them. */
const asked = (): string => decodeURIComponent(location.hash.slice(1));

async function page(name: string): Promise<VNode> {
  if (name === '') return all();
  const whole = WHOLES.find((each) => each.name === name);
  if (!whole) throw new Error('The kit has no such part');
  return whole.open();
}

async function all(): Promise<VNode> {
  const shelves = await openShelves();
  return (
    <main class="kit">
      <h1>Every part in every state</h1>
      <Basics />
      <Talk store={shelves.talk} />
      <Patients stores={shelves.patients} />
      <StatusLines stores={shelves.lines} />
      <Signatures stores={shelves.signed} />
      <Faults />
      <Charts />
      <Changes stores={shelves.changes} />
      <WaysToWholes wholes={WHOLES} />
    </main>
  );
}

async function show(): Promise<void> {
  const root = document.querySelector('#kit');
  if (!root) throw new Error('The page has no root');
  const name = asked();
  const part = await page(name);
  // No state of one part is left for the next.
  render(null, root);
  render(part, root);
  // Tells tests that the page is complete.
  document.documentElement.dataset['ready'] = name || 'yes';
}

window.addEventListener('hashchange', () => void show());
void show();
