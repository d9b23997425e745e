// The parts of Evoke after the first mark, in one script file that loads when marks can already be made.

export { AfterMark } from './AfterMark.tsx';
export { Cue, TalkCounts } from './Cue.tsx';
export { DiscordCard } from './cards/DiscordCard.tsx';
export { RecapCard } from './cards/RecapCard.tsx';
export { MarkTools } from './MarkTools.tsx';
export { RulerAnswers } from './RulerAnswers.tsx';
