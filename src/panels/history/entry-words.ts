// Texts for earlier notes: their place, why one cannot be read, the result of a ruler.

import type { FiledAt, HistoryEntry, Standing, Unreadable } from '../../interview/history/history.ts';
import { readingOf } from '../../interview/history/visits.ts';
import type { Instant } from '../../interview/ids.ts';
import type { ReadinessNote } from '../../interview/note/note.ts';
import type { NoteVersion } from '../../interview/note/note-versions.ts';
import { scoreText } from '../../interview/note/read-view.ts';
import { writeMoment } from '../../interview/note/text/moment.ts';
import { RULERS } from '../../interview/ruler.ts';
import { capitalized } from '../../lib/english.ts';
import { clinicalDate } from '../../ui/day-and-time/dates.ts';
import { FORM_WORDS } from '../../ui/messages/destination-text.ts';
import { STANDING_WORDS } from '../../ui/messages/note-words.ts';

/** The mark in a list. Nothing for an ordinary note. */
export const STANDING_MARKS: { readonly [S in Standing]: string } = {
  current: '',
  amended: 'added to',
  corrected: 'corrected',
  draft: 'not final',
  superseded: 'replaced',
  retracted: 'entered in error',
};

export const UNREADABLE_WORDS: { readonly [U in Unreadable]: string } = {
  malformed: 'It is not written in a form that can be read here.',
  'too-large': 'It is too large to show here.',
  'unknown-version': 'It was written by a newer version of Evoke.',
  'unknown-modifier': 'It carries a mark that may change its meaning and that Evoke does not know.',
  'not-a-note': 'It calls itself a readiness note and cannot be read as one.',
  'filed-as-text': 'It is filed as text that Evoke cannot read, or may not fetch.',
};

/** The rulers of a note in one line, without those not asked. '' if none was asked. */
export function rulersLine(note: ReadinessNote): string {
  const parts = RULERS.flatMap((name) => {
    const reading = readingOf(note.rulers[name]);
    return reading.kind === 'not-asked' || reading.kind === 'not-recorded' ? [] : [`${name} ${scoreText(reading)}`];
  });
  const line = parts.join(', ');
  return capitalized(line);
}

/** The topic of a note, as written. */
export const topicWords = ({ target: { label } }: ReadinessNote): string => label ?? 'No topic named';

/** The date of an entry, at the chart's precision. */
export function dayOf(entry: HistoryEntry): string {
  const date = entry.date ?? (entry.kind === 'note' ? entry.note.at : undefined);
  return date === undefined ? 'No date' : clinicalDate(date);
}

/**
 * A version: its number, date, author and status. `place` is its number among all versions, from 1 for the oldest. It
 * is used if the chart's version id is not a number, and absent if it is unknown.
 */
export function versionWords({ entry, recorded }: NoteVersion, place: number | undefined): string {
  const number = versionNumber(entry, place);
  if (entry.kind === 'unreadable') return `${number}, cannot be read`;
  const when = clockWords(recorded ?? entry.note.signedAt);
  const by = entry.authorName === undefined ? '' : `, ${entry.authorName}`;
  return `${number}, ${when}${by}, ${STANDING_WORDS[entry.standing].toLowerCase()}`;
}

const isCount = (version: string): boolean => /^\d{1,15}$/.test(version);

function versionNumber({ filed: { version = '' } }: HistoryEntry, place: number | undefined): string {
  if (isCount(version)) return `Version ${version}`;
  return version === '' || place === undefined ? 'A version' : `Version ${place}`;
}

// Drops the seconds of a chart's time.
const clockWords = (at: Instant): string => writeMoment(at).replace(/(\d\d:\d\d):[\d.]+/, '$1');

/** The place of an entry: its form, its number in the chart, and its version if that is a number. */
export function placeWords({ form, resourceId, version = '' }: FiledAt): string {
  const number = resourceId === '' ? '' : `, ${resourceId}`;
  return `${capitalized(FORM_WORDS[form])}${number}${isCount(version) ? `, version ${version}` : ''}`;
}
