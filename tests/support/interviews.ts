// Makes small interviews for tests. Throws if a test passes an invalid value.

import {
  type Day,
  type EntryId,
  type Instant,
  type NoteId,
  readDay,
  readEntryId,
  readInstant,
  readNoteId,
  readScore,
  type Score,
} from '../../src/interview/ids.ts';
import { beginInterview, type Interview } from '../../src/interview/interview.ts';
import type { InterviewEvent } from '../../src/interview/talk/events.ts';
import { update } from '../../src/interview/talk/update.ts';
import type { Result } from '../../src/lib/result.ts';

function sure<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error('The test made a malformed value');
  return result.value;
}

export const entryId = (text: string): EntryId => sure(readEntryId(text));
export const noteId = (text: string): NoteId => sure(readNoteId(text));
export const instant = (text: string): Instant => sure(readInstant(text));
export const day = (text: string): Day => sure(readDay(text));
export const score = (value: number): Score => sure(readScore(value));

export const startedInterview = (): Interview =>
  beginInterview(noteId('3f2c9a4e-0d0b-4a55-9a53-6f1f0c7a1e11'), instant('2026-11-22T15:30:00-05:00'));

export const run = (interview: Interview, events: readonly InterviewEvent[]): Interview =>
  events.reduce(update, interview);
