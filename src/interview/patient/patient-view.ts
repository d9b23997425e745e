// What a patient may see, and nothing else: first name, the rulers, the topics, the plan, quotes chosen for it. Share
// view and printed plan take this and never an Interview, so that showing a code or a count there is a type error.

import { type Behaviour, behaviourNamed } from '../guide/behaviours.ts';
import type { Day, EntryId, Score } from '../ids.ts';
import type { Interview, Line, Planning } from '../interview.ts';
import { changeWords } from '../note/agreed-change.ts';
import { callingName } from '../person-name.ts';
import { RULERS, type Ruler, type RulerName } from '../ruler.ts';
import type { Utterance } from '../talk/talk.ts';
import type { Person } from '../visit.ts';
import type { Language } from './patient-words.ts';

export type { RulerName, Score };

/** Words as said, in the language they were said in (BCP 47), or '' where nobody chose one. */
export interface Quote {
  readonly text: string;
  readonly language: string;
}

/** A ruler as the patient sees it: not asked, not wanted, or the number they gave last today. Last visit's is not here. */
export type PatientRuler =
  | { readonly kind: 'open' }
  | { readonly kind: 'declined' }
  | { readonly kind: 'answered'; readonly score: Score };

/** The plan in the patient's hands. Texts are trimmed and never empty; absent parts are absent. */
export type PatientPlan =
  | { readonly kind: 'none' }
  | { readonly kind: 'not-today'; readonly followUp?: PatientFollowUp }
  | {
      readonly kind: 'agreed';
      /** The agreed change in each language; typed words are the same in both. */
      readonly change?: InLanguages;
      readonly why: readonly Quote[];
      readonly firstStep?: string;
      readonly steps: readonly string[];
      readonly supports: readonly string[];
      readonly barriers: readonly string[];
      readonly ifThens: readonly string[];
      readonly signWorking?: string;
      readonly ifNotWorking?: string;
      readonly confidence?: Score;
      readonly commitment?: string;
      readonly referral?: string;
      readonly followUp?: PatientFollowUp;
    };

/** One thing in the words of each language. */
type InLanguages = { readonly [L in Language]: string };

/** When and how they talk again; one of the two is always there. */
export interface PatientFollowUp {
  readonly day?: Day;
  readonly how?: string;
}

/** The allow-list. Source: docs/design/screen.md, "Share view" and "The plan on paper", docs/design/motivational-interviewing.md, "Text that patients read". */
export interface PatientView {
  readonly firstName?: string;
  /** What today's talk is about, in each language where the list of behaviours knows it. */
  readonly topic?: InLanguages;
  readonly topics: readonly InLanguages[];
  readonly rulers: { readonly [Name in RulerName]: PatientRuler };
  /** Quotes the clinician ticked that are not among the plan's reasons. */
  readonly quotes: readonly Quote[];
  readonly plan: PatientPlan;
}

/** Makes the view of one interview. `behaviours` lend the topics their names in each language, `shown` are quotes to show. */
export function patientView(
  interview: Interview,
  person: Pick<Person, 'preferred' | 'given'> | undefined,
  behaviours: readonly Behaviour[],
  shown: ReadonlySet<EntryId>,
): PatientView {
  const { engage, evoke, plan } = interview;
  const firstName = person && callingName(person);
  const topic = topicOf(interview, behaviours);
  const reasons = new Set(plan.reasons);
  const quoted = (each: Utterance): readonly Quote[] => quoteOf(each, interview.language ?? '');
  return {
    ...(firstName !== undefined && { firstName }),
    ...(topic && { topic }),
    topics: lines(engage.agenda).map((text) => topicIn(text, behaviours)),
    rulers: rulersOf(evoke.rulers),
    quotes: evoke.talk.filter(({ id }) => shown.has(id) && !reasons.has(id)).flatMap(quoted),
    plan: planOf(plan, evoke.talk.filter(({ id }) => reasons.has(id)).flatMap(quoted), changeOf(plan, behaviours)),
  };
}

function topicOf({ focus: { target } }: Interview, behaviours: readonly Behaviour[]) {
  const typed = target.kind === 'named' ? target.label.trim() : '';
  return typed === '' ? undefined : topicIn(typed, behaviours);
}

/** A topic in each language where it names a behavior we offer, else as it was typed. */
const topicIn = (typed: string, behaviours: readonly Behaviour[]): InLanguages =>
  behaviourNamed(typed, behaviours)?.label ?? { en: typed, es: typed };

function rulersOf(rulers: Interview['evoke']['rulers']): PatientView['rulers'] {
  return Object.fromEntries(RULERS.map((name) => [name, rulerOf(rulers[name])])) as PatientView['rulers'];
}

const rulerOf = (ruler: Ruler): PatientRuler =>
  ruler.kind === 'asked' ? (ruler.again ?? ruler.answer) : { kind: 'open' };

function quoteOf({ words }: Utterance, spoken: string): readonly Quote[] {
  const text = words.kind === 'heard' ? words.text.trim() : '';
  if (words.kind !== 'heard' || text === '') return [];
  return [{ text, language: words.language ?? spoken }];
}

const lines = (list: readonly Line[]): readonly string[] =>
  list.map(({ text }) => text.trim()).filter((text) => text !== '');

/** The parts whose text is not empty, trimmed. */
function written<Part extends string>(parts: { readonly [P in Part]: string }): { readonly [P in Part]?: string } {
  const kept = Object.entries<string>(parts).flatMap(([part, text]) => (text.trim() ? [[part, text.trim()]] : []));
  return Object.fromEntries(kept);
}

function followUpOf({ followUpDay, followUpHow }: Planning): { readonly followUp?: PatientFollowUp } {
  const followUp = { ...(followUpDay !== undefined && { day: followUpDay }), ...written({ how: followUpHow }) };
  return Object.keys(followUp).length > 0 ? { followUp } : {};
}

/** What is changed: in each language where the words are ours, whatever topic and direction they were taken over for. */
function changeOf({ change }: Planning, behaviours: readonly Behaviour[]): { readonly change?: InLanguages } {
  const typed = change.trim();
  if (typed === '') return {};
  return { change: changeWords(typed) ?? topicIn(typed, behaviours) };
}

function planOf(plan: Planning, why: readonly Quote[], changed: { readonly change?: InLanguages }): PatientPlan {
  const followUp = followUpOf(plan);
  if (plan.ending === 'not-today') return { kind: 'not-today', ...followUp };
  const { firstStep, signWorking, ifNotWorking, commitment, referral, confidence } = plan;
  const texts = written({ firstStep, signWorking, ifNotWorking, commitment, referral });
  const lists = {
    steps: lines(plan.steps),
    supports: lines(plan.supports),
    barriers: lines(plan.barriers),
    ifThens: lines(plan.ifThens),
  };
  const told = { ...changed, ...texts, ...followUp, ...(confidence !== undefined && { confidence }) };
  const isEmpty = Object.keys(told).length === 0 && Object.values(lists).every((list) => list.length === 0);
  return isEmpty && why.length === 0 ? { kind: 'none' } : { kind: 'agreed', ...told, ...lists, why };
}
