// Reads a readiness note from its plain text, versions 1 and 2, however a chart returned it. Version 1 is no longer
// written but always readable. Source: docs/fhir/text.md.

import { err, ok, type Result } from '../../../lib/result.ts';
import { type NoteId, readNoteId } from '../../ids.ts';
import type { Side } from '../../talk/talk.ts';
import type { ReadinessNote } from '../note.ts';
import { type Fact, type FactOf, type NoteHead, type NoteWithLeftovers, noteFromFacts } from '../note-facts.ts';
import { FRAME_ONLY, factsOfLines } from './facts-of-lines.ts';
import { versionOf } from './find-note-spans.ts';
import { FRAME } from './labels.ts';
import { linesOfFact, type NoteLine } from './lines.ts';
import { readMomentText } from './moment.ts';
import { readings, type TextReading } from './parse-lines.ts';
import { readMarks, readSoftwarePart, type SoftwarePart } from './software-line.ts';
import { checkOfLines, checkOfNote, TEXT_VERSION } from './write-note-text.ts';

/** A note read from text. `altered`: the chart changed the text after filing, so its check no longer matches. */
export interface NoteText {
  readonly note: ReadinessNote;
  readonly altered: boolean;
  readonly replaces: NoteId | undefined;
}

export type NoteTextFault = { readonly kind: 'not-a-note' | 'unknown-version' | 'malformed' | 'too-large' };

/** Texts beyond this many UTF-16 units are not read: 150 quotes of 2,000 characters are 300,000. */
const LONGEST = 2_000_000;

/** Reads the first note in a text, however a chart trimmed, escaped or wrapped it. Never throws. */
export function readNoteText(text: string): Result<NoteText, NoteTextFault> {
  if (text.length > LONGEST) return err({ kind: 'too-large' });
  const version = versionOf(text);
  if (version === undefined) return err({ kind: 'not-a-note' });
  if (version !== '1' && version !== TEXT_VERSION) return err({ kind: 'unknown-version' });
  const [check, noteOf] = version === '1' ? [checkOfLines1, noteOfVersion1] : [checkOfReading, noteOfVersion2];
  let [intact, likeliest]: (TextReading | undefined)[] = [];
  for (const reading of readings(text)) {
    likeliest ??= reading;
    if (check(reading) !== reading.check) continue;
    intact = reading;
    break;
  }
  const reading = intact ?? likeliest;
  if (!reading) return err({ kind: 'not-a-note' });
  const read = noteOf(reading);
  return read.ok ? ok({ ...read.value, altered: intact === undefined }) : read;
}

const checkOfLines1 = ({ lines }: TextReading) => checkOfLines(lines);
const checkOfReading = ({ lines, body }: TextReading) => checkOfNote(lines, body);

/** The note of a text. Facts without a place in it are shown by their lines. */
function textOf({ note, unplaced }: NoteWithLeftovers, part: PartOfNote): Result<UncheckedText, NoteTextFault> {
  const lines = unplaced.flatMap((fact) => linesOfFact(fact)).map(({ label, value }) => ({ label, value }));
  const { marks, replaces } = part;
  return ok({ note: { ...note, also: [...note.also, ...lines], ...(marks && { marks }) }, replaces });
}

type UncheckedText = Omit<NoteText, 'altered'>;
type PartOfNote = Pick<SoftwarePart, 'id' | 'marks' | 'replaces'>;

function noteOfVersion2({ lines, body }: TextReading): Result<UncheckedText, NoteTextFault> {
  const moments = momentsOf(lines);
  const part = readSoftwarePart(body);
  if (!moments || !part) return err({ kind: 'malformed' });
  const facts = factsOfLines(
    lines.filter((line) => !isFirst(line, lines, [FRAME.date, FRAME.signed])),
    '2',
  );
  const { id, code, sensitive, language, order } = part;
  const { note, unplaced } = noteFromFacts({ ...moments, id, language }, inOrderSaid(facts, order));
  return textOf({ note: { ...note, target: { ...note.target, code, sensitive } }, unplaced }, part);
}

/** The quotes in the order said, because the page prints one side after the other. */
function inOrderSaid(facts: readonly Fact[], order: readonly Side[]): readonly Fact[] {
  const said = facts.filter((fact) => fact.kind === 'talk');
  const left = { change: said.filter(isOf('change')), sustain: said.filter(isOf('sustain')) };
  const ordered = order.flatMap((side) => left[side].shift() ?? []);
  const rest = facts.filter((fact) => fact.kind !== 'talk');
  return [...rest, ...ordered, ...left.change, ...left.sustain];
}

const isOf =
  (side: Side) =>
  ({ value }: FactOf<'talk'>) =>
    value.talk.side === side;

function noteOfVersion1({ lines }: TextReading): Result<UncheckedText, NoteTextFault> {
  const moments = momentsOf(lines);
  const part = readRecord(valueUnder(lines, FRAME.record));
  if (!moments || !part) return err({ kind: 'malformed' });
  const facts = factsOfLines(
    lines.filter((line) => !isFirst(line, lines, FRAME_ONLY)),
    '1',
  );
  const replaces = readNoteId(valueUnder(lines, FRAME.replaces));
  const head = { ...moments, id: part.id };
  return textOf(noteFromFacts(head, facts), { ...part, replaces: replaces.ok ? replaces.value : undefined });
}

/** The number and the counts of marks. Undefined if the number cannot be read. */
function readRecord(text: string): PartOfNote | undefined {
  const [, number = '', marks] = /^([^\s,]+)(?:, marks (\d{1,9}\/\d{1,9}))?$/.exec(text) ?? [];
  const id = readNoteId(number);
  return id.ok ? { id: id.value, marks: readMarks(marks) } : undefined;
}

/** A second date or record line does not belong to the frame and is shown as it is. */
const isFirst = (line: NoteLine, lines: readonly NoteLine[], labels: readonly string[]) =>
  labels.includes(line.label) && lines.find(({ label }) => label === line.label) === line;

const valueUnder = (lines: readonly NoteLine[], label: string) =>
  lines.find((line) => line.label === label)?.value.replace(/\s+/g, ' ') ?? '';

/** The note's two times. Undefined if either cannot be read. */
function momentsOf(lines: readonly NoteLine[]): Pick<NoteHead, 'at' | 'signedAt'> | undefined {
  const at = readMomentText(valueUnder(lines, FRAME.date));
  const signedAt = readMomentText(valueUnder(lines, FRAME.signed));
  return at && signedAt && { at, signedAt };
}
