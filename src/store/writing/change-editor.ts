// The life of one change of a filed note: started, typed, sent, verified, or saved until it can be. Typed text is
// deleted only when the chart is known to have it, or when the clinician discards it.

import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ChangeDrafts } from '../../drafts/port.ts';
import type { ChangeRequest, ChangeRights, ChangeWay, Ehr, Filed, WriteEnd, WriteStep } from '../../ehr/port.ts';
import { copiesOf, type FiledAt, type HistoryEntry, placeKey, placesOf } from '../../interview/history/history.ts';
import type { NoteEntry } from '../../interview/history/visits.ts';
import type { NoteId } from '../../interview/ids.ts';
import type { ReadinessNote } from '../../interview/note/note.ts';
import { type Act, holdsChange, onTopOf } from '../../interview/note/note-change.ts';
import type { Binding, Person } from '../../interview/visit.ts';
import { type Clock, instantAt } from '../session/clock.ts';
import {
  asSent,
  type ChangeState,
  composeChange,
  draftOf,
  type Edit,
  earlierChange,
  editIn,
  editOf,
  hasTyped,
  isAsLastSent,
  isInChart,
  losesContent,
  stateAfter,
} from './change-edit.ts';
import { type ChangeSaver, createChangeSaver, findSaved, isEmpty } from './change-saver.ts';
import { doneWithoutReason, sameVersion, withPlacesOf } from './newer-version.ts';
import { isInFlight, orUnknown } from './send-note.ts';
import { endAfterSearch } from './write-ends.ts';

/** Edits one filed note. */
export interface ChangeEditor extends Pick<ChangeSaver, 'keeping' | 'kept' | 'unsent' | 'isBehind' | 'flush'> {
  readonly state: ReadonlySignal<ChangeState>;
  /** What may be done with the note. Undefined until that is known. */
  readonly rights: ReadonlySignal<ChangeRights | undefined>;
  /** Finds out what may be done with this version of the note, and whether the device has an unsent change of it. */
  readonly see: (entry: NoteEntry) => Promise<void>;
  readonly begin: (act: Act) => void;
  /** Continues the saved edit. */
  readonly resume: () => void;
  readonly edit: (note: ReadinessNote) => void;
  readonly say: (words: string) => void;
  /** Signs the change for the patient in the chart. Does nothing unless the state is `editing`. */
  readonly send: () => Promise<void>;
  /** Checks again whether it is in the chart. Sends nothing. */
  readonly check: () => Promise<void>;
  /** After a conflict: continues with the typed text over the newer version. */
  readonly takeOver: () => void;
  /** Discards what was typed. The chart does not change. */
  readonly discard: () => Promise<void>;
  /** Closes the form. Typed text stays saved. */
  readonly close: () => void;
}

/** What the editor needs. `afterChange` runs before an end is reported. */
export interface ChangeEditorPorts {
  readonly ehr: Pick<Ehr, 'changeRights' | 'prepareChanges' | 'changeNote' | 'findChange'>;
  readonly drafts: ChangeDrafts;
  readonly binding: Binding;
  readonly clock: Clock;
  /** The patient on the screen. Undefined if not known. */
  readonly person: () => Person | undefined;
  readonly newId: () => NoteId;
  readonly afterChange: (before: NoteEntry, end: Filed) => void;
  readonly report: (words: string) => void;
  /** The earlier notes as the chart lists them now. Empty if they cannot be read. */
  readonly listed: () => Promise<readonly HistoryEntry[]>;
  readonly signal: AbortSignal;
}

/** What the parts of the editor share. */
interface ChangeDeps extends ChangeEditorPorts {
  readonly state: Signal<ChangeState>;
  readonly rights: Signal<ChangeRights | undefined>;
  readonly saver: ChangeSaver;
  readonly readRights: (entry: NoteEntry) => Promise<void>;
}

const DONE = { add: 'Added, checked', correct: 'Corrected, checked', retract: 'Retracted, checked' } as const;

/** The way an act would be sent now. Undefined if that is not known. */
export const wayOf = (rights: ChangeRights | undefined, act: Act): ChangeWay | undefined =>
  rights?.[act === 'retract' ? 'retract' : 'change'];

/** The other places of the note that an act cannot reach from here. */
export const unreachedPlaces = (rights: ChangeRights | undefined, act: Act): readonly FiledAt[] =>
  rights?.remains?.[act === 'retract' ? 'retract' : 'change'] ?? [];

/** Opening: what may be done, what is saved, and starting a change. */
function openingActions({
  state,
  rights,
  drafts,
  saver,
  readRights,
  newId,
  ehr,
}: ChangeDeps): Pick<ChangeEditor, 'see' | 'begin' | 'resume'> {
  let entry: NoteEntry | undefined;
  const offerSaved = async (now: NoteEntry): Promise<void> => {
    // Nothing can be started meanwhile. It would be saved over what is found.
    rights.value = undefined;
    const kept = await findSaved(drafts, now);
    if (!kept || state.peek().kind !== 'idle') return;
    const edit = editOf(kept, now);
    // The response was lost, but the chart has the change by now. Its copies may lack it until it is sent once more.
    const hasCopies = edit.act !== 'retract' && copiesOf(now).length > 0;
    if (!hasCopies && isInChart(edit, now.note)) return drafts.delete(now.filed);
    state.value = doneWithoutReason(edit, now) ?? { kind: 'waiting', edit };
    saver.found();
  };
  // A newer note has replaced the one where it began. It goes on there, as it would at the next launch.
  const move = async (now: NoteEntry): Promise<void> => {
    const [, ...left] = placesOf(now).map(placeKey);
    const before = editIn(state.peek());
    if (!before || !left.includes(placeKey(before.base.filed))) return;
    const edit = editOf(draftOf(before), now);
    state.value = { kind: 'waiting', edit };
    await saver.replace(before, edit);
  };
  return {
    see: async (now) => {
      const { kind } = state.peek();
      const isSettled = kind === 'idle' || kind === 'waiting' || kind === 'done';
      // Another change of the same version may be saved, by a window that is closed since.
      if (!isSettled || (kind !== 'idle' && entry && sameVersion(entry, now))) return;
      entry = now;
      if (kind === 'idle') await offerSaved(now);
      if (kind === 'waiting') await move(now);
      await readRights(now);
    },
    begin: (act) => {
      if (!entry || state.peek().kind !== 'idle') return;
      const edit: Edit = { act, base: entry, note: entry.note, words: '', id: newId(), attempted: false };
      state.value = { kind: 'editing', edit };
      ehr.prepareChanges();
    },
    resume: () => {
      const now = state.peek();
      if (now.kind !== 'waiting') return;
      state.value = { kind: 'editing', edit: now.edit };
      ehr.prepareChanges();
    },
  };
}

/** Typing, and what happens to the typed text. */
function typingActions({
  state,
  saver,
  readRights,
  newId,
}: ChangeDeps): Omit<ChangeEditor, 'state' | 'rights' | 'see' | 'begin' | 'resume' | 'send' | 'check'> {
  const typed = (part: Partial<Edit>): void => {
    const now = state.peek();
    if (now.kind !== 'editing') return;
    state.value = { ...now, edit: { ...now.edit, ...part } };
    saver.schedule();
  };
  return {
    keeping: saver.keeping,
    kept: saver.kept,
    unsent: saver.unsent,
    isBehind: saver.isBehind,
    flush: saver.flush,
    edit: (note) => typed({ note }),
    say: (words) => typed({ words }),
    takeOver: () => {
      const now = state.peek();
      if (now.kind !== 'conflict') return;
      const { theirs, edit } = now;
      const note = edit.act === 'correct' ? onTopOf(theirs.note, edit.note) : theirs.note;
      // The newer version was just read. An earlier change is in it or can no longer arrive over it.
      const { lastSent, sent: _, ...rest } = edit;
      const held = lastSent && holdsChange(theirs.note, lastSent.change) ? { lastSent } : {};
      // If our replacement is in the chart, its number is used up.
      const id = held.lastSent || theirs.note.id === edit.id ? newId() : edit.id;
      const mine: Edit = { ...rest, ...held, base: theirs, note, id };
      state.value = { kind: 'editing', edit: mine };
      // The saved edit belongs to the place where it started, which a replacement has left.
      void saver.replace(edit, mine);
      void readRights(theirs);
    },
    discard: async () => {
      const edit = editIn(state.peek());
      if (!edit || isInFlight(state.peek())) return;
      state.value = { kind: 'idle' };
      await saver.forget(edit);
    },
    close: () => {
      const now = state.peek();
      if (now.kind === 'done') {
        const isOver = !now.kept || now.act === 'retract';
        state.value = now.kept && !isOver ? { kind: 'waiting', edit: now.kept } : { kind: 'idle' };
        // A retracted note cannot be retracted again. Its reason was shown for copying.
        if (now.kept && isOver) void saver.forget(now.kept);
      }
      if (now.kind !== 'editing') return;
      state.value = hasTyped(now.edit) ? { kind: 'waiting', edit: now.edit } : { kind: 'idle' };
      // What was typed and taken back may be on the device.
      if (isEmpty(now.edit) && saver.kept.peek() !== 'nothing') void saver.forget(now.edit);
    },
  };
}

/** If the sent change is in the chart but the form was changed since, the chart's version is a conflict. */
function endForForm(edit: Edit, end: WriteEnd): WriteEnd {
  if (end.kind !== 'filed' || isAsLastSent(edit)) return end;
  const { entry } = end;
  return entry.kind === 'note'
    ? { kind: 'conflict', theirs: entry }
    : { kind: 'unknown', why: { kind: 'badResponse' } };
}

/** Runs one step of an edit and handles how it ended. */
function endHandlers(deps: ChangeDeps) {
  const { state, saver, clock, readRights } = deps;
  const settle = async (edit: Edit, found: WriteEnd): Promise<void> => {
    const end =
      found.kind === 'conflict'
        ? { ...found, theirs: withPlacesOf(edit.base, found.theirs, await deps.listed()) }
        : found;
    if (end.kind === 'filed') {
      if (!losesContent(edit, end.lost)) await saver.forget(edit);
      deps.afterChange(edit.base, end);
      deps.report(DONE[edit.act]);
    }
    // A form or update that was definitely refused is now closed. Show the next way before the message.
    if (end.kind === 'refused') await readRights(edit.base);
    state.value = stateAfter(edit, end, clock.millis());
    if (end.kind !== 'filed') await saver.flush();
  };
  const ask = async (edit: Edit, work: (sent: ChangeRequest) => Promise<WriteEnd>): Promise<WriteEnd> =>
    edit.sent ? endForForm(edit, await orUnknown(work(edit.sent))) : { kind: 'unknown', why: { kind: 'aborted' } };
  return { settle, ask };
}

/** Sends once, and checks until the end is known. */
function sendingActions(deps: ChangeDeps): Pick<ChangeEditor, 'send' | 'check'> {
  const { state, rights, ehr, saver, clock, signal: abort } = deps;
  const { settle, ask } = endHandlers(deps);
  const look = (edit: Edit): Promise<WriteEnd> => ask(edit, (changing) => ehr.findChange(changing, abort));
  const go = async (edit: Edit, sent: ChangeRequest): Promise<void> => {
    const gone = asSent(edit, sent);
    state.value = { kind: 'sending', edit: gone };
    // Save the attempt first, so that a page that dies checks before it sends again.
    await saver.flush();
    const report = (step: WriteStep): void => {
      state.value = { kind: step === 'looking' ? 'checking' : step, edit: gone };
    };
    await settle(gone, await ask(gone, (changing) => ehr.changeNote(changing, report, abort)));
  };
  return {
    send: async () => {
      const [now, person] = [state.peek(), deps.person()];
      if (now.kind !== 'editing' || !person) return;
      const way = wayOf(rights.peek(), now.edit.act);
      const how = way && way.kind !== 'closed' ? { way, person, draftBinding: deps.binding } : undefined;
      const sent = how && composeChange(now.edit, how, instantAt(clock.millis()));
      if (!sent) {
        state.value = { kind: 'editing', edit: now.edit, trouble: { kind: 'empty' } };
        return;
      }
      const earlier = earlierChange(now.edit, how);
      if (earlier) {
        const before: Edit = { ...now.edit, sent: earlier };
        state.value = { kind: 'checking', edit: before };
        const found = await look(before);
        if (found.kind !== 'absent') return settle(before, found);
      }
      await go(now.edit, sent);
    },
    check: async () => {
      const now = state.peek();
      if (now.kind !== 'unsettled') return;
      const { edit, end } = now;
      state.value = { kind: 'checking', edit };
      const found = await look(edit);
      // A change of a note in its place carries its version, so it cannot be made twice.
      await settle(edit, edit.sent?.way.kind === 'replace' ? endAfterSearch(end, found) : found);
    },
  };
}

/** The editor of the note at one place of the chart. */
export function createChangeEditor(ports: ChangeEditorPorts): ChangeEditor {
  const state = signal<ChangeState>({ kind: 'idle' });
  const rights = signal<ChangeRights | undefined>(undefined);
  const saver = createChangeSaver(ports.drafts, state);
  const readRights = async (entry: NoteEntry): Promise<void> => {
    rights.value = await ports.ehr.changeRights(entry, ports.signal);
  };
  const deps: ChangeDeps = { ...ports, state, rights, saver, readRights };
  return { state, rights, ...openingActions(deps), ...typingActions(deps), ...sendingActions(deps) };
}
