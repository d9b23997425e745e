// A note in the order people read it: their words, the rulers, the plan, the rest. Plain text that the screen draws.

import { type RulerReading, readingOf } from '../history/visits.ts';
import { RULER_NAMES, RULERS } from '../ruler.ts';
import { SIDES, type Side } from '../talk/talk.ts';
import type { ReadinessNote } from './note.ts';
import { sectionsOf } from './note-sections.ts';
import { shownValue } from './shown-value.ts';
import { KIND_LABELS, sideHeadings } from './text/labels.ts';
import type { NoteLine } from './text/lines.ts';

/** What was said on one side: its heading, and each quote with its kind in words that a patient reads. */
interface ReadSide {
  readonly side: Side;
  readonly title: string;
  readonly quotes: readonly { readonly text: string; readonly kind: string }[];
}

interface ReadSection {
  readonly title: string;
  readonly lines: readonly ReadLine[];
}

export type ReadLine = Pick<NoteLine, 'label' | 'value'>;

/** What a person reads of a note. Empty sections are left out. */
export interface ReadView {
  readonly topic: string;
  readonly first: readonly ReadSection[];
  readonly said: readonly ReadSide[];
  readonly rest: readonly ReadSection[];
  /** The language of the quotes, where it was chosen. */
  readonly language: string | undefined;
}

export function readView(note: ReadinessNote): ReadView {
  const sections = sectionsOf(note);
  const rulers = rulerLines(note);
  return {
    topic: note.target.label ?? 'No topic named',
    first: [
      ...sections.filter(({ section }) => section === 'plan'),
      ...(rulers.length > 0 ? [{ title: 'Rulers, 0 to 10', lines: rulers }] : []),
    ],
    said: SIDES.flatMap((side) => saidOn(side, note)),
    rest: sections.filter(({ section }) => section !== 'plan'),
    language: note.language,
  };
}

function saidOn(side: Side, { talk, direction }: ReadinessNote): readonly ReadSide[] {
  const quotes = talk
    .filter((said) => said.talk.side === side)
    .map(({ talk: { strand }, text }) => ({ text, kind: KIND_LABELS[strand] }));
  return quotes.length === 0 ? [] : [{ side, title: sideHeadings(direction)[side], quotes }];
}

function rulerLines({ rulers }: ReadinessNote): readonly ReadLine[] {
  return RULERS.flatMap((name) => {
    const ruler = rulers[name];
    const reading = readingOf(ruler);
    if (reading.kind === 'not-recorded') return [];
    const said = ruler.kind === 'asked' ? ruler : { why: undefined, raise: undefined };
    return [
      { label: RULER_NAMES[name], value: scoreText(reading) },
      ...(said.why ? [{ label: 'Why that number', value: said.why }] : []),
      ...(said.raise ? [{ label: 'What would raise it', value: said.raise }] : []),
    ];
  });
}

/** `7`, `5, then 7`, `declined`, `not asked`. */
export function scoreText(reading: RulerReading): string {
  switch (reading.kind) {
    case 'score':
      return reading.first === undefined ? `${reading.score}` : `${reading.first}, then ${reading.score}`;
    case 'not-asked':
      return 'not asked';
    case 'declined':
      return 'declined';
    case 'not-recorded':
      return 'not recorded';
    case 'unreadable':
      return `written as “${shownValue(reading.written)}”`;
  }
}

const textsOf = (sections: readonly ReadSection[]): readonly string[] =>
  sections.flatMap(({ title, lines }) => [title, ...lines.flatMap(({ label, value }) => [label, value])]);

/** Every text of a view in the order it is drawn, to compare with the screen. */
export const readTexts = ({ topic, first, said, rest }: ReadView): readonly string[] => [
  topic,
  ...textsOf(first),
  ...said.flatMap(({ title, quotes }) => [title, ...quotes.flatMap(({ text, kind }) => [`“${text}”`, kind])]),
  ...textsOf(rest),
];
