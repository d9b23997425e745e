// Decodes any JSON from a server as an Observation and one history entry. Inverse of encode-observation.ts. Never throws.
// An unreadable resource is an entry with its date and not a guess. The text is read only if the server dropped the
// components or our number. Source: docs/design/readiness-note.md, "Reading earlier notes".

import type { HistoryEntry, Unreadable } from '../../interview/history/history.ts';
import type { NoteId } from '../../interview/ids.ts';
import type { Fact } from '../../interview/note/note-facts.ts';
import { versionOf } from '../../interview/note/text/find-note-spans.ts';
import { type NoteText, readNoteText } from '../../interview/note/text/read-note-text.ts';
import { FORMAT_VERSION } from '../codes.ts';
import { conceptText, isPanel, localCodeOf, rulerOf, valueIn } from '../datatypes/concept.ts';
import { asObject, type Bounds, exceeds, field, isObject, listAt, shorten, textAt } from '../datatypes/json.ts';
import { inZoneOf, type Moment, momentOf, readMoment } from '../datatypes/moment.ts';
import { isAbout } from '../datatypes/reference.ts';
import { entryOfFacts } from '../entry-of-facts.ts';
import { filedAt, hasModifier } from '../entry-parts.ts';
import { noteIdIn } from '../note-id.ts';
import { standingOfStatus } from '../statuses.ts';
import { factOfComponent } from './fact-components.ts';

/** A history entry, or why the resource is not one: another patient's, or another survey. */
export type Decoded = HistoryEntry | { readonly kind: 'other-patient' } | { readonly kind: 'not-ours' };

/** A string of R4 has at most 1,048,576 characters. A note of 150 quotes has about 2,500 values. */
const BOUNDS: Bounds = { text: 1_048_576, values: 100_000, levels: 40 };

/**
 * Decodes one Observation of the launch patient. `base` is the FHIR base under which absolute references are accepted.
 * A single ruler of other software becomes a note with that ruler only.
 */
export function decodeObservation(resource: unknown, patientId: string, base: string): Decoded {
  if (textAt(resource, 'resourceType') !== 'Observation') return { kind: 'not-ours' };
  if (!isAbout(resource, patientId, base)) return { kind: 'other-patient' };
  const id = noteIdIn(field(resource, 'identifier'));
  if (!id && isAnotherSurvey(resource)) return { kind: 'not-ours' };
  const why = unreadable(resource);
  const moment = why ? undefined : momentOf(resource);
  if (why || !moment) return unreadableEntry(resource, why ?? 'malformed');
  return noteEntry(resource, id, moment, base);
}

/** True for an Observation with a code of its own that is neither a readiness note nor one of its rulers. */
function isAnotherSurvey(resource: unknown): boolean {
  const code = field(resource, 'code');
  if (isPanel(code) || rulerOf(code)) return false;
  const words = conceptText(code);
  return words !== undefined && !/^readiness note\b/i.test(words);
}

function unreadable(resource: unknown): Unreadable | undefined {
  const { text: _narrative, note: _notes, ...rest } = asObject(resource);
  if (exceeds(rest, BOUNDS)) return 'too-large';
  if (hasModifier(resource)) return 'unknown-modifier';
  const components = field(resource, 'component');
  if (components !== undefined && !(Array.isArray(components) && components.every(isObject))) return 'malformed';
  if (listAt(resource, 'component').some(hasModifier)) return 'unknown-modifier';
  if (conceptText(field(resource, 'code')) === undefined) return 'malformed';
  return listAt(resource, 'component').some(hasOtherFormat) ? 'unknown-version' : undefined;
}

const hasOtherFormat = (component: unknown) =>
  localCodeOf(field(component, 'code')) === 'note-format' && field(component, 'valueString') !== FORMAT_VERSION;

function unreadableEntry(resource: unknown, why: Unreadable): HistoryEntry {
  return { kind: 'unreadable', why, date: momentOf(resource)?.written, filed: filedAt('observation', resource) };
}

function noteEntry(resource: unknown, id: NoteId | undefined, moment: Moment, base: string): HistoryEntry {
  const issued = readMoment(field(resource, 'issued')) ?? readMoment(field(field(resource, 'meta'), 'lastUpdated'));
  const facts = factsIn(resource);
  const isWhole = id !== undefined && facts.length > 0;
  // A server that stores times in UTC leaves the day of the visit in the text alone.
  const read = isWhole && !/(?:Z|[+-]00:00)$/.test(moment.at) ? undefined : textNoteOf(resource);
  const written = read && (id ?? read.note.id) === read.note.id ? read.note : undefined;
  const text = isWhole ? undefined : read;
  const texts = listAt(resource, 'note').map((said) => textAt(said, 'text'));
  return {
    ...entryOfFacts('observation', resource, {
      id,
      facts,
      text,
      texts,
      base,
      moment: { ...moment, at: inZoneOf(moment.at, written?.at) },
      signedAt: inZoneOf(issued?.exact ? issued.at : moment.at, written?.signedAt),
      people: listAt(resource, 'performer'),
    }),
    standing: standingOfStatus('observation', field(resource, 'status')),
    ours: id !== undefined || text !== undefined,
    remarks: remarksIn(texts),
  };
}

/** The most remarks that are read, and their length. */
const MOST_REMARKS = 20;
const LONGEST_REMARK = 4000;

/** The notes besides our own text: reasons for a change, and remarks of others. */
function remarksIn(texts: readonly (string | undefined)[]): readonly string[] | undefined {
  const remarks = texts
    .flatMap((text) => (text === undefined || versionOf(text) !== undefined ? [] : shorten(text, LONGEST_REMARK)))
    .slice(0, MOST_REMARKS);
  return remarks.length > 0 ? remarks : undefined;
}

/** The text form, for servers that dropped the components or the identifier. */
function textNoteOf(resource: unknown): NoteText | undefined {
  for (const note of listAt(resource, 'note').slice(0, 20)) {
    const read = readNoteText(textAt(note, 'text') ?? '');
    if (read.ok) return read.value;
  }
  return undefined;
}

function factsIn(resource: unknown): readonly Fact[] {
  const own = rulerOf(field(resource, 'code')) || valueIn(resource) ? factOfComponent(resource) : undefined;
  const facts = listAt(resource, 'component').map(factOfComponent);
  return [own, ...facts].filter((fact) => fact !== undefined);
}
