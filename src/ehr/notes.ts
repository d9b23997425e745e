// Reading, writing and finding notes, gathered so that they travel together after the first paint. Decides nothing.

import type { EhrEntry, Site } from '../site.ts';
import { encoderFor } from './codec.ts';
import { type FileInput, fileNote, findNote } from './file.ts';
import { listNotes } from './list.ts';
import type { Ehr } from './port.ts';

/** Everything a filing needs except the encoder, which is made here. */
export type NotesInput = Omit<FileInput, 'encode'> & { readonly entry: EhrEntry; readonly site: Site };

/** The part of the Ehr port that is about notes. */
export function createNotes(input: NotesInput): Pick<Ehr, 'listNotes' | 'fileNote' | 'findNote'> {
  const filing: FileInput = { ...input, encode: encoderFor(input.entry, input.site) };
  return {
    listNotes: (signal) => listNotes(filing, signal),
    fileNote: (note, person, draft, tell, signal) => fileNote(filing, { note, person, draft, tell, signal }),
    findNote: (note, _since, signal) => findNote(filing, note, signal),
  };
}
