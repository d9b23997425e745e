// The parts of Learn in a visit, loaded after the panel is drawn: the link, and the private question after filing.

import { openLearnMemory } from './drafts/learn-memory.ts';
import { AfterVisit } from './panels/learn/AfterVisit.tsx';
import { LearnLink } from './panels/learn/LearnLink.tsx';

const storage = openLearnMemory();

export const ToLearn = ({ isAtStart }: { readonly isAtStart: boolean }) => (
  <LearnLink
    address={new URL('learn.html', document.baseURI).href}
    storage={storage}
    now={Date.now()}
    isAtStart={isAtStart}
  />
);
export const AfterFiling = () => <AfterVisit storage={storage} />;
