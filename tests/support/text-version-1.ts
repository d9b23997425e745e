// Version 1 of the note as text, exactly as Evoke wrote it until 28 November 2026. Only tests write it. Charts will
// always contain such texts, and Evoke must read every one of them.

import type { NoteId } from '../../src/interview/ids.ts';
import type { Asked } from '../../src/interview/note/fact-kinds.ts';
import type { ReadinessNote } from '../../src/interview/note/note.ts';
import { type Fact, type FactName, factsOf } from '../../src/interview/note/note-facts.ts';
import { checkOf } from '../../src/interview/note/text/checksum.ts';
import { readDayText, writeDay, writeMoment } from '../../src/interview/note/text/moment.ts';
import type { NoteTextExtras } from '../../src/interview/note/text/write-note-text.ts';
import type { Code } from '../../src/interview/talk/focus.ts';
import type { Talk } from '../../src/interview/talk/talk.ts';
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
    line('Date', writeMoment(note.at)),
    ...facts.flatMap((fact, place) => linesOfFact(fact, facts[place - 1], facts[place + 1])),
    line('Signed', writeMoment(note.signedAt)),
    ...(replaces ? [line('Replaces', replaces)] : []),
    line('Record', note.marks ? `${note.id}, marks ${note.marks.change}/${note.marks.sustain}` : note.id),
  ];
}

/** True for a quote of the patient, which comes under "In their own words". */
function isTalkLine({ label, inner: within }: NoteLine): boolean {
  return within === true && /^For (?:change|staying the same)(?: \(|$)/.test(label);
}

/** The labels of version 1. The fact of a follow-up channel shares the label of the day. */
const LABELS: { readonly [Name in FactName]?: string } = {
  'target-behaviour': 'About',
  'sensitive-topic': 'Discreet title',
  'change-goal': 'Goal',
  'change-direction': 'Direction',
  'raised-by': 'Brought up by',
  permission: 'Fine to talk about it',
  'agenda-item': 'On the agenda',
  strength: 'Strength',
  'who-was-present': 'Who was there',
  'last-step-result': 'Last step',
  'last-step-words': 'About that step',
  'information-given': 'Information shared',
  'information-view': 'What they make of it',
  importance: 'Importance (0-10)',
  confidence: 'Confidence (0-10)',
  readiness: 'Readiness (0-10)',
  'plan-outcome': 'Plan',
  'plan-not-today-why': 'Why not today',
  'plan-change': 'Change',
  'plan-reason': 'Why it matters',
  'plan-first-step': 'First step',
  'plan-step': 'Further step',
  'plan-support': 'Who can help',
  'plan-sign-working': 'How to tell it works',
  'plan-barrier': 'What could get in the way',
  'plan-if-then': 'If that happens',
  'plan-if-not-working': 'If the plan does not work',
  'plan-confidence': 'How sure of this step (0-10)',
  'plan-commitment': 'In their own words',
  'plan-referral': 'Who else they will see',
  'plan-follow-up': 'Follow-up',
  'plan-follow-up-how': 'Follow-up',
  'session-minutes': 'Minutes',
};

/** How version 1 printed choices that are not their own words. */
const CHOICES: Readonly<Record<string, string>> = {
  'cut-down': 'cut down',
  'do-more': 'do more',
  'keep-going': 'keep going',
  'change-how': 'change how or when',
  explore: 'not decided yet',
  patient: 'the patient',
  clinician: 'the clinician',
  'not-yet': 'not yet',
  'not-today': 'no plan today, the door is open',
};

const NO_DAY = 'no day, ';

/** The line or lines of one fact. Marks are in the record line and give none. */
function linesOfFact(fact: Fact, before?: Fact, after?: Fact): readonly NoteLine[] {
  const label = LABELS[fact.name] ?? '';
  switch (fact.kind) {
    case 'target':
      return [line(label, behavior(fact.value.label, fact.value.code))];
    case 'sensitive':
      return [line(label, 'yes')];
    case 'text':
      return before?.kind === 'day' && fact.name === 'plan-follow-up-how' ? [] : [textLine(fact.name, fact.value)];
    case 'choice':
      return [line(label, CHOICES[fact.value] ?? fact.value)];
    case 'yes-no':
      return [line(label, fact.value ? 'yes' : 'no')];
    case 'ruler':
      return [
        before?.name === fact.name ? inner('Asked again', askedWords(fact.value)) : line(label, askedWords(fact.value)),
      ];
    case 'talk':
      return [inner(talkLabel(fact.value.talk), fact.value.text)];
    case 'count':
      return [];
    case 'score':
      return [inner(label, String(fact.value))];
    case 'day':
      return [inner(label, [writeDay(fact.value), howAfter(after)].filter(Boolean).join(', '))];
    case 'minutes':
      return [line(label, String(fact.value))];
    case 'also':
      return [line('Also recorded', fact.value.label), inner('Noted as', fact.value.value)];
    default:
      return assertNever(fact);
  }
}

const talkLabel = ({ side, strand }: Talk): string =>
  `${side === 'change' ? 'For change' : 'For staying the same'}${strand === 'unsure' ? '' : ` (${strand.replace('-', ' ')})`}`;

function textLine(name: FactName<'text'>, text: string): NoteLine {
  const label = LABELS[name] ?? (name.endsWith('-why') ? 'Why that number' : 'What would raise it');
  if (name === 'plan-follow-up-how') return inner(label, looksDated(text) ? `${NO_DAY}${text}` : text);
  return /^(?:plan-|information-view|last-step-words)|-(?:why|raise)$/.test(name)
    ? inner(label, text)
    : line(label, text);
}

const looksDated = (how: string) => how.startsWith(NO_DAY) || readDayText(how.slice(0, 11)) !== undefined;

const howAfter = (after: Fact | undefined) => (after?.name === 'plan-follow-up-how' ? after.value : undefined);

function askedWords(asked: Asked): string {
  switch (asked.kind) {
    case 'not-asked':
      return 'not asked';
    case 'declined':
      return 'asked, preferred not to say';
    case 'unreadable':
      return `written as: ${asked.written}`;
    case 'answered':
      return String(asked.score);
    default:
      return assertNever(asked);
  }
}

/** The system of codes that are written without it, since nearly all topics are coded in it. */
const USUAL_SYSTEM = 'http://snomed.info/sct';

/** The label, then the code in braces. Empty braces if a label without a code ends in one. */
function behavior(label: string | undefined, code: Code | undefined): string {
  const words = label ?? 'Not named yet';
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
