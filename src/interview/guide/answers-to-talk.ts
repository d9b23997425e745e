// Lines to say after each mark: reflections first, then an affirmation or both sides, then one question. Pure: the lines
// depend only on the marks and the direction, and no line repeats within ten.

import type { Language } from '../patient/patient-words.ts';
import type { Direction } from '../talk/focus.ts';
import { SIDES, type Side, type Talk, type Utterance } from '../talk/talk.ts';
import { STEMS_ES } from './spanish/stems-es.ts';
import { STEMS } from './stems.ts';

/** One line to say. `both` combines the patient's words of both sides, with change last. */
export interface LineToSay {
  readonly kind: 'simple' | 'complex' | 'affirm' | 'both' | 'ask';
  readonly text: string;
}

/** The number of other lines before a line may repeat. */
const APART = 10;

const STEMS_IN = { en: STEMS, es: STEMS_ES } as const;

type StemKind = Exclude<LineToSay['kind'], 'both'>;

/** Every stem for a kind of talk, by kind of line. Someone who keeps a change up gets those that are true of it, too. */
export function stemsFor(
  { side, strand }: Talk,
  language: Language,
  direction?: Direction,
): { readonly [Kind in StemKind]: readonly string[] } {
  const { ahead, ...stems } = STEMS_IN[language][side][strand];
  const more = direction === 'keep-going' ? undefined : ahead;
  const all = (kind: StemKind) => [...(stems[kind] ?? []), ...(more?.[kind] ?? [])];
  return { simple: all('simple'), complex: all('complex'), affirm: all('affirm'), ask: all('ask') };
}

/** The lines to offer after each mark, in the order of the marks. Reflections come before the question. */
export function linesAfterMarks(
  talk: readonly Utterance[],
  language: Language,
  direction?: Direction,
): readonly (readonly LineToSay[])[] {
  const offered: string[] = [];
  const latest: { [S in Side]?: string } = {};
  return talk.map((mark) => {
    const { side } = mark.talk;
    const said = mark.words.kind === 'heard' ? mark.words.text.trim() : '';
    if (said !== '') latest[side] = said;
    const own = stemsFor(mark.talk, language, direction);
    const any = stemsFor({ side, strand: 'unsure' }, language, direction);
    const lines: LineToSay[] = [];
    const offer = (kind: LineToSay['kind'], text: string | undefined): void => {
      if (text === undefined) return;
      offered.push(text);
      lines.push({ kind, text });
    };
    const turns = (texts: readonly string[]) => longestAgo(texts, offered);
    offer('simple', turns(own.simple) ?? turns(any.simple));
    offer('complex', turns(own.complex) ?? turns(any.complex));
    offer('affirm', turns(own.affirm));
    offer('both', said === '' ? undefined : turns(bothSides(latest, language)));
    offer('ask', turns(own.ask) ?? turns(any.ask));
    return lines;
  });
}

/** The text offered longest ago, so that all texts alternate. Undefined if each was among the last ten. */
function longestAgo(texts: readonly string[], offered: readonly string[]): string | undefined {
  const last = (text: string) => offered.lastIndexOf(text);
  const [first] = texts.toSorted((one, other) => last(one) - last(other));
  return first !== undefined && (last(first) < 0 || offered.length - last(first) > APART) ? first : undefined;
}

/** Longer quotes are cut at a blank, because a person repeats the core of a sentence and not all of it. */
const LONGEST_QUOTE = 80;

const BOTH_SIDES = {
  en: (sustain: string, change: string) => `On the one hand, “${sustain}”, and at the same time, “${change}”…`,
  es: (sustain: string, change: string) => `Por un lado, «${sustain}», y al mismo tiempo, «${change}»…`,
} as const;

function bothSides(latest: { readonly [S in Side]?: string }, language: Language): readonly string[] {
  const [change, sustain] = SIDES.map((side) => latest[side]);
  if (change === undefined || sustain === undefined) return [];
  return [BOTH_SIDES[language](cut(sustain), cut(change))];
}

function cut(text: string): string {
  const plain = text.replace(/\s+/g, ' ').replace(/[.,;:]+$/, '');
  if (plain.length <= LONGEST_QUOTE) return plain;
  const blank = plain.lastIndexOf(' ', LONGEST_QUOTE - 1);
  return `${plain.slice(0, blank > 0 ? blank : LONGEST_QUOTE - 1)}…`;
}
