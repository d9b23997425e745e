// A note in the order people read it: their words, the rulers, the plan, the rest. Plain text only; the screen draws it.

import { type Reading, readingOf } from '../history/visits.ts';
import { RULERS } from '../ruler.ts';
import type { Side } from '../talk/talk.ts';
import type { ReadinessNote } from './note.ts';
import { type LinePart, partsOf } from './note-parts.ts';

/** One quote with its side and a line that says what it is. */
export interface ReadQuote {
  readonly side: Side;
  readonly text: string;
  readonly about: string;
}

/** A labeled line. */
export interface ReadLine {
  readonly label: string;
  readonly value: string;
}

/** What a person reads of a note. Empty parts are left out. */
export interface ReadView {
  readonly topic: string;
  readonly quotes: readonly ReadQuote[];
  readonly parts: readonly { readonly title: string; readonly lines: readonly ReadLine[] }[];
}

const SIDES: { readonly [S in Side]: string } = { change: 'For change', sustain: 'For staying the same' };

const TITLES: { readonly [P in LinePart]: string } = {
  'last-step': 'How the last step went',
  plan: 'Plan',
  focus: 'About this conversation',
  information: 'Information shared',
  also: 'Also recorded',
};

const NAMES = { importance: 'Importance', confidence: 'Confidence', readiness: 'Readiness' } as const;

/** The view of a note that is composed or filed. */
export function readView(note: ReadinessNote): ReadView {
  const parts = partsOf(note).map(({ part, lines }) => ({ part, title: TITLES[part], lines }));
  const isFirst = ({ part }: { readonly part: LinePart }): boolean => part === 'last-step';
  const rulers = rulerLines(note);
  return {
    topic: note.target.label ?? 'No topic named',
    quotes: note.talk.map(({ talk: { side, strand }, text }) => ({
      side,
      text,
      about: strand === 'unsure' ? SIDES[side] : `${SIDES[side]}, ${strand.replace('-', ' ')}`,
    })),
    parts: [
      ...parts.filter(isFirst),
      ...(rulers.length > 0 ? [{ title: 'Rulers, 0 to 10', lines: rulers }] : []),
      ...parts.filter((each) => !isFirst(each)),
    ].map(({ title, lines }) => ({ title, lines })),
  };
}

function rulerLines({ rulers }: ReadinessNote): readonly ReadLine[] {
  return RULERS.flatMap((name) => {
    const ruler = rulers[name];
    const reading = readingOf(ruler);
    if (reading.kind === 'not-recorded') return [];
    const said = ruler.kind === 'asked' ? ruler : { why: undefined, raise: undefined };
    return [
      { label: NAMES[name], value: scoreText(reading) },
      ...(said.why ? [{ label: 'Why that number', value: said.why }] : []),
      ...(said.raise ? [{ label: 'What would raise it', value: said.raise }] : []),
    ];
  });
}

/** `7`, `5, then 7`, `declined`, `not asked`. */
export function scoreText(reading: Reading): string {
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
      return `written as “${reading.written}”`;
  }
}

/** Every text of a view in the order it is drawn, to compare with the screen. */
export const readTexts = ({ topic, quotes, parts }: ReadView): readonly string[] => [
  topic,
  ...quotes.flatMap(({ text, about }) => [`“${text}”`, about]),
  ...parts.flatMap(({ title, lines }) => [title, ...lines.flatMap(({ label, value }) => [label, value])]),
];
