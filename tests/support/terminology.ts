// The code system and value sets of the readiness note, built from the constants the app uses.

import type { CodeSystem, ValueSet } from 'fhir/r4';
import { LOCAL_CODES, PCO, SNOMED, TARGET_BEHAVIOR_CODES, TEXT_FORMAT } from '../../src/fhir/codes.ts';
import { LOCAL, NOTE_FORMAT, TOPIC } from '../../src/fhir/identity.ts';
import { TOPIC_CODES } from '../../src/fhir/topic-codes.ts';
import { STEP_RESULTS } from '../../src/interview/note/note.ts';
import { DIRECTIONS, RAISED_BY } from '../../src/interview/talk/focus.ts';

/** Canonical of a value set or a profile, by its arc under our root. Each arc is assigned once, forever. */
export function canonical(arc: `${'valueset' | 'profile'}.${number}`): string {
  const [kind, number] = arc.split('.');
  return `${LOCAL.replace(/\.1$/, '')}.${kind === 'valueset' ? 10 : 11}.${number}`;
}

const head = { status: 'draft', experimental: true, publisher: 'Evoke' } as const;

/** The local codes, each with its plain label. */
export const readinessNoteCodes: CodeSystem = {
  resourceType: 'CodeSystem',
  id: 'readiness-note',
  url: LOCAL,
  name: 'ReadinessNoteCodes',
  title: 'Parts of a readiness note',
  ...head,
  description: 'Codes are never renamed, reused or given another meaning.',
  caseSensitive: true,
  content: 'complete',
  concept: Object.entries(LOCAL_CODES).map(([code, display]) => ({ code, display })),
};

/** The formats a note's text can have. */
export const noteFormats: CodeSystem = {
  resourceType: 'CodeSystem',
  id: 'note-format',
  url: NOTE_FORMAT,
  name: 'ReadinessNoteFormats',
  title: 'Formats of a readiness note as text',
  ...head,
  caseSensitive: true,
  content: 'complete',
  concept: [
    { code: 'evoke-text-1', display: 'Readiness note, text version 1' },
    { code: TEXT_FORMAT, display: 'Readiness note, text version 2' },
  ],
};

/** Topics that share one code of SNOMED CT. */
export const topics: CodeSystem = {
  resourceType: 'CodeSystem',
  id: 'readiness-note-topic',
  url: TOPIC,
  name: 'ReadinessNoteTopics',
  title: 'Topics that share one code of SNOMED CT',
  ...head,
  caseSensitive: true,
  content: 'complete',
  concept: [...TOPIC_CODES],
};

/** Codes that are answers and never the code of a component. */
const answerCodes: readonly string[] = [
  ...DIRECTIONS.map((direction) => `direction-${direction}`),
  ...RAISED_BY.map((by) => `raised-${by}`),
  ...STEP_RESULTS.map((result) => `step-${result}`),
  ...['agreed', 'not-today'].map((ending) => `plan-${ending}`),
];

/** Every code a component of the note may have. */
export const componentCodes: ValueSet = {
  resourceType: 'ValueSet',
  id: 'readiness-note-component',
  url: canonical('valueset.1'),
  name: 'ReadinessNoteComponents',
  title: 'Components of a readiness note',
  ...head,
  compose: {
    include: [
      {
        system: LOCAL,
        concept: Object.keys(LOCAL_CODES)
          .filter((code) => !answerCodes.includes(code))
          .map((code) => ({ code })),
      },
      { system: PCO, concept: [{ code: 'importance' }, { code: 'confidence' }] },
    ],
  },
};

/** The codes a target behavior may have. Their displays are left out, because some of them stigmatize. */
export const targetBehaviors: ValueSet = {
  resourceType: 'ValueSet',
  id: 'target-behavior',
  url: canonical('valueset.2'),
  name: 'TargetBehaviors',
  title: 'Target behaviors of a readiness note',
  ...head,
  compose: {
    include: [
      { system: SNOMED, concept: TARGET_BEHAVIOR_CODES.map((code) => ({ code })) },
      { system: TOPIC, concept: TOPIC_CODES.map(({ code }) => ({ code })) },
    ],
  },
};
