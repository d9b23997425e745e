// Events of an interview, named in the past tense. Ids and times come with the event, because the core makes neither.

import type { Day, EntryId, Instant, Score } from '../ids.ts';
import type { PlanText, TalkTime } from '../interview.ts';
import type { PlanList, StepResult } from '../note/note.ts';
import type { Language } from '../patient/patient-words.ts';
import type { RulerName } from '../ruler.ts';
import type { Direction, RaisedBy, Target, TopicAnswers } from './focus.ts';
import type { Talk } from './talk.ts';

/** Lists with typed lines: the plan's lists and the strengths of engaging. */
export type LineList = PlanList | 'strengths';

export type TalkEvent =
  | { readonly kind: 'talk-marked'; readonly id: EntryId; readonly at: Instant; readonly talk: Talk }
  | { readonly kind: 'words-typed'; readonly id: EntryId; readonly text: string }
  | { readonly kind: 'loose-words-typed'; readonly text: string }
  | { readonly kind: 'talk-recoded'; readonly id: EntryId; readonly talk: Talk }
  | { readonly kind: 'talk-moved'; readonly id: EntryId; readonly by: -1 | 1 }
  | { readonly kind: 'talk-removed'; readonly id: EntryId }
  | { readonly kind: 'talk-became-barrier'; readonly id: EntryId };

export type RulerEvent =
  | { readonly kind: 'ruler-answered'; readonly ruler: RulerName; readonly score: Score }
  | { readonly kind: 'ruler-declined'; readonly ruler: RulerName }
  | { readonly kind: 'ruler-cleared'; readonly ruler: RulerName }
  | { readonly kind: 'ruler-answered-again'; readonly ruler: RulerName; readonly score: Score }
  | { readonly kind: 'ruler-again-cleared'; readonly ruler: RulerName }
  | { readonly kind: 'ruler-why-typed'; readonly ruler: RulerName; readonly text: string }
  | { readonly kind: 'ruler-raise-typed'; readonly ruler: RulerName; readonly text: string }
  | { readonly kind: 'ruler-why-heard'; readonly ruler: RulerName; readonly id: EntryId; readonly at: Instant };

export type EngageEvent =
  | { readonly kind: 'visit-language-chosen'; readonly language?: Language | undefined }
  | { readonly kind: 'topic-typed'; readonly id: EntryId; readonly text: string; readonly raisedBy: RaisedBy }
  | { readonly kind: 'topic-removed'; readonly id: EntryId }
  | { readonly kind: 'present-typed'; readonly text: string }
  | { readonly kind: 'last-step-recorded'; readonly result?: StepResult | undefined }
  | { readonly kind: 'last-step-words-typed'; readonly text: string };

export type FocusEvent =
  | ({ readonly kind: 'target-chosen'; readonly target: Target } & TopicAnswers)
  | { readonly kind: 'target-typed'; readonly text: string; readonly sensitive?: boolean | undefined }
  | { readonly kind: 'goal-typed'; readonly text: string }
  | { readonly kind: 'direction-chosen'; readonly direction?: Direction | undefined }
  | { readonly kind: 'raised-by-recorded'; readonly raisedBy?: RaisedBy | undefined }
  | { readonly kind: 'permission-recorded'; readonly given?: boolean | undefined };

export type InformationEvent =
  | { readonly kind: 'information-typed'; readonly id: EntryId; readonly text: string }
  | { readonly kind: 'information-view-typed'; readonly id: EntryId; readonly text: string }
  | { readonly kind: 'information-removed'; readonly id: EntryId };

export type PlanEvent =
  | { readonly kind: 'line-typed'; readonly list: LineList; readonly id: EntryId; readonly text: string }
  | { readonly kind: 'plan-typed'; readonly part: PlanText; readonly text: string }
  | { readonly kind: 'plan-reason-chosen'; readonly id: EntryId }
  | { readonly kind: 'plan-reason-dropped'; readonly id: EntryId }
  | { readonly kind: 'plan-confidence-recorded'; readonly score?: Score | undefined }
  | { readonly kind: 'follow-up-agreed'; readonly day?: Day | undefined }
  | { readonly kind: 'plan-postponed' }
  | { readonly kind: 'plan-resumed' };

/**
 * Events of the time of the conversation. A typed start brings its minutes along. Typing, of the start or of minutes, is
 * one step to undo. Minutes recorded by a button are a step of their own.
 */
export type TimeEvent =
  | { readonly kind: 'start-typed'; readonly time: TalkTime }
  | { readonly kind: 'minutes-typed'; readonly minutes?: number | undefined }
  | { readonly kind: 'minutes-recorded'; readonly minutes?: number | undefined };

/** All events. An event about an entry that does not exist changes nothing. */
export type InterviewEvent =
  | TalkEvent
  | RulerEvent
  | EngageEvent
  | FocusEvent
  | InformationEvent
  | PlanEvent
  | TimeEvent;

export type EventOf<Kind extends InterviewEvent['kind']> = Extract<InterviewEvent, { readonly kind: Kind }>;
