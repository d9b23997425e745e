// Decodes any JSON from a server as a QuestionnaireResponse and one history entry. Never throws. It uses the answers,
// or the text if a server dropped or renumbered them. Source: docs/design/readiness-note.md, "Reading earlier notes"
// and "The note as form answers".

import type { HistoryEntry, Unreadable } from '../../interview/history/history.ts';
import type { Fact } from '../../interview/note/note-facts.ts';
import { versionOf } from '../../interview/note/text/find-note-spans.ts';
import { type NoteText, readNoteText } from '../../interview/note/text/read-note-text.ts';
import { FORMAT_VERSION, isOurQuestionnaire } from '../codes.ts';
import { type Bounds, exceeds, field, listAt, textAt } from '../datatypes/json.ts';
import { firstMoment, inZoneOf, type Moment, readMoment } from '../datatypes/moment.ts';
import { isAbout } from '../datatypes/reference.ts';
import { entryOfFacts } from '../entry-of-facts.ts';
import { filedAt, hasModifier } from '../entry-parts.ts';
import { isIdentity, NOTE_ID } from '../identity.ts';
import { noteIdIn } from '../note-id.ts';
import type { Decoded } from '../observation/decode-observation.ts';
import { factOfComponent } from '../observation/fact-components.ts';
import { standingOfStatus } from '../statuses.ts';
import { answersTo, componentsOf, isKeyItem, linkOf, questionsIn } from './components-of-response.ts';

/** The last answer is the whole note, so one text may be long. */
const BOUNDS: Bounds = { text: 2_000_000, values: 100_000, levels: 40 };

/** Decodes one QuestionnaireResponse of the launch patient: its items, else the text in the last one. */
export function decodeResponse(resource: unknown, patientId: string, base: string): Decoded {
  if (textAt(resource, 'resourceType') !== 'QuestionnaireResponse') return { kind: 'not-ours' };
  if (!isAbout(resource, patientId, base)) return { kind: 'other-patient' };
  const declared = declaresItselfOurs(resource);
  if (exceeds(resource, BOUNDS)) return declared ? unreadableEntry(resource, 'too-large') : { kind: 'not-ours' };
  const questions = questionsIn(resource);
  const text = speaksForItself(resource, questions) ? undefined : textNoteOf(questions);
  if (!declared && !text) return { kind: 'not-ours' };
  const why = unreadable(resource, questions);
  return why ? unreadableEntry(resource, why) : noteEntry(resource, questions, text, base);
}

/** Checks identifier and questionnaire. A response that kept neither is recognized by its text. */
function declaresItselfOurs(resource: unknown): boolean {
  const identifier = field(resource, 'identifier');
  const system = textAt(Array.isArray(identifier) ? identifier[0] : identifier, 'system');
  return isIdentity(system, NOTE_ID) || isOurQuestionnaire(textAt(resource, 'questionnaire') ?? '');
}

function unreadable(resource: unknown, questions: readonly unknown[]): Unreadable | undefined {
  if (hasModifier(resource) || questions.some(hasModifier)) return 'unknown-modifier';
  const formats = answersTo('note-format', questions);
  return formats.some((answer) => textAt(answer, 'valueString') !== FORMAT_VERSION) ? 'unknown-version' : undefined;
}

function unreadableEntry(resource: unknown, why: Unreadable): HistoryEntry {
  const date = readMoment(field(resource, 'authored'))?.written;
  return { kind: 'unreadable', why, date, filed: filedAt('response', resource) };
}

/** True if the resource is complete without its text. */
function speaksForItself(resource: unknown, questions: readonly unknown[]): boolean {
  const named = noteIdIn(field(resource, 'identifier')) !== undefined && questions.some(isKeyItem);
  return named && questions.some(isBeginning) && readMoment(field(resource, 'authored'))?.exact === true;
}

/** The text form among the answers, under its own link id or, if renumbered, in any item. */
function textNoteOf(questions: readonly unknown[]): NoteText | undefined {
  const inLast = questions.toSorted((one, other) => Number(isWhole(other)) - Number(isWhole(one)));
  for (const answer of inLast.flatMap((item) => listAt(item, 'answer'))) {
    const written = textAt(answer, 'valueString') ?? '';
    const read = versionOf(written) === undefined ? undefined : readNoteText(written);
    if (read?.ok) return read.value;
  }
  return undefined;
}

const isWhole = (item: unknown) => linkOf(item) === 'note-text';
const isBeginning = (item: unknown) => linkOf(item) === 'talk-began';

function noteEntry(
  resource: unknown,
  questions: readonly unknown[],
  text: NoteText | undefined,
  base: string,
): HistoryEntry {
  const began = momentOf(questions, resource, text);
  const facts = factsIn(questions, text);
  if (!began || (facts.length === 0 && !text)) return unreadableEntry(resource, 'malformed');
  const authored = readMoment(field(resource, 'authored'));
  return {
    ...entryOfFacts('response', resource, {
      facts,
      text,
      texts: answersTo('note-text', questions).map((one) => textAt(one, 'valueString')),
      base,
      id: noteIdIn(field(resource, 'identifier')),
      moment: { ...began, at: inZoneOf(began.at, text?.note.at) },
      signedAt: inZoneOf(authored?.exact ? authored.at : (text?.note.signedAt ?? began.at), text?.note.signedAt),
      people: [field(resource, 'author')].filter((author) => author !== undefined),
    }),
    standing: standingOfStatus('response', field(resource, 'status')),
    ours: true,
  };
}

/** When the conversation began: its own answer, else the text, else when the response was given. */
function momentOf(questions: readonly unknown[], resource: unknown, text: NoteText | undefined): Moment | undefined {
  const began = answersTo('talk-began', questions).map((answer) => field(answer, 'valueDateTime'));
  return firstMoment(...began, text?.note.at, field(resource, 'authored'));
}

/** The facts of the answers. Empty if the text is better, because answers are missing or have other link ids. */
function factsIn(questions: readonly unknown[], text: NoteText | undefined): readonly Fact[] {
  if (text && !questions.some(isKeyItem)) return [];
  return componentsOf(questions.filter((item) => !isWhole(item) && !isBeginning(item)))
    .map(factOfComponent)
    .filter((fact) => fact !== undefined);
}
