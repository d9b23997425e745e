// The kinds of facts: the type of each value, and how a line of text writes and reads it. It knows no particular fact.

import { type Day, readScore, type Score } from '../ids.ts';
import type { Answer } from '../ruler.ts';
import type { AlsoRecorded, NoteTalk, ReadinessNote } from './note.ts';
import { readDayText, writeDay } from './text/moment.ts';

/** One answer of a ruler. `unreadable` keeps the chart's own text. */
export type Asked = Answer | { readonly kind: 'not-asked' } | { readonly kind: 'unreadable'; readonly written: string };

/** The value of each kind. A choice is a key of its row in `CHOICE_WORDS`. */
export interface FactValues {
  readonly target: Pick<ReadinessNote['target'], 'label' | 'code'>;
  readonly sensitive: true;
  readonly text: string;
  readonly choice: string;
  readonly 'yes-no': boolean;
  readonly ruler: Asked;
  readonly talk: NoteTalk;
  readonly count: number;
  readonly score: Score;
  readonly day: Day;
  readonly minutes: number;
  readonly also: AlsoRecorded;
}

export type FactKind = keyof FactValues;

/** Both directions between a value and its text. Text that does not fit reads as undefined. */
export interface ValueText<Value> {
  readonly write: (value: Value) => string;
  readonly read: (text: string) => Value | undefined;
}

/** Shown in place of a behavior if none was named. Read in any case. */
export const NOT_NAMED = 'Not named yet';

/** True for the text that says no behavior was named, in any case. */
export function saysNotNamed(text: string): boolean {
  return text.trim().toLowerCase() === NOT_NAMED.toLowerCase();
}

const NOT_ASKED = 'not asked';
const DECLINED = 'asked, preferred not to say';
/** Prefix of a chart's text where a number was expected. */
const WRITTEN_AS = 'written as: ';

/** The text of each kind that has one value on one line. That of a choice depends on the fact. */
export const VALUE_TEXTS: { readonly [Kind in FactKind]?: ValueText<FactValues[Kind]> } = {
  target: {
    write: ({ label }) => label ?? NOT_NAMED,
    read: (text) => (saysNotNamed(text) ? {} : { label: text }),
  },
  text: { write: (text) => text, read: (text) => text },
  'yes-no': {
    write: (isYes) => (isYes ? 'yes' : 'no'),
    read: (text) => (text === 'yes' || text === 'no' ? text === 'yes' : undefined),
  },
  ruler: { write: writeAsked, read: readAskedText },
  score: {
    write: String,
    read: (text) => {
      const asked = readAskedText(text);
      return asked.kind === 'answered' ? asked.score : undefined;
    },
  },
  day: { write: writeDay, read: readDayText },
  minutes: { write: String, read: (text) => (/^\d{1,9}$/.test(text) ? Number(text) : undefined) },
};

function writeAsked(asked: Asked): string {
  if (asked.kind === 'answered') return String(asked.score);
  if (asked.kind === 'unreadable') return `${WRITTEN_AS}${asked.written}`;
  return asked.kind === 'declined' ? DECLINED : NOT_ASKED;
}

export function readAskedText(text: string): Asked {
  if (text === NOT_ASKED) return { kind: 'not-asked' };
  if (text === DECLINED) return { kind: 'declined' };
  const score = /^\d{1,2}$/.test(text) ? readScore(Number(text)) : undefined;
  if (score?.ok) return { kind: 'answered', score: score.value };
  return { kind: 'unreadable', written: text.startsWith(WRITTEN_AS) ? text.slice(WRITTEN_AS.length) : text };
}

/** The words of each choice. The first name is that of the fact, the others are its choices. */
export const CHOICE_WORDS = {
  'change-direction': {
    stop: 'stop',
    'cut-down': 'cut down',
    start: 'start',
    'do-more': 'do more',
    'keep-going': 'keep going',
    'change-how': 'change how or when',
    explore: 'not decided yet',
  },
  'raised-by': { patient: 'the patient', clinician: 'the clinician', both: 'both' },
  'last-step-result': { done: 'done', partly: 'partly', 'not-yet': 'not yet' },
  'plan-outcome': { agreed: 'agreed', 'not-today': 'no plan today, the door is open' },
} as const;

export function choiceText(words: Readonly<Record<string, string>>): ValueText<string> {
  return {
    write: (choice) => words[choice] ?? choice,
    read: (text) => Object.keys(words).find((choice) => words[choice] === text),
  };
}
