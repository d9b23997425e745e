// The component page of development: every part in every state, real components over plain data. It is no input of the
// build, so nothing of it ships; `npm start` serves it as /kit.html.

import { render } from 'preact';
import '../src/ui/tokens.css';
import './kit.css';
import { Charts, Faults, Patients, Signatures, StatusLines } from './charts.tsx';
import { Basics } from './parts.tsx';
import { openShelves } from './shelves.ts';
import { Talk } from './talk.tsx';

async function start(): Promise<void> {
  const root = document.querySelector('#kit');
  if (!root) throw new Error('The page has no root');
  const shelves = await openShelves();
  render(
    <main class="kit">
      <h1>Every part in every state</h1>
      <Basics />
      <Talk store={shelves.talk} />
      <Patients stores={shelves.patients} />
      <StatusLines stores={shelves.lines} />
      <Signatures stores={shelves.signed} />
      <Faults />
      <Charts />
    </main>,
    root,
  );
  // Told to whoever waits for the page: everything stands.
  document.documentElement.dataset['ready'] = 'yes';
}

void start();
