// Changes of filed notes, one at each place of the chart, and what the list of earlier notes becomes after one.

import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { ChangeDrafts, Drafts } from '../../drafts/port.ts';
import type { Ehr, FiledNote } from '../../ehr/port.ts';
import type { FiledAt, HistoryEntry } from '../../interview/history/history.ts';
import { mergeNotes } from '../../interview/history/merge-notes.ts';
import type { Announcements } from '../announcements.ts';
import type { Chart } from '../history/chart.ts';
import { type Clock, instantAt, newNoteId } from '../session/clock.ts';
import { type ChangeState, editIn, hasTyped } from './change-edit.ts';
import { type ChangeEditor, type ChangeEditorPorts, createChangeEditor, isInFlight } from './change-editor.ts';

/** Where changes that were typed and not proven sent are; `pane` as soon as one of them is kept nowhere else. */
export type Unsent = 'none' | 'device' | 'pane';

/** Changing filed notes. */
export interface NoteChanges {
  /** The change of the note that stands where this one does: the same one as long as the pane lives. */
  readonly of: (entry: FiledNote) => ChangeEditor;
  readonly unsent: ReadonlySignal<Unsent>;
  /** True while a form of a change is open. */
  readonly isOpen: ReadonlySignal<boolean>;
  /** True if the chart takes an update in this form, so that an extra copy can be retracted from here. */
  readonly mayRetract: (entry: FiledNote) => boolean;
  /** Retracts all copies but the first, and says whether every one was reached. */
  readonly retractDoubles: (entry: FiledNote, places: readonly FiledAt[]) => Promise<boolean>;
  /** True while a change is sent, until it is known how it ended. */
  readonly isBusy: () => boolean;
  /** Stores what was typed and is not stored yet, now. */
  readonly flush: () => Promise<void>;
}

/** What it needs of the store around it. */
export interface NoteChangesPorts {
  readonly ehr: Ehr;
  readonly drafts: Drafts;
  readonly clock: Clock;
  readonly chart: Chart;
  readonly announcements: Announcements;
  readonly signal: AbortSignal;
}

const keyOf = ({ form, resourceId }: FiledAt): string => `${form}/${resourceId}`;

/** The list with what was read back in place of what was read before: each note in its own order, none on top. */
function withChanged(
  entries: readonly HistoryEntry[],
  before: FiledNote,
  changed: HistoryEntry,
): readonly HistoryEntry[] {
  const { alsoFiled, earlier } = before;
  const isSamePlace = keyOf(changed.filed) === keyOf(before.filed);
  const kept = isSamePlace ? { ...(alsoFiled && { alsoFiled }), ...(earlier && { earlier }) } : {};
  const others = entries.filter(({ filed }) => keyOf(filed) !== keyOf(changed.filed));
  return mergeNotes([...others, { ...kept, ...changed }]);
}

// An edit in which nothing was typed has nothing to lose.
function whereIs({ state, keeping }: ChangeEditor): Unsent {
  const edit = editIn(state.value);
  return edit && hasTyped(edit) ? keeping.value : 'none';
}

function worst(all: readonly Unsent[]): Unsent {
  if (all.includes('pane')) return 'pane';
  return all.includes('device') ? 'device' : 'none';
}

// Where nothing can be kept on the device, what is typed lives as long as the pane.
const NOWHERE: ChangeDrafts = {
  keep: async () => ({ ok: false, error: { kind: 'storageBlocked' } }),
  find: async () => undefined,
  shred: async () => undefined,
};

/** Opens the device's place for changes when one is first used. */
function openLater(drafts: Drafts): ChangeDrafts {
  const opened = (): Promise<ChangeDrafts> => drafts.changes().catch(() => NOWHERE);
  return {
    keep: async (draft) => (await opened()).keep(draft),
    find: async (at) => (await opened()).find(at),
    shred: async (at) => (await opened()).shred(at),
  };
}

const CLOSED: readonly ChangeState['kind'][] = ['idle', 'waiting', 'done'];

/** Changes over one store. */
export function createNoteChanges({ drafts, chart, announcements, ...rest }: NoteChangesPorts): NoteChanges {
  const places = new Map<string, ChangeEditor>();
  const begun = signal<readonly ChangeEditor[]>([]);
  const ports: ChangeEditorPorts = {
    ...rest,
    drafts: openLater(drafts),
    binding: drafts.binding,
    person: () => personIn(chart),
    newId: () => newNoteId(rest.clock),
    afterChange: (before, { entry }) => chart.rewrite((entries) => withChanged(entries, before, entry)),
    tell: announcements.say,
  };
  // A note that replaces another stands at a place of its own: how its change ended is read there.
  const begin = (): ChangeEditor => {
    const mine: ChangeEditor = createChangeEditor({
      ...ports,
      afterChange: (before, end) => {
        ports.afterChange(before, end);
        places.set(keyOf(end.entry.filed), mine);
      },
    });
    begun.value = [...begun.peek(), mine];
    return mine;
  };
  return {
    of: ({ filed }) => {
      const held = places.get(keyOf(filed)) ?? begin();
      places.set(keyOf(filed), held);
      return held;
    },
    mayRetract: ({ filed }) => rest.ehr.mayRetract(filed.form),
    retractDoubles: (entry, places) => retractDoubles({ drafts, chart, announcements, ...rest }, entry, places),
    isOpen: computed(() => begun.value.some(({ state }) => !CLOSED.includes(state.value.kind))),
    unsent: computed(() => worst(begun.value.map(whereIs))),
    isBusy: () => begun.peek().some(({ state }) => isInFlight(state.peek())),
    flush: async () => {
      await Promise.all(begun.peek().map((one) => one.flush()));
    },
  };
}

async function retractDoubles(
  { ehr, drafts, chart, announcements, clock, signal: abort }: NoteChangesPorts,
  { note, filed }: FiledNote,
  places: readonly FiledAt[],
): Promise<boolean> {
  const person = personIn(chart);
  if (!person) return false;
  const doubles = { note, places, at: instantAt(clock.millis()), person, draft: drafts.binding };
  const end = await ehr.retractDoubles(doubles, abort);
  const left = end.kind === 'filed' ? [] : end.kind === 'doubled' ? end.places : places;
  const gone = places.slice(1).filter((at) => !left.some((each) => keyOf(each) === keyOf(at)));
  chart.rewrite((entries) =>
    entries.map((entry) => (keyOf(entry.filed) === keyOf(filed) ? withoutPlaces(entry, gone) : entry)),
  );
  if (left.length === 0) announcements.say('Extra copy retracted, checked');
  return left.length === 0;
}

function withoutPlaces({ alsoFiled = [], ...entry }: HistoryEntry, gone: readonly FiledAt[]): HistoryEntry {
  const rest = alsoFiled.filter((at) => !gone.some((each) => keyOf(each) === keyOf(at)));
  return { ...entry, ...(rest.length > 0 && { alsoFiled: rest }) };
}

function personIn({ person }: Chart) {
  const now = person.peek();
  return now.kind === 'loaded' ? now.person : undefined;
}
