// What the rest of the app knows of an EHR. The store sees these types and never the code behind them.

import type { ChartContext } from '../interview/chart-context.ts';
import type { FiledAt, Form, HistoryEntry, NotesFound } from '../interview/history.ts';
import type { Instant } from '../interview/ids.ts';
import type { ReadinessNote } from '../interview/note.ts';
import type { Binding, Person } from '../interview/visit.ts';
import type { Result } from '../lib/result.ts';
import type { FetchFault, GuardFault } from './faults.ts';

/** Facts of one launch, frozen before anything is painted. */
export interface LaunchContext {
  readonly binding: Binding;
  /** Name of the configured EHR, as clinicians read it. */
  readonly ehrLabel: string;
  /** True unless the launch said `need_patient_banner: false`. */
  readonly showBanner: boolean;
  readonly clinicianName?: string;
  /** Why nothing can be filed although reading works; absent when filing is possible. */
  readonly readOnly?: 'no-clinician' | 'no-scope' | 'site';
  /** `review` opens history first (SMART `intent`). */
  readonly intent?: 'review';
}

/** Where a note will go, known before the clinician types. `confirmed` is false while the statement is unread. */
export type Destination =
  | { readonly kind: 'form'; readonly form: Form; readonly confirmed: boolean }
  | { readonly kind: 'copy'; readonly why: 'no-clinician' | 'no-scope' | 'not-taken' | 'site' };

/** Steps of one filing, told while it runs. */
export type FilingProgress = 'sending' | 'verifying';

/** How one filing ended (fhir-and-ehrs.md section 14). Only `filed` may be called filed. */
export type FilingEnd =
  | { readonly kind: 'filed'; readonly at: FiledAt; readonly entry: HistoryEntry }
  | {
      readonly kind: 'filedWithLoss';
      readonly at: FiledAt;
      readonly entry: HistoryEntry;
      readonly lost: readonly string[];
    }
  | { readonly kind: 'filedUnverified'; readonly at: FiledAt }
  | { readonly kind: 'mismatch'; readonly at: FiledAt }
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused'; readonly why: FetchFault | GuardFault }
  | { readonly kind: 'unknown'; readonly why: FetchFault }
  | { readonly kind: 'sessionEnded' };

/** What a search for our own identifier said. */
export type Found =
  | { readonly kind: 'found'; readonly end: FilingEnd }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unsure'; readonly why: FetchFault };

/** An EHR after a launch that held. Every call takes an AbortSignal and returns its failure as a value. */
export interface Ehr {
  readonly context: LaunchContext;
  /** Seconds since the epoch when the sign-in ends for good, or undefined when it renews itself. */
  readonly signInEnds: () => number | undefined;
  /** Deletes every token (lock, close): whatever is asked afterwards answers `sessionEnded`. */
  readonly end: () => void;
  readonly readPerson: (signal: AbortSignal) => Promise<Result<Person, FetchFault>>;
  readonly listNotes: (signal: AbortSignal) => Promise<Result<NotesFound, FetchFault>>;
  /** What the chart says beside the talk. Never fails as a whole: each part says how it ended. Nothing waits for it. */
  readonly readContext: (signal: AbortSignal) => Promise<ChartContext>;
  /** Learns the destination from scopes, site configuration and, where readable, the capability statement. */
  readonly learnDestination: (signal: AbortSignal) => Promise<Destination>;
  /** Guard, one create, read-back, compare. Never repeats a create by itself. */
  readonly fileNote: (
    note: ReadinessNote,
    person: Person,
    draftBinding: Binding,
    tell: (step: FilingProgress) => void,
    signal: AbortSignal,
  ) => Promise<FilingEnd>;
  /** Looks for a note whose create was never answered, by its identifier. */
  readonly findNote: (note: ReadinessNote, since: Instant, signal: AbortSignal) => Promise<Found>;
}
