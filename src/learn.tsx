// Entry point of the Learn page. It has no launch and no patient, and needs no network after it has loaded. Draws the
// practice pages and stores their few counts.

import { render } from 'preact';
import { openLearnMemory } from './drafts/learn-memory.ts';
import { Learn } from './panels/learn/Learn.tsx';
import { readLearnSettings } from './panels/learn/settings.ts';
import './ui/tokens.css';

async function start(root: HTMLElement): Promise<void> {
  const storage = openLearnMemory();
  const memory = await storage.load();
  render(<Learn storage={storage} memory={memory} contacts={readLearnSettings().contacts} now={Date.now()} />, root);
}

const root = document.querySelector<HTMLElement>('#learn');
if (!root) throw new Error('The page has no root');
void start(root);
