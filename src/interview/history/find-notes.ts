// Finds earlier notes by word, by what they are about, and by who wrote them. Nothing is looked up anywhere but here.

import { BEHAVIOURS } from '../guide/behaviours.ts';
import { factsOf } from '../note/note-facts.ts';
import { writeMoment } from '../note/text/moment.ts';
import type { HistoryEntry } from './history.ts';
import { isRetracted, topicOf } from './visits.ts';

/** What is looked for. '' and absent let everything through; taken-back notes only where they are asked for. */
export interface Sieve {
  readonly words: string;
  readonly topic?: string;
  readonly author?: string;
  readonly retracted: boolean;
}

/**
 * The entries that hold every word looked for, in any case of letters and with or without accents, in the same order.
 * `self`: the reference of who is signed in; `offered`: the behaviours of the site.
 */
export function sift(entries: readonly HistoryEntry[], sieve: Sieve, self?: string, offered = BEHAVIOURS) {
  const { words, topic, author, retracted } = sieve;
  const wanted = wordsIn(words);
  return entries.filter(
    (entry) =>
      (retracted || !isRetracted(entry)) &&
      (topic === undefined || (entry.kind === 'note' && topicOf(entry.note, offered) === topic)) &&
      (author === undefined || writerOf(entry, self) === author) &&
      wanted.every((word) => haystackOf(entry).includes(word)),
  );
}

/** The text of an entry in which the words looked for stand, the fullest first; undefined where nothing is looked for. */
export function passageOf(entry: HistoryEntry, words: string): string | undefined {
  const wanted = wordsIn(words);
  const texts = wanted.length > 0 && entry.kind === 'note' ? textsOf(entry).slice(1) : [];
  const holds = (text: string) => wanted.filter((word) => folded(text).includes(word)).length;
  const [best] = texts.map((text) => ({ text, held: holds(text) })).toSorted((one, other) => other.held - one.held);
  return best && best.held > 0 ? best.text : undefined;
}

/** Who wrote an entry, for people: the chart's name for them; without one, whether it is who is signed in (`self`). */
export function writerOf(entry: HistoryEntry, self: string | undefined): string {
  if (entry.authorName !== undefined) return entry.authorName;
  if (entry.kind === 'unreadable' || entry.authors.length === 0) return 'Author not recorded';
  return self !== undefined && entry.authors.includes(self) ? 'You' : 'Author’s name not given';
}

/** One thing to choose from, with how many entries it would leave. */
export interface Choice {
  readonly key: string;
  readonly label: string;
  readonly count: number;
}

/** What the notes are about, most frequent first; a topic is shown as it was last written. */
export function topicsOf(entries: readonly HistoryEntry[], offered = BEHAVIOURS): readonly Choice[] {
  return choicesOf(
    entries.flatMap((entry) =>
      entry.kind === 'note' ? [{ key: topicOf(entry.note, offered), label: entry.note.target.label ?? '' }] : [],
    ),
  );
}

/** Who wrote the entries, most frequent first. `self`: the reference of who is signed in. */
export function authorsOf(entries: readonly HistoryEntry[], self?: string): readonly Choice[] {
  return choicesOf(entries.map((entry) => ({ key: writerOf(entry, self), label: writerOf(entry, self) })));
}

function choicesOf(each: readonly { readonly key: string; readonly label: string }[]): readonly Choice[] {
  const found = new Map<string, Choice>();
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

/** All words of an entry, made once: a long list is searched at every keystroke. */
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
  const texts = factsOf(note).flatMap((fact) => {
    if (fact.kind === 'target') return fact.label ?? [];
    if (fact.kind === 'also') return [fact.label, fact.value];
    return 'text' in fact ? fact.text : [];
  });
  return [writeMoment(note.at), ...texts];
}
