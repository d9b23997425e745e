// The panel's state, composed of slices. Panels read signals and call functions. Nothing here draws.

import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { KeptDraft } from '../drafts/port.ts';
import type { Ehr, LaunchContext } from '../ehr/port.ts';
import type { Behavior } from '../interview/guide/behaviors.ts';
import type { EntryId } from '../interview/ids.ts';
import { beginInterview, type Interview } from '../interview/interview.ts';
import { beginNext } from '../interview/talk/agenda.ts';
import { createAnnouncements } from './announcements.ts';
import { announced } from './conversation/announced-acts.ts';
import { type Conversation, createConversation } from './conversation/conversation.ts';
import { createInterviewState, type InterviewState } from './conversation/interview-state.ts';
import { type Chart, createChart } from './history/chart.ts';
import { createHistoryView, type HistoryView } from './history/history-view.ts';
import { type Clock, dayFrom, newEntryId, newNoteId, startOfMinute } from './session/clock.ts';
import { createIdleLock, type IdleLock } from './session/idle-lock.ts';
import { watchOtherPanels } from './session/other-panels.ts';
import { createSettings, type SettingsState } from './session/settings.ts';
import { createSignInTime, type SignInTime } from './session/sign-in-time.ts';
import type { SitePolicy, StorePorts } from './store-ports.ts';
import { createView } from './view.ts';
import { doneFiling, type Filing, type FilingSlice } from './writing/filing.ts';
import { createWriting, isSending, type Writing } from './writing/writing.ts';

/** What a clinician does that concerns several slices. */
interface Actions {
  readonly newEntry: () => EntryId;
  readonly day: (daysFromToday: number) => ReturnType<typeof dayFrom>;
  /** Reads the chart. Searches first for a note that an earlier page may have sent. */
  readonly begin: () => Promise<void>;
  readonly openReview: () => void;
  /**
   * Called when the network is back or the device wakes. Retries failed reads and searches for a note without a known
   * end.
   */
  readonly comeBack: () => Promise<void>;
  /**
   * Starts a new interview with the same patient and deletes the current draft. After a note was filed, open topics and
   * the people present are carried over.
   */
  readonly beginAnother: () => Promise<void>;
}

/** Everything that panels may read and do. */
export interface Store extends Actions, Writing, Conversation, Omit<InterviewState, 'replace'> {
  readonly context: LaunchContext;
  readonly behaviors: readonly Behavior[];
  /** The site's help line for clinicians. */
  readonly support: string;
  /** Diagnostics for IT. */
  readonly diagnostics: Pick<Ehr, 'readDiagnostics' | 'events' | 'signInEndsAt'>;
  readonly chart: Chart;
  readonly signInTime: SignInTime;
  readonly idleLock: IdleLock;
  /** The site's settings for this panel. */
  readonly policy: SitePolicy;
  /** True while Evoke is open for another patient in this browser. */
  readonly isOtherPatientOpen: ReadonlySignal<boolean>;
  readonly settings: SettingsState;
  readonly view: ReturnType<typeof createView>;
  readonly historyView: HistoryView;
  readonly isReviewOpen: ReadonlySignal<boolean>;
  readonly clock: Clock;
  readonly dispose: () => void;
}

// A restored draft continues. Otherwise the conversation starts now.
const firstInterview = (draft: KeptDraft | undefined, clock: Clock): Interview =>
  draft?.interview ?? beginInterview(newNoteId(clock), startOfMinute(clock));

// When it locks, the panel ends requests, saves what was typed, stops timers and forgets the interview and the chart.
function createLock(
  { ehr, clock, policy, onLocked }: StorePorts,
  writing: Writing,
  interviewState: InterviewState,
  { abort, dispose }: { readonly abort: AbortController; readonly dispose: () => void },
): IdleLock {
  return createIdleLock({
    ehr,
    clock,
    minutes: policy.idleLockMinutes,
    isBusy: () => isSending(writing),
    finish: async () => {
      abort.abort();
      await writing.saveTyped();
      dispose();
      interviewState.replace(beginInterview(newNoteId(clock), startOfMinute(clock)));
      writing.filing.reopen();
      onLocked?.();
    },
  });
}

/** The state of one panel for one launch. */
export function createStore(ports: StorePorts): Store {
  const { ehr, clock, behaviors, support, policy } = ports;
  const restored = ports.draft.ok ? ports.draft.value : undefined;
  const abort = new AbortController();
  const announcements = createAnnouncements();
  const silent = createInterviewState(firstInterview(restored, clock));
  const { interview } = silent;
  const chart = createChart(ehr, abort.signal);
  const { stop, ...writing } = createWriting(ports, { interview, chart, announcements }, abort.signal);
  const interviewState = announced(silent, announcements, writing.filing.isLocked);
  const { replace, ...acts } = interviewState;
  const signInTime = createSignInTime(ehr, clock);
  const { isOtherPatientOpen, dispose: stopWatching } = watchOtherPanels(ehr);
  const { stopFollowing, ...conversation } = createConversation(interviewState, announcements, chart, ports);
  const view = createView(isLockedView(writing.filing));
  const dispose = (): void => {
    abort.abort();
    for (const one of [writing.interviewDraft, conversation.topicSuggestions, signInTime, view, idleLock, chart])
      one.dispose();
    stop();
    stopFollowing();
    stopWatching();
  };
  const idleLock = createLock(ports, writing, interviewState, { abort, dispose });
  const isReviewOpen = signal(false);
  const slices: Slices = {
    context: ehr.context,
    diagnostics: ehr,
    behaviors,
    support,
    policy,
    clock,
    ...acts,
    chart,
    ...conversation,
    ...writing,
    signInTime,
    idleLock,
    isOtherPatientOpen,
    view,
    isReviewOpen,
    dispose,
    settings: createSettings(ports.settings, ports.settingsStorage),
    historyView: createHistoryView(ehr.context.intent === 'review'),
  };
  return { ...slices, ...createActions(ports, slices, { isReviewOpen, replace }) };
}

// A clinician must see how sending ends, but need not watch a long search.
const isLockedView =
  ({ state, isBusy }: FilingSlice) =>
  (): boolean =>
    isBusy() && state.value.kind !== 'looking';

// One note per topic. After filing, open topics are carried over. A discarded interview leaves nothing behind.
function nextInterview(before: Interview, filing: Filing, { behaviors, clock }: StorePorts): Interview {
  const id = newNoteId(clock);
  const now = startOfMinute(clock);
  return doneFiling(filing) ? beginNext(before, behaviors, id, now) : beginInterview(id, now);
}

type Slices = Omit<Store, keyof Actions>;

/** What only the actions of the store may do. */
interface Inner {
  readonly isReviewOpen: Signal<boolean>;
  readonly replace: InterviewState['replace'];
}

function restarting(ports: StorePorts, slices: Slices, { isReviewOpen, replace }: Inner) {
  const { interview, capture, interviewDraft, filing, secondForm, wording, topicSuggestions } = slices;
  // Replace the interview before deleting the old draft, so that neither is saved by mistake.
  return async (): Promise<void> => {
    if (filing.isBusy() || secondForm.isBusy()) return;
    capture.rest();
    wording.forget();
    replace(nextInterview(interview.peek(), filing.state.peek(), ports));
    topicSuggestions.freeOrder();
    isReviewOpen.value = false;
    filing.reopen();
    await interviewDraft.delete();
  };
}

function createActions(ports: StorePorts, slices: Slices, inner: Inner): Actions {
  const { clock, chart, filing, signInTime, guideTexts } = slices;
  return {
    newEntry: () => newEntryId(clock),
    day: (days) => dayFrom(clock.millis(), days),
    begin: async () => {
      const attempted = ports.draft.ok ? ports.draft.value?.attempted : undefined;
      await Promise.all([chart.load().then(guideTexts.retry), attempted ? filing.check(attempted) : undefined]);
    },
    openReview: () => {
      void guideTexts.retry();
      inner.isReviewOpen.value = true;
    },
    comeBack: async () => {
      signInTime.checkNow();
      const { value } = filing.state;
      const isOpen = value.kind === 'ended' && value.end.kind === 'unknown';
      await Promise.all([chart.retry(), guideTexts.retry(), isOpen ? filing.lookAgain() : undefined]);
    },
    beginAnother: restarting(ports, slices, inner),
  };
}
