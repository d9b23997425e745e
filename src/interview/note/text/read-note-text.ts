// The readiness note back from its plain text, in whatever state a chart returned it: version 1. note-text.ts is its
// inverse. Source: docs/design/readiness-note.md, "The note as text".

import { err, ok, type Result } from '../../../lib/result.ts';
import { type NoteId, readNoteId } from '../../ids.ts';
import type { ReadinessNote } from '../note.ts';
import type { Fact } from '../note-facts.ts';
import { gatherFacts, type NoteHead } from '../note-from-facts.ts';
import { factsOfLines } from './facts-of-lines.ts';
import { FRAME } from './labels.ts';
import { readings } from './layout.ts';
import { linesOfFact, type NoteLine } from './lines.ts';
import { readMomentText } from './moment.ts';
import { versionOf } from './version.ts';
import { checkOfLines, TEXT_VERSION } from './write-note-text.ts';

/** A note read from text. `altered`: the chart changed it since it was filed, so its check no longer fits. */
export interface NoteText {
  readonly note: ReadinessNote;
  readonly altered: boolean;
  readonly replaces?: NoteId;
}

/** Why a text is no note we can read. */
export type NoteTextFault = { readonly kind: 'not-a-note' | 'unknown-version' | 'malformed' | 'too-large' };

/** Texts beyond this many UTF-16 units are not read: 150 quotes of 2,000 characters are 300,000. */
const LONGEST = 2_000_000;

/** Reads the first note in a text, however a chart trimmed, escaped or wrapped it. Never throws. */
export function readNoteText(text: string): Result<NoteText, NoteTextFault> {
  if (text.length > LONGEST) return err({ kind: 'too-large' });
  const version = versionOf(text);
  if (version === undefined) return err({ kind: 'not-a-note' });
  if (version !== TEXT_VERSION) return err({ kind: 'unknown-version' });
  let likeliest: readonly NoteLine[] | undefined;
  for (const { lines, check } of readings(text)) {
    if (checkOfLines(lines) === check) return noteOfLines(lines, false);
    likeliest ??= lines;
  }
  return likeliest ? noteOfLines(likeliest, true) : err({ kind: 'not-a-note' });
}

function noteOfLines(lines: readonly NoteLine[], altered: boolean): Result<NoteText, NoteTextFault> {
  const head = headOf(lines);
  if (!head) return err({ kind: 'malformed' });
  const { frame, marks, replaces } = head;
  const facts = [...factsOfLines(lines.filter((line) => !isFrame(line, lines))), ...marks];
  const { note, left } = gatherFacts(frame, facts);
  const homeless = left.flatMap((fact) => linesOfFact(fact)).map(({ label, value }) => ({ label, value }));
  return ok({ note: { ...note, also: [...note.also, ...homeless] }, altered, ...(replaces ? { replaces } : {}) });
}

const FRAME_LABELS: readonly string[] = [FRAME.date, FRAME.signed, FRAME.replaces, FRAME.record];

/** A second date or record line is no part of the frame: it is shown as it stands. */
const isFrame = (line: NoteLine, lines: readonly NoteLine[]) =>
  FRAME_LABELS.includes(line.label) && lines.find(({ label }) => label === line.label) === line;

interface Head {
  readonly frame: NoteHead;
  readonly marks: readonly Fact[];
  readonly replaces?: NoteId;
}

/** The note's number, moments and marks; undefined when one of them cannot be read. */
function headOf(lines: readonly NoteLine[]): Head | undefined {
  const value = (label: string) => lines.find((line) => line.label === label)?.value.replace(/\s+/g, ' ') ?? '';
  const at = readMomentText(value(FRAME.date));
  const signedAt = readMomentText(value(FRAME.signed));
  const record = /^([^\s,]+)(?:, marks (\d{1,9})\/(\d{1,9}))?$/.exec(value(FRAME.record));
  const id = readNoteId(record?.[1] ?? '');
  if (!at || !signedAt || !record || !id.ok) return undefined;
  const replaces = readNoteId(value(FRAME.replaces));
  return {
    frame: { id: id.value, at, signedAt },
    // Counts stand there together, or were not kept by the chart the note was read from.
    marks:
      record[2] === undefined
        ? []
        : [
            { kind: 'marks', side: 'change', count: Number(record[2]) },
            { kind: 'marks', side: 'sustain', count: Number(record[3]) },
          ],
    ...(replaces.ok ? { replaces: replaces.value } : {}),
  };
}
