// Changes of filed notes, one at each place of the chart, and the history list after a change.

import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { ChangeDrafts, Drafts } from '../../drafts/port.ts';
import type { ChangeRights, Ehr } from '../../ehr/port.ts';
import { type FiledAt, type HistoryEntry, placeKey, placesOf } from '../../interview/history/history.ts';
import { mergeNotes } from '../../interview/history/merge-notes.ts';
import type { NoteEntry } from '../../interview/history/visits.ts';
import type { Announcements } from '../announcements.ts';
import { type Chart, loadedPerson } from '../history/chart.ts';
import { type Clock, instantAt, newNoteId } from '../session/clock.ts';
import type { ChangeState } from './change-edit.ts';
import type { ChangeEditor, ChangeEditorPorts, createChangeEditor } from './change-editor.ts';
import type { Unsent } from './change-saver.ts';
import { isInFlight, orUnknown } from './send-note.ts';

/** Changes of filed notes. */
export interface NoteChanges {
  /**
   * The change of the note at this entry's place, or at one that it has left. The same object as long as the panel is open.
   * The caller gives the maker, so that its code loads with the page that needs it.
   */
  readonly of: (entry: NoteEntry, make: typeof createChangeEditor) => ChangeEditor;
  /** What may be done with the note now. */
  readonly rightsOf: (entry: NoteEntry) => Promise<ChangeRights>;
  /** True if the device has an unsent change of this note, typed on an earlier page. */
  readonly hasKept: (entry: NoteEntry) => Promise<boolean>;
  /** Where unsent changes are stored. `pane` as soon as one of them is only in memory. */
  readonly unsent: ReadonlySignal<Unsent>;
  /** True while a change form is open. */
  readonly isOpen: ReadonlySignal<boolean>;
  /** True if a copy in this form can be retracted from here. */
  readonly mayRetract: Ehr['mayRetract'];
  /** Retracts all copies but one. Resolves to true if every one was reached. */
  readonly retractDuplicates: (entry: NoteEntry, places: readonly FiledAt[]) => Promise<boolean>;
  /** True while a change is being sent and its end is not known. */
  readonly isBusy: () => boolean;
  /** True while a change has text that is not saved yet. */
  readonly isBehind: () => boolean;
  /** Saves unsaved text now. */
  readonly flush: () => Promise<void>;
}

/** What it needs from the store. */
export interface NoteChangesPorts {
  readonly ehr: Ehr;
  readonly drafts: Drafts;
  readonly clock: Clock;
  readonly chart: Chart;
  readonly announcements: Announcements;
  readonly signal: AbortSignal;
}

/**
 * The list with the changed entry in place of the earlier one, sorted as before. A note that another window filed may be
 * missing in the list. It links the changed entry to the older ones that it replaces.
 */
function withChanged(
  entries: readonly HistoryEntry[],
  before: NoteEntry,
  changed: HistoryEntry,
): readonly HistoryEntry[] {
  const { alsoFiled, earlier } = before;
  const isSamePlace = placeKey(changed.filed) === placeKey(before.filed);
  const changes = isSamePlace ? [{ alsoFiled, earlier, ...changed }] : [before, changed];
  const others = entries.filter(({ filed }) => placeKey(filed) !== placeKey(changed.filed));
  return mergeNotes([...others, ...changes]);
}

function worst(all: readonly Unsent[]): Unsent {
  if (all.includes('pane')) return 'pane';
  return all.includes('device') ? 'device' : 'none';
}

// Used if the device cannot store changes: typed text lives only as long as the panel.
const NO_STORAGE: ChangeDrafts = {
  keep: async () => ({ ok: false, error: { kind: 'storageBlocked' } }),
  has: async () => false,
  find: async () => undefined,
  delete: async () => undefined,
};

/** Opens the device's store for changes on first use. */
function openLater(drafts: Drafts): ChangeDrafts {
  const opened = (): Promise<ChangeDrafts> => drafts.changes().catch(() => NO_STORAGE);
  return {
    keep: async (draft) => (await opened()).keep(draft),
    has: async (at) => (await opened()).has(at),
    find: async (at) => (await opened()).find(at),
    delete: async (at) => (await opened()).delete(at),
  };
}

const CLOSED: readonly ChangeState['kind'][] = ['idle', 'waiting', 'done'];

/** The note changes of one store. */
export function createNoteChanges(ports: NoteChangesPorts): NoteChanges {
  const { ehr, clock, chart, announcements, drafts, signal: abort } = ports;
  const places = new Map<string, ChangeEditor>();
  const begun = signal<readonly ChangeEditor[]>([]);
  /** How many presses that retract extra copies are under way. */
  const retracting = signal(0);
  const editorPorts: ChangeEditorPorts = {
    ehr,
    clock,
    signal: abort,
    binding: drafts.binding,
    drafts: openLater(drafts),
    person: () => loadedPerson(chart),
    newId: () => newNoteId(clock),
    afterChange: (before, { entry }) => chart.rewrite((entries) => withChanged(entries, before, entry), entry),
    report: announcements.say,
    listed: async () => {
      const read = await ehr.listNotes(abort).catch(() => undefined);
      return read?.ok ? read.value.entries : [];
    },
  };
  // A replacement is stored at a new place, so its result is also found there.
  const begin = (make: typeof createChangeEditor): ChangeEditor => {
    const mine: ChangeEditor = make({
      ...editorPorts,
      afterChange: (before, end) => {
        editorPorts.afterChange(before, end);
        places.set(placeKey(end.entry.filed), mine);
      },
    });
    begun.value = [...begun.peek(), mine];
    return mine;
  };
  return {
    of: (entry, make) => {
      const [held = begin(make)] = placesOf(entry).flatMap((at) => places.get(placeKey(at)) ?? []);
      places.set(placeKey(entry.filed), held);
      return held;
    },
    rightsOf: (entry) => ehr.changeRights(entry, abort),
    hasKept: async (entry) => (await Promise.all(placesOf(entry).map(editorPorts.drafts.has))).includes(true),
    mayRetract: ehr.mayRetract,
    retractDuplicates: async (entry, places) => {
      retracting.value += 1;
      return retractDuplicates(ports, entry, places).finally(() => {
        retracting.value -= 1;
      });
    },
    isOpen: computed(() => begun.value.some(({ state }) => !CLOSED.includes(state.value.kind))),
    unsent: computed(() => worst(begun.value.map(({ unsent }) => unsent.value))),
    isBusy: () => retracting.value > 0 || begun.value.some(({ state }) => isInFlight(state.value)),
    isBehind: () => begun.peek().some((one) => one.isBehind()),
    flush: async () => {
      await Promise.all(begun.peek().map((one) => one.flush()));
    },
  };
}

async function retractDuplicates(
  { ehr, drafts, chart, announcements, clock, signal: abort }: NoteChangesPorts,
  { note, filed }: NoteEntry,
  places: readonly FiledAt[],
): Promise<boolean> {
  const person = loadedPerson(chart);
  if (!person) return false;
  const duplicates = { note, places, at: instantAt(clock.millis()), person, draftBinding: drafts.binding };
  const end = await orUnknown(ehr.retractDuplicates(duplicates, abort));
  const left = end.kind === 'filed' ? [end.at] : end.kind === 'duplicated' ? end.places : places;
  const gone = places.filter((at) => !isAmong(left, at));
  const kept = 'entry' in end ? end.entry : undefined;
  const withoutGone = (entry: HistoryEntry): HistoryEntry =>
    placeKey(entry.filed) === placeKey(filed) ? withoutPlaces(entry, gone, kept) : entry;
  chart.rewrite((entries) => entries.map(withoutGone), kept);
  if (end.kind === 'filed') announcements.say('Extra copy retracted, checked');
  return end.kind === 'filed';
}

const isAmong = (places: readonly FiledAt[], at: FiledAt): boolean =>
  places.some((each) => placeKey(each) === placeKey(at));

/** The entry without these places. If its own place is one of them, it is shown from the copy that was kept. */
function withoutPlaces(entry: HistoryEntry, gone: readonly FiledAt[], kept: HistoryEntry | undefined): HistoryEntry {
  const shown = kept && isAmong(gone, entry.filed) ? { ...kept, earlier: entry.earlier } : entry;
  const others = [entry.filed, ...(entry.alsoFiled ?? [])].filter(
    (at) => !isAmong(gone, at) && placeKey(at) !== placeKey(shown.filed),
  );
  return { ...shown, alsoFiled: others.length > 0 ? others : undefined };
}
