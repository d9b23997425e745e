// The parts of Focus below the topics, in one script file that loads when marks can already be made.

export { AgendaMap } from './AgendaMap.tsx';
export { InformationCard } from './InformationCard.tsx';
