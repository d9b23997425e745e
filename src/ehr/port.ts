// What the rest of the app knows of an EHR. The store sees these types and never the code behind them.

import type { FormCapability } from '../fhir/server/decode-capability.ts';
import type { ChartContext } from '../interview/chart-context.ts';
import type { FiledAt, Form, HistoryEntry, NotesFound } from '../interview/history/history.ts';
import type { ReadinessNote } from '../interview/note/note.ts';
import type { NoteChange } from '../interview/note/note-change.ts';
import type { NoteVersion } from '../interview/note/note-versions.ts';
import type { Binding, Person } from '../interview/visit.ts';
import type { Result } from '../lib/result.ts';
import type { WriteType } from '../site.ts';
import type { FetchFault, GuardFault } from './faults.ts';
import type { HostStyle } from './host/host-theme.ts';
import type { SupportEvent } from './server/diagnostic-events.ts';

/** Facts of one launch, frozen before anything is painted. */
export interface LaunchContext {
  readonly binding: Binding;
  /** Which entry of the site configuration this launch came by. */
  readonly ehrId: string;
  /** Name of the configured EHR, as clinicians read it. */
  readonly ehrLabel: string;
  /** True unless the launch said `need_patient_banner: false` and an EHR page around this one shows the patient. */
  readonly showBanner: boolean;
  readonly clinicianName?: string;
  /** The id token's `sub`. Part of what draft keys are derived from; never shown, sent or stored. */
  readonly subject?: string;
  /** Why nothing can be filed although reading works; absent when filing is possible. */
  readonly readOnly?: 'no-clinician' | 'no-scope' | 'site';
  /** `review` opens history first (SMART `intent`). */
  readonly intent?: 'review';
}

/** Where a note will go, known before the clinician types. `confirmed` is false while the statement is unread. */
export type Destination =
  | { readonly kind: 'form'; readonly form: Form; readonly confirmed: boolean }
  | { readonly kind: 'copy'; readonly why: 'no-clinician' | 'no-scope' | 'not-taken' | 'site' };

/** All that decides whether a note can be filed as one type. `place` counts from 1; absent: not in the site's order. */
export interface Rung {
  readonly type: WriteType;
  readonly place?: number;
  /** The site's own word over the statement's. */
  readonly siteSays?: 'yes' | 'no';
  readonly stated?: FormCapability;
  readonly mayCreate: boolean;
  readonly mayRead: boolean;
  readonly refusedBefore: boolean;
}

/** What an EHR offers and granted, for IT: no patient, no address, no token. `granted` is absent where it was not said. */
export interface Inspection {
  readonly entryId: string;
  readonly idToken: 'verify' | 'claims';
  readonly tokenStore: 'memory' | 'session';
  readonly asked: readonly string[];
  readonly granted?: readonly string[];
  readonly withheld?: readonly string[];
  readonly statementRead: boolean;
  readonly rungs: readonly Rung[];
  readonly destination: Destination;
}

/** Steps of one filing, told while it runs. */
export type FilingProgress = 'sending' | 'verifying';

/** How one filing ended (docs/design/readiness-note.md, "Writing one note"). Only `filed` may be called filed. */
export type FilingEnd =
  | { readonly kind: 'filed'; readonly at: FiledAt; readonly entry: HistoryEntry }
  | {
      readonly kind: 'filedWithLoss';
      readonly at: FiledAt;
      readonly entry: HistoryEntry;
      readonly lost: readonly string[];
    }
  | { readonly kind: 'filedUnverified'; readonly at: FiledAt }
  /** `parts` came back saying something else; empty when the chart named another patient or visit. */
  | { readonly kind: 'mismatch'; readonly at: FiledAt; readonly parts: readonly string[] }
  /** Nothing was created: the chart already held this note, and `parts` of it say something else. */
  | { readonly kind: 'differs'; readonly at: FiledAt; readonly parts: readonly string[] }
  /** The chart holds this one note more than once. */
  | { readonly kind: 'doubled'; readonly places: readonly FiledAt[] }
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused'; readonly why: FetchFault | GuardFault }
  | { readonly kind: 'unknown'; readonly why: FetchFault }
  | { readonly kind: 'sessionEnded' };

/** One press of Sign: this note, in the form the button named, for the person on the screen, from this draft. */
export interface Signing {
  readonly note: ReadinessNote;
  readonly form: Form;
  readonly person: Person;
  /** What the draft is bound to, compared with the launch. */
  readonly draft: Binding;
  /** Forms in which this note stands in the chart already, where it is filed in a second one on purpose. */
  readonly beside?: readonly Form[];
  /** True for a draft of an earlier page: that page may have sent it and died before the device could write that down. */
  readonly lookFirst?: boolean;
}

/** What a search for our own identifier said. */
export type Found =
  | { readonly kind: 'found'; readonly end: FilingEnd }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unsure'; readonly why: FetchFault };

/** A note that is filed, as history holds it. */
export type FiledNote = Extract<HistoryEntry, { readonly kind: 'note' }>;

/**
 * Why a filed note cannot be changed from here. The first seven are about the note, the rest about this sign-in, this
 * site and this EHR.
 */
export type ClosedWhy =
  | 'someone-else'
  | 'no-author'
  | 'other-software'
  | 'altered'
  | 'not-final'
  | 'replaced'
  | 'retracted'
  | 'no-clinician'
  | 'site'
  | 'no-scope'
  | 'not-taken';

/**
 * How a filed note can be changed: as a new version in its place (`confirmed` is false while the statement is unread), by
 * a note of its own that names the one it replaces, or not from here.
 */
export type ChangeWay =
  | { readonly kind: 'update'; readonly confirmed: boolean }
  | { readonly kind: 'replace'; readonly form: Form }
  | { readonly kind: 'closed'; readonly why: ClosedWhy };

/**
 * What may be done with one filed note. A retraction has no second way. `remains`: the note's other places that would
 * still say what they say after a change or a retraction; absent where every place follows.
 */
export interface ChangeRights {
  readonly change: ChangeWay;
  readonly retract: ChangeWay;
  readonly remains?: { readonly change: readonly FiledAt[]; readonly retract: readonly FiledAt[] };
}

/** One change of a filed note, as it is signed. */
export interface Changing {
  /** The note as the clinician saw it when the change began. */
  readonly base: FiledNote;
  /** The note as it shall read, with the change's own line; a replacement has a number of its own. */
  readonly note: ReadinessNote;
  readonly change: NoteChange;
  readonly way: Exclude<ChangeWay, { readonly kind: 'closed' }>;
  readonly person: Person;
  /** What the draft of the change is bound to. */
  readonly draft: Binding;
  /** True where it may have left before: it is looked for first. */
  readonly attempted: boolean;
}

/**
 * How a change ended. `changed`: read back and compared; `lost` names parts the chart left out, `left` other places that
 * still hold the earlier words. `unchanged`: the chart was read and holds the earlier version, so it may be sent again.
 * `conflict`: the chart holds something else than either side expected. `gone`: the note is no longer there.
 */
export type ChangeEnd =
  | {
      readonly kind: 'changed';
      readonly entry: HistoryEntry;
      readonly lost: readonly string[];
      readonly left: readonly FiledAt[];
    }
  | { readonly kind: 'conflict'; readonly theirs: FiledNote }
  | { readonly kind: 'unchanged'; readonly why: 'lost' | 'not-taken' }
  | { readonly kind: 'unverified'; readonly at: FiledAt }
  | { readonly kind: 'mismatch'; readonly parts: readonly string[] }
  | { readonly kind: 'accepted' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'refused'; readonly why: FetchFault | GuardFault }
  | { readonly kind: 'unknown'; readonly why: FetchFault }
  | { readonly kind: 'sessionEnded' };

/**
 * How reading the versions of a note ended: newest first, the one that stands among them; `isWhole` is false where the
 * chart holds more than were read. `not-given`: this chart has no such history, or not for this sign-in.
 */
export type VersionsRead =
  | { readonly kind: 'read'; readonly versions: readonly NoteVersion[]; readonly isWhole: boolean }
  | { readonly kind: 'not-given' }
  | { readonly kind: 'failed'; readonly why: FetchFault };

/** An EHR after a launch that held. Every call takes an AbortSignal and returns its failure as a value. */
export interface Ehr {
  readonly context: LaunchContext;
  /** Seconds since the epoch when the sign-in ends for good, or undefined when it renews itself. */
  readonly signInEnds: () => number | undefined;
  /** False once nothing can be asked of the EHR any more. */
  readonly isSignedIn: () => boolean;
  /** True once the sign-in has reached its longest age, whatever the EHR allows. */
  readonly isTooOld: () => boolean;
  /** Deletes every token (lock, close): whatever is asked afterwards answers `sessionEnded`. */
  readonly end: () => void;
  readonly readPerson: (signal: AbortSignal) => Promise<Result<Person, FetchFault>>;
  /** The newest earlier notes. What is older waits for `listOlder` (shortfall `more-to-load`). */
  readonly listNotes: (signal: AbortSignal) => Promise<Result<NotesFound, FetchFault>>;
  /** The next older pages, added to what is `held` when they are here. What is held is never lost. */
  readonly listOlder: (held: () => NotesFound, signal: AbortSignal) => Promise<NotesFound>;
  /** The versions a note has had at this place. Asked for note by note, when somebody wants to read them. */
  readonly readVersions: (at: FiledAt, signal: AbortSignal) => Promise<VersionsRead>;
  /** What the chart says beside the talk. Never fails as a whole: each part says how it ended. Nothing waits for it. */
  readonly readContext: (signal: AbortSignal) => Promise<ChartContext>;
  /** How the EHR itself looks, as far as it says so legibly. Never fails; nothing waits for it. */
  readonly readStyle: () => Promise<HostStyle>;
  /** Learns the destination from scopes, site configuration and, where readable, the capability statement. */
  readonly learnDestination: (signal: AbortSignal) => Promise<Destination>;
  /** The destination as far as it is known now: a form refused for certain is closed for the rest of this session. */
  readonly destination: () => Destination;
  /** The next open form beside those that hold the note already, for parts the chart left out. */
  readonly formBeside: (held: readonly Form[]) => Form | undefined;
  /** What this EHR offers and granted; reads the statement where it is not known yet, and never fails. */
  readonly inspect: (signal: AbortSignal) => Promise<Inspection>;
  /** What happened lately, oldest first, without anything of a patient. */
  readonly events: () => readonly SupportEvent[];
  /** Tells whether another live panel of this browser shows another patient, until the returned function is called. */
  readonly watchPanels: (tell: (isAnotherPatient: boolean) => void) => () => void;
  /** Guard, one create, read-back, compare. Never repeats a create by itself, and looks first where one may have left. */
  readonly fileNote: (
    signing: Signing,
    tell: (step: FilingProgress) => void,
    signal: AbortSignal,
  ) => Promise<FilingEnd>;
  /** Looks for a note whose create was never answered, in each form in which one left. */
  readonly findNote: (note: ReadinessNote, forms: readonly Form[], signal: AbortSignal) => Promise<Found>;
  /** What may be done with a filed note, by author, sign-in, site and statement. Errors: `incomplete`. */
  readonly changeRights: (entry: FiledNote, signal: AbortSignal) => Promise<Result<ChangeRights, FetchFault>>;
  /** Guard, read what stands there, one write against that version, read back, compare. Never sends the same twice. */
  readonly changeNote: (
    changing: Changing,
    tell: (step: FilingProgress) => void,
    signal: AbortSignal,
  ) => Promise<ChangeEnd>;
  /** Reads whether a change whose answer was lost is in the chart. Sends nothing. */
  readonly findChange: (changing: Changing, signal: AbortSignal) => Promise<ChangeEnd>;
}
