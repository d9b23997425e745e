// The pad's letters and words for each strand. Two strands begin with A, so letter and word always appear together.

import type { Side, Strand } from '../../interview/talk/talk.ts';

/** One strand on the pad: its key, the short word under it, its full name. */
export interface StrandLabel {
  readonly strand: Strand;
  readonly letter: string;
  readonly short: string;
  readonly name: string;
  /** What a patient may say of this kind, for each side. */
  readonly example: { readonly [S in Side]: string };
}

/** The seven strands in teaching order, then the two that are always possible. */
export const STRAND_LABELS: readonly StrandLabel[] = [
  {
    strand: 'desire',
    letter: 'D',
    short: 'desire',
    name: 'Desire',
    example: { change: 'I want to sleep better', sustain: 'I like how it calms me' },
  },
  {
    strand: 'ability',
    letter: 'A',
    short: 'ability',
    name: 'Ability',
    example: { change: 'I could walk at lunch', sustain: 'I can’t stop on my own' },
  },
  {
    strand: 'reason',
    letter: 'R',
    short: 'reason',
    name: 'Reason',
    example: { change: 'My kids would notice', sustain: 'It helps me fall asleep' },
  },
  {
    strand: 'need',
    letter: 'N',
    short: 'need',
    name: 'Need',
    example: { change: 'Something has to change', sustain: 'I need it to get going' },
  },
  {
    strand: 'commitment',
    letter: 'C',
    short: 'will do',
    name: 'Commitment',
    example: { change: 'I will cut down', sustain: 'I’m going to keep it up' },
  },
  {
    strand: 'activation',
    letter: 'V',
    short: 'willing',
    name: 'Activation',
    example: { change: 'I’m ready to try', sustain: 'I’m not ready to quit' },
  },
  {
    strand: 'taking-steps',
    letter: 'T',
    short: 'already doing',
    name: 'Taking steps',
    example: { change: 'I threw my pack away', sustain: 'I bought another pack' },
  },
  {
    strand: 'other',
    letter: 'O',
    short: 'other',
    name: 'Other',
    example: { change: 'anything else for change', sustain: 'anything else for staying' },
  },
  {
    strand: 'unsure',
    letter: 'U',
    short: 'not sure',
    name: 'Not sure',
    example: { change: 'for change, kind not clear', sustain: 'for staying, kind not clear' },
  },
];

/** The name of each side on the pad. */
export const SIDE_NAMES: { readonly [S in Side]: string } = { change: 'Change', sustain: 'Sustain' };

/** The longer name of each side. */
export const SIDE_TITLES: { readonly [S in Side]: string } = { change: 'For change', sustain: 'For staying the same' };

const byStrand = new Map(STRAND_LABELS.map((label) => [label.strand, label]));
const byLetter = new Map(STRAND_LABELS.map((label) => [label.letter, label.strand]));

/** The label of a strand. */
export function strandLabel(strand: Strand): StrandLabel {
  const label = byStrand.get(strand);
  if (!label) throw new Error('A strand has no label');
  return label;
}

/** The strand of a key, or undefined. */
export function strandOfKey(key: string): Strand | undefined {
  return byLetter.get(key.toUpperCase());
}
