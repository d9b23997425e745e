// The note as labeled lines in a fixed order, between facts and the text on the page. It has labels and values. The
// layout adds indentation and line breaks.

import { assertNever } from '../../../lib/assert-never.ts';
import type { Side } from '../../talk/talk.ts';
import type { ReadinessNote } from '../note.ts';
import { type Asked, type Fact, factsOf, NOT_NAMED, type TextName } from '../note-facts.ts';
import {
  DIRECTION_WORDS,
  ENDING_WORDS,
  FRAME,
  KIND_LABELS,
  RAISED_WORDS,
  RULER_LABELS,
  STEP_WORDS,
  TEXT_LABELS,
} from './labels.ts';
import { readDayText, writeDay, writeMoment } from './moment.ts';

/**
 * One labeled line. `inner` lines belong to the line above. `under` is the side of a quote, printed below the heading
 * of that side. A value may have line breaks and is never empty.
 */
export interface NoteLine {
  readonly label: string;
  readonly value: string;
  readonly inner?: true;
  readonly under?: Side;
}

/** The values of rulers without a number. */
export const NOT_ASKED = 'not asked';
export const DECLINED = 'asked, preferred not to say';
/** Prefix of a chart's text where a number was expected. */
export const WRITTEN_AS = 'written as: ';
/** Prefix of a follow-up channel that could be mistaken for a date. */
export const NO_DAY = 'no day, ';

const line = (label: string, value: string): NoteLine => ({ label, value });
const inner = (label: string, value: string): NoteLine => ({ label, value, inner: true });

/** The order in which a person reads a note: the plan, the rulers, what the patient said, then the rest. */
const SECTIONS = ['about', 'plan', 'rulers', 'change', 'sustain', 'rest'] as const;

/** Every line that a person reads, from the date to the signature, without codes, counts and record numbers. */
export function linesOf(note: ReadinessNote): readonly NoteLine[] {
  const facts = factsOf(note);
  const placed = facts.map((fact, place) => ({
    section: sectionOf(fact),
    lines: linesOfFact(fact, facts[place - 1], facts[place + 1]),
  }));
  return [
    line(FRAME.date, writeMoment(note.at)),
    ...SECTIONS.flatMap((section) => placed.flatMap((each) => (each.section === section ? each.lines : []))),
    line(FRAME.signed, writeMoment(note.signedAt)),
  ];
}

function sectionOf(fact: Fact): (typeof SECTIONS)[number] {
  switch (fact.kind) {
    case 'target':
      return 'about';
    case 'ending':
    case 'plan-confidence':
    case 'follow-up':
      return 'plan';
    case 'text':
      return fact.name.startsWith('plan-') ? 'plan' : 'rest';
    case 'ruler':
    case 'ruler-words':
      return 'rulers';
    case 'talk':
      return fact.talk.side;
    default:
      return 'rest';
  }
}

/**
 * The line or lines of one fact. Codes, the discreet title and counts of marks are for software only and have no line.
 */
export function linesOfFact(fact: Fact, before?: Fact, after?: Fact): readonly NoteLine[] {
  switch (fact.kind) {
    case 'target':
      return [line(FRAME.about, fact.label ?? NOT_NAMED)];
    case 'sensitive':
    case 'marks':
      return [];
    case 'text':
      return before?.kind === 'follow-up' && fact.name === 'plan-follow-up-how' ? [] : [textLine(fact.name, fact.text)];
    case 'direction':
      return [line(FRAME.direction, DIRECTION_WORDS[fact.direction])];
    case 'raised-by':
      return [line(FRAME.raisedBy, RAISED_WORDS[fact.by])];
    case 'permission':
      return [line(FRAME.permission, fact.given ? 'yes' : 'no')];
    case 'last-step':
      return [line(FRAME.lastStep, STEP_WORDS[fact.result])];
    case 'ruler':
      return [rulerLine(fact, before)];
    case 'ruler-words':
      return [inner(FRAME[fact.about], fact.text)];
    case 'talk':
      return [{ ...inner(KIND_LABELS[fact.talk.strand], fact.text), under: fact.talk.side }];
    case 'ending':
      return [line(FRAME.plan, ENDING_WORDS[fact.ending])];
    case 'plan-confidence':
      return [inner(FRAME.planConfidence, String(fact.score))];
    case 'follow-up':
      return [inner(FRAME.followUp, [writeDay(fact.day), howAfter(after)].filter(Boolean).join(', '))];
    case 'minutes':
      return [line(FRAME.minutes, String(fact.minutes))];
    case 'also':
      return [line(FRAME.also, fact.label), inner(FRAME.noted, fact.value)];
    default:
      return assertNever(fact);
  }
}

function textLine(name: TextName, text: string): NoteLine {
  if (name === 'plan-follow-up-how') return inner(FRAME.followUp, looksDated(text) ? `${NO_DAY}${text}` : text);
  const within = name.startsWith('plan-') || name === 'information-view' || name === 'last-step-words';
  return within ? inner(TEXT_LABELS[name], text) : line(TEXT_LABELS[name], text);
}

const looksDated = (how: string) => how.startsWith(NO_DAY) || readDayText(how.slice(0, 11)) !== undefined;

const howAfter = (after: Fact | undefined) =>
  after?.kind === 'text' && after.name === 'plan-follow-up-how' ? after.text : undefined;

function rulerLine(fact: Extract<Fact, { kind: 'ruler' }>, before: Fact | undefined): NoteLine {
  const again = before?.kind === 'ruler' && before.ruler === fact.ruler;
  return again ? inner(FRAME.again, askedWords(fact.asked)) : line(RULER_LABELS[fact.ruler], askedWords(fact.asked));
}

function askedWords(asked: Asked): string {
  switch (asked.kind) {
    case 'not-asked':
      return NOT_ASKED;
    case 'declined':
      return DECLINED;
    case 'unreadable':
      return `${WRITTEN_AS}${asked.written}`;
    case 'answered':
      return String(asked.score);
    default:
      return assertNever(asked);
  }
}
