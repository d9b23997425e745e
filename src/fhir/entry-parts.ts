// Reads what every form has in common: its place, its authors, its language, and unknown modifiers.

import type { FiledAt, Form } from '../interview/history/history.ts';
import { languageInText, readLanguage } from '../interview/note/text/software-line.ts';
import { field, textAt } from './datatypes/json.ts';
import { labelText } from './datatypes/label-text.ts';
import { readMoment } from './datatypes/moment.ts';
import { relativeReference } from './datatypes/reference.ts';

/** The place of a resource in the chart. Its id is empty if the server gave none. */
export function filedAt(form: Form, resource: unknown): FiledAt {
  const version = textAt(field(resource, 'meta'), 'versionId');
  const updated = isNumber(version) ? undefined : readMoment(field(field(resource, 'meta'), 'lastUpdated'));
  return {
    form,
    resourceId: textAt(resource, 'id') ?? '',
    ...(version ? { version } : {}),
    ...(version && updated?.exact ? { updated: updated.at } : {}),
  };
}

const isNumber = (version: string | undefined): boolean => /^\d{1,15}$/.test(version ?? '');

/** The references that count as authors of a note: all but the patient. The name is cut at 200 characters. */
export function authorsAmong(
  people: readonly unknown[],
  base: string,
): { readonly authors: readonly string[]; readonly authorName: string | undefined } {
  const others = people.filter((person) => !relativeReference(person, base)?.startsWith('Patient/'));
  const authors = others.map((person) => relativeReference(person, base)).filter((author) => author !== undefined);
  return { authors, authorName: others.map((person) => labelText(textAt(person, 'display'))).find(Boolean) };
}

/**
 * The language of the patient's words, from the note's text, else from the resource: a server may stamp a default on it.
 * Undefined if neither has it.
 */
export function languageOf(resource: unknown, texts: readonly (string | undefined)[]): string | undefined {
  const tags = [...texts.map((text) => languageInText(text ?? '')), textAt(resource, 'language')];
  return tags.map(readLanguage).find(Boolean);
}

/** True for an element with a modifier, because it may change the meaning in a way we do not know. */
export function hasModifier(element: unknown): boolean {
  return field(element, 'modifierExtension') !== undefined || field(element, 'implicitRules') !== undefined;
}
