// The fixed English labels of the note as text that belong to no single fact (../fact-table.ts has those). Changing a
// label, its order or its meaning needs a new version. Patients read them: person first, no codes, no jargon.

import type { Direction } from '../../talk/focus.ts';
import { SIDES, type Side, type Strand, type Talk } from '../../talk/talk.ts';

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

const TO_CHANGE = {
  change: 'What would be different',
  sustain: 'What keeps things as they are',
} as const satisfies Record<Side, string>;

/** For someone who has made the change already. */
const TO_KEEP_GOING = {
  change: 'What keeps this going',
  sustain: 'What makes it hard',
} as const satisfies Record<Side, string>;

/** The headings over quotes, by side. */
export const sideHeadings = (direction: Direction | undefined): Readonly<Record<Side, string>> =>
  direction === 'keep-going' ? TO_KEEP_GOING : TO_CHANGE;

/** The side whose quotes follow this row, if the row is a heading. */
export const sideBelow = (row: string): Side | undefined =>
  SIDES.find((side) => row === TO_CHANGE[side] || row === TO_KEEP_GOING[side]);

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
