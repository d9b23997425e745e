// Composes the note to file from an interview: trimmed, without empty parts. Knows nothing about FHIR.

import { err, ok, type Result } from '../../lib/result.ts';
import type { EntryId, Instant } from '../ids.ts';
import type { Interview, Line, Planning } from '../interview.ts';
import { byRuler, type Ruler } from '../ruler.ts';
import { SIDES, type Side, type Strand, type Utterance } from '../talk/talk.ts';
import { cleanText } from './clean-text.ts';
import type { FollowUp, Marks, NotePlan, NoteRuler, NoteTalk, ReadinessNote } from './note.ts';

/** Nothing was recorded except possibly the target. */
export type EmptyNote = { readonly kind: 'emptyNote' };

/** An object with the cleaned text under that key, or an empty object if the text is blank. */
function said<K extends string>(key: K, text: string): { readonly [P in K]?: string } {
  const cleaned = cleanText(text);
  return cleaned === '' ? {} : ({ [key]: cleaned } as { readonly [P in K]?: string });
}

const given = <K extends string, T>(key: K, value: T | undefined): { readonly [P in K]?: T } =>
  value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: T });

const texts = (lines: readonly Line[]): readonly string[] =>
  lines.map((line) => cleanText(line.text)).filter((text) => text !== '');

/** Counts of all marks, with and without words. */
export function countMarks(talk: readonly Utterance[]): Marks {
  const change = talk.filter((each) => each.talk.side === 'change').length;
  return { change, sustain: talk.length - change };
}

function quotes(talk: readonly Utterance[]): readonly NoteTalk[] {
  return talk.flatMap(({ talk: code, words }) => {
    const text = words.kind === 'heard' ? cleanText(words.text) : '';
    return text === '' ? [] : [{ talk: code, text }];
  });
}

const SIDE_WORDS = { change: 'for change', sustain: 'for staying the same' } as const satisfies Record<Side, string>;

const hasWords = ({ words }: Utterance): boolean => words.kind === 'heard' && cleanText(words.text) !== '';

const kindOf = (strand: Strand): string => (strand === 'unsure' ? 'not sure which' : strand.replace('-', ' '));

/** Marks without words are listed by kind, each kind once. The readable note does not say how often. */
function wordless(talk: readonly Utterance[]): ReadinessNote['also'] {
  const left = talk.filter((mark) => !hasWords(mark));
  const sides = SIDES.flatMap((side) => {
    const kinds = new Set(left.filter((mark) => mark.talk.side === side).map((mark) => kindOf(mark.talk.strand)));
    return kinds.size === 0 ? [] : [`${SIDE_WORDS[side]}: ${[...kinds].join(', ')}`];
  });
  return sides.length === 0 ? [] : [{ label: 'Kinds heard without words', value: sides.join('; ') }];
}

const composeRuler = (ruler: Ruler): NoteRuler =>
  ruler.kind === 'not-asked'
    ? ruler
    : {
        kind: 'asked',
        answer: ruler.answer,
        ...given('again', ruler.again),
        ...said('why', ruler.why),
        ...said('raise', ruler.raise),
      };

function followUp(plan: Planning): { readonly followUp?: FollowUp } {
  const parts = { ...given('day', plan.followUpDay), ...said('how', plan.followUpHow) };
  return Object.keys(parts).length === 0 ? {} : { followUp: parts };
}

function chosenReasons(reasons: readonly EntryId[], talk: readonly Utterance[]): readonly string[] {
  return reasons.flatMap((id) => quotes(talk.filter((each) => each.id === id)).map((quote) => quote.text));
}

function composePlan({ plan, evoke }: Interview): NotePlan {
  if (plan.ending === 'not-today') return { kind: 'not-today', ...said('why', plan.notTodayWhy), ...followUp(plan) };
  const parts = {
    ...said('change', plan.change),
    ...said('firstStep', plan.firstStep),
    ...said('signWorking', plan.signWorking),
    ...said('ifNotWorking', plan.ifNotWorking),
    ...given('confidence', plan.confidence),
    ...said('commitment', plan.commitment),
    ...said('referral', plan.referral),
    ...followUp(plan),
  };
  const lists = {
    reasons: chosenReasons(plan.reasons, evoke.talk),
    steps: texts(plan.steps),
    supports: texts(plan.supports),
    barriers: texts(plan.barriers),
    ifThens: texts(plan.ifThens),
  };
  const nothing = Object.keys(parts).length === 0 && Object.values(lists).every((list) => list.length === 0);
  return nothing ? { kind: 'none' } : { kind: 'agreed', ...parts, ...lists };
}

/** The language of all quotes, or of the visit if nothing was quoted. */
function noteLanguage({ language, evoke }: Interview): string | undefined {
  const [first = language, ...others] = new Set(
    evoke.talk.flatMap(({ words }) => (words.kind === 'heard' ? [words.language ?? language] : [])),
  );
  return others.length === 0 ? first : undefined;
}

function composeTarget({ focus }: Interview): ReadinessNote['target'] {
  const { target } = focus;
  if (target.kind === 'not-named') return { sensitive: false };
  return { ...said('label', target.label), ...given('code', target.code), sensitive: target.sensitive };
}

function composeFacts(interview: Interview): Omit<ReadinessNote, 'id' | 'at' | 'signedAt' | 'language' | 'target'> {
  const { engage, focus, evoke, time } = interview;
  const lastStep = { ...given('result', engage.lastStep.result), ...said('words', engage.lastStep.words) };
  return {
    ...said('goal', focus.goal),
    ...given('direction', focus.direction),
    ...given('raisedBy', focus.raisedBy),
    ...given('permission', focus.permission),
    agenda: texts(engage.agenda),
    strengths: texts(engage.strengths),
    ...said('present', engage.present),
    ...(Object.keys(lastStep).length === 0 ? {} : { lastStep }),
    information: evoke.information.flatMap((line) => {
      const text = cleanText(line.given);
      return text === '' ? [] : [{ given: text, ...said('view', line.view) }];
    }),
    rulers: byRuler((name) => composeRuler(evoke.rulers[name])),
    talk: quotes(evoke.talk),
    marks: countMarks(evoke.talk),
    plan: composePlan(interview),
    ...given('minutes', time.minutes),
    also: wordless(evoke.talk),
  };
}

const isEmpty = (note: ReadinessNote): boolean =>
  (note.marks?.change ?? 0) + (note.marks?.sustain ?? 0) === 0 &&
  note.plan.kind === 'none' &&
  Object.values(note.rulers).every((ruler) => ruler.kind === 'not-asked') &&
  [note.agenda, note.strengths, note.information].every((list) => list.length === 0) &&
  [note.goal, note.present, note.lastStep].every((fact) => fact === undefined);

/** The note as signed at `signedAt`, or `emptyNote`. A declined ruler and "no plan today" count as content. */
export function composeNote(interview: Interview, signedAt: Instant): Result<ReadinessNote, EmptyNote> {
  const note: ReadinessNote = {
    id: interview.id,
    at: interview.time.startedAt,
    signedAt,
    ...given('language', noteLanguage(interview)),
    target: composeTarget(interview),
    ...composeFacts(interview),
  };
  return isEmpty(note) ? err({ kind: 'emptyNote' }) : ok(note);
}
