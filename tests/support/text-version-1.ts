// Version 1 of the note as text, exactly as Evoke wrote it until 28 November 2026. Only tests write it. Charts will
// always contain such texts, and Evoke must read every one of them.

import type { NoteId } from '../../src/interview/ids.ts';
import type { ReadinessNote } from '../../src/interview/note/note.ts';
import { type Asked, type Fact, factsOf, NOT_NAMED, type TextName } from '../../src/interview/note/note-facts.ts';
import { checkOf } from '../../src/interview/note/text/checksum.ts';
import {
  DIRECTION_WORDS,
  ENDING_WORDS,
  FRAME,
  RAISED_WORDS,
  RULER_LABELS,
  STEP_WORDS,
  TEXT_LABELS,
  talkLabel,
} from '../../src/interview/note/text/labels.ts';
import { DECLINED, NO_DAY, NOT_ASKED, WRITTEN_AS } from '../../src/interview/note/text/lines.ts';
import { readDayText, writeDay, writeMoment } from '../../src/interview/note/text/moment.ts';
import type { NoteTextExtras } from '../../src/interview/note/text/write-note-text.ts';
import type { Code } from '../../src/interview/talk/focus.ts';
import { assertNever } from '../../src/lib/assert-never.ts';

interface NoteLine {
  readonly label: string;
  readonly value: string;
  readonly inner?: true;
}

const line = (label: string, value: string): NoteLine => ({ label, value });
const inner = (label: string, value: string): NoteLine => ({ label, value, inner: true });

/** Every line of the note, from its date to its record line. `replaces` names the note that this one replaces. */
function linesOf(note: ReadinessNote, replaces?: NoteId): readonly NoteLine[] {
  const facts = factsOf(note);
  return [
    line(FRAME.date, writeMoment(note.at)),
    ...facts.flatMap((fact, place) => linesOfFact(fact, facts[place - 1], facts[place + 1])),
    line(FRAME.signed, writeMoment(note.signedAt)),
    ...(replaces ? [line(FRAME.replaces, replaces)] : []),
    line(FRAME.record, note.marks ? `${note.id}, marks ${note.marks.change}/${note.marks.sustain}` : note.id),
  ];
}

/** True for a quote of the patient, which comes under "In their own words". */
function isTalkLine({ label, inner: within }: NoteLine): boolean {
  return within === true && /^For (?:change|staying the same)(?: \(|$)/.test(label);
}

/** The line or lines of one fact. Marks are in the record line and give none. */
function linesOfFact(fact: Fact, before?: Fact, after?: Fact): readonly NoteLine[] {
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

/** The system of codes that are written without it, since nearly all topics are coded in it. */
const USUAL_SYSTEM = 'http://snomed.info/sct';

/** The label, then the code in braces. Empty braces if a label without a code ends in one. */
function behaviour(label: string | undefined, code: Code | undefined): string {
  const words = label ?? NOT_NAMED;
  if (!code) return words.endsWith('}') ? `${words} {}` : words;
  const system = code.system === USUAL_SYSTEM ? '' : `${masked(code.system)}|`;
  return `${words} {${system}${masked(code.code)}}`;
}

const masked = (text: string) =>
  text.replace(/[%{}|\s]/g, (sign) => `%${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);

/** The note as text, without a final line break. Contains every fact of the note. */
export function writeNoteText1(note: ReadinessNote, { givenName, replaces }: NoteTextExtras = {}): string {
  const lines = linesOf(note, replaces);
  return [
    `READINESS NOTE (Evoke text 1)`,
    ...layOut(lines, talkHeading(givenName)),
    `End of readiness note, check ${checkOfLines(lines)}`,
  ].join('\n');
}

/** "In Pat's own words". Without a name that fits on a line: the patient's. */
function talkHeading(givenName: string | undefined): string {
  const name = givenName?.replace(/[\s:|\p{Cc}]+/gu, ' ').trim() ?? '';
  return name !== '' && name.length <= 40 ? `In ${name}'s own words` : "In the patient's own words";
}

/**
 * The lines as text, with the quotes under their heading. Line breaks inside a value become lines that start with `  |
 * `.
 */
function layOut(lines: readonly NoteLine[], heading: string): readonly string[] {
  return lines.flatMap((line, place) => {
    const before = lines[place - 1];
    const opens = isTalkLine(line) && !(before && isTalkLine(before));
    const value = line.value.replace(/\r\n?/g, '\n').replaceAll('\n', '\n  | ');
    return [...(opens ? [heading] : []), `${line.inner ? '  ' : ''}${line.label}: ${value}`];
  });
}

/** The check of some lines. White space is left out, so that wrapping and trimming do not count as a change. */
function checkOfLines(lines: readonly NoteLine[]): string {
  return checkOf(lines.map(({ label, value }) => `${label}=${value}`.replace(/\s+/g, '')).join('\n'));
}
