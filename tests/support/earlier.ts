// Entries of a history as after a merge, for tests of earlier notes: one visit each, distinguished by their time.

import type { NoteEntry } from '../../src/interview/history/visits.ts';
import { readNoteId } from '../../src/interview/ids.ts';
import type { NoteRuler, ReadinessNote } from '../../src/interview/note/note.ts';
import { made } from './arbitraries.ts';
import { moment, rulerOnlyNote, score } from './notes.ts';

/** A ruler answered with a number. */
export const answeredWith = (value: number): NoteRuler => ({
  kind: 'asked',
  answer: { kind: 'answered', score: score(value) },
});

const UNASKED = { kind: 'not-asked' } as const;

/** A visit with these rulers, all others unasked, about alcohol. `note` changes anything else. */
export function visitNote(
  at: string,
  rulers: Partial<ReadinessNote['rulers']> = {},
  over: Partial<NoteEntry> = {},
  note: Partial<ReadinessNote> = {},
): NoteEntry {
  const number = String(Math.abs(Date.parse(at)) % 1e12).padStart(12, '0');
  return {
    kind: 'note',
    note: {
      ...rulerOnlyNote,
      id: made(readNoteId(`3f2c9a4e-0d0b-4a55-9a53-${number}`)),
      at: moment(at),
      signedAt: moment(at),
      target: { label: 'Alcohol', sensitive: false },
      rulers: { importance: UNASKED, confidence: UNASKED, readiness: UNASKED, ...rulers },
      ...note,
    },
    filed: { form: 'observation', resourceId: number },
    standing: 'current',
    authors: [],
    authorName: 'Dr. Ada Okafor',
    ours: true,
    ...over,
  };
}
