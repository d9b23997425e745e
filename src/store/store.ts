// The panel's state, composed of its slices. Panels read signals and call verbs; nothing here draws or fetches by itself.

import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { DraftFault, Drafts, KeptDraft, OtherDraft } from '../drafts/port.ts';
import type { Settings, SettingsShelf } from '../drafts/settings.ts';
import type { Ehr, LaunchContext, WriteEnd } from '../ehr/port.ts';
import type { Behaviour } from '../interview/guide/behaviours.ts';
import type { EntryId } from '../interview/ids.ts';
import { beginInterview, type Interview } from '../interview/interview.ts';
import { beginNext } from '../interview/talk/agenda.ts';
import type { InterviewEvent } from '../interview/talk/events.ts';
import type { Person } from '../interview/visit.ts';
import type { Result } from '../lib/result.ts';
import { type Announcements, createAnnouncements } from './announcements.ts';
import { announced } from './conversation/announced-acts.ts';
import type { Capture } from './conversation/capture.ts';
import { createConversation } from './conversation/conversation.ts';
import type { Guide } from './conversation/guide.ts';
import type { Parts } from './conversation/interview-parts.ts';
import { createInterviewState, type InterviewState } from './conversation/interview-state.ts';
import type { AfterFrame } from './conversation/next-frame.ts';
import type { TopicSuggestions } from './conversation/topic-suggestions.ts';
import type { Wording } from './conversation/wording.ts';
import { type Chart, createChart } from './history/chart.ts';
import { createHistoryView, type HistoryView } from './history/history-view.ts';
import { type Clock, dayFrom, newEntryId, newNoteId, startOfMinute } from './session/clock.ts';
import type { IdleLock } from './session/idle-lock.ts';
import { lockPanel } from './session/lock-panel.ts';
import { type OtherPanels, watchOtherPanels } from './session/other-panels.ts';
import type { SitePolicy } from './session/policy.ts';
import { createSettings, type SettingsState } from './session/settings.ts';
import { createSignInTime, type SignInTime } from './session/sign-in-time.ts';
import { createView, type ViewState } from './view.ts';
import { createFiling, type Filing, type FilingSlice } from './writing/filing.ts';
import { createInterviewDraft, type InterviewDraft } from './writing/interview-draft.ts';
import { createNoteChanges, type NoteChanges } from './writing/note-changes.ts';
import { createSecondForm, type SecondForm } from './writing/second-form.ts';
import { createNoteSender } from './writing/send-note.ts';

/** What a launch hands to the panel. `draft` is this visit's unfinished interview, or why there is none to go on with. */
export interface StorePorts {
  readonly ehr: Ehr;
  readonly drafts: Drafts;
  readonly draft: Result<KeptDraft | undefined, DraftFault>;
  readonly clock: Clock;
  readonly afterFrame: AfterFrame;
  readonly behaviours: readonly Behaviour[];
  readonly support: string;
  readonly policy: SitePolicy;
  /** Nothing of the panel runs any more: whatever the page itself holds can be let go. */
  readonly onLocked?: () => void;
  /** Keeps what is open, and opens another draft of this visit in a fresh panel. */
  readonly onOpenDraft?: (id: string) => Promise<void>;
  /** As read from the device, and where a change of them is kept. */
  readonly settings: Settings;
  readonly shelf: Pick<SettingsShelf, 'keep'>;
}

/** Whether the review is on the page. */
export type Review = { readonly kind: 'closed' } | { readonly kind: 'open' };

/** Everything the panels read and may do. */
export interface Store {
  readonly context: LaunchContext;
  readonly behaviours: readonly Behaviour[];
  /** The site's line of help for clinicians. */
  readonly support: string;
  /** What IT may look at. */
  readonly diagnostics: Pick<Ehr, 'inspect' | 'events' | 'signInEnds'>;
  readonly interview: ReadonlySignal<Interview>;
  readonly parts: Parts;
  readonly interviewState: InterviewState;
  readonly capture: Capture;
  readonly announcements: Announcements;
  readonly chart: Chart;
  /** Changing notes that are filed. */
  readonly changes: NoteChanges;
  readonly interviewDraft: InterviewDraft;
  /** Other drafts of this visit, newest first, and opening one of them; does nothing while a note is on its way. */
  readonly otherDrafts: { readonly list: readonly OtherDraft[]; readonly open: (id: string) => Promise<void> };
  readonly filing: FilingSlice;
  readonly secondForm: SecondForm;
  readonly signInTime: SignInTime;
  readonly idleLock: IdleLock;
  /** What the site decided about this panel. */
  readonly policy: SitePolicy;
  readonly others: ReadonlySignal<OtherPanels>;
  readonly guide: Guide;
  readonly topicSuggestions: TopicSuggestions;
  readonly settings: SettingsState;
  readonly view: ViewState;
  readonly wording: Wording;
  readonly historyView: HistoryView;
  readonly review: ReadonlySignal<Review>;
  readonly clock: Clock;
  readonly dispatch: (event: InterviewEvent) => void;
  readonly newEntry: () => EntryId;
  readonly day: (daysFromToday: number) => ReturnType<typeof dayFrom>;
  /** Reads the chart; a note that left before the page died is looked for before anything else may be sent. */
  readonly begin: () => Promise<void>;
  readonly openReview: () => void;
  /** Signs for the person in the chart, in the form the button names; does nothing while either is not known. */
  readonly sign: () => Promise<void>;
  /** Files the same note in a second form, for the parts that the first did not keep. */
  readonly fileSecondForm: () => Promise<void>;
  /** True if the chart takes an update in this form from here. */
  readonly mayRetract: Ehr['mayRetract'];
  /** Retracts the extra copies of the note that was signed last. */
  readonly retractDoubles: () => Promise<void>;
  /** The network is back, or the device awake: reads what failed, and looks for a note whose answer was lost. */
  readonly comeBack: () => Promise<void>;
  /**
   * A fresh interview with the same person; what was written before is let go, on this device and on the page. After
   * a note was filed, topics not yet talked about and who is present come along.
   */
  readonly beginAnother: () => Promise<void>;
  readonly dispose: () => void;
}

// A restored draft goes on where it was kept; otherwise the talk begins now.
const begun = (draft: KeptDraft | undefined, clock: Clock): Interview =>
  draft?.interview ?? beginInterview(newNoteId(clock), startOfMinute(clock));

function createFilingOver(
  { ehr, clock, drafts }: StorePorts,
  { chart, interviewDraft, interview }: Pick<Store, 'interview' | 'chart' | 'interviewDraft'>,
  signal: AbortSignal,
) {
  const restored = interviewDraft.beginning.kind === 'restored' ? { restored: interview.peek().id } : {};
  const ports = { ehr, binding: drafts.binding, signal, ...restored };
  const sending = createNoteSender({ ...ports, markAttempted: interviewDraft.markAttempted });
  const first = sending.left;
  const sendingBeside = createNoteSender({
    ...ports,
    beside: first,
    markAttempted: (attempt) =>
      attempt ? interviewDraft.markAttempted({ ...attempt, forms: [...first(), ...attempt.forms] }) : Promise.resolve(),
  });
  const settle = (end: WriteEnd, writtenOn: boolean): void => {
    if (end.kind === 'filed' && end.lost.length === 0 && !writtenOn) void interviewDraft.shred();
    if (end.kind === 'refused') chart.relearn();
  };
  const afterEnd = (end: WriteEnd, writtenOn: boolean): void => {
    if (end.kind === 'filed') void chart.prepend(end.entry);
    settle(end, writtenOn);
  };
  const filing = createFiling({ ...ports, sending, clock, interview: () => interview.value, afterEnd });
  const isWrittenOn = (): boolean => filing.filing.value.kind === 'ended' && filing.filing.value.writtenOn === true;
  const settleBeside = (end: WriteEnd): void => settle(end, isWrittenOn());
  const secondForm = createSecondForm({ ehr, sending: sendingBeside, afterEnd: settleBeside });
  const stop = effect(() => secondForm.offer(filing.filing.value));
  return { filing, secondForm, stop };
}

function offerOthers(
  { drafts, onOpenDraft }: StorePorts,
  writers: readonly { readonly isBusy: () => boolean }[],
): Store['otherDrafts'] {
  return {
    list: drafts.others(),
    open: async (id) => {
      if (!writers.some(({ isBusy }) => isBusy())) await onOpenDraft?.(id);
    },
  };
}

/** The state of one panel for one launch. */
export function createStore(ports: StorePorts): Store {
  const { ehr, clock, behaviours, support, policy } = ports;
  const restored = ports.draft.ok ? ports.draft.value : undefined;
  const abort = new AbortController();
  const announcements = createAnnouncements();
  const lock = { isLocked: (): boolean => false };
  const interviewState = announced(createInterviewState(begun(restored, clock)), announcements, () => lock.isLocked());
  const { interview, dispatch } = interviewState;
  const chart = createChart(ehr, abort.signal);
  const interviewDraft = createInterviewDraft(interview, ports.drafts, ports.draft);
  const { stop, ...filings } = createFilingOver(ports, { interview, chart, interviewDraft }, abort.signal);
  lock.isLocked = filings.filing.isLocked;
  const signInTime = createSignInTime(ehr, clock);
  const { others, dispose: stopWatching } = watchOtherPanels(ehr);
  const { stopFollowing, ...conversation } = createConversation(interviewState, announcements, chart, ports);
  const { topicSuggestions } = conversation;
  const review = signal<Review>({ kind: 'closed' });
  const view = createView(isLockedView(filings.filing));
  const dispose = (): void => {
    abort.abort();
    for (const one of [interviewDraft, topicSuggestions, signInTime, view, idleLock]) one.dispose();
    stop();
    stopFollowing();
    stopWatching();
  };
  const changes = createNoteChanges({ ehr, clock, chart, announcements, drafts: ports.drafts, signal: abort.signal });
  const idleLock = lockPanel(ports, { interviewState, interviewDraft, changes, ...filings, abort, dispose });
  const slices = {
    ...{ interview, interviewState, chart, interviewDraft, signInTime, idleLock, others, review },
    ...filings,
    ...conversation,
  };
  return {
    context: ehr.context,
    settings: createSettings(ports.settings, ports.shelf),
    ...{ behaviours, support, policy, clock },
    view,
    otherDrafts: offerOthers(ports, [filings.filing, filings.secondForm, changes]),
    diagnostics: ehr,
    mayRetract: ehr.mayRetract,
    changes,
    historyView: createHistoryView(ehr.context.intent === 'review'),
    dispatch,
    ...slices,
    ...verbs(ports, { ...slices, review }),
    dispose,
  };
}

// What happens to a note must stay in view, but nobody has to watch a search that goes on.
const isLockedView =
  ({ filing, isBusy }: FilingSlice) =>
  (): boolean =>
    isBusy() && filing.value.kind !== 'looking';

// One topic, one note: after filing, the rest of the agenda comes along. What was discarded leaves nothing behind.
function nextInterview(before: Interview, filing: Filing, clock: Clock): Interview {
  const id = newNoteId(clock);
  const now = startOfMinute(clock);
  const filed = filing.kind === 'ended' && ['filed', 'unverified'].includes(filing.end.kind);
  return filed ? beginNext(before, id, now) : beginInterview(id, now);
}

type Slices = Pick<
  Store,
  | 'interviewState'
  | 'capture'
  | 'chart'
  | 'interviewDraft'
  | 'filing'
  | 'secondForm'
  | 'signInTime'
  | 'wording'
  | 'topicSuggestions'
> & {
  readonly review: Signal<Review>;
};

function restarting({ clock }: StorePorts, slices: Slices) {
  const { interviewState, capture, interviewDraft, filing, secondForm, wording, topicSuggestions, review } = slices;
  // The fresh interview is in place before the old draft is shredded, so that neither is kept by mistake.
  return async (): Promise<void> => {
    if (filing.isBusy() || secondForm.isBusy()) return;
    capture.rest();
    wording.forget();
    interviewState.replace(nextInterview(interviewState.interview.peek(), filing.filing.peek(), clock));
    topicSuggestions.freeOrder();
    review.value = { kind: 'closed' };
    filing.reopen();
    await interviewDraft.shred();
  };
}

function verbs(ports: StorePorts, slices: Slices) {
  const { chart, filing, secondForm, signInTime, wording, review } = slices;
  const { clock } = ports;
  const someone = (): Person | undefined =>
    chart.person.value.kind === 'loaded' ? chart.person.value.person : undefined;
  return {
    newEntry: () => newEntryId(clock),
    day: (days: number) => dayFrom(clock.millis(), days),
    begin: async () => {
      const attempted = ports.draft.ok ? ports.draft.value?.attempted : undefined;
      await Promise.all([chart.load(), attempted ? filing.check(attempted) : undefined]);
    },
    openReview: () => {
      wording.begin();
      review.value = { kind: 'open' };
    },
    sign: async () => {
      const [person, destination] = [someone(), chart.destination.value];
      if (person && destination.kind === 'form') await filing.sign(person, destination.form);
    },
    fileSecondForm: async () => {
      const person = someone();
      if (person) await secondForm.file(filing.filing.value, person);
    },
    retractDoubles: async () => {
      const person = someone();
      if (person) await filing.retractDoubles(person);
    },
    comeBack: async () => {
      signInTime.look();
      const { value } = filing.filing;
      const isOpen = value.kind === 'ended' && value.end.kind === 'unknown';
      await Promise.all([chart.retry(), isOpen ? filing.lookAgain() : undefined]);
    },
    beginAnother: restarting(ports, slices),
  };
}
