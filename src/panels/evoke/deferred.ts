// What Evoke shows once something was said: one file of script, fetched after the first mark can be made.

export { AfterMark } from './AfterMark.tsx';
export { Balance } from './Balance.tsx';
export { Cue } from './Cue.tsx';
export { MarkTools } from './MarkTools.tsx';
export { RulerAnswers } from './RulerAnswers.tsx';
export { RecapCard } from './recap/RecapCard.tsx';
export { TenseCard } from './TenseCard.tsx';
