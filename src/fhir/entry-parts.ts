// What every filed form tells alike: where it stands, who wrote it, when it cannot be read safely. Knows no form.

import type { FiledAt, Form } from '../interview/history/history.ts';
import { languageInText, readLanguage } from '../interview/note/text/software-line.ts';
import { field, textAt } from './datatypes/json.ts';
import { labelText } from './datatypes/label-text.ts';
import { readMoment } from './datatypes/moment.ts';
import { relativeReference } from './datatypes/reference.ts';

/** The place of a resource in the chart; its id is empty where the server gave none. */
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

/** Those among some references who answer for a note: everyone but the patient. The name is cut at 200 characters. */
export function authorsAmong(
  people: readonly unknown[],
  base: string | undefined,
): { readonly authors: readonly string[]; readonly authorName?: string } {
  const others = people.filter((person) => !relativeReference(person, base)?.startsWith('Patient/'));
  const authors = others.map((person) => relativeReference(person, base)).filter((author) => author !== undefined);
  const name = others.map((person) => labelText(textAt(person, 'display') ?? '', 200)).find(Boolean);
  return { authors, ...(name ? { authorName: name } : {}) };
}

/**
 * The language of the patient's words, for a note's head: as the resource says it, else as the note's text does. Empty
 * where neither says it.
 */
export function languageOf(resource: unknown, texts: readonly (string | undefined)[]): { readonly language?: string } {
  const tags = [textAt(resource, 'language'), ...texts.map((text) => languageInText(text ?? ''))];
  const language = tags.map(readLanguage).find(Boolean);
  return language ? { language } : {};
}

/** True for an element whose meaning is changed by something we may not know. */
export function hasModifier(element: unknown): boolean {
  return field(element, 'modifierExtension') !== undefined || field(element, 'implicitRules') !== undefined;
}
