// The pad's letters and words for each strand, and the words for both sides. Two strands begin with A, so letter and word
// always appear together.

import type { Marks } from '../../interview/note/note.ts';
import type { Direction } from '../../interview/talk/focus.ts';
import { changeShare, type Side, type Strand, type Talk } from '../../interview/talk/talk.ts';

/** One strand on the pad: its key, the short word under it, its full name. */
export interface StrandLabel {
  readonly strand: Strand;
  readonly letter: string;
  readonly short: string;
  readonly name: string;
  /** What a patient may say of this kind, for each side. */
  readonly example: { readonly [S in Side]: string };
}

type LabelRow = readonly [strand: Strand, letter: string, short: string, name: string, change: string, sustain: string];

// The seven strands in teaching order, then the two that are always possible.
const ROWS: readonly LabelRow[] = [
  ['desire', 'D', 'desire', 'Desire', 'I want to sleep better', 'I like how it calms me'],
  ['ability', 'A', 'ability', 'Ability', 'I could walk at lunch', 'I can’t stop'],
  ['reason', 'R', 'reason', 'Reason', 'I’d have more energy', 'It helps me fall asleep'],
  ['need', 'N', 'need', 'Need', 'Something has to change', 'I need it to get going'],
  ['commitment', 'C', 'will do', 'Commitment', 'I will cut down', 'I’m not going to quit'],
  ['activation', 'V', 'willing', 'Activation', 'I’m ready to try', 'I’m not ready to quit'],
  ['taking-steps', 'T', 'already doing', 'Taking steps', 'I threw my pack away', 'I bought another pack'],
  ['other', 'O', 'other', 'Other', 'anything else for change', 'anything else for staying'],
  ['unsure', 'U', 'not sure', 'Not sure', 'for change, kind not clear', 'for staying, kind not clear'],
];

/** All strands, in the order of the pad. */
export const STRAND_LABELS: readonly StrandLabel[] = ROWS.map(([strand, letter, short, name, change, sustain]) => ({
  strand,
  letter,
  short,
  name,
  example: { change, sustain },
}));

/** The name of each side on the pad. */
export const SIDE_NAMES: { readonly [S in Side]: string } = { change: 'Change', sustain: 'Sustain' };

/** The longer name of each side. */
export const SIDE_TITLES: { readonly [S in Side]: string } = { change: 'For change', sustain: 'For staying the same' };

/** The same on the pad. With someone who keeps a change up, staying the same would be the change. */
export const sideTitles = (direction: Direction | undefined): { readonly [S in Side]: string } =>
  direction === 'keep-going' ? { change: 'For keeping it up', sustain: 'Against it' } : SIDE_TITLES;

/** Side and kind of a mark as the pad names them: "For change, will do". Only the side if the kind is not sure. */
export const kindText = ({ side, strand }: Talk): string =>
  strand === 'unsure' ? SIDE_TITLES[side] : `${SIDE_TITLES[side]}, ${strandLabel(strand).short}`;

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

/** How much was said on each side. '' if nothing was. */
export function countsText({ change, sustain }: Marks, direction?: Direction): string {
  const titles = sideTitles(direction);
  const [first, last] = [titles.change.toLowerCase(), titles.sustain.toLowerCase()];
  return change + sustain === 0 ? '' : `${change} ${first}, ${sustain} ${last}`;
}

/** The same with the share, if there are enough marks. */
export function countsAndShareText(marks: Marks, direction?: Direction): string {
  const [share, counts] = [changeShare(marks), countsText(marks, direction)];
  return share === undefined ? counts : `${counts} (${share}% ${sideTitles(direction).change.toLowerCase()})`;
}
