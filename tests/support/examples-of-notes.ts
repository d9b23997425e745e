// Example resources of the guide: notes of synthetic people, each written by the app's own encoders, new and changed.

import { retractedDocument } from '../../src/fhir/document/retract-document.ts';
import { amendedObservation } from '../../src/fhir/observation/amend-observation.ts';
import { type EncodeContext, encodeObservation } from '../../src/fhir/observation/encode-observation.ts';
import { partResources } from '../../src/fhir/parts/note-parts.ts';
import { newPart, withLinks } from '../../src/fhir/parts/parts-bundle.ts';
import { amendedResponse } from '../../src/fhir/response/amend-response.ts';
import { encodeResponse } from '../../src/fhir/response/encode-response.ts';
import { readNoteId } from '../../src/interview/ids.ts';
import type { NoteTalk, ReadinessNote } from '../../src/interview/note/note.ts';
import { type NoteChange, withChange } from '../../src/interview/note/note-change.ts';
import type { RulerName } from '../../src/interview/ruler.ts';
import type { Strand } from '../../src/interview/talk/talk.ts';
import { made } from './arbitraries.ts';
import { encodeDocument } from './documents.ts';
import { fullNote, markOnlyNote, moment, notTodayNote, rulerOnlyNote, score } from './notes.ts';

const context: EncodeContext = {
  patientId: 'example',
  encounterId: 'example',
  clinician: 'Practitioner/example',
  clinicianName: 'Dr. Alex Sample',
  encounterName: 'Office visit',
  socialHistory: true,
  rulerValue: 'integer',
  personGivenName: 'Pat',
};
const PART_2: Partial<EncodeContext> = {
  sensitiveSite: true,
  security: [
    { system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: 'R', display: 'restricted' },
    { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: '42CFRPart2', display: '42 CFR Part2' },
  ],
};

const sct = (code: string) => ({ system: 'http://snomed.info/sct', code });
const said = (side: 'change' | 'sustain', strand: Strand, text: string): NoteTalk => ({ talk: { side, strand }, text });
const answered = (value: number) => ({ kind: 'asked', answer: { kind: 'answered', score: score(value) } }) as const;
const rulers = (importance: number, confidence: number, readiness: number): ReadinessNote['rulers'] => {
  const numbers: Record<RulerName, number> = { importance, confidence, readiness };
  return {
    importance: answered(numbers.importance),
    confidence: answered(numbers.confidence),
    readiness: answered(numbers.readiness),
  };
};
const idFor = (place: number) => made(readNoteId(`3f2c9a4e-0d0b-4a55-9a53-6f1f0c7a1e${String(20 + place)}`));

const diabetes: ReadinessNote = {
  ...rulerOnlyNote,
  id: idFor(1),
  language: 'es',
  target: { label: 'Checking glucose', sensitive: false },
  direction: 'do-more',
  rulers: rulers(8, 2, 5),
  talk: [
    said('change', 'reason', 'Mis números están mejor los días que camino'),
    said('sustain', 'ability', 'Siempre se me olvida el aparato'),
    said('change', 'taking-steps', 'Ayer puse el aparato junto al café'),
  ],
  marks: { change: 3, sustain: 1 },
};
const asthma: ReadinessNote = {
  ...rulerOnlyNote,
  id: idFor(2),
  target: { label: 'Controller inhaler', code: sct('228272008'), sensitive: false },
  direction: 'start',
  rulers: rulers(6, 7, 6),
  talk: [
    said('change', 'need', 'I’ve got to be able to run for the bus'),
    said('sustain', 'desire', 'I hate the taste'),
  ],
  marks: { change: 2, sustain: 1 },
  plan: { ...fullAgreed(), change: 'Use it with my toothbrush', firstStep: 'Put it beside the toothbrush tonight' },
};
const anxiety: ReadinessNote = {
  ...notTodayNote,
  id: idFor(3),
  target: { label: 'Therapy', code: sct('228272008'), sensitive: true },
  rulers: {
    importance: answered(4),
    confidence: { kind: 'asked', answer: { kind: 'declined' } },
    readiness: { kind: 'not-asked' },
  },
  talk: [said('sustain', 'unsure', 'Not sure talking helps'), said('change', 'other', 'It’s gotten out of hand')],
  marks: { change: 1, sustain: 2 },
};
const depression: ReadinessNote = {
  ...rulerOnlyNote,
  id: idFor(4),
  target: { label: 'One thing I enjoy each week', code: sct('228272008'), sensitive: true },
  direction: 'start',
  rulers: rulers(10, 0, 3),
  talk: [
    said('change', 'desire', 'Björn says I used to laugh more. I’d like that'),
    said('change', 'ability', 'I did it in May'),
  ],
  marks: { change: 4, sustain: 2 },
};
const tobacco: ReadinessNote = {
  ...rulerOnlyNote,
  id: idFor(5),
  target: { label: 'Smoking', code: sct('229819007'), sensitive: false },
  direction: 'stop',
  rulers: rulers(6, 3, 5),
  talk: [
    said('change', 'activation', 'I’m ready to give the patch a go'),
    said('sustain', 'reason', 'It’s the only break I get at work'),
    said('change', 'commitment', 'I’m going to ring the quit line on Monday'),
  ],
  marks: { change: 5, sustain: 3 },
};

function fullAgreed(): Extract<ReadinessNote['plan'], { kind: 'agreed' }> {
  if (fullNote.plan.kind !== 'agreed') throw new Error('The full note has a plan');
  return fullNote.plan;
}

const NOTES: readonly (readonly [name: string, note: ReadinessNote])[] = [
  ['every-part', fullNote],
  ['one-ruler', rulerOnlyNote],
  ['one-mark', markOnlyNote],
  ['no-plan-today', notTodayNote],
  ['diabetes-in-spanish', diabetes],
  ['asthma', asthma],
  ['anxiety', anxiety],
  ['depression', depression],
  ['tobacco', tobacco],
];

const change = (act: NoteChange['act'], words: string): NoteChange => ({
  act,
  at: moment('2026-11-23T09:15:00-05:00'),
  words,
});
const CHANGES = [
  ['added-to', change('add', 'They called: the first evening went well')],
  ['corrected', change('correct', 'Importance. The number was heard wrong')],
  ['retracted', change('retract', 'Filed in the wrong chart')],
] as const;

type Example = readonly [name: string, resource: { readonly resourceType: string; readonly id?: string }];

const stored = (name: string, resource: { readonly resourceType: string }): Example => [
  `${resource.resourceType}-${name}`,
  JSON.parse(JSON.stringify({ ...resource, id: name })),
];

/** A note as a transaction stores it: with its answers and its goal as entries of their own. */
function withEntries(note: ReadinessNote): readonly Example[] {
  const observation = encodeObservation(note, context);
  const reference = 'Observation/with-entries';
  const parts = partResources(observation, { panel: true, goal: true });
  const idOf = (name: string) => (name === 'goal' ? 'agreed-change' : `answer-${name}`);
  const members = parts.filter(({ name }) => name !== 'goal').map(({ name }) => `Observation/${idOf(name)}`);
  const links = { note: reference, goal: 'Goal/agreed-change', noteId: note.id, fullUrl: '' };
  return [
    stored('with-entries', withLinks(observation, members, links.goal) as never),
    ...parts.map((part) => stored(idOf(part.name), newPart(part, links, 'plain').resource as never)),
  ];
}

/** Every example by its file name without an extension, in a fixed order, the same at every call. */
export function examples(): readonly Example[] {
  const clinician = 'Practitioner/example';
  const observation = encodeObservation(fullNote, context);
  const response = encodeResponse(fullNote, context);
  return [
    ...NOTES.map(([name, note]) => stored(name, encodeObservation(note, context))),
    stored('rulers-as-quantities', encodeObservation(tobacco, { ...context, rulerValue: 'quantity' })),
    stored('rulers-as-coded-answers', encodeObservation(tobacco, { ...context, rulerValue: 'coded' })),
    stored('part-2-program', encodeObservation(tobacco, { ...context, ...PART_2 })),
    ...CHANGES.map(([name, made]) =>
      stored(
        name,
        amendedObservation(observation, withChange(fullNote, made), context, { change: made, clinician }) as never,
      ),
    ),
    ...withEntries(asthma),
    ...NOTES.slice(0, 5).map(([name, note]) => stored(name, encodeDocument(note, context))),
    stored(
      'correction',
      encodeDocument(
        { ...fullNote, id: idFor(9) },
        { ...context, replaces: { note: fullNote.id, documentId: 'every-part' } },
      ),
    ),
    stored(
      'retracted',
      retractedDocument(encodeDocument(fullNote, context), { change: CHANGES[2][1], clinician }) as never,
    ),
    ...NOTES.map(([name, note]) => stored(name, encodeResponse(note, context))),
    stored(
      'added-to',
      amendedResponse(response, withChange(fullNote, CHANGES[0][1]), context, {
        change: CHANGES[0][1],
        clinician,
      }) as never,
    ),
  ];
}
