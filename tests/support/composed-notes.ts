// Notes as Evoke composes them, and each in every form and state that a chart may have. Only notes of other software
// have `not-recorded` rulers, counts below the quotes, and odd white space.

import fc from 'fast-check';
import { retractedDocument } from '../../src/fhir/document/retract-document.ts';
import { amendedObservation } from '../../src/fhir/observation/amend-observation.ts';
import { type EncodeContext, encodeObservation } from '../../src/fhir/observation/encode-observation.ts';
import { partResources } from '../../src/fhir/parts/note-parts.ts';
import { newPart } from '../../src/fhir/parts/parts-bundle.ts';
import { amendedResponse } from '../../src/fhir/response/amend-response.ts';
import { encodeResponse } from '../../src/fhir/response/encode-response.ts';
import type { NoteRuler, ReadinessNote } from '../../src/interview/note/note.ts';
import { ACTS, type Act, withChange } from '../../src/interview/note/note-change.ts';
import { readinessNote } from './arbitraries.ts';
import { encodeDocument } from './documents.ts';
import { moment } from './notes.ts';

const composed = (ruler: NoteRuler): NoteRuler => (ruler.kind === 'not-recorded' ? { kind: 'not-asked' } : ruler);
const quotes = ({ talk }: ReadinessNote, side: 'change' | 'sustain'): number =>
  talk.filter((one) => one.talk.side === side).length;
/** White space that R4's strings do not allow becomes a blank when it is typed. */
const typed = (note: ReadinessNote): ReadinessNote => JSON.parse(JSON.stringify(note).replaceAll(/[^\S \r\n\t]/g, ' '));

/** A topic is typed on one line. */
const oneLine = ({ label, ...target }: ReadinessNote['target']): ReadinessNote['target'] => ({
  ...target,
  ...(label !== undefined && { label: label.replaceAll(/\s*[\r\n]+\s*/g, ' ') }),
});

/** A note as it is composed. */
export const composedNote = readinessNote.map((note) =>
  typed({
    ...note,
    target: oneLine(note.target),
    ...(note.marks && {
      marks: {
        change: note.marks.change + quotes(note, 'change'),
        sustain: note.marks.sustain + quotes(note, 'sustain'),
      },
    }),
    rulers: {
      importance: composed(note.rulers.importance),
      confidence: composed(note.rulers.confidence),
      readiness: composed(note.rulers.readiness),
    },
  }),
);

type Fields = Readonly<Record<string, unknown>>;
type State = 'new' | Act;
const STATES: readonly State[] = ['new', ...ACTS];
const AT = moment('2026-11-23T09:15:00-05:00');
const WORDS = 'Heard again on the phone';

const changed = (note: ReadinessNote, act: Act): ReadinessNote => withChange(note, { act, at: AT, words: WORDS });
const amendment = (act: Act) => ({ change: { act, at: AT, words: WORDS }, clinician: 'Practitioner/7' });

const WRITERS: Readonly<Record<string, (note: ReadinessNote, context: EncodeContext, state: State) => unknown>> = {
  Observation: (note, context, state) => {
    const first = encodeObservation(note, context);
    return state === 'new' ? first : amendedObservation(first, changed(note, state), context, amendment(state));
  },
  DocumentReference: (note, context, state) => {
    const first = encodeDocument(note, context);
    if (state === 'retract') return retractedDocument(first, amendment(state));
    return state === 'new' ? first : encodeDocument(changed(note, state), context);
  },
  QuestionnaireResponse: (note, context, state) => {
    const first = encodeResponse(note, context);
    return state === 'new' ? first : amendedResponse(first, changed(note, state), context, amendment(state));
  },
};

/** This many notes in each form, in turn new, added to, corrected and retracted. The same for the same seed. */
export function notesInEveryForm(
  count: number,
  seed: number,
  context: EncodeContext,
): readonly (readonly [name: string, resource: Fields])[] {
  const notes = fc.sample(composedNote, { seed, numRuns: count });
  return Object.entries(WRITERS).flatMap(([form, write]) =>
    notes.map((note, place) => {
      const state = STATES[place % STATES.length] ?? 'new';
      const id = `${form.toLowerCase()}-${place}`;
      return [
        `${form}-${place}-${state}`,
        JSON.parse(JSON.stringify({ ...(write(note, context, state) as Fields), id })),
      ] as const;
    }),
  );
}

/** The entries filed along with so many notes, in turn new and retracted. The same for the same seed. */
export function entriesOfNotes(
  count: number,
  seed: number,
  context: EncodeContext,
): readonly (readonly [name: string, resource: Fields])[] {
  return fc.sample(composedNote, { seed, numRuns: count }).flatMap((note, place) => {
    const state: State = place % 2 === 0 ? 'new' : 'retract';
    const observation = WRITERS['Observation']?.(note, context, state);
    const links = { note: `Observation/observation-${place}`, goal: undefined, noteId: note.id, fullUrl: '' };
    return partResources(observation, { panel: true, goal: true }).map((part): readonly [string, Fields] => {
      const { resource } = newPart(part, links, 'plain');
      const id = `entry-${place}-${part.name}`;
      return [`${String(resource['resourceType'])}-${id}`, JSON.parse(JSON.stringify({ ...resource, id }))];
    });
  });
}
