// The pad's letters and words for each strand. Two strands begin with A, so letter and word always stand together.

import type { Side, Strand } from '../../interview/talk/talk.ts';

/** How one strand stands on the pad: its key, the short word under it, its full name. */
export interface StrandLabel {
  readonly strand: Strand;
  readonly letter: string;
  readonly short: string;
  readonly name: string;
}

/** The seven strands in teaching order, then the two that are always possible. */
export const STRAND_LABELS: readonly StrandLabel[] = [
  { strand: 'desire', letter: 'D', short: 'desire', name: 'Desire' },
  { strand: 'ability', letter: 'A', short: 'ability', name: 'Ability' },
  { strand: 'reason', letter: 'R', short: 'reason', name: 'Reason' },
  { strand: 'need', letter: 'N', short: 'need', name: 'Need' },
  { strand: 'commitment', letter: 'C', short: 'commit', name: 'Commitment' },
  { strand: 'activation', letter: 'V', short: 'activate', name: 'Activation' },
  { strand: 'taking-steps', letter: 'T', short: 'steps', name: 'Taking steps' },
  { strand: 'other', letter: 'O', short: 'other', name: 'Other' },
  { strand: 'unsure', letter: 'U', short: 'not sure', name: 'Not sure' },
];

/** What each side is called on the pad. */
export const SIDE_NAMES: { readonly [S in Side]: string } = { change: 'Change', sustain: 'Sustain' };

const byStrand = new Map(STRAND_LABELS.map((label) => [label.strand, label]));
const byLetter = new Map(STRAND_LABELS.map((label) => [label.letter, label.strand]));

/** The label of a strand. */
export function strandLabel(strand: Strand): StrandLabel {
  const label = byStrand.get(strand);
  if (!label) throw new Error('A strand has no label');
  return label;
}

/** The strand a key stands for, or undefined. */
export function strandOfKey(key: string): Strand | undefined {
  return byLetter.get(key.toUpperCase());
}
