// Reading, writing and finding notes, gathered so that they travel together after the first paint. Decides nothing.

import type { EhrEntry } from '../site.ts';
import { createFacts } from './facts-at-signing.ts';
import { type FileInput, fileNote } from './file.ts';
import { findNote } from './find.ts';
import { encoderFor } from './forms.ts';
import { createNoteList, type ListNotesInput } from './list.ts';
import type { Ehr } from './port.ts';
import { createTurns } from './turns.ts';

/** The part of the Ehr port that is about notes. */
export type Notes = Pick<Ehr, 'listNotes' | 'listOlder' | 'fileNote' | 'findNote'>;

/** What a launch hands in; the rest is made here. */
export type NotesInput = Omit<FileInput, 'encode' | 'facts' | 'turns' | 'noteTypes'> &
  Pick<ListNotesInput, 'takesSearch'> & { readonly entry: EhrEntry };

/** Everything about notes for one launch. */
export function createNotes({ entry, ...input }: NotesInput): Notes {
  const whole = {
    ...input,
    noteTypes: entry.noteTypes,
    encode: encoderFor(entry),
    facts: createFacts(input.launch, input.base, input.fetchOne),
    turns: createTurns(),
  };
  const list = createNoteList(whole);
  return {
    listNotes: list.newest,
    listOlder: list.older,
    fileNote: (signing, tell, signal) => fileNote(whole, { ...signing, tell, signal }),
    findNote: (note, forms, signal) => findNote(whole, note, forms, signal),
  };
}
