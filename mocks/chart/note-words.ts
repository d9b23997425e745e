// Gets the text of a readiness note from the form it was filed in. Interprets nothing.

import { Buffer } from 'node:buffer';
import type { Attachment, Observation, QuestionnaireResponse, QuestionnaireResponseItem } from 'fhir/r4';
import { localReference } from '../fhir/compartment.ts';
import { textsAt } from '../fhir/fields.ts';
import type { Store } from '../fhir/store.ts';
import { printConcept, printValue } from './print.ts';
import type { Note } from './record.ts';

/** The text of the note, else its parts one by one. Empty if it has neither. */
export function noteWords(store: Store, note: Note): string {
  if (note.resourceType === 'Observation') return observationText(note);
  if (note.resourceType === 'QuestionnaireResponse') return responseText(note);
  return note.content.map(({ attachment }) => attachmentText(store, attachment)).join('\n');
}

function observationText(note: Observation): string {
  const parts = (note.component ?? []).map(
    (part) => `${printConcept(part.code)}: ${printValue(part) || printConcept(part.dataAbsentReason)}`,
  );
  const own = printValue(note);
  const members = note.hasMember?.length;
  return [
    ...(own === '' ? [] : [own]),
    ...(members === undefined ? [] : [`Panel of ${members}`]),
    ...(note.note ?? []).map(({ text }) => text),
    ...(note.note?.some(({ text }) => text.startsWith('READINESS NOTE')) ? [] : parts),
  ].join('\n');
}

/** Inline content, or that of a Binary of this server. For any other address, only the address. */
function attachmentText(store: Store, { data, url = '' }: Attachment): string {
  const decoded = (base64: string): string => Buffer.from(base64, 'base64').toString('utf8');
  if (data !== undefined) return decoded(data);
  const [type = '', id = ''] = localReference(url, store.base)?.split('/') ?? [];
  const [kept] = type === 'Binary' ? textsAt(store.read(type, id), 'data') : [];
  return kept === undefined ? url : decoded(kept);
}

function responseText({ item = [] }: QuestionnaireResponse): string {
  const items = flat(item);
  const whole = items.find(({ linkId }) => linkId === 'note-text')?.answer?.[0]?.valueString;
  return whole ?? items.flatMap(itemLine).join('\n');
}

const flat = (items: readonly QuestionnaireResponseItem[]): readonly QuestionnaireResponseItem[] =>
  items.flatMap((each) => [each, ...flat(each.item ?? [])]);

function itemLine({ linkId, text = linkId, answer = [] }: QuestionnaireResponseItem): readonly string[] {
  const values = answer.map(({ valueCoding, valueDecimal, valueDateTime, valueDate, ...rest }) => {
    const plain = valueDateTime ?? valueDate ?? valueDecimal?.toString();
    return plain ?? (valueCoding === undefined ? printValue(rest) : printConcept({ coding: [valueCoding] }));
  });
  return values.length === 0 ? [] : [`${text}: ${values.join(', ')}`];
}
