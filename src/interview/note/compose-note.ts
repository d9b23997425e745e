// Composes the note to file from an interview: trimmed, without empty parts. Knows nothing about FHIR.

import { recordOf } from '../../lib/record-of.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import type { Instant } from '../ids.ts';
import type { Interview, Line } from '../interview.ts';
import { SIDES, type Side, type Strand, type Utterance } from '../talk/talk.ts';
import { cleanNote } from './clean-note.ts';
import { cleanText } from './clean-text.ts';
import { type Marks, type NotePlan, type NoteTalk, PLAN_LISTS, type ReadinessNote } from './note.ts';
import { factsOf, rowOf } from './note-facts.ts';

/** Nothing was recorded except possibly the target. */
export type EmptyNote = { readonly kind: 'emptyNote' };

const texts = (lines: readonly Pick<Line, 'text'>[]): readonly string[] => lines.map(({ text }) => text);

export function countMarks(talk: readonly Utterance[]): Marks {
  const change = talk.filter((each) => each.talk.side === 'change').length;
  return { change, sustain: talk.length - change };
}

const quotes = (talk: readonly Utterance[]): readonly NoteTalk[] =>
  talk.flatMap(({ talk: code, words }) => (words.kind === 'heard' ? [{ talk: code, text: words.text }] : []));

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

function composePlan({ plan, evoke }: Interview): NotePlan {
  const { followUpDay: day, followUpHow: how, notTodayWhy: why, ending, ...parts } = plan;
  const followUp = { day, how };
  if (ending === 'not-today') return { kind: ending, why, followUp };
  return {
    ...parts,
    kind: 'agreed',
    reasons: plan.reasons.flatMap((id) => texts(quotes(evoke.talk.filter((each) => each.id === id)))),
    ...recordOf(PLAN_LISTS, (list) => texts(plan[list])),
    followUp,
  };
}

function withoutEmptyPlan(note: ReadinessNote): ReadinessNote {
  const facts = factsOf(note).filter((fact) => rowOf(fact).section === 'plan');
  return note.plan.kind === 'agreed' && facts.length === 1 ? { ...note, plan: { kind: 'none' } } : note;
}

/** The language of all quotes, or of the visit if nothing was quoted. */
function noteLanguage({ language, evoke }: Interview): string | undefined {
  const [first = language, ...others] = new Set(
    evoke.talk.flatMap(({ words }) => (words.kind === 'heard' ? [words.language ?? language] : [])),
  );
  return others.length === 0 ? first : undefined;
}

/** Everything as typed, with empty texts. */
function noteAsTyped(interview: Interview, signedAt: Instant): ReadinessNote {
  const { engage, evoke, time } = interview;
  const { target, ...focus } = interview.focus;
  const { label, code, sensitive } =
    target.kind === 'named' ? target : { label: undefined, code: undefined, sensitive: false };
  return {
    id: interview.id,
    at: time.startedAt,
    signedAt,
    language: noteLanguage(interview),
    ...focus,
    target: { label, code, sensitive },
    agenda: texts(engage.agenda),
    strengths: texts(engage.strengths),
    present: engage.present,
    lastStep: engage.lastStep,
    // Without information, there is nothing that a view could be about.
    information: evoke.information.filter(({ given }) => cleanText(given) !== ''),
    rulers: evoke.rulers,
    talk: quotes(evoke.talk),
    marks: countMarks(evoke.talk),
    plan: composePlan(interview),
    minutes: time.minutes,
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
  const note = withoutEmptyPlan(cleanNote(noteAsTyped(interview, signedAt)));
  return isEmpty(note) ? err({ kind: 'emptyNote' }) : ok(note);
}
