// Loaders for the parts of Evoke that come after the first mark. All of them arrive together.

import { later, part } from '../../lib/later.ts';

const load = later(() => import('./deferred.ts'));

export const loadAfterMark = part(load, 'AfterMark');
export const loadTalkCounts = part(load, 'TalkCounts');
export const loadCue = part(load, 'Cue');
export const loadMarkTools = part(load, 'MarkTools');
export const loadRulerAnswers = part(load, 'RulerAnswers');
export const loadCards = { recap: part(load, 'RecapCard'), discord: part(load, 'DiscordCard') };
