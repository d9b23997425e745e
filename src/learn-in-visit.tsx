// The parts of Learn in a visit: the link, and the private question after filing. They never see the store.

import { openLearnMemory } from './drafts/learn-memory.ts';
import { deferred } from './lib/deferred.ts';
import { LearnLink } from './panels/learn/LearnLink.tsx';
import { readLearnSettings } from './panels/learn/settings.ts';
import { Deferred } from './ui/Deferred.tsx';

const storage = openLearnMemory();
const loadQuestion = deferred(async () => (await import('./panels/learn/AfterVisit.tsx')).AfterVisit);

export const ToLearn = ({ isAtStart }: { readonly isAtStart: boolean }) => (
  <LearnLink
    address={new URL('learn.html', document.baseURI).href}
    storage={storage}
    now={Date.now()}
    isAtStart={isAtStart}
  />
);

/** Draws nothing if the site turned the question off, or if its code cannot be loaded. */
export const AfterFiling = () =>
  readLearnSettings().afterVisit ? <Deferred load={loadQuestion} props={{ storage }} meanwhile={null} /> : null;
