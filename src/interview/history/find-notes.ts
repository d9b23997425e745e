// Filters loaded notes by word, topic and author. It sends no request.

import type { Behavior } from '../guide/behaviors.ts';
import { factsOf } from '../note/note-facts.ts';
import { writeMoment } from '../note/text/moment.ts';
import type { HistoryEntry } from './history.ts';
import { isRetracted, topicOf } from './visits.ts';

/** The filter. '' and absent match everything. Retracted notes match only if `retracted` is true. */
export interface NoteFilter {
  readonly words: string;
  readonly topic?: string | undefined;
  readonly author?: string | undefined;
  readonly retracted: boolean;
}

/**
 * The entries that contain every word, ignoring case and accents, in the same order. `self` is the reference of the
 * signed-in clinician. `offered` are the behaviors of the site.
 */
export function filterNotes(
  entries: readonly HistoryEntry[],
  filter: NoteFilter,
  self: string | undefined,
  offered: readonly Behavior[],
) {
  const { words, topic, author, retracted } = filter;
  const wanted = wordsIn(words);
  return entries.filter(
    (entry) =>
      (retracted || !isRetracted(entry)) &&
      (topic === undefined || (entry.kind === 'note' && topicOf(entry.note, offered) === topic)) &&
      (author === undefined || writerOf(entry, self) === author) &&
      wanted.every((word) => haystackOf(entry).includes(word)),
  );
}

/** The text of an entry that contains the greatest number of the words. Undefined if no text contains one. */
export function passageOf(entry: HistoryEntry, words: string): string | undefined {
  const wanted = wordsIn(words);
  const texts = wanted.length > 0 && entry.kind === 'note' ? textsOf(entry).slice(1) : [];
  const holds = (text: string) => wanted.filter((word) => folded(text).includes(word)).length;
  const [best] = texts.map((text) => ({ text, held: holds(text) })).toSorted((one, other) => other.held - one.held);
  return best && best.held > 0 ? best.text : undefined;
}

/** The author of an entry: the chart's name, or without one, whether it is the signed-in clinician (`self`). */
export function writerOf(entry: HistoryEntry, self: string | undefined): string {
  if (entry.authorName !== undefined) return entry.authorName;
  if (entry.kind === 'unreadable' || entry.authors.length === 0) return 'Author not recorded';
  return self !== undefined && entry.authors.includes(self) ? 'You' : 'Author’s name not given';
}

/** One option, with the number of entries it would leave. */
export interface FilterOption {
  readonly key: string;
  readonly label: string;
  readonly count: number;
}

/** The topics of the notes, most frequent first, with the label last written. */
export function topicsOf(entries: readonly HistoryEntry[], offered: readonly Behavior[]): readonly FilterOption[] {
  return choicesOf(
    entries.flatMap((entry) =>
      entry.kind === 'note' ? [{ key: topicOf(entry.note, offered), label: entry.note.target.label ?? '' }] : [],
    ),
  );
}

/** The authors of the entries, most frequent first. `self` is the reference of the signed-in clinician. */
export function authorsOf(entries: readonly HistoryEntry[], self: string | undefined): readonly FilterOption[] {
  return choicesOf(entries.map((entry) => ({ key: writerOf(entry, self), label: writerOf(entry, self) })));
}

function choicesOf(each: readonly { readonly key: string; readonly label: string }[]): readonly FilterOption[] {
  const found = new Map<string, FilterOption>();
  for (const { key, label } of each) {
    const before = found.get(key);
    found.set(key, { key, label: before?.label ?? label, count: (before?.count ?? 0) + 1 });
  }
  return [...found.values()].toSorted((one, other) => other.count - one.count);
}

const wordsIn = (words: string): readonly string[] => folded(words).split(/\s+/).filter(Boolean);

const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();

const haystacks = new WeakMap<HistoryEntry, string>();

/** All words of an entry, cached because a long list is searched at every keystroke. */
function haystackOf(entry: HistoryEntry): string {
  const known = haystacks.get(entry);
  if (known !== undefined) return known;
  const made = folded([entry.authorName ?? '', ...textsOf(entry)].join('\n'));
  haystacks.set(entry, made);
  return made;
}

function textsOf(entry: HistoryEntry): readonly string[] {
  if (entry.kind === 'unreadable') return [entry.typeName ?? '', entry.date ?? ''];
  const { note } = entry;
  const texts = factsOf(note).flatMap(({ kind, value }) => {
    if (kind === 'target') return value.label ?? [];
    if (kind === 'also') return [value.label, value.value];
    return kind === 'talk' ? value.text : kind === 'text' ? value : [];
  });
  return [writeMoment(note.at), ...texts];
}
