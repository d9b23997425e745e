// The readiness note as plain text: what a document holds, what is copied, what stands beside the components, and what the
// clinician reads before signing. Version 1; read-note-text.ts is its inverse. Source: docs/design/readiness-note.md, "The note as text".

import type { NoteId } from '../../ids.ts';
import type { ReadinessNote } from '../note.ts';
import { checkOf } from './checksum.ts';
import { isTalkLine, linesOf, type NoteLine } from './lines.ts';

/** The version written here; every earlier one is read, too. */
export const TEXT_VERSION = '1';

/** What the text may say beyond the note: whose words they are, and which note this one stands in for. */
export interface NoteTextExtras {
  readonly givenName?: string;
  readonly replaces?: NoteId;
}

/** The note as text, without a final line break. Carries every fact of the note. */
export function writeNoteText(note: ReadinessNote, { givenName, replaces }: NoteTextExtras = {}): string {
  const lines = linesOf(note, replaces);
  return [
    `READINESS NOTE (Evoke text ${TEXT_VERSION})`,
    ...layOut(lines, talkHeading(givenName)),
    `End of readiness note, check ${checkOfLines(lines)}`,
  ].join('\n');
}

/** "In Pat's own words"; without a name that fits on a line, the patient's. */
export function talkHeading(givenName: string | undefined): string {
  const name = givenName?.replace(/[\s:|\p{Cc}]+/gu, ' ').trim() ?? '';
  return name !== '' && name.length <= 40 ? `In ${name}'s own words` : "In the patient's own words";
}

/** The lines as text, the talk under its heading. Line breaks inside a value become lines that start with `  | `. */
function layOut(lines: readonly NoteLine[], heading: string): readonly string[] {
  return lines.flatMap((line, place) => {
    const before = lines[place - 1];
    const opens = isTalkLine(line) && !(before && isTalkLine(before));
    const value = line.value.replace(/\r\n?/g, '\n').replaceAll('\n', '\n  | ');
    return [...(opens ? [heading] : []), `${line.inner ? '  ' : ''}${line.label}: ${value}`];
  });
}

/** The check of some lines. White space is left out of it, so that wrapping and trimming do not count as a change. */
export function checkOfLines(lines: readonly NoteLine[]): string {
  return checkOf(lines.map(({ label, value }) => `${label}=${value}`.replace(/\s+/g, '')).join('\n'));
}
