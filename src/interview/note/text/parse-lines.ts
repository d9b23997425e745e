// Finds labeled lines in a text after a chart has trimmed, escaped or wrapped it. Knows which labels exist but not what
// they mean. write-note-text.ts makes the layout.

import type { Side } from '../../talk/talk.ts';
import { isKindLabel, isKnownLabel } from './facts-of-lines.ts';
import { plain, spansOf } from './find-note-spans.ts';
import { sideBelow } from './labels.ts';
import type { NoteLine } from './lines.ts';
import { withoutEntities, withoutEscapes, withoutTags } from './plain-text.ts';

/** One way to read a text: its lines, the check it claims, and the body of its software line ('' in version 1). */
export interface TextReading {
  readonly lines: readonly NoteLine[];
  readonly check: string;
  readonly body: string;
}

/** The heading over the patient's words. With a colon it would be a line of its own. */
const HEADING = /^\s*In [^:]{1,60} own words\s*$/;

/**
 * The ways to read the first note in a text, most likely first. Empty if the note has no end. There are several only if
 * a chart encoded the text, or wrapped a line so that its rest looks like a new line.
 */
export function* readings(text: string): Generator<TextReading> {
  const kept = plain(text);
  const texts = [kept, withoutEntities(kept), withoutTags(kept), withoutEscapes(kept)];
  const notes = [...new Set(texts)].flatMap(candidates);
  for (const note of notes) yield readingOf(note, []);
  for (const note of notes) {
    const { pieces } = note;
    const most = Math.min(MOST_DOUBTS, Math.floor(DOUBT_BUDGET / text.length), Math.floor(ROW_BUDGET / pieces.length));
    for (const joined of doubts(pieces, most)) yield readingOf(note, joined);
  }
}

interface Candidate {
  readonly pieces: readonly Piece[];
  readonly check: string;
  readonly body: string;
}

const candidates = (text: string): readonly Candidate[] =>
  spansOf(text).map(({ version, rows, check, body }) => ({
    pieces: rows.filter((row) => row.trim() !== '').map((row, index, all) => pieceOf(row, all[index - 1], version)),
    check,
    body,
  }));

const readingOf = ({ pieces, check, body }: Candidate, joined: readonly number[]): TextReading => ({
  lines: assemble(pieces, joined),
  check,
  body,
});

/** A row that starts a line, breaks a value, is a heading, or continues a line. `doubtful`: it may be wrapped. */
interface Piece {
  readonly kind: 'label' | 'break' | 'heading' | 'flow';
  /** For a heading: the side of the quotes below it. */
  readonly side?: Side;
  readonly label: string;
  readonly text: string;
  readonly row: string;
  readonly doubtful: boolean;
}

function pieceOf(row: string, above: string | undefined, version: string): Piece {
  const doubtful = mayBeWrapped(above, row);
  const broken = /^\s*\| ?(.*)$/s.exec(row);
  if (broken) return { kind: 'break', label: '', text: broken[1] ?? '', row, doubtful };
  if (HEADING.test(row)) return { kind: 'heading', label: '', text: '', row, doubtful };
  const side = version === '1' ? undefined : sideBelow(row.trim());
  if (side) return { kind: 'heading', side, label: '', text: '', row, doubtful };
  const { label, text } = labeled(row);
  const unknown = !doubtful && /^[A-Z]/.test(label) && text.trim() !== '';
  if (label && (isKnownLabel(label, version) || unknown)) return { kind: 'label', label, text, row, doubtful };
  return { kind: 'flow', label: '', text: row, row, doubtful: false };
}

const LONGEST_LABEL = 60;

// By index and not by pattern, because a hostile row could make a pattern with optional blanks very slow.
function labeled(row: string): { readonly label: string; readonly text: string } {
  const trimmed = row.trimStart();
  const colon = trimmed.indexOf(':');
  const label = colon < 0 ? '' : trimmed.slice(0, colon).trimEnd();
  const after = trimmed.slice(colon + 1);
  const fits = label !== '' && label.length <= LONGEST_LABEL && !label.includes('|') && /^(\s|$)/.test(after);
  return fits ? { label, text: after.slice(1) } : { label: '', text: '' };
}

/** Charts wrap at 60 columns or more. Four of them may be indentation that was trimmed afterwards. */
const NARROWEST = 56;

/** True if a chart may have wrapped between the rows: the first word would not have fitted above. */
function mayBeWrapped(above: string | undefined, row: string): boolean {
  const word = /\S+/.exec(row)?.[0] ?? '';
  return above !== undefined && above.trimEnd().length + 1 + word.length > NARROWEST;
}

const MOST_DOUBTS = 200;
/** The most UTF-16 units that all tries may read, so that a long altered note cannot block the page. */
const DOUBT_BUDGET = 4_000_000;
/** The most rows that all tries may lay out, for the same reason. */
const ROW_BUDGET = 200_000;

/** Sets of doubtful rows to treat as continued, after "none": each alone, then pairs. */
function* doubts(pieces: readonly Piece[], most: number): Generator<readonly number[]> {
  const doubtful = pieces.flatMap((piece, index) => (piece.doubtful ? [index] : []));
  let left = most;
  for (const index of doubtful) {
    if (left-- > 0) yield [index];
  }
  for (const [index, first] of doubtful.entries()) {
    for (const second of doubtful.slice(index + 1)) {
      if (left-- <= 0) return;
      yield [first, second];
    }
  }
}

/** A line while its rows are read. Its parts are joined once at the end, so that many rows stay cheap. */
interface OpenLine {
  readonly label: string;
  readonly under?: Side | undefined;
  readonly parts: string[];
}

function trimParts(parts: string[]): void {
  for (let last = parts.pop(); last !== undefined; last = parts.pop()) {
    const kept = last.trimEnd();
    if (kept === '') continue;
    parts.push(kept);
    return;
  }
}

function addRow({ parts }: OpenLine, kind: 'break' | 'flow', piece: Piece): void {
  if (kind === 'break') parts.push(`\n${piece.text}`);
  else {
    trimParts(parts);
    parts.push(` ${piece.row.trim()}`);
  }
}

/** Converts rows to lines. Text before any label is kept under a label of its own, so that it is not lost. */
function assemble(pieces: readonly Piece[], joined: readonly number[]): readonly NoteLine[] {
  const lines: OpenLine[] = [];
  const going = (): OpenLine => {
    const line = lines.at(-1) ?? { label: 'Text', parts: [] };
    if (lines.length === 0) lines.push(line);
    return line;
  };
  let under: Side | undefined;
  for (const [index, piece] of pieces.entries()) {
    const kind = joined.includes(index) ? 'flow' : piece.kind;
    if (kind === 'heading') under = piece.side;
    if (kind === 'label') {
      if (!isKindLabel(piece.label)) under = undefined;
      lines.push({ label: piece.label, parts: [piece.text], under });
    }
    if (kind === 'break' || kind === 'flow') addRow(going(), kind, piece);
  }
  return lines.map(closed).filter(({ value }) => value !== '');
}

/** The complete line. A quote loses its quotation marks. */
function closed({ label, parts, under }: OpenLine): NoteLine {
  const value = parts.join('').trim();
  return under === undefined ? { label, value } : { label, value: value.replace(/^"(.*)"$/s, '$1').trim(), under };
}
