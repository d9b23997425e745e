// The last line of a note's text, which people can skip. It has what software needs to read the note back in full.
// White space in it has no meaning, so a chart may wrap it anywhere.

import { type NoteId, readNoteId } from '../../ids.ts';
import type { Code } from '../../talk/focus.ts';
import type { Side } from '../../talk/talk.ts';
import type { Marks, ReadinessNote } from '../note.ts';

export const FOR_SOFTWARE = 'For software';

/** The facts of a note that people do not need to read. `order` is the side of each thing said, in the order said. */
export interface SoftwarePart {
  readonly id: NoteId;
  readonly marks?: Marks | undefined;
  readonly order: readonly Side[];
  readonly code?: Code | undefined;
  readonly sensitive: boolean;
  readonly language?: string | undefined;
  readonly replaces?: NoteId | undefined;
}

/** The body of the line without its label and its check. `replaces` is the note that this one replaces. */
export function writeSoftwarePart(note: ReadinessNote, replaces?: NoteId): string {
  const { id, marks, target, language } = note;
  const letters = note.talk.map(({ talk }) => talk.side.charAt(0)).join('');
  return [
    `note ${id}`,
    ...(marks ? [`marks ${marks.change}/${marks.sustain}`] : []),
    ...(letters === '' ? [] : [`order ${letters.replace(/(.{10})(?=.)/g, '$1 ')}`]),
    ...(target.code ? [`code ${codeText(target.code)}`] : []),
    ...(target.sensitive ? ['discreet'] : []),
    ...(language ? [`language ${language}`] : []),
    ...(replaces ? [`replaces ${replaces}`] : []),
  ].join('; ');
}

/** Reads the body, ignoring white space that a chart added. Undefined if it has no note number. */
export function readSoftwarePart(body: string): SoftwarePart | undefined {
  const parts = body.replace(/\s+/g, '').split(';');
  const after = (name: string) => parts.find((part) => part.startsWith(name))?.slice(name.length);
  const id = readNoteId(after('note') ?? '');
  if (!id.ok) return undefined;
  const replaces = readNoteId(after('replaces') ?? '');
  return {
    id: id.value,
    order: [...(after('order') ?? '')].map((letter) => (letter === 's' ? 'sustain' : 'change')),
    sensitive: parts.includes('discreet'),
    marks: readMarks(after('marks')),
    code: readCode(after('code')),
    language: readLanguage(after('language')),
    replaces: replaces.ok ? replaces.value : undefined,
  };
}

/** Both counts as `7/3`. Undefined if the chart that the note was read from kept neither. */
export function readMarks(text: string | undefined): Marks | undefined {
  const [, change, sustain] = /^(\d{1,9})\/(\d{1,9})$/.exec(text ?? '') ?? [];
  return change === undefined ? undefined : { change: Number(change), sustain: Number(sustain) };
}

/** A language tag (BCP 47), or undefined for anything else. */
export function readLanguage(tag: string | undefined): string | undefined {
  return /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,5}$/.test(tag ?? '') ? tag : undefined;
}

/** The language that the software line of a text names. For resources whose server dropped their own `language`. */
export function languageInText(text: string): string | undefined {
  const last = text.slice(text.lastIndexOf(FOR_SOFTWARE)).replace(/\s+/g, '');
  return readLanguage(/;language([^;]+);/.exec(last)?.[1]);
}

/** System of the codes that are written without their system, since nearly all behaviors are coded in it. */
export const USUAL_SYSTEM = 'http://snomed.info/sct';

const codeText = ({ system, code }: Code) => `${system === USUAL_SYSTEM ? '' : `${masked(system)}|`}${masked(code)}`;

function readCode(text: string | undefined): Code | undefined {
  const [, system, code = ''] = /^(?:([^|]*)\|)?([^|]+)$/.exec(text ?? '') ?? [];
  return code === ''
    ? undefined
    : { system: system === undefined ? USUAL_SYSTEM : unmasked(system), code: unmasked(code) };
}

const masked = (text: string) =>
  text.replace(/[%{}|;\s]/g, (sign) => `%${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);

export function unmasked(text: string): string {
  return text.replace(/%([0-9a-f]{4})/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
}
