// Assembles reading, filing, finding and changing notes for one launch. Decides nothing.

import type { Form } from '../interview/history/history.ts';
import type { EhrEntry } from '../site.ts';
import { contextFor, labelsFor } from './forms/form.ts';
import { createNoteList, type ListNotesInput } from './history/list-notes.ts';
import { readVersions } from './history/note-versions.ts';
import { createPanelSender, type PanelInput } from './panel/panel-sender.ts';
import type { Ehr } from './port.ts';
import type { ChangeDeps } from './writing/change-in-place.ts';
import { type Changes, createChanges } from './writing/change-note.ts';
import { type CreateRules, createCreateWays } from './writing/create-ways.ts';
import { createFacts } from './writing/facts-at-signing.ts';
import { fileNote } from './writing/file-note.ts';
import { searchPatiently } from './writing/find-filed-note.ts';
import { createWriteLock } from './writing/write-lock.ts';

/** The part of the Ehr port that deals with notes. */
export type Notes = Pick<Ehr, 'listNotes' | 'listOlder' | 'readVersions' | 'fileNote' | 'findNote'> & Changes;

type Given = 'base' | 'patient' | 'fetchOne' | 'scopes' | 'launch' | 'session' | 'destination' | 'mayFindById';

/** What the launch provides. createNotes makes the rest. */
export type NotesInput = Pick<ChangeDeps, Given> &
  Pick<ListNotesInput, 'takesSearch'> &
  Pick<PanelInput, 'offersTransaction'> & {
    readonly entry: EhrEntry;
    readonly creates: CreateRules;
    readonly clinicianName: string | undefined;
  };

/** Everything about notes for one launch. */
export function createNotes({ entry, creates, clinicianName, ...input }: NotesInput): Notes {
  const sender = createPanelSender({ ...input, settings: entry.write });
  const deps = {
    ...input,
    fetchOne: sender.fetchOne,
    proveParts: sender.prove,
    partsOfEarlier: sender.ofEarlier,
    noteTypes: entry.noteTypes,
    contextOf: contextFor(entry, clinicianName),
    labels: labelsFor(entry),
    facts: createFacts(input.launch, input.fetchOne),
    writeLock: createWriteLock(),
    ways: createCreateWays(creates),
    isStoredByNumber: creates.mayPut,
    noUpdate: new Set<Form>(),
  };
  const list = createNoteList(deps);
  return {
    listNotes: async (signal) => {
      const listed = await list.newest(signal);
      // After everything that the first screen needs.
      void deps.facts.lookForAuthor(signal);
      return listed;
    },
    listOlder: list.older,
    readVersions: (at, signal) => readVersions({ ...deps, ways: input.destination }, at, signal),
    fileNote: (signing, report, signal) => fileNote(deps, { ...signing, report, signal }),
    findNote: (note, forms, report, signal) => searchPatiently(deps, note, forms, { report, signal }),
    ...createChanges(deps),
  };
}
