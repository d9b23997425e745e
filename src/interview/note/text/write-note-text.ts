// Writes the readiness note as plain text: for documents, for copying, for filing next to the components, and for
// reading before signing. Version 2, the inverse of read-note-text.ts. Source: docs/fhir/text.md.

import type { NoteId } from '../../ids.ts';
import type { ReadinessNote } from '../note.ts';
import { checkOf } from './checksum.ts';
import { sideHeadings } from './labels.ts';
import { linesOf, type NoteLine } from './lines.ts';
import { FOR_SOFTWARE, writeSoftwarePart } from './software-line.ts';

/** The version written here. All earlier versions can still be read. */
export const TEXT_VERSION = '2';

/** What the text may have in addition: the patient's name, and the note that this one replaces. */
export interface NoteTextExtras {
  readonly givenName?: string | undefined;
  readonly replaces?: NoteId | undefined;
}

/** The note as text, without a final line break. It has every fact of the note. */
export function writeNoteText(note: ReadinessNote, { givenName, replaces }: NoteTextExtras = {}): string {
  const lines = linesOf(note);
  const body = writeSoftwarePart(note, replaces);
  const last = `${FOR_SOFTWARE}: Evoke text ${TEXT_VERSION}; ${body}; check ${checkOfNote(lines, body)}`;
  return ['READINESS NOTE', ...layOut(lines, talkHeading(givenName), sideHeadings(note.direction)), last].join('\n');
}

/** The part of a note's text that people read: all but its last line. */
export function readablePart(text: string): string {
  return text.replace(new RegExp(`\\n${FOR_SOFTWARE}: .*$`, 's'), '');
}

/** "In Pat's own words", or "the patient's" if no name fits on a line. */
export function talkHeading(givenName: string | undefined): string {
  const name = givenName?.replace(/[\s:|\p{Cc}]+/gu, ' ').trim() ?? '';
  return name !== '' && name.length <= 40 ? `In ${name}'s own words` : "In the patient's own words";
}

/**
 * The lines as text, with quotes in quotation marks below the heading of their side. Line breaks inside a value become
 * lines that start with `  | `.
 */
function layOut(
  lines: readonly NoteLine[],
  heading: string,
  ofSides: ReturnType<typeof sideHeadings>,
): readonly string[] {
  return lines.flatMap(({ label, value, inner, under }, index) => {
    const above = lines[index - 1]?.under;
    const headings = under === undefined || under === above ? [] : [ofSides[under]];
    const said = under === undefined ? value : `"${value}"`;
    const rows = said.replace(/\r\n?/g, '\n').replaceAll('\n', '\n  | ');
    return [
      ...(headings.length > 0 && above === undefined ? [heading] : []),
      ...headings,
      `${inner ? '  ' : ''}${label}: ${rows}`,
    ];
  });
}

/** The check of version 1, over its lines. It ignores white space, so wrapping and trimming do not count as changes. */
export function checkOfLines(lines: readonly NoteLine[]): string {
  return checkOf(
    lines
      .map(({ label, value, under }) => `${under ? `${under}.` : ''}${label}=${value}`.replace(/\s+/g, ''))
      .join('\n'),
  );
}

/** The check of version 2, over its lines and the body of its last line. */
export function checkOfNote(lines: readonly NoteLine[], body: string): string {
  return checkOfLines([...lines, { label: FOR_SOFTWARE, value: body }]);
}
