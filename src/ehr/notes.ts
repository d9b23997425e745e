// Reading, writing, finding and changing notes, gathered behind one port. Writing and finding travel together, after the
// first paint; the rest comes on its own. Decides nothing.

import { later } from '../lib/later.ts';
import { err } from '../lib/result.ts';
import type { EhrEntry } from '../site.ts';
import type { FetchFault } from './faults.ts';
import { encoderFor, labelsFor } from './forms/form.ts';
import type { ListNotesInput } from './history/list-notes.ts';
import type { Ehr } from './port.ts';
import type { WaysKnown } from './writing/changes.ts';
import { createFacts } from './writing/facts-at-signing.ts';
import { type FileInput, fileNote } from './writing/file-note.ts';
import { createSeldom } from './writing/lazy-write-code.ts';
import { createTurns } from './writing/write-lock.ts';

/** The part of the Ehr port that is about notes. */
export type Notes = Pick<
  Ehr,
  'listNotes' | 'listOlder' | 'readVersions' | 'fileNote' | 'findNote' | 'changeRights' | 'changeNote' | 'findChange'
>;

/** What a launch hands in; the rest is made here. */
export type NotesInput = Omit<FileInput, 'encode' | 'facts' | 'turns' | 'seldom' | 'noteTypes'> &
  Pick<ListNotesInput, 'takesSearch'> & { readonly entry: EhrEntry; readonly ways: WaysKnown };

/** Everything about notes for one launch. */
export function createNotes({ entry, ...input }: NotesInput): Notes {
  const whole = {
    ...input,
    noteTypes: entry.noteTypes,
    encode: encoderFor(entry),
    labels: labelsFor(entry),
    facts: createFacts(input.launch, input.fetchOne),
    turns: createTurns(),
    seldom: createSeldom(),
  };
  // Signing needs none of it.
  const list = later(async () => (await import('./history/list-notes.ts')).createNoteList(whole));
  const listing = () => list().catch(() => undefined);
  // A note that is filed is seldom changed: that code comes when someone opens one.
  const changes = later(async () => {
    const [{ createChanges }, { amenderFor }] = await Promise.all([
      import('./writing/changes.ts'),
      import('./writing/amender.ts'),
    ]);
    return createChanges({ ...whole, amend: amenderFor(entry) });
  });
  const attempt = () => changes().catch(() => undefined);
  const versions = later(async () => (await import('./history/note-versions.ts')).readVersions);
  const incomplete: FetchFault = { kind: 'incomplete' };
  return {
    listNotes: async (signal) => (await listing())?.newest(signal) ?? err(incomplete),
    listOlder: async (held, signal) => (await listing())?.older(held, signal) ?? held(),
    readVersions: async (...asked) =>
      (await versions().catch(() => undefined))?.(whole, ...asked) ?? { kind: 'failed', why: incomplete },
    fileNote: (signing, tell, signal) => fileNote(whole, { ...signing, tell, signal }),
    findNote: (note, forms, signal) => whole.seldom.find(whole, note, forms, signal),
    changeRights: async (...asked) => (await attempt())?.changeRights(...asked) ?? err(incomplete),
    changeNote: async (...press) => (await attempt())?.changeNote(...press) ?? { kind: 'refused', why: incomplete },
    findChange: async (...search) => (await attempt())?.findChange(...search) ?? { kind: 'unknown', why: incomplete },
  };
}
