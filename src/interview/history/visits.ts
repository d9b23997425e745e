// Earlier notes as visits that can be compared: which of them count, their dates and topics. The only time zone is that
// in which each note was written.

import { type Behavior, behaviorKey } from '../guide/behaviors.ts';
import type { NoteRuler, ReadinessNote } from '../note/note.ts';
import { type ByRuler, byRuler } from '../ruler.ts';
import type { HistoryEntry } from './history.ts';

export type NoteEntry = Extract<HistoryEntry, { readonly kind: 'note' }>;

/** True for a note that is signed, and neither retracted nor replaced. */
export const isLive = (entry: HistoryEntry): entry is NoteEntry =>
  entry.kind === 'note' && ['current', 'amended', 'corrected'].includes(entry.standing);

/**
 * True for a note that counts: live, and unchanged since it was filed. Source: docs/design/readiness-note.md, "Reading
 * earlier notes" and "The note as text".
 */
export const isCounted = (entry: HistoryEntry): entry is NoteEntry => isLive(entry) && !entry.altered;

/** True for an entry that was marked as entered in error. */
export function isRetracted(entry: HistoryEntry): boolean {
  return entry.kind === 'note' && entry.standing === 'retracted';
}

/** The result of a ruler at one visit. `first` is the answer before it was asked again at that visit. */
export type RulerReading =
  | { readonly kind: 'score'; readonly score: number; readonly first?: number | undefined }
  | { readonly kind: 'not-asked' | 'declined' | 'not-recorded' }
  | { readonly kind: 'unreadable'; readonly written: string };

/**
 * One visit. `date` is the chart's own date at its own precision. `time` is in milliseconds since 1970, absent if the
 * date is less precise than a day. `topic` is equal for notes about the same behavior, '' if none was named.
 */
export interface Visit {
  readonly entry: NoteEntry;
  readonly note: ReadinessNote;
  readonly date: string;
  readonly time: number | undefined;
  readonly topic: string;
  readonly readings: ByRuler<RulerReading>;
}

/**
 * The notes that count, as visits, newest first. A note that is in the chart twice is one visit. `offered` are the
 * behaviors of the site, which map different names of one behavior to one topic.
 */
export function visitsOf(entries: readonly HistoryEntry[], offered: readonly Behavior[]): readonly Visit[] {
  const seen = new Set<string>();
  return entries.filter(isCounted).flatMap((entry) => {
    if (seen.has(entry.note.id)) return [];
    seen.add(entry.note.id);
    return [visitOf(entry, offered)];
  });
}

/** One note as a visit, whether it counts or not. */
function visitOf(entry: NoteEntry, offered: readonly Behavior[]): Visit {
  const { note } = entry;
  const date = entry.date ?? note.at;
  return {
    entry,
    note,
    date,
    time: date.length >= 10 ? Date.parse(note.at) : undefined,
    topic: topicOf(note, offered),
    readings: byRuler((name) => readingOf(note.rulers[name])),
  };
}

/** The topic of a note, for comparing: the behavior that its label names, else its code, else ''. */
export function topicOf({ target: { label, code } }: ReadinessNote, offered: readonly Behavior[]): string {
  return label === undefined ? (code?.code ?? '') : behaviorKey(label, offered);
}

/** The result of a ruler at the end of the visit. */
export function readingOf(ruler: NoteRuler): RulerReading {
  if (ruler.kind !== 'asked') return ruler;
  const { answer, again } = ruler;
  const last = again ?? answer;
  if (last.kind === 'declined') return { kind: 'declined' };
  return { kind: 'score', score: last.score, first: again && answer.kind === 'answered' ? answer.score : undefined };
}

/** Calendar days from one date to another, each in its own zone. Undefined if either is less precise than a day. */
export function daysBetween(from: string, to: string): number | undefined {
  const [start, end] = [from, to].map((date) => (date.length >= 10 ? Date.parse(date.slice(0, 10)) : Number.NaN));
  const days = ((end ?? Number.NaN) - (start ?? Number.NaN)) / 86_400_000;
  return Number.isNaN(days) ? undefined : Math.round(days);
}
