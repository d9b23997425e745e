// The parts of Focus below the topics: one file of script, fetched after the first mark can be made.

export { AgendaMap } from './AgendaMap.tsx';
export { InformationCard } from './InformationCard.tsx';
