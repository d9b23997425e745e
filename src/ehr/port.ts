// The Ehr port: all that the rest of the app knows of an EHR. The store sees these types and never the code behind
// them.

import type { FormCapability } from '../fhir/server/decode-capability.ts';
import type { ChartContext } from '../interview/chart-context.ts';
import type { FiledAt, Form, HistoryEntry, NotesFound } from '../interview/history/history.ts';
import type { NoteEntry } from '../interview/history/visits.ts';
import type { Instant } from '../interview/ids.ts';
import type { ChangedPart, LostPart } from '../interview/note/lost-part.ts';
import type { ReadinessNote } from '../interview/note/note.ts';
import type { NoteChange } from '../interview/note/note-change.ts';
import type { NoteVersion } from '../interview/note/note-versions.ts';
import type { Binding, Person } from '../interview/visit.ts';
import type { Result } from '../lib/result.ts';
import type { WriteType } from '../site.ts';
import type { FetchFault, GuardFault, SetupFault } from './faults.ts';

/** One event. `at` is in milliseconds since the epoch. `what` and `how` are texts of our own. */
export interface DiagnosticEvent {
  readonly at: number;
  readonly what: string;
  readonly how: string;
}

/** Colors as `#rrggbb`, a radius in CSS pixels (0 to 16), font names as one list. Invalid values are absent. */
export interface HostStyle {
  readonly background?: string;
  readonly text?: string;
  readonly accent?: string;
  readonly radius?: number;
  readonly font?: string;
}

/** Facts of one launch, frozen before the first paint. */
export interface LaunchContext {
  readonly binding: Binding;
  /** The id of the site configuration's entry for this EHR. */
  readonly ehrId: string;
  /** Name of the EHR as shown to clinicians. */
  readonly ehrLabel: string;
  /** True unless the launch said `need_patient_banner: false` and an EHR page around this one shows the patient. */
  readonly showBanner: boolean;
  readonly clinicianName?: string | undefined;
  /** The id token's `sub`. Draft keys are derived from it. It is never shown, sent or stored. */
  readonly subject?: string | undefined;
  /** Why nothing can be filed although reading works. Absent if filing is possible. */
  readonly readOnly?: 'no-clinician' | 'no-scope' | 'site' | undefined;
  /** `review` opens history first (SMART `intent`). */
  readonly intent?: 'review' | undefined;
}

/** Where a note will be filed, known before the clinician types. `confirmed` is false while the statement is unread. */
export type Destination =
  | { readonly kind: 'form'; readonly form: Form; readonly confirmed: boolean }
  | { readonly kind: 'copy'; readonly why: 'no-clinician' | 'no-scope' | 'not-taken' | 'site' };

/**
 * Everything that decides whether a note can be filed as one type. `place` counts from 1 and is absent if the site's
 * order does not list the type.
 */
export interface FormCheck {
  readonly type: WriteType;
  readonly place: number | undefined;
  /** The site's setting, which overrides the statement. */
  readonly siteSays: 'yes' | 'no' | undefined;
  readonly stated: FormCapability | undefined;
  readonly mayCreate: boolean;
  readonly mayRead: boolean;
  readonly refusedBefore: boolean;
}

/** What an EHR offers and granted: no patient, address or token. `granted` is absent if the EHR named none. */
export interface Diagnostics {
  readonly entryId: string;
  readonly idToken: 'verify' | 'claims';
  readonly tokenStore: 'memory' | 'session';
  readonly asked: readonly string[];
  readonly granted: readonly string[] | undefined;
  readonly withheld: readonly string[] | undefined;
  readonly statementRead: boolean;
  readonly formChecks: readonly FormCheck[];
  readonly destination: Destination;
}

/**
 * Steps of one write, reported while it runs. `looking`: the note was sent, its response was lost, and the chart does
 * not show the note yet.
 */
export type WriteStep = 'sending' | 'verifying' | 'looking';

/**
 * How one write ended. A write creates a note, makes its next version, or creates a note that replaces another. Only
 * `filed` was read back, compared and found exactly once.
 */
export type WriteEnd =
  /** `lost` names the parts that the chart left out. `unreached` names other places that still have the earlier text. */
  | {
      readonly kind: 'filed';
      readonly at: FiledAt;
      readonly entry: HistoryEntry;
      readonly lost: readonly LostPart[];
      readonly unreached: readonly FiledAt[];
    }
  /** The chart accepted it. It could not be read back, or (`uncounted`) it may have another copy or a newer version. */
  | { readonly kind: 'unverified'; readonly at: FiledAt; readonly why?: 'uncounted' }
  /** `parts` differed when read back. Empty if the chart named another patient or visit. */
  | { readonly kind: 'mismatch'; readonly at: FiledAt; readonly parts: readonly ChangedPart[] }
  /** Nothing was created. The chart already had this note, and `parts` of it differ. */
  | { readonly kind: 'earlierDiffers'; readonly at: FiledAt; readonly parts: readonly ChangedPart[] }
  /** The chart has more than one live copy of this note. `entry` is the copy that was read. */
  | { readonly kind: 'duplicated'; readonly places: readonly FiledAt[]; readonly entry?: HistoryEntry | undefined }
  /** The chart has a version that neither side expected. */
  | { readonly kind: 'conflict'; readonly theirs: NoteEntry }
  /** The search did not find the note, or found the earlier version. It may be sent again. */
  | { readonly kind: 'absent'; readonly why: 'lost' | 'not-taken' }
  /** A retraction reached some places and then failed. Sending it again continues with those in `unreached`. */
  | { readonly kind: 'halfway'; readonly marked: readonly FiledAt[]; readonly unreached: readonly FiledAt[] }
  | { readonly kind: 'accepted' }
  /** The note is no longer in the chart. */
  | { readonly kind: 'gone' }
  /** The chart refused it. Nothing was stored. */
  | { readonly kind: 'refused'; readonly why: FetchFault | SetupFault }
  /** Something failed before the note was sent. */
  | { readonly kind: 'unsent'; readonly why: FetchFault | GuardFault }
  /** It was sent, and Evoke could not find out whether it arrived. */
  | { readonly kind: 'unknown'; readonly why: FetchFault }
  | { readonly kind: 'sessionEnded' };

/** The end after which the note is verified. */
export type Filed = Extract<WriteEnd, { readonly kind: 'filed' }>;

/** One signing: this note, in the form that the button named, for the patient on the screen, from this draft. */
export interface Signing {
  readonly note: ReadinessNote;
  readonly form: Form;
  readonly person: Person;
  /** What the draft is bound to. The write guard compares it with the launch. */
  readonly draftBinding: Binding;
  /** Forms in which the chart already has this note, if it is filed in a second form on purpose. */
  readonly heldForms?: readonly Form[];
  /** Forms in which the note was sent before and may be stored, as the draft records. */
  readonly sentForms?: readonly Form[];
  /** True for a draft of an earlier page. That page may have sent the note and died before it could store that. */
  readonly lookFirst?: boolean;
  /** True if the clinician chose to file without the visit, because the chart does not show it. */
  readonly withoutVisit?: boolean;
}

/** A note that the chart has more than once. One live copy is kept. The retraction of the others is dated `at`. */
export interface Duplicates {
  readonly note: ReadinessNote;
  readonly places: readonly FiledAt[];
  readonly at: Instant;
  readonly person: Person;
  readonly draftBinding: Binding;
}

/**
 * Why a filed note cannot be changed from here. The first seven are about the note, the others about this sign-in, site
 * and EHR. `role-unread`: the sign-in is by a role, and the chart does not say who holds it. `incomplete`: a part of Evoke
 * could not be fetched.
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
  | 'role-unread'
  | 'site'
  | 'no-scope'
  | 'not-taken'
  | 'incomplete';

/**
 * How a filed note can be changed: by a new version in its place, by a new note that replaces it, or not from here.
 * `confirmed` is false while the statement is unread.
 */
export type ChangeWay =
  | { readonly kind: 'update'; readonly confirmed: boolean }
  | { readonly kind: 'replace'; readonly form: Form }
  | { readonly kind: 'closed'; readonly why: ClosedWhy };

/**
 * What may be done with one filed note. A note can be retracted only by an update. `remains` names the note's other
 * places that would keep their text after a change or retraction. Absent if every place follows.
 */
export interface ChangeRights {
  readonly change: ChangeWay;
  readonly retract: ChangeWay;
  readonly remains?: { readonly change: readonly FiledAt[]; readonly retract: readonly FiledAt[] } | undefined;
}

/** One change of a filed note, as signed. */
export interface ChangeRequest {
  /** The note as the clinician saw it when starting the change. */
  readonly base: NoteEntry;
  /** The note after the change, with a line about the change. A replacement has its own number. */
  readonly note: ReadinessNote;
  readonly change: NoteChange;
  readonly way: Exclude<ChangeWay, { readonly kind: 'closed' }>;
  readonly person: Person;
  /** What the draft of the change is bound to. */
  readonly draftBinding: Binding;
  /** True if it may have been sent before. It is then searched for first. */
  readonly attempted: boolean;
}

/**
 * How reading the versions of a note ended: newest first, including the current one. `isWhole` is false if the chart
 * has more than were read. `not-given`: this chart, or this sign-in, has no access to a history.
 */
export type VersionsRead =
  | { readonly kind: 'read'; readonly versions: readonly NoteVersion[]; readonly isWhole: boolean }
  | { readonly kind: 'not-given' }
  | { readonly kind: 'failed'; readonly why: FetchFault };

/** An EHR after a verified launch. Requests take an AbortSignal and return failures as values. */
export interface Ehr {
  readonly context: LaunchContext;
  /** Milliseconds since the epoch when the sign-in finally ends, or undefined if it renews itself. */
  readonly signInEndsAt: () => number | undefined;
  /** False once the EHR can no longer be asked for anything. */
  readonly isSignedIn: () => boolean;
  /** Aborts as soon as Evoke learns that the sign-in has ended. */
  readonly signInEnded: AbortSignal;
  /** True once the sign-in has reached the longest age the site allows. */
  readonly isTooOld: () => boolean;
  /** Deletes every token (on lock or close). Every later request returns `sessionEnded`. */
  readonly signOut: () => void;
  /** Records that the panel is in use. A reload that comes after the idle lock must sign in again. */
  readonly used: () => void;
  readonly readPerson: (signal: AbortSignal) => Promise<Result<Person, FetchFault>>;
  /** The newest earlier notes. `listOlder` reads older ones (shortfall `more-to-load`). */
  readonly listNotes: (signal: AbortSignal) => Promise<Result<NotesFound, FetchFault>>;
  /** Adds the next older pages to what is `held`. What is held is never lost. */
  readonly listOlder: (held: () => NotesFound, signal: AbortSignal) => Promise<NotesFound>;
  /** The versions of the note at this place. Read on demand, note by note. */
  readonly readVersions: (at: FiledAt, signal: AbortSignal) => Promise<VersionsRead>;
  /** Chart context for the conversation. Never fails as a whole: each part says how it ended. Nothing waits for it. */
  readonly readContext: (signal: AbortSignal) => Promise<ChartContext>;
  /** The EHR's theme, as far as it is readable. Never fails. Nothing waits for it. */
  readonly readStyle: () => Promise<HostStyle>;
  /** Finds the destination from scopes, site configuration and, if readable, the capability statement. */
  readonly readDestination: (signal: AbortSignal) => Promise<Destination>;
  /** The destination as far as it is known now. A form that was definitely refused stays closed in this session. */
  readonly destination: () => Destination;
  /** The next open form besides those that already have the note, for parts that the chart left out. */
  readonly nextForm: (held: readonly Form[]) => Form | undefined;
  /**
   * Diagnostics of this EHR. Reads the statement if it is not known yet. Never rejects. Undefined if a part of Evoke could
   * not be fetched.
   */
  readonly readDiagnostics: (signal: AbortSignal) => Promise<Diagnostics | undefined>;
  /** Recent events, oldest first, without patient data. */
  readonly events: () => readonly DiagnosticEvent[];
  /** Reports whether another panel of this browser shows another patient, until the returned function is called. */
  readonly watchPanels: (report: (isAnotherPatient: boolean) => void) => () => void;
  /**
   * Runs the write guard, sends one create, searches, reads back and compares. Searches first if an earlier attempt may
   * have arrived.
   */
  readonly fileNote: (signing: Signing, report: (step: WriteStep) => void, signal: AbortSignal) => Promise<WriteEnd>;
  /** Searches each form for a note that was sent, for at least 30 s. Sends nothing. */
  readonly findNote: (
    note: ReadinessNote,
    forms: readonly Form[],
    report: (step: WriteStep) => void,
    signal: AbortSignal,
  ) => Promise<WriteEnd>;
  /** True if a note in this form can be retracted from here, as far as it is known now. */
  readonly mayRetract: (form: Form) => boolean;
  /** Retracts all live copies of a note but one and verifies each. Ends `filed`, or `duplicated` with the copies left. */
  readonly retractDuplicates: (duplicates: Duplicates, signal: AbortSignal) => Promise<WriteEnd>;
  /** What may be done with a filed note, given author, sign-in, site and statement. */
  readonly changeRights: (entry: NoteEntry, signal: AbortSignal) => Promise<ChangeRights>;
  /** Fetches the code that changes notes, so that signing a change does not wait for it. */
  readonly prepareChanges: () => void;
  /**
   * Runs the write guard, reads the current version, sends one write against it, reads back and compares. Never sends
   * the same change twice.
   */
  readonly changeNote: (
    request: ChangeRequest,
    report: (step: WriteStep) => void,
    signal: AbortSignal,
  ) => Promise<WriteEnd>;
  /** Finds out whether a change whose response was lost is in the chart. Sends nothing. */
  readonly findChange: (request: ChangeRequest, signal: AbortSignal) => Promise<WriteEnd>;
}
