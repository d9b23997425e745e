// The life of one change of one filed note: begun, typed, sent, proven, or kept until it can be. What was typed is let go
// only when the chart is proven to hold it, or when the clinician says so.

import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ChangeDrafts } from '../../drafts/port.ts';
import type {
  ChangeRequest,
  ChangeRights,
  ChangeWay,
  Ehr,
  Filed,
  FiledNote,
  WriteEnd,
  WriteStep,
} from '../../ehr/port.ts';
import type { FiledAt } from '../../interview/history/history.ts';
import type { NoteId } from '../../interview/ids.ts';
import type { ReadinessNote } from '../../interview/note/note.ts';
import { type Act, holdsChange, onTopOf } from '../../interview/note/note-change.ts';
import type { Binding, Person } from '../../interview/visit.ts';
import { type Clock, instantAt } from '../session/clock.ts';
import {
  type ChangeState,
  composeChange,
  type Edit,
  earlierChange,
  editIn,
  editOf,
  hasTyped,
  isAsLeft,
  isInChart,
  leaving,
  losesContent,
  stateAfter,
} from './change-edit.ts';
import { createKeeper, type Keeper, type Kept } from './change-saver.ts';

/** What may be done with the note. */
export type Rights = { readonly kind: 'looking' } | { readonly kind: 'known'; readonly rights: ChangeRights };

/** Changing one filed note. */
export interface ChangeEditor {
  readonly state: ReadonlySignal<ChangeState>;
  readonly rights: ReadonlySignal<Rights>;
  /** Where what is typed is kept: on the device, or only as long as the pane is open. */
  readonly keeping: ReadonlySignal<'device' | 'pane'>;
  /** Whether what stands in the form is stored. */
  readonly kept: ReadonlySignal<Kept>;
  /** Learns what may be done with this version of the note, and whether a change of it is waiting on the device. */
  readonly see: (entry: FiledNote) => Promise<void>;
  readonly begin: (act: Act) => void;
  /** Goes on with what was kept. */
  readonly goOn: () => void;
  readonly edit: (note: ReadinessNote) => void;
  readonly say: (words: string) => void;
  /** Signs the change for the person in the chart. A press at any time but while editing does nothing. */
  readonly send: () => Promise<void>;
  /** Looks once more whether it is in the chart. Sends nothing. */
  readonly check: () => Promise<void>;
  /** After a conflict: what was typed goes on, over the newer version, in the form. */
  readonly takeOver: () => void;
  /** Lets go what was typed. Nothing in the chart changes. */
  readonly letGo: () => Promise<void>;
  /** Back to the buttons; what was typed stays kept, what is done is closed. */
  readonly close: () => void;
  /** Stores what is not stored yet, now. */
  readonly flush: () => Promise<void>;
}

/** What changing needs. `afterChange` has run before an end is told. */
export interface ChangeEditorPorts {
  readonly ehr: Pick<Ehr, 'changeRights' | 'changeNote' | 'findChange'>;
  readonly drafts: ChangeDrafts;
  readonly binding: Binding;
  readonly clock: Clock;
  /** The person on the screen; undefined while not known. */
  readonly person: () => Person | undefined;
  readonly newId: () => NoteId;
  readonly afterChange: (before: FiledNote, end: Filed) => void;
  readonly tell: (words: string) => void;
  readonly signal: AbortSignal;
}

/** What the parts of one change share. */
interface ChangeDeps extends ChangeEditorPorts {
  readonly state: Signal<ChangeState>;
  readonly rights: Signal<Rights>;
  readonly keeper: Keeper;
  readonly learn: (entry: FiledNote) => Promise<void>;
}

const IN_FLIGHT: readonly ChangeState['kind'][] = ['sending', 'verifying', 'checking'];
const TOLD = { add: 'Added, checked', correct: 'Corrected, checked', retract: 'Retracted, checked' } as const;

/** Whether a change has left, or is looked for, and how that ends is not known yet. */
export const isInFlight = ({ kind }: ChangeState): boolean => IN_FLIGHT.includes(kind);

/** The way an act would go now; undefined while that is not known. */
export function wayOf(rights: Rights, act: Act): ChangeWay | undefined {
  return rights.kind === 'known' ? rights.rights[act === 'retract' ? 'retract' : 'change'] : undefined;
}

/** A retraction that is in the chart without its reason: what is left of it is to copy the reason. */
function takenBack(edit: Edit, entry: FiledNote): ChangeState | undefined {
  if (edit.left?.change.act !== 'retract' || entry.standing !== 'retracted') return undefined;
  const end = { kind: 'filed', at: entry.filed, entry, lost: ['also recorded'], left: [] } as const;
  return { kind: 'done', act: 'retract', end, kept: edit, when: Date.parse(edit.left.change.at) };
}

/** The other places of the note that an act cannot reach from here. */
export function remainsOf(rights: Rights, act: Act): readonly FiledAt[] {
  const { remains } = rights.kind === 'known' ? rights.rights : {};
  return remains?.[act === 'retract' ? 'retract' : 'change'] ?? [];
}

const sameVersion = (one: FiledNote, other: FiledNote): boolean =>
  one.filed.version === other.filed.version &&
  one.standing === other.standing &&
  one.note.signedAt === other.note.signedAt;

/** Opening: what may be done, what waits, and beginning. */
function opening({ state, drafts, keeper, learn, newId }: ChangeDeps): Pick<ChangeEditor, 'see' | 'begin' | 'goOn'> {
  let entry: FiledNote | undefined;
  return {
    see: async (now) => {
      const { kind } = state.peek();
      const isSettled = kind === 'idle' || kind === 'waiting' || kind === 'done';
      if (!isSettled || (entry && sameVersion(entry, now))) return;
      entry = now;
      const [kept] = await Promise.all([drafts.find(now.filed), learn(now)]);
      if (!kept || state.peek().kind !== 'idle') return;
      const edit = editOf(kept, now);
      // The answer was lost, and the chart has told of it since.
      if (isInChart(edit, now.note)) await drafts.shred(now.filed);
      else {
        state.value = takenBack(edit, now) ?? { kind: 'waiting', edit };
        keeper.found();
      }
    },
    begin: (act) => {
      if (!entry || state.peek().kind !== 'idle') return;
      const edit: Edit = { act, base: entry, note: entry.note, words: '', id: newId(), attempted: false };
      state.value = { kind: 'editing', edit };
    },
    goOn: () => {
      const now = state.peek();
      if (now.kind === 'waiting') state.value = { kind: 'editing', edit: now.edit };
    },
  };
}

/** Typing, and what becomes of what was typed. */
function typing({
  state,
  keeper,
  learn,
  newId,
}: ChangeDeps): Omit<ChangeEditor, 'state' | 'rights' | 'see' | 'begin' | 'goOn' | 'send' | 'check'> {
  const typed = (part: Partial<Edit>): void => {
    const now = state.peek();
    if (now.kind !== 'editing') return;
    state.value = { ...now, edit: { ...now.edit, ...part } };
    keeper.soon();
  };
  return {
    keeping: keeper.keeping,
    kept: keeper.kept,
    flush: keeper.flush,
    edit: (note) => typed({ note }),
    say: (words) => typed({ words }),
    takeOver: () => {
      const now = state.peek();
      if (now.kind !== 'conflict') return;
      const { theirs, edit } = now;
      // What was kept belongs to the place it was begun at, which a replacement has left.
      void keeper.forget(edit);
      const note = edit.act === 'correct' ? onTopOf(theirs.note, edit.note) : theirs.note;
      // A note of ours that stands there has used its number up.
      const id = theirs.note.id === edit.id ? newId() : edit.id;
      // It was just read: what left before is there, or can no longer arrive over this version.
      const { left, sent: _, ...rest } = edit;
      const held = left && holdsChange(theirs.note, left.change) ? { left } : {};
      state.value = { kind: 'editing', edit: { ...rest, ...held, base: theirs, note, id } };
      keeper.soon();
      void learn(theirs);
    },
    letGo: async () => {
      const edit = editIn(state.peek());
      if (!edit || isInFlight(state.peek())) return;
      state.value = { kind: 'idle' };
      await keeper.forget(edit);
    },
    close: () => {
      const now = state.peek();
      if (now.kind === 'done') {
        const isOver = !now.kept || now.act === 'retract';
        state.value = now.kept && !isOver ? { kind: 'waiting', edit: now.kept } : { kind: 'idle' };
        // A note that is taken back takes no second try: its reason was on the page to be copied.
        if (now.kept && isOver) void keeper.forget(now.kept);
      }
      if (now.kind !== 'editing') return;
      state.value = hasTyped(now.edit) ? { kind: 'waiting', edit: now.edit } : { kind: 'idle' };
    },
  };
}

/** What was found of a change, in the light of the form: what left before it was typed on is a version of its own. */
function inLightOf(edit: Edit, end: WriteEnd): WriteEnd {
  if (end.kind !== 'filed' || isAsLeft(edit)) return end;
  const { entry } = end;
  return entry.kind === 'note'
    ? { kind: 'conflict', theirs: entry }
    : { kind: 'unknown', why: { kind: 'badResponse' } };
}

/** Carries out one step of an edit, and says how that ended. */
function settings(deps: ChangeDeps) {
  const { state, keeper, clock, learn } = deps;
  const settle = async (edit: Edit, end: WriteEnd): Promise<void> => {
    if (end.kind === 'filed') {
      if (!losesContent(edit, end.lost)) await keeper.forget(edit);
      deps.afterChange(edit.base, end);
      deps.tell(TOLD[edit.act]);
    }
    // A form or an update that was refused for certain is closed by now: the next way shows before the words do.
    if (end.kind === 'refused') await learn(edit.base);
    state.value = stateAfter(edit, end, clock.millis());
    if (end.kind !== 'filed') await keeper.flush();
  };
  // A fault of our own on the way must not leave a panel that waits for ever: what is not known is looked for.
  const lost: WriteEnd = { kind: 'unknown', why: { kind: 'aborted' } };
  const ask = async (edit: Edit, work: (sent: ChangeRequest) => Promise<WriteEnd>): Promise<WriteEnd> =>
    edit.sent ? inLightOf(edit, await work(edit.sent).catch(() => lost)) : lost;
  return { settle, ask };
}

/** Sending once, and looking until something is known. */
function sending(deps: ChangeDeps): Pick<ChangeEditor, 'send' | 'check'> {
  const { state, rights, ehr, keeper, clock, signal: abort } = deps;
  const { settle, ask } = settings(deps);
  const look = (edit: Edit): Promise<WriteEnd> => ask(edit, (changing) => ehr.findChange(changing, abort));
  const go = async (edit: Edit, sent: ChangeRequest): Promise<void> => {
    const gone = leaving(edit, sent);
    state.value = { kind: 'sending', edit: gone };
    // The device knows that it leaves before it does, so that a page that dies looks before it sends again.
    await keeper.flush();
    const tell = (step: WriteStep): void => {
      state.value = { kind: step === 'looking' ? 'checking' : step, edit: gone };
    };
    await settle(gone, await ask(gone, (changing) => ehr.changeNote(changing, tell, abort)));
  };
  return {
    send: async () => {
      const [now, person] = [state.peek(), deps.person()];
      if (now.kind !== 'editing' || !person) return;
      const way = wayOf(rights.peek(), now.edit.act);
      const how = way && way.kind !== 'closed' ? { way, person, draft: deps.binding } : undefined;
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
      state.value = { kind: 'checking', edit: now.edit };
      await settle(now.edit, await look(now.edit));
    },
  };
}

/** Changing the note that stands at one place of the chart. */
export function createChangeEditor(ports: ChangeEditorPorts): ChangeEditor {
  const state = signal<ChangeState>({ kind: 'idle' });
  const rights = signal<Rights>({ kind: 'looking' });
  const keeper = createKeeper(ports.drafts, () => editIn(state.peek()));
  const learn = async (entry: FiledNote): Promise<void> => {
    rights.value = { kind: 'known', rights: await ports.ehr.changeRights(entry, ports.signal) };
  };
  const deps: ChangeDeps = { ...ports, state, rights, keeper, learn };
  return { state, rights, ...opening(deps), ...typing(deps), ...sending(deps) };
}
