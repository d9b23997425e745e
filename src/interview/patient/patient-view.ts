// Everything that a patient may see: first name, rulers, topics, plan and chosen quotes. The share view and the printed
// plan receive this and never an Interview, so that showing a code or a count is a type error.

import { recordOf } from '../../lib/record-of.ts';
import { askedAbout, type Behavior, behaviorNamed, isSameBehavior } from '../guide/behaviors.ts';
import { type RulerQuestion, rulerQuestion } from '../guide/ruler-questions.ts';
import type { NoteEntry } from '../history/visits.ts';
import type { EntryId, Score } from '../ids.ts';
import type { Interview, Line, Planning } from '../interview.ts';
import { changeWords } from '../note/agreed-change.ts';
import { AGREED_TEXTS, type FollowUp, PLAN_LISTS, type ReadinessNote } from '../note/note.ts';
import { callingName } from '../person-name.ts';
import { type Answer, type ByRuler, byRuler, RULERS, type Ruler, type RulerName } from '../ruler.ts';
import type { Utterance } from '../talk/talk.ts';
import type { Person } from '../visit.ts';
import { type InLanguages, LANGUAGES, type Language } from './patient-words.ts';

export { RULERS, type RulerName, type RulerQuestion, type Score };

/** The patient's words and their language (BCP 47), '' if nobody chose one. */
export interface Quote {
  readonly text: string;
  readonly language: string;
}

/** A ruler as the patient sees it: not asked, declined, or the last number of today. Never last visit's number. */
export type PatientRuler = { readonly kind: 'open' } | Answer;

/** The patient's plan. Texts are trimmed and never empty. Absent parts are absent. */
export type PatientPlan =
  | { readonly kind: 'none' }
  | { readonly kind: 'not-today'; readonly followUp?: FollowUp | undefined }
  | {
      readonly kind: 'agreed';
      /** The agreed change in each language. Typed text is the same in both. */
      readonly change?: InLanguages | undefined;
      readonly why: readonly Quote[];
      readonly firstStep?: string | undefined;
      readonly steps: readonly string[];
      readonly supports: readonly string[];
      readonly barriers: readonly string[];
      readonly ifThens: readonly string[];
      readonly signWorking?: string | undefined;
      readonly ifNotWorking?: string | undefined;
      readonly confidence?: Score | undefined;
      readonly commitment?: string | undefined;
      readonly referral?: string | undefined;
      readonly followUp?: FollowUp | undefined;
    };

/**
 * The allow-list. Source: docs/design/screen.md, "Share view" and "The plan on paper", and
 * docs/design/motivational-interviewing.md, "Text that patients read".
 */
export interface PatientView {
  readonly firstName: string | undefined;
  /** Today's topic, in each language if it is in the list of behaviors. */
  readonly topic: InLanguages | undefined;
  /** The other topics of the agenda, each once, also if it was typed twice or in both languages. */
  readonly topics: readonly InLanguages[];
  /** The other topics that the site offers. Empty once the conversation has its topic. */
  readonly offered: readonly InLanguages[];
  readonly rulers: ByRuler<PatientRuler>;
  /** What each ruler asks: the same question as the clinician's page, so that both mean one number. */
  readonly questions: { readonly [L in Language]: ByRuler<RulerQuestion> };
  /** Quotes the clinician ticked that are not among the reasons of an agreed plan. */
  readonly quotes: readonly Quote[];
  readonly plan: PatientPlan;
}

/** The view of one interview. `behaviors` give topics their names in each language. `shown` are quotes to show. */
export function patientView(
  interview: Interview,
  person: Pick<Person, 'preferred' | 'given'> | undefined,
  behaviors: readonly Behavior[],
  shown: ReadonlySet<EntryId>,
): PatientView {
  const { engage, focus, evoke, plan } = interview;
  const firstName = person && callingName(person);
  const topic = topicOf(interview, behaviors);
  // A plan left open shows no reasons, so that their quotes are shown like any other.
  const reasons = new Set(plan.ending === 'open' ? plan.reasons : []);
  const quoted = (each: Utterance): readonly Quote[] => quoteOf(each, interview.language ?? '');
  const isSame = (one: InLanguages, other: InLanguages): boolean => isSameBehavior(one.en, other.en, behaviors);
  const topics = topicsOf(engage.agenda, behaviors).filter((each) => !topic || !isSame(each, topic));
  const isNew = (label: InLanguages): boolean => topics.every((each) => !isSame(each, label));
  return {
    firstName,
    topic,
    topics,
    offered: topic ? [] : behaviors.map(({ label }) => label).filter(isNew),
    rulers: byRuler((name) => rulerOf(evoke.rulers[name])),
    questions: recordOf(LANGUAGES, (language) => {
      const about = askedAbout(topic?.[language], focus.direction, behaviors);
      return byRuler((name) => rulerQuestion(name, about, language));
    }),
    quotes: evoke.talk.filter(({ id }) => shown.has(id) && !reasons.has(id)).flatMap(quoted),
    plan: planOf(
      plan,
      evoke.talk.filter(({ id }) => reasons.has(id)).flatMap(quoted),
      changeOf(plan.change, behaviors),
    ),
  };
}

/**
 * The view after the note was changed in the chart: its topic and plan as they are there now. A quote that is not in the
 * note any more is not shown. A retracted note has nothing to show.
 */
export function viewOfChangedNote(
  before: PatientView,
  { note, standing }: NoteEntry,
  behaviors: readonly Behavior[],
): PatientView {
  if (standing === 'retracted') {
    return { ...before, topic: undefined, topics: [], offered: [], quotes: [], plan: { kind: 'none' } };
  }
  const label = note.permission === false ? undefined : note.target.label;
  return {
    ...before,
    topic: label === undefined ? undefined : topicIn(label, behaviors),
    quotes: before.quotes.filter(({ text }) => note.talk.some((said) => said.text === text)),
    plan: planOfNote(note, behaviors),
  };
}

function planOfNote({ plan, language = '' }: ReadinessNote, behaviors: readonly Behavior[]): PatientPlan {
  if (plan.kind === 'none') return plan;
  if (plan.kind === 'not-today') return { kind: 'not-today', followUp: plan.followUp };
  const { reasons, change, ...parts } = plan;
  return { ...parts, change: changeOf(change ?? '', behaviors), why: reasons.map((text) => ({ text, language })) };
}

// A topic that the patient does not want to talk about today is not today's topic.
function topicOf({ focus: { target, permission } }: Interview, behaviors: readonly Behavior[]) {
  const typed = target.kind === 'named' && permission !== false ? trimmed(target.label) : undefined;
  return typed === undefined ? undefined : topicIn(typed, behaviors);
}

/** The topics of an agenda, each once. */
function topicsOf(agenda: readonly Line[], behaviors: readonly Behavior[]): readonly InLanguages[] {
  const texts = lines(agenda);
  const isFirst = (text: string, place: number): boolean =>
    texts.findIndex((other) => isSameBehavior(other, text, behaviors)) === place;
  return texts.filter(isFirst).map((text) => topicIn(text, behaviors));
}

/** A topic in each language if it names one of our behaviors, else as typed. */
const topicIn = (typed: string, behaviors: readonly Behavior[]): InLanguages =>
  behaviorNamed(typed, behaviors)?.label ?? { en: typed, es: typed };

const rulerOf = (ruler: Ruler): PatientRuler =>
  ruler.kind === 'asked' ? (ruler.again ?? ruler.answer) : { kind: 'open' };

function quoteOf({ words }: Utterance, spoken: string): readonly Quote[] {
  const text = words.kind === 'heard' ? words.text.trim() : '';
  if (words.kind !== 'heard' || text === '') return [];
  return [{ text, language: words.language ?? spoken }];
}

const lines = (list: readonly Line[]): readonly string[] =>
  list.map(({ text }) => text.trim()).filter((text) => text !== '');

const trimmed = (text: string): string | undefined => text.trim() || undefined;

function followUpOf({ followUpDay: day, followUpHow }: Planning): FollowUp | undefined {
  const how = trimmed(followUpHow);
  return day || how ? { day, how } : undefined;
}

/** The change in each language if the text is ours, whichever topic and direction it was taken from. */
function changeOf(change: string, behaviors: readonly Behavior[]): InLanguages | undefined {
  const typed = trimmed(change);
  return typed === undefined ? undefined : (changeWords(typed) ?? topicIn(typed, behaviors));
}

function planOf(plan: Planning, why: readonly Quote[], change: InLanguages | undefined): PatientPlan {
  const followUp = followUpOf(plan);
  if (plan.ending === 'not-today') return { kind: 'not-today', followUp };
  const parts = {
    ...recordOf(AGREED_TEXTS, (part) => trimmed(plan[part])),
    change,
    confidence: plan.confidence,
    followUp,
  };
  const lists = { ...recordOf(PLAN_LISTS, (list) => lines(plan[list])), why };
  const isEmpty =
    Object.values(parts).every((part) => part === undefined) && Object.values(lists).every((list) => list.length === 0);
  return isEmpty ? { kind: 'none' } : { kind: 'agreed', ...parts, ...lists };
}
