// Earlier notes as visits that can be set side by side: which of them count, when they were, what they were about.
// Knows no drawing and no time zone but the one each note was written in.

import { BEHAVIOURS, type Behaviour, behaviourKey } from '../guide/behaviours.ts';
import type { NoteRuler, ReadinessNote } from '../note/note.ts';
import { RULERS, type RulerName } from '../ruler.ts';
import type { HistoryEntry } from './history.ts';

/** An entry that could be read as a note. */
export type NoteEntry = Extract<HistoryEntry, { readonly kind: 'note' }>;

/**
 * True for a note that counts: signed, neither taken back nor replaced, and unchanged since it was filed
 * (docs/design/readiness-note.md, "Reading earlier notes" and "The note as text").
 */
function counts(entry: HistoryEntry): entry is NoteEntry {
  if (entry.kind === 'unreadable' || entry.altered) return false;
  return entry.standing === 'current' || entry.standing === 'amended' || entry.standing === 'corrected';
}

/** True for an entry that was marked as entered in error. */
export function isRetracted(entry: HistoryEntry): boolean {
  return entry.kind === 'note' && entry.standing === 'retracted';
}

/** What one asking of a ruler came to. `first` is the answer it had before it was asked again at the same visit. */
export type Reading =
  | { readonly kind: 'score'; readonly score: number; readonly first?: number }
  | { readonly kind: 'not-asked' | 'declined' | 'not-recorded' }
  | { readonly kind: 'unreadable'; readonly written: string };

/**
 * One visit. `date` is the chart's own date, as coarse as it was written; `time` its moment in milliseconds since 1970,
 * absent where the date is coarser than a day. `topic` is equal for notes about the same behaviour, '' where none was named.
 */
export interface Visit {
  readonly entry: NoteEntry;
  readonly note: ReadinessNote;
  readonly date: string;
  readonly time?: number;
  readonly topic: string;
  readonly readings: { readonly [Name in RulerName]: Reading };
}

/**
 * The notes that count as visits, newest first. One note that stands twice in a chart is one visit. `offered`: the
 * behaviours of the site, by which words for one behaviour are known as one topic.
 */
export function visitsOf(entries: readonly HistoryEntry[], offered = BEHAVIOURS): readonly Visit[] {
  const seen = new Set<string>();
  return entries.filter(counts).flatMap((entry) => {
    if (seen.has(entry.note.id)) return [];
    seen.add(entry.note.id);
    return [visitOf(entry, offered)];
  });
}

/** One note as a visit, whether it counts or not. */
function visitOf(entry: NoteEntry, offered: readonly Behaviour[]): Visit {
  const { note } = entry;
  const date = entry.date ?? note.at;
  const [importance, confidence, readiness] = RULERS.map((name) => readingOf(note.rulers[name]));
  return {
    entry,
    note,
    date,
    ...(date.length >= 10 ? { time: Date.parse(note.at) } : {}),
    topic: topicOf(note, offered),
    readings: {
      importance: importance ?? NOT_RECORDED,
      confidence: confidence ?? NOT_RECORDED,
      readiness: readiness ?? NOT_RECORDED,
    },
  };
}

const NOT_RECORDED: Reading = { kind: 'not-recorded' };

/** What the note is about, for comparing: the behaviour its words name; without words the code. '' for neither. */
export function topicOf({ target: { label, code } }: ReadinessNote, offered: readonly Behaviour[]): string {
  return label === undefined ? (code?.code ?? '') : behaviourKey(label, offered);
}

/** What a ruler held at the end of the visit. */
export function readingOf(ruler: NoteRuler): Reading {
  if (ruler.kind !== 'asked') return ruler;
  const { answer, again } = ruler;
  const last = again ?? answer;
  if (last.kind === 'declined') return { kind: 'declined' };
  const first = again && answer.kind === 'answered' ? { first: answer.score } : {};
  return { kind: 'score', score: last.score, ...first };
}

/** Calendar days from one date to another, each as written where it was written; undefined where either is coarser. */
export function daysBetween(from: string, to: string): number | undefined {
  const [start, end] = [from, to].map((date) => (date.length >= 10 ? Date.parse(date.slice(0, 10)) : Number.NaN));
  const days = ((end ?? Number.NaN) - (start ?? Number.NaN)) / 86_400_000;
  return Number.isNaN(days) ? undefined : Math.round(days);
}
