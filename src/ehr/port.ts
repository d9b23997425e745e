// What the rest of the app knows of an EHR. The store sees these types and never the code behind them.

import type { FormCapability } from '../fhir/server/decode-capability.ts';
import type { ChartContext } from '../interview/chart-context.ts';
import type { FiledAt, Form, HistoryEntry, NotesFound } from '../interview/history/history.ts';
import type { Instant } from '../interview/ids.ts';
import type { ReadinessNote } from '../interview/note/note.ts';
import type { NoteChange } from '../interview/note/note-change.ts';
import type { NoteVersion } from '../interview/note/note-versions.ts';
import type { Binding, Person } from '../interview/visit.ts';
import type { Result } from '../lib/result.ts';
import type { WriteType } from '../site.ts';
import type { FetchFault, GuardFault, SetupFault } from './faults.ts';
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

/**
 * Steps of one write, reported while it runs. `looking`: the note was sent, its response was lost, and the chart does not
 * show the note yet.
 */
export type WriteStep = 'sending' | 'verifying' | 'looking';

/**
 * How one write ended: a new note, the next version of one, or a note that replaces another.
 * Only `filed` was read back, compared and found once.
 */
export type WriteEnd =
  /** `lost` names parts the chart left out, `left` other places that still hold the earlier text. */
  | {
      readonly kind: 'filed';
      readonly at: FiledAt;
      readonly entry: HistoryEntry;
      readonly lost: readonly string[];
      readonly left: readonly FiledAt[];
    }
  /** The chart took it. It could not be read back, or (`uncounted`) could not be checked for a second copy. */
  | { readonly kind: 'unverified'; readonly at: FiledAt; readonly why?: 'uncounted' }
  /** `parts` came back different; empty if the chart named another patient or visit. */
  | { readonly kind: 'mismatch'; readonly at: FiledAt; readonly parts: readonly string[] }
  /** Nothing was created: the chart already held this note, and `parts` of it differ. */
  | { readonly kind: 'differs'; readonly at: FiledAt; readonly parts: readonly string[] }
  /** The chart holds more than one live copy of this note. `entry` is the copy to keep. */
  | { readonly kind: 'doubled'; readonly places: readonly FiledAt[]; readonly entry?: HistoryEntry }
  /** The chart holds something that neither side expected. */
  | { readonly kind: 'conflict'; readonly theirs: FiledNote }
  /** The chart was searched and did not show the note, or still holds the earlier version. It may be sent again. */
  | { readonly kind: 'absent'; readonly why: 'lost' | 'not-taken' }
  /** A retraction reached some places and then failed. Sending it again goes on with those that are `left`. */
  | { readonly kind: 'halfway'; readonly marked: readonly FiledAt[]; readonly left: readonly FiledAt[] }
  | { readonly kind: 'accepted' }
  /** The note is no longer in the chart. */
  | { readonly kind: 'gone' }
  /** The chart answered no. Nothing was stored. */
  | { readonly kind: 'refused'; readonly why: FetchFault | SetupFault }
  /** Something failed before the note was sent. */
  | { readonly kind: 'unsent'; readonly why: FetchFault | GuardFault }
  /** It was sent, and whether it arrived could not be found out. */
  | { readonly kind: 'unknown'; readonly why: FetchFault }
  | { readonly kind: 'sessionEnded' };

/** The end that proves a note. */
export type Filed = Extract<WriteEnd, { readonly kind: 'filed' }>;

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
  /** True if the clinician chose to file without the visit, because the chart does not show it. */
  readonly withoutVisit?: boolean;
}

/** A note the chart holds more than once. The first of its places is kept; the retraction of the others is dated `at`. */
export interface Doubles {
  readonly note: ReadinessNote;
  readonly places: readonly FiledAt[];
  readonly at: Instant;
  readonly person: Person;
  readonly draft: Binding;
}

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
  /** Guard, one create, search, read back, compare. Searches first if an earlier attempt may have arrived. */
  readonly fileNote: (signing: Signing, tell: (step: WriteStep) => void, signal: AbortSignal) => Promise<WriteEnd>;
  /** Searches for a note that was sent, in each form, for at least 30 s. Sends nothing. */
  readonly findNote: (
    note: ReadinessNote,
    forms: readonly Form[],
    tell: (step: WriteStep) => void,
    signal: AbortSignal,
  ) => Promise<WriteEnd>;
  /** True if an update in this form is open from here, as far as it is known now. */
  readonly mayRetract: (form: Form) => boolean;
  /** Retracts all live copies of a note but one, and verifies each. Ends `filed`, or `doubled` with what is left. */
  readonly retractDoubles: (doubles: Doubles, signal: AbortSignal) => Promise<WriteEnd>;
  /** What may be done with a filed note, by author, sign-in, site and statement. */
  readonly changeRights: (entry: FiledNote, signal: AbortSignal) => Promise<ChangeRights>;
  /** Guard, read the version that is there, one write against it, read back, compare. Never sends the same twice. */
  readonly changeNote: (changing: Changing, tell: (step: WriteStep) => void, signal: AbortSignal) => Promise<WriteEnd>;
  /** Reads whether a change whose response was lost is in the chart. Sends nothing. */
  readonly findChange: (changing: Changing, signal: AbortSignal) => Promise<WriteEnd>;
}
