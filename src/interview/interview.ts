// An interview in progress: the one home of its data and, with a version number, the content of the draft. Texts are as
// typed and '' if empty. composeNote trims them and leaves out empty ones.

import { recordOf } from '../lib/record-of.ts';
import type { Day, EntryId, Instant, NoteId, Score } from './ids.ts';
import { AGREED_TEXTS, PLAN_LISTS, type PlanList, type StepResult } from './note/note.ts';
import type { Language } from './patient/patient-words.ts';
import { type ByRuler, byRuler, type Ruler } from './ruler.ts';
import type { Direction, RaisedBy, Target, TopicAnswers } from './talk/focus.ts';
import type { Utterance } from './talk/talk.ts';

/** One line of a list the clinician types (an agenda topic, a further step, a barrier). */
export interface Line {
  readonly id: EntryId;
  readonly text: string;
}

/** A topic on the agenda map. The patient's own topics come first in every view. */
export interface Topic extends Line {
  readonly raisedBy: RaisedBy;
}

/** Engaging: agenda, strengths, who is in the room, how the last step went. */
export interface Engaging {
  readonly agenda: readonly Topic[];
  readonly strengths: readonly Line[];
  readonly present: string;
  readonly lastStep: { readonly result?: StepResult | undefined; readonly words: string };
}

/** Focusing: one shared direction. `permission` is absent until the clinician asked for it. */
export interface Focusing extends TopicAnswers {
  readonly target: Target;
  readonly goal: string;
  readonly direction?: Direction | undefined;
}

/** Information given with permission, and the patient's view of it. */
export interface InformationLine {
  readonly id: EntryId;
  readonly given: string;
  readonly view: string;
}

/** Evoking the patient's own reasons. Marks are in the order said. `loose` are words typed before a code. */
export interface Evoking {
  readonly loose: string;
  readonly rulers: ByRuler<Ruler>;
  readonly talk: readonly Utterance[];
  readonly information: readonly InformationLine[];
}

/** The single-line texts of a plan. */
export const PLAN_TEXTS = [...AGREED_TEXTS, 'followUpHow', 'notTodayWhy'] as const;
export type PlanText = (typeof PLAN_TEXTS)[number];

/**
 * The plan in progress. `ending` says how the conversation ends. Parts typed before "no plan today" are kept but not
 * filed, so a change of mind loses nothing. `reasons` are ids of utterances with words.
 */
export type Planning = {
  readonly ending: 'open' | 'not-today';
  readonly reasons: readonly EntryId[];
  readonly confidence?: Score | undefined;
  readonly followUpDay?: Day | undefined;
} & { readonly [Text in PlanText]: string } & { readonly [List in PlanList]: readonly Line[] };

/** When the conversation began and, once stopped or corrected, how many minutes it took (whole, 0 or more). */
export interface TalkTime {
  readonly startedAt: Instant;
  readonly minutes?: number | undefined;
}

/** A motivational interview with one patient about one target behavior. */
export interface Interview {
  readonly id: NoteId;
  /** The language of the visit. Absent if nobody chose one. Lines to say are then in English. */
  readonly language?: Language | undefined;
  readonly time: TalkTime;
  readonly engage: Engaging;
  readonly focus: Focusing;
  readonly evoke: Evoking;
  readonly plan: Planning;
}

export function beginInterview(id: NoteId, startedAt: Instant): Interview {
  return {
    id,
    time: { startedAt },
    engage: { agenda: [], strengths: [], present: '', lastStep: { words: '' } },
    focus: { target: { kind: 'not-named' }, goal: '' },
    evoke: {
      loose: '',
      rulers: byRuler(() => ({ kind: 'not-asked' })),
      talk: [],
      information: [],
    },
    plan: {
      ending: 'open',
      reasons: [],
      ...recordOf(PLAN_TEXTS, () => ''),
      ...recordOf(PLAN_LISTS, () => []),
    },
  };
}
