// The parts of Learn in a visit: the link, and the private question after filing. They never see the store.

import { openLearnMemory } from './drafts/learn-memory.ts';
import { AfterVisit } from './panels/learn/AfterVisit.tsx';
import { LearnLink } from './panels/learn/LearnLink.tsx';
import { readLearnSettings } from './panels/learn/settings.ts';

const storage = openLearnMemory();

export const ToLearn = ({ isAtStart }: { readonly isAtStart: boolean }) => (
  <LearnLink
    address={new URL('learn.html', document.baseURI).href}
    storage={storage}
    now={Date.now()}
    isAtStart={isAtStart}
  />
);

/** Draws nothing if the site turned the question off. */
export const AfterFiling = () => (readLearnSettings().afterVisit ? <AfterVisit storage={storage} /> : null);
