// The fixed English labels of the note as text that belong to no single fact (../fact-table.ts has those). Changing a
// label, its order or its meaning needs a new version. Patients read them: person first, no codes, no jargon.

import type { Side, Strand, Talk } from '../../talk/talk.ts';

export const FRAME = {
  date: 'Date',
  about: 'About',
  sensitive: 'Discreet title',
  again: 'Asked again',
  followUp: 'Follow-up',
  also: 'Also recorded',
  noted: 'Noted as',
  signed: 'Signed',
  replaces: 'Replaces',
  record: 'Record',
} as const;

/** The label of a quote in version 1, which is read but no longer written. */
export function talkLabel({ side, strand }: Talk): string {
  const kind = strand === 'unsure' ? '' : ` (${strand.replace('-', ' ')})`;
  return `${side === 'change' ? 'For change' : 'For staying the same'}${kind}`;
}

/** The headings over quotes, by side. */
export const SIDE_HEADINGS = {
  change: 'What would be different',
  sustain: 'What keeps things as they are',
} as const satisfies Record<Side, string>;

/** The kind of each quote, in words that fit both sides. */
export const KIND_LABELS = {
  desire: 'Wish',
  ability: 'Ability',
  reason: 'Reason',
  need: 'Need',
  commitment: 'Intention',
  activation: 'Willingness',
  'taking-steps': 'Step taken',
  other: 'Also said',
  unsure: 'Said',
} as const satisfies Record<Strand, string>;
