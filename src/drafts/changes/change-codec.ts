// Encodes and decodes the sealed content of an unsent change. Its notes are stored as note text, which has a
// version and a check. A draft of which any part is unreadable is discarded.

import { FORMS, STANDINGS } from '../../interview/history/history.ts';
import { readInstant, readNoteId } from '../../interview/ids.ts';
import type { ReadinessNote } from '../../interview/note/note.ts';
import { ACTS } from '../../interview/note/note-change.ts';
import { readNoteText } from '../../interview/note/text/read-note-text.ts';
import { writeNoteText } from '../../interview/note/text/write-note-text.ts';
import { asFields, fieldsIn } from '../codec.ts';
import type { ChangeDraft } from '../port.ts';

/** The format number, separate from that of interviews. It changes whenever the sealed content changes. */
export const CHANGE_FORMAT = 101;

/** One draft and when it was saved, in milliseconds since the epoch. */
export interface KeptChange {
  readonly draft: ChangeDraft;
  readonly savedAt: number;
}

export function encodeChange({ draft, savedAt }: KeptChange): string {
  const { base, note, sent, ...rest } = draft;
  const notes = { base: writeNoteText(base), note: writeNoteText(note), sentNote: sent && writeNoteText(sent.note) };
  return JSON.stringify({ ...rest, ...notes, sent: sent?.change, savedAt });
}

function noteIn(value: unknown): ReadinessNote | undefined {
  const read = typeof value === 'string' ? readNoteText(value) : undefined;
  return read?.ok && !read.value.altered ? read.value.note : undefined;
}

function placeIn(value: unknown): ChangeDraft['at'] | undefined {
  const { form: written, resourceId, version } = asFields(value);
  const form = FORMS.find((each) => each === written);
  if (!form || typeof resourceId !== 'string') return undefined;
  return { form, resourceId, version: typeof version === 'string' ? version : undefined };
}

/** `unsaid` is the note of a draft from an Evoke that did not store the note as it was sent. */
function sentIn(value: unknown, sentNote: unknown, unsaid: ReadinessNote): ChangeDraft['sent'] {
  const { act: written, at: moment, words } = asFields(value);
  const act = ACTS.find((each) => each === written);
  const at = readInstant(typeof moment === 'string' ? moment : '');
  const note = sentNote === undefined ? unsaid : noteIn(sentNote);
  return act && at.ok && note && typeof words === 'string' ? { change: { act, at: at.value, words }, note } : undefined;
}

/** The draft from text of this format. Undefined if any part is damaged. */
export function decodeChange(text: string): KeptChange | undefined {
  const held = fieldsIn(text);
  const [base, note] = [noteIn(held['base']), noteIn(held['note'])];
  const at = placeIn(held['at']);
  const act = ACTS.find((each) => each === held['act']);
  const standing = STANDINGS.find((each) => each === held['standing']);
  const id = readNoteId(typeof held['id'] === 'string' ? held['id'] : '');
  const { words, savedAt } = held;
  if (!base || !note || !at || !act || !standing || !id.ok) return undefined;
  const sent = sentIn(held['sent'], held['sentNote'], act === 'correct' ? note : base);
  if (typeof words !== 'string' || typeof savedAt !== 'number' || (held['sent'] !== undefined && !sent))
    return undefined;
  return { draft: { at, act, base, standing, note, words, id: id.value, sent }, savedAt };
}
