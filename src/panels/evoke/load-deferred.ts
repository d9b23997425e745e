// Loaders for the parts of Evoke that come after the first mark. All of them arrive together.

import { deferred, exportOf } from '../../lib/deferred.ts';

const load = deferred(() => import('./deferred.ts'));

export const loadAfterMark = exportOf(load, 'AfterMark');
export const loadTalkCounts = exportOf(load, 'TalkCounts');
export const loadCue = exportOf(load, 'Cue');
export const loadMarkTools = exportOf(load, 'MarkTools');
export const loadRulerAnswers = exportOf(load, 'RulerAnswers');
export const loadCards = { recap: exportOf(load, 'RecapCard'), discord: exportOf(load, 'DiscordCard') };
