// The note as labelled lines in a fixed order: the middle between facts and the text on the page.
// Knows labels and how a value is worded; indentation and line breaks are the layout's business.

import { assertNever } from '../../../lib/assert-never.ts';
import type { NoteId } from '../../ids.ts';
import type { Code } from '../../talk/focus.ts';
import type { ReadinessNote } from '../note.ts';
import { type Asked, type Fact, factsOf, NOT_NAMED, type TextName } from '../note-facts.ts';
import {
  DIRECTION_WORDS,
  ENDING_WORDS,
  FRAME,
  RAISED_WORDS,
  RULER_LABELS,
  STEP_WORDS,
  TEXT_LABELS,
  talkLabel,
} from './labels.ts';
import { readDayText, writeDay, writeMoment } from './moment.ts';

/** One labelled line. `inner` lines belong to the one above; a value may hold line breaks and is never empty. */
export interface NoteLine {
  readonly label: string;
  readonly value: string;
  readonly inner?: true;
}

/** The values of rulers that hold no number. */
export const NOT_ASKED = 'not asked';
export const DECLINED = 'asked, preferred not to say';
/** Stands before what a chart holds where a number was expected. */
export const WRITTEN_AS = 'written as: ';
/** Stands before a way of follow-up that could be taken for a date. */
export const NO_DAY = 'no day, ';

const line = (label: string, value: string): NoteLine => ({ label, value });
const inner = (label: string, value: string): NoteLine => ({ label, value, inner: true });

/** Every line of the note, from its date to its record line. `replaces` names the note this one stands in for. */
export function linesOf(note: ReadinessNote, replaces?: NoteId): readonly NoteLine[] {
  const facts = factsOf(note);
  return [
    line(FRAME.date, writeMoment(note.at)),
    ...facts.flatMap((fact, place) => linesOfFact(fact, facts[place - 1], facts[place + 1])),
    line(FRAME.signed, writeMoment(note.signedAt)),
    ...(replaces ? [line(FRAME.replaces, replaces)] : []),
    line(FRAME.record, note.marks ? `${note.id}, marks ${note.marks.change}/${note.marks.sustain}` : note.id),
  ];
}

/** True for something the patient said, which stands under "In their own words". */
export function isTalkLine({ label, inner: within }: NoteLine): boolean {
  return within === true && /^For (?:change|staying the same)(?: \(|$)/.test(label);
}

/** The line or lines of one fact; the marks stand in the record line and give none. */
export function linesOfFact(fact: Fact, before?: Fact, after?: Fact): readonly NoteLine[] {
  switch (fact.kind) {
    case 'target':
      return [line(FRAME.about, behaviour(fact.label, fact.code))];
    case 'sensitive':
      return [line(FRAME.sensitive, 'yes')];
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
      return [inner(talkLabel(fact.talk), fact.text)];
    case 'marks':
      return [];
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

/** System of the codes that stand without their system, since nearly all behaviours are coded in it. */
export const USUAL_SYSTEM = 'http://snomed.info/sct';

/** The label, then the code in braces; empty braces where a label without a code happens to end in one. */
function behaviour(label: string | undefined, code: Code | undefined): string {
  const words = label ?? NOT_NAMED;
  if (!code) return words.endsWith('}') ? `${words} {}` : words;
  const system = code.system === USUAL_SYSTEM ? '' : `${masked(code.system)}|`;
  return `${words} {${system}${masked(code.code)}}`;
}

const masked = (text: string) =>
  text.replace(/[%{}|\s]/g, (sign) => `%${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);

/** Undoes the masking of a system or code. */
export function unmasked(text: string): string {
  return text.replace(/%([0-9a-f]{4})/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
}
