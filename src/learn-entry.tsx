// What a visit shows of Learn, fetched after the panel is drawn: the way there, and the private question after filing.

import { openLearnMemory } from './drafts/learn-memory.ts';
import { AfterVisit } from './panels/learn/AfterVisit.tsx';
import { LearnLink } from './panels/learn/LearnLink.tsx';

const shelf = openLearnMemory();

export const ToLearn = () => <LearnLink address={new URL('learn.html', document.baseURI).href} shelf={shelf} />;
export const AfterFiling = () => <AfterVisit shelf={shelf} />;
