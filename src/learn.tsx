// Entry point of the Learn page. It has no launch and no patient, and needs no network after it has loaded. Draws the
// practice pages and stores their few counts.

import { render } from 'preact';
import { openLearnMemory } from './drafts/learn-memory.ts';
import { Learn } from './panels/learn/Learn.tsx';
import type { Site } from './site.ts';
import './ui/tokens.css';

type LearnSettings = Site['learn'];

// Learn also works without its settings. It then has no local contact to show.
function settings(): LearnSettings {
  const block = document.querySelector('#site')?.textContent;
  const stamped = block ? (JSON.parse(block) as { readonly learn?: LearnSettings }).learn : undefined;
  return stamped ?? { afterVisit: false, contacts: [] };
}

async function start(root: HTMLElement): Promise<void> {
  const storage = openLearnMemory();
  const memory = await storage.load();
  render(<Learn storage={storage} memory={memory} contacts={settings().contacts} now={Date.now()} />, root);
}

const root = document.querySelector<HTMLElement>('#learn');
if (!root) throw new Error('The page has no root');
void start(root);
