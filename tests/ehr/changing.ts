// A note filed in the sandbox chart, and everything a test needs to change it.

import { expect } from 'vitest';
import type { Oddity } from '../../mocks/auth/oddity.ts';
import type { ProfileId } from '../../mocks/profiles/profile.ts';
import type { ChangeRequest, ChangeRights, ChangeWay, Ehr, WriteEnd } from '../../src/ehr/port.ts';
import type { Form } from '../../src/interview/history/history.ts';
import type { NoteEntry } from '../../src/interview/history/visits.ts';
import { readNoteId } from '../../src/interview/ids.ts';
import type { ReadinessNote } from '../../src/interview/note/note.ts';
import { type NoteChange, withChange } from '../../src/interview/note/note-change.ts';
import type { Person } from '../../src/interview/visit.ts';
import type { EhrEntry } from '../../src/site.ts';
import { made } from '../support/arbitraries.ts';
import { fullNote, moment } from '../support/notes.ts';
import { arrive, site, startSandbox } from './round-trip.ts';
import { testEntry } from './site-fixture.ts';

export const signal = () => new AbortController().signal;

const TYPES = ['Observation', 'DocumentReference', 'QuestionnaireResponse'] as const;
const WRITES = TYPES.map((type) => `patient/${type}.crus`).join(' ');
export const SCOPES = `launch openid fhirUser online_access patient/Patient.r patient/Encounter.r patient/Binary.r ${WRITES}`;
/** An entry that may use every form. */
export const every = (write: Partial<EhrEntry['write']> = {}): Partial<EhrEntry> => ({
  scopes: SCOPES,
  write: { ...testEntry().write, order: TYPES, ...write },
});

/** The FHIR type of each form. */
export const TYPE_OF = {
  observation: 'Observation',
  document: 'DocumentReference',
  response: 'QuestionnaireResponse',
} as const satisfies Record<Form, string>;

/** The moment at which tests change something. */
export const NOW = moment('2026-11-23T10:42:07+01:00');
/** The number of a note that replaces. */
export const NEXT_ID = made(readNoteId('11111111-2222-4333-8444-555555555555'));

export interface Bench {
  readonly sandbox: Awaited<ReturnType<typeof startSandbox>>;
  readonly ehr: Ehr;
  readonly person: Person;
  /** Files a note and gives it back as history has it. */
  readonly files: (form: Form, note?: ReadinessNote, heldForms?: readonly Form[]) => Promise<NoteEntry>;
  readonly rights: (entry: NoteEntry) => Promise<ChangeRights>;
  readonly listed: () => Promise<readonly NoteEntry[]>;
}

/** Signs in to an EHR of this kind. */
export async function begin(
  entry: Partial<EhrEntry> = every(),
  { profile = 'open', oddity = {} }: { profile?: ProfileId; oddity?: Oddity } = {},
): Promise<Bench> {
  return beginIn(await startSandbox([], profile, oddity), entry);
}

/** Signs in to an EHR that runs already. */
export async function beginIn(sandbox: Bench['sandbox'], entry: Partial<EhrEntry> = every()): Promise<Bench> {
  const arrived = await arrive(sandbox, site(entry));
  if (!arrived.ok) throw new Error(arrived.error.kind);
  const ehr = arrived.value;
  const person = await ehr.readPerson(signal());
  if (!person.ok) throw new Error(person.error.kind);
  const listed = async () => {
    const read = await ehr.listNotes(signal());
    if (!read.ok) throw new Error(read.error.kind);
    return read.value.entries.flatMap((one) => (one.kind === 'note' ? [one] : []));
  };
  return {
    ...{ sandbox, ehr, listed },
    person: person.value,
    files: async (form, note = fullNote, heldForms = []) => {
      const signing = { note, form, heldForms, person: person.value, draftBinding: ehr.context.binding };
      expect(await ehr.fileNote(signing, () => undefined, signal())).toMatchObject({ kind: 'filed' });
      const found = (await listed()).find((one) => one.note.id === note.id);
      if (!found) throw new Error('not in history');
      return found;
    },
    rights: (one) => ehr.changeRights(one, signal()),
  };
}

/** A change of a note, as it would be signed. */
export function changing(
  { ehr, person }: Pick<Bench, 'ehr' | 'person'>,
  base: NoteEntry,
  way: ChangeWay,
  over: { readonly change?: Partial<NoteChange>; readonly edit?: (note: ReadinessNote) => ReadinessNote } & Partial<
    Omit<ChangeRequest, 'change'>
  > = {},
): ChangeRequest {
  if (way.kind === 'closed') throw new Error(`closed: ${way.why}`);
  const { change: said, edit = (note) => note, ...rest } = over;
  const change: NoteChange = { act: 'correct', at: NOW, words: 'Misheard the number', ...said };
  const edited = withChange(edit(base.note), change);
  const note = way.kind === 'replace' ? { ...edited, id: NEXT_ID } : edited;
  return { base, note, change, way, person, draftBinding: ehr.context.binding, attempted: false, ...rest };
}

/** Sends a change. */
export const sends = ({ ehr }: Pick<Bench, 'ehr'>, what: ChangeRequest): Promise<WriteEnd> =>
  ehr.changeNote(what, () => undefined, signal());

/** Another number on the confidence ruler. */
export const sureOf =
  (number: number) =>
  (note: ReadinessNote): ReadinessNote => ({
    ...note,
    rulers: {
      ...note.rulers,
      confidence: { kind: 'asked', answer: { kind: 'answered', score: number as never } },
    },
  });
