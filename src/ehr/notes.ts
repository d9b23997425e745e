// Assembles reading, filing and finding notes for one launch. The code that changes a filed note loads when a change is
// signed. Decides nothing.

import { FORM_TYPES } from '../fhir/form-types.ts';
import type { FormCapability } from '../fhir/server/decode-capability.ts';
import type { Form } from '../interview/history/history.ts';
import type { Binding } from '../interview/visit.ts';
import { deferred, type Loading } from '../lib/deferred.ts';
import type { EhrEntry } from '../site.ts';
import { mayCreateByUpdate, mayCreateConditionally, type OpenForms } from './forms/destination.ts';
import { contextFor, labelsFor } from './forms/form.ts';
import { createNoteList } from './history/list-notes.ts';
import { readVersions } from './history/note-versions.ts';
import { createPartsSender } from './parts/parts-sender.ts';
import type { Ehr } from './port.ts';
import type { ChartAccess } from './server/chart-access.ts';
import type { Session } from './server/session.ts';
import type { Statement } from './server/statement.ts';
import type { Changes } from './writing/change-note.ts';
import { readRights } from './writing/change-rights.ts';
import { createCreateWays } from './writing/create-ways.ts';
import { createFacts } from './writing/facts-at-signing.ts';
import { fileNote } from './writing/file-note.ts';
import { searchPatiently } from './writing/find-filed-note.ts';
import { createWriteLock } from './writing/write-lock.ts';

export interface Notes
  extends Pick<Ehr, 'listNotes' | 'listOlder' | 'readVersions' | 'fileNote' | 'findNote' | 'changeRights'> {
  readonly loadChanges: Loading<Changes>;
}

/** What the launch provides. createNotes makes the rest. */
export interface NotesInput extends ChartAccess {
  readonly launch: Binding;
  readonly clinicianName: string | undefined;
  readonly entry: EhrEntry;
  readonly session: Session;
  readonly statement: Statement;
  readonly forms: OpenForms;
}

const isStated = (offered: FormCapability | undefined): boolean =>
  offered === undefined || offered.create || offered.update || offered.search;

export function createNotes(input: NotesInput): Notes {
  const { entry, scopes, statement } = input;
  const sender = createPartsSender({ ...input, settings: entry.write });
  const mayPut = (form: Form) => mayCreateByUpdate(scopes, statement.known(), form);
  const mayUseCondition = (form: Form) => mayCreateConditionally(entry, statement.known(), form);
  const deps = {
    ...input,
    fetchOne: sender.fetchOne,
    proveParts: sender.prove,
    partsOfEarlier: sender.ofEarlier,
    noteTypes: entry.noteTypes,
    contextOf: contextFor(entry, input.clinicianName),
    labels: labelsFor(entry),
    facts: createFacts(input.launch, input.fetchOne),
    writeLock: createWriteLock(),
    ways: createCreateWays({ mayPut, mayUseCondition }),
    isStoredByNumber: mayPut,
    mayFindById: (form: Form) => statement.known()?.[form].identifierSearch !== false,
    mayHold: (form: Form) =>
      entry.write.order.includes(FORM_TYPES[form]) &&
      (entry.write.capabilities?.[FORM_TYPES[form]] === 'yes' || isStated(statement.known()?.[form])),
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
    readVersions: (at, signal) => readVersions(deps, at, signal),
    fileNote: (signing, report, signal) => fileNote(deps, { ...signing, report, signal }),
    findNote: (note, forms, report, signal) => searchPatiently(deps, note, forms, { report, signal }),
    changeRights: (entry, signal) => readRights(deps, entry, signal),
    loadChanges: deferred(async () => (await import('./writing/change-note.ts')).createChanges(deps)),
  };
}
