// Reads a readiness note from its plain text, versions 1 and 2, however a chart returned it. Version 1 is no longer
// written but always readable. Source: docs/fhir/text.md.

import { err, ok, type Result } from '../../../lib/result.ts';
import { type NoteId, readNoteId } from '../../ids.ts';
import { SIDES, type Side } from '../../talk/talk.ts';
import type { ReadinessNote } from '../note.ts';
import type { Fact } from '../note-facts.ts';
import { type NoteHead, noteFromFacts } from '../note-from-facts.ts';
import { factsOfLines } from './facts-of-lines.ts';
import { FRAME } from './labels.ts';
import { type Reading, readings } from './layout.ts';
import { linesOfFact, type NoteLine } from './lines.ts';
import { readMomentText } from './moment.ts';
import { readSoftwarePart } from './software-line.ts';
import { versionOf } from './version.ts';
import { checkOfLines, checkOfNote, TEXT_VERSION } from './write-note-text.ts';

/** A note read from text. `altered`: the chart changed the text after filing, so its check no longer matches. */
export interface NoteText {
  readonly note: ReadinessNote;
  readonly altered: boolean;
  readonly replaces?: NoteId;
}

/** Why a text cannot be read as a note. */
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
  let likeliest: Reading | undefined;
  for (const reading of readings(text)) {
    if (check(reading) === reading.check) return noteOf(reading, false);
    likeliest ??= reading;
  }
  return likeliest ? noteOf(likeliest, true) : err({ kind: 'not-a-note' });
}

const checkOfLines1 = ({ lines }: Reading) => checkOfLines(lines);
const checkOfReading = ({ lines, body }: Reading) => checkOfNote(lines, body);

/** What every version stores outside its facts. */
interface Head {
  readonly frame: NoteHead;
  readonly replaces?: NoteId;
}

function noteOf({ frame, replaces }: Head, facts: readonly Fact[], altered: boolean): Result<NoteText, NoteTextFault> {
  const { note, left } = noteFromFacts(frame, facts);
  const unplaced = left.flatMap((fact) => linesOfFact(fact)).map(({ label, value }) => ({ label, value }));
  return ok({ note: { ...note, also: [...note.also, ...unplaced] }, altered, ...(replaces ? { replaces } : {}) });
}

function noteOfVersion2({ lines, body }: Reading, altered: boolean): Result<NoteText, NoteTextFault> {
  const frame = momentsOf(lines);
  const part = readSoftwarePart(body);
  if (!frame || !part) return err({ kind: 'malformed' });
  const read = factsOfLines(
    lines.filter((line) => !isFirst(line, lines, [FRAME.date, FRAME.signed])),
    '2',
  );
  const target = read.find((fact) => fact.kind === 'target') ?? { kind: 'target' };
  const { code, marks, sensitive, language, replaces } = part;
  const facts: readonly Fact[] = [
    { ...target, ...(code ? { code } : {}) },
    ...(sensitive ? [{ kind: 'sensitive' } as const] : []),
    ...inOrderSaid(
      read.filter((fact) => fact !== target),
      part.order,
    ),
    ...(marks ? SIDES.map((side) => ({ kind: 'marks', side, count: marks[side] }) as const) : []),
  ];
  return noteOf(
    { frame: { ...frame, id: part.id, ...(language ? { language } : {}) }, ...(replaces ? { replaces } : {}) },
    facts,
    altered,
  );
}

/** The quotes in the order said, because the page prints one side after the other. */
function inOrderSaid(facts: readonly Fact[], order: readonly Side[]): readonly Fact[] {
  const said = facts.filter((fact) => fact.kind === 'talk');
  const left = { change: said.filter(isOf('change')), sustain: said.filter(isOf('sustain')) };
  const ordered = order.flatMap((side) => left[side].shift() ?? []);
  const rest = facts.filter((fact) => fact.kind !== 'talk');
  return [...rest, ...ordered, ...left.change, ...left.sustain];
}

const isOf = (side: Side) => (fact: Extract<Fact, { readonly kind: 'talk' }>) => fact.talk.side === side;

function noteOfVersion1({ lines }: Reading, altered: boolean): Result<NoteText, NoteTextFault> {
  const frame = momentsOf(lines);
  const record = /^([^\s,]+)(?:, marks (\d{1,9})\/(\d{1,9}))?$/.exec(valueUnder(lines, FRAME.record));
  const id = readNoteId(record?.[1] ?? '');
  if (!frame || !record || !id.ok) return err({ kind: 'malformed' });
  const replaces = readNoteId(valueUnder(lines, FRAME.replaces));
  // Either both counts are written, or the chart that the note was read from kept neither.
  const marks: readonly Fact[] =
    record[2] === undefined
      ? []
      : [
          { kind: 'marks', side: 'change', count: Number(record[2]) },
          { kind: 'marks', side: 'sustain', count: Number(record[3]) },
        ];
  const facts = factsOfLines(
    lines.filter((line) => !isFirst(line, lines, FRAME_LABELS_1)),
    '1',
  );
  const head = { frame: { ...frame, id: id.value }, ...(replaces.ok ? { replaces: replaces.value } : {}) };
  return noteOf(head, [...facts, ...marks], altered);
}

const FRAME_LABELS_1: readonly string[] = [FRAME.date, FRAME.signed, FRAME.replaces, FRAME.record];

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
