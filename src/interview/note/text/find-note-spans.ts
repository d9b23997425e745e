// Finds where a readiness note begins and ends in a text, and which version it claims to be.

import { withoutTags } from './plain-text.ts';
import { FOR_SOFTWARE } from './software-line.ts';

/** A text with plain line breaks and without a byte-order mark. */
export const plain = (text: string): string => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');

/** The rows of one note, between its first row and its end. `body` is the software line without its check. */
interface NoteSpan {
  readonly version: string;
  readonly rows: readonly string[];
  readonly check: string;
  readonly body: string;
}

const BEGIN = /^\s*READINESS NOTE(?: \(Evoke text (\d{1,6})\))?\s*$/;
const END_1 = /^\s*End of readiness note, check ([0-9A-Fa-f]{8})\s*$/;
const END_2 = new RegExp(`^\\s*${FOR_SOFTWARE}: Evoke text (\\d{1,6});`);
/** Matches the last line after its white space was removed. */
const LAST = /^[^;]*;(.*?);check([0-9A-Fa-f]{8})/s;
const MOST_ENDS = 4;
/** The most rows that are looked at as a possible end. A hostile text may have as many as fit. */
const MOST_TRIED = 40;
/** The most rows over which the last line may be wrapped. */
const MOST_WRAPPED = 60;

/** A note whose lines a chart has joined, or encoded as HTML. */
const IN_ONE = new RegExp(`^\\s*READINESS NOTE\\s.*?${FOR_SOFTWARE}: Evoke text (\\d{1,6});`, 's');

/** The version that a text claims to be. Undefined if no note begins in it. */
export function versionOf(text: string): string | undefined {
  const rows = plain(text).split('\n');
  return beginning(rows)?.version ?? IN_ONE.exec(withoutTags(text))?.[1];
}

function beginning(rows: readonly string[]): { readonly version: string; readonly start: number } | undefined {
  // Version 1 names itself in its first row, later versions in their last line.
  const lastEnd = rows.findLastIndex((row) => END_2.test(row));
  const start = rows.findIndex((row, index) => {
    const begun = BEGIN.exec(row);
    return begun !== null && (begun[1] !== undefined || index < lastEnd);
  });
  if (start < 0) return undefined;
  const end = rows.find((row, index) => index > start && END_2.test(row));
  const version = BEGIN.exec(rows[start] ?? '')?.[1] ?? END_2.exec(end ?? '')?.[1];
  return version === undefined ? undefined : { version, start };
}

/** The possible ends of the first note in a text, nearest first. */
export function spansOf(text: string): readonly NoteSpan[] {
  const rows = text.split('\n');
  const begun = beginning(rows);
  if (!begun) return [];
  const { version, start } = begun;
  const span = (end: number, check: string, body: string): NoteSpan => ({
    version,
    rows: rows.slice(start + 1, end),
    check: check.toUpperCase(),
    body,
  });
  const end = version === '1' ? END_1 : END_2;
  return rows
    .flatMap((row, index) => (index > start && end.test(row) ? [index] : []))
    .slice(0, MOST_TRIED)
    .flatMap((index) => {
      const [, body = '', check] =
        version === '1' ? ['', '', END_1.exec(rows[index] ?? '')?.[1]] : lastLine(rows, index);
      return check === undefined ? [] : [span(index, check, body)];
    })
    .slice(0, MOST_ENDS);
}

/** The software line that begins at this row, without its white space: the part before its check, and the check. */
function lastLine(rows: readonly string[], index: number): readonly (string | undefined)[] {
  const whole = rows
    .slice(index, index + MOST_WRAPPED)
    .join('')
    .replace(/\s+/g, '');
  return LAST.exec(whole) ?? [];
}
