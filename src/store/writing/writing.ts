// What is written during a visit: the draft, the note, its second form, and changes of earlier notes. Joins their slices
// and decides nothing else.

import { effect, type ReadonlySignal } from '@preact/signals';
import type { WriteEnd } from '../../ehr/port.ts';
import type { Interview } from '../../interview/interview.ts';
import { textsLeftOut } from '../../interview/talk/gaps.ts';
import type { Announcements } from '../announcements.ts';
import { type Chart, loadedPerson } from '../history/chart.ts';
import type { StorePorts } from '../store-ports.ts';
import { createFiling, type FilingSlice } from './filing.ts';
import { createInterviewDraft, type InterviewDraft } from './interview-draft.ts';
import { createNoteChanges, type NoteChanges } from './note-changes.ts';
import { createOtherDrafts } from './other-drafts.ts';
import { createSecondForm } from './second-form.ts';
import { createNoteSender } from './send-note.ts';

/** The slices that write. */
export interface Writing {
  readonly interviewDraft: InterviewDraft;
  readonly filing: FilingSlice;
  readonly secondForm: ReturnType<typeof createSecondForm>;
  /** Changes of filed notes. */
  readonly changes: NoteChanges;
  readonly otherDrafts: ReturnType<typeof createOtherDrafts>;
  /** Saves unsaved text of the draft and of every change now. */
  readonly saveTyped: () => Promise<void>;
}

/** What they read and tell. */
interface WritingParts {
  readonly interview: ReadonlySignal<Interview>;
  readonly chart: Chart;
  readonly announcements: Announcements;
}

// The note is filed in the form that was signed, then perhaps in a second form for parts that the first one left out.
function createFilings(
  { ehr, clock, drafts }: StorePorts,
  { chart, interview, interviewDraft }: WritingParts & Pick<Writing, 'interviewDraft'>,
  signal: AbortSignal,
) {
  const { beginning, attempted, markAttempted } = interviewDraft;
  const restored = beginning.kind === 'restored' ? interview.peek().id : undefined;
  const ports = { ehr, binding: drafts.binding, attempted, signal, restored };
  const first = createNoteSender({ ...ports, markAttempted });
  const second = createNoteSender({
    ...ports,
    // The draft still records the forms of the first signing, and what was signed then.
    markAttempted: async (attempt) => {
      const forms = [...new Set([...first.sentForms(), ...(attempt?.forms ?? [])])];
      if (attempt) await markAttempted({ ...attempt, forms, signed: attempted()?.signed });
    },
  });
  const afterEnd = (end: WriteEnd, hasLaterText: boolean): void => {
    const isWhole = !hasLaterText && textsLeftOut(interview.peek()).length === 0;
    if (end.kind === 'filed') chart.prepend(end.entry);
    if (end.kind === 'filed' && end.lost.length === 0 && isWhole) void interviewDraft.delete();
    if (end.kind === 'refused') chart.refreshDestination();
  };
  const person = () => loadedPerson(chart);
  const filing = createFiling({
    ...ports,
    sending: first,
    clock,
    person,
    form: () => (chart.destination.value.kind === 'form' ? chart.destination.value.form : undefined),
    interview: () => interview.value,
    afterEnd,
  });
  const hasLaterTextNow = (): boolean => filing.state.value.kind === 'ended' && filing.state.value.hasLaterText;
  // The list learns of the second place, because a later correction or retraction must reach it too.
  const secondForm = createSecondForm({
    ehr,
    sending: second,
    filing: () => filing.state.value,
    person,
    afterEnd: (end) => afterEnd(end, hasLaterTextNow()),
  });
  const stop = effect(secondForm.offer);
  return { filing, secondForm, stop };
}

type Sending = Pick<Writing, 'filing' | 'secondForm' | 'changes'>;

/** True while a note or a change is being sent. */
export const isSending = ({ filing, secondForm, changes }: Sending): boolean =>
  [filing, secondForm, changes].some(({ isBusy }) => isBusy());

/** True unless the note is certainly not in the chart: an earlier press may still arrive. */
export const mayBeInChart = ({ filing, interviewDraft }: Pick<Writing, 'filing' | 'interviewDraft'>): boolean =>
  filing.state.value.kind === 'absent' || filing.isLocked() || interviewDraft.attempted() !== undefined;

/** The slices that write, of one panel. `stop` ends what follows the filing. */
export function createWriting(
  ports: StorePorts,
  parts: WritingParts,
  signal: AbortSignal,
): Writing & { readonly stop: () => void } {
  const { ehr, clock, drafts } = ports;
  const interviewDraft = createInterviewDraft(parts.interview, drafts, ports.draft, clock.millis);
  const { stop, ...filings } = createFilings(ports, { ...parts, interviewDraft }, signal);
  const changes = createNoteChanges({ ehr, clock, drafts, signal, ...parts });
  const saveTyped = async (): Promise<void> => {
    await Promise.all([interviewDraft.flush(), changes.flush()]);
  };
  const written = { ...filings, changes, interviewDraft, saveTyped };
  const otherDrafts = createOtherDrafts({
    list: drafts.others(),
    interviewDraft,
    changes,
    save: saveTyped,
    isSending: () => isSending(written),
    onOpen: ports.onOpenDraft,
    ended: signal,
  });
  return { ...written, otherDrafts, stop };
}
