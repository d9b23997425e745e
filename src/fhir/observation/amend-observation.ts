// Makes the next version of a note filed as an Observation: the current resource with our parts replaced. Everything
// that Evoke does not know stays the same. Source: docs/design/readiness-note.md, "Status" and "Changing a filed note".

import type { Annotation, Observation } from 'fhir/r4';
import type { ReadinessNote } from '../../interview/note/note.ts';
import { type NoteChange, remarkOfChange } from '../../interview/note/note-change.ts';
import { versionOf } from '../../interview/note/text/find-note-spans.ts';
import { asObject, type Fields, listAt, textAt } from '../datatypes/json.ts';
import { sameJson } from '../datatypes/same-json.ts';
import { STATUSES } from '../statuses.ts';
import { type EncodeContext, encodeObservation, resourceLanguage } from './encode-observation.ts';
import { factOfComponent } from './fact-components.ts';

/** The change, and who makes it (a relative reference). */
export interface Amendment {
  readonly change: NoteChange;
  readonly clinician: string;
}

/** The resource for the PUT: `current` with the changed note as it would be filed today. */
export function amendedObservation(
  current: unknown,
  note: ReadinessNote,
  context: EncodeContext,
  amendment: Amendment,
): Fields {
  const held = asObject(current);
  const fresh = encodeObservation(note, context);
  const { issued, text, code, component = [] } = fresh;
  return {
    ...held,
    ...resourceLanguage(note),
    status: STATUSES.observation.after[amendment.change.act],
    code: { ...asObject(held['code']), text: code.text },
    issued,
    text,
    note: notesOf(current, fresh, amendment),
    component: keptAsWritten(listAt(current, 'component'), component, hasSameFact),
  };
}

/** What has the same content stays as written, with everything on it that we do not know. */
export function keptAsWritten(
  held: readonly unknown[],
  fresh: readonly unknown[],
  isSame: (held: unknown, fresh: unknown) => boolean,
): readonly unknown[] {
  const pool = [...held];
  return fresh.map((one) => {
    const index = pool.findIndex((each) => isSame(each, one));
    return index < 0 ? one : pool.splice(index, 1)[0];
  });
}

const hasSameFact = (held: unknown, fresh: unknown): boolean => sameJson(factOfComponent(held), factOfComponent(fresh));

/** Replaces our text in its place, keeps notes of others, and adds a line about the change at the end. */
function notesOf(current: unknown, fresh: Observation, { change, clinician }: Amendment): readonly unknown[] {
  const [ours] = fresh.note ?? [];
  const before = listAt(current, 'note');
  const held = before.findIndex((note) => versionOf(textAt(note, 'text') ?? '') !== undefined);
  const others = before.filter((_, index) => index !== held);
  // In R4 a PractitionerRole cannot be the author here.
  const author = clinician.startsWith('Practitioner/') ? { authorReference: { reference: clinician } } : {};
  const said: Annotation = { ...author, time: change.at, text: remarkOfChange(change) };
  const text = ours && { ...asObject(before[held]), ...ours };
  return [...(text ? [text] : []), ...others, said];
}
