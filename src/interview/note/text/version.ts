// Finds where a readiness note begins and ends in a text, and which version it claims to be.

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
/** The most rows over which the last line may be wrapped. */
const MOST_WRAPPED = 60;

/** The version that a text claims to be. Undefined if no note begins in it. */
export function versionOf(text: string): string | undefined {
  const rows = plain(text).split('\n');
  return beginning(rows)?.version;
}

function beginning(rows: readonly string[]): { readonly version: string; readonly start: number } | undefined {
  const last = rows.map((row, place) => ({ place, version: END_2.exec(row)?.[1] })).filter(({ version }) => version);
  for (const [start, row] of rows.entries()) {
    const begun = BEGIN.exec(row);
    if (!begun) continue;
    // Version 1 names itself in its first row, later versions in their last line.
    const version = begun[1] ?? last.find(({ place }) => place > start)?.version;
    if (version !== undefined) return { version, start };
  }
  return undefined;
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
  return rows
    .flatMap((row, place) => {
      if (place <= start) return [];
      if (version === '1') {
        const check = END_1.exec(row)?.[1];
        return check === undefined ? [] : [span(place, check, '')];
      }
      if (!END_2.test(row)) return [];
      const whole = rows
        .slice(place, place + MOST_WRAPPED)
        .join('')
        .replace(/\s+/g, '');
      const [, body = '', check] = LAST.exec(whole) ?? [];
      return check === undefined ? [] : [span(place, check, body)];
    })
    .slice(0, MOST_ENDS);
}
