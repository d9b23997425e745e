// Complete notes of synthetic people for tests: one with every field, and the smallest ones that may be filed.

import type { NoteEntry } from '../../src/interview/history/visits.ts';
import { readDay, readInstant, readNoteId, readScore } from '../../src/interview/ids.ts';
import type { ReadinessNote } from '../../src/interview/note/note.ts';
import { made } from './arbitraries.ts';

/** A ruler's number. */
export const score = (value: number) => made(readScore(value));
const day = (text: string) => made(readDay(text));
/** A time. */
export const moment = (text: string) => made(readInstant(text));

const blank: ReadinessNote = {
  id: made(readNoteId('3f2c9a4e-0d0b-4a55-9a53-6f1f0c7a1e11')),
  at: moment('2026-11-22T15:30:00-05:00'),
  signedAt: moment('2026-11-22T15:52:10-05:00'),
  target: { sensitive: false },
  agenda: [],
  strengths: [],
  information: [],
  rulers: { importance: { kind: 'not-asked' }, confidence: { kind: 'not-asked' }, readiness: { kind: 'not-asked' } },
  talk: [],
  marks: { change: 0, sustain: 0 },
  plan: { kind: 'none' },
  also: [],
};

/** A note with every field filled. */
export const fullNote: ReadinessNote = {
  ...blank,
  target: { label: 'Alcohol', code: { system: 'http://snomed.info/sct', code: '897148007' }, sensitive: false },
  goal: 'No drinks on weeknights',
  direction: 'cut-down',
  raisedBy: 'both',
  permission: true,
  agenda: ['Sleep', 'Drinking in the evening'],
  strengths: ['Nine dry weeks last spring'],
  present: 'Pat and a sister',
  lastStep: { result: 'partly', words: 'I managed three evenings' },
  information: [{ given: 'What alcohol does to sleep', view: 'So that is why I wake at four' }],
  rulers: {
    importance: {
      kind: 'asked',
      answer: { kind: 'answered', score: score(7) },
      again: { kind: 'answered', score: score(8) },
      why: 'I want to be there for my kids',
      raise: 'If my sleep got any worse',
    },
    confidence: { kind: 'asked', answer: { kind: 'answered', score: score(3) }, why: 'I did it last spring' },
    readiness: { kind: 'asked', answer: { kind: 'declined' } },
  },
  talk: [
    { talk: { side: 'change', strand: 'reason' }, text: 'My liver tests scared me' },
    { talk: { side: 'sustain', strand: 'ability' }, text: "I can't sleep without it" },
    { talk: { side: 'change', strand: 'taking-steps' }, text: 'I poured the last bottle away\non Sunday 🙂' },
    { talk: { side: 'change', strand: 'unsure' }, text: 'كفى' },
  ],
  marks: { change: 7, sustain: 3 },
  plan: {
    kind: 'agreed',
    change: 'No drinks on weeknights',
    reasons: ['My liver tests scared me'],
    firstStep: 'Pour out the beer in the fridge tonight',
    steps: ['Tea at nine instead'],
    supports: ['My sister rings on Wednesdays'],
    signWorking: 'Sleeping through to six',
    barriers: ['Football night at the pub'],
    ifThens: ['Then I drive, and drink lemonade'],
    ifNotWorking: 'Ring the practice nurse',
    confidence: score(6),
    commitment: "I'm going to start tonight",
    referral: 'Practice nurse',
    followUp: { day: day('2026-12-06'), how: 'by phone' },
  },
  minutes: 18,
  also: [{ label: 'Told in the hallway', value: 'Smokes less, too' }],
};

/** A note with one ruler and nothing else: enough to be filed. */
export const rulerOnlyNote: ReadinessNote = {
  ...blank,
  rulers: { ...blank.rulers, confidence: { kind: 'asked', answer: { kind: 'answered', score: score(0) } } },
};

/** One mark, made too fast to type words. */
export const markOnlyNote: ReadinessNote = { ...blank, marks: { change: 0, sustain: 1 } };

/** An interview that ended with the door left open. */
export const notTodayNote: ReadinessNote = {
  ...blank,
  plan: { kind: 'not-today', why: 'Too much going on at work', followUp: { how: 'when Pat rings' } },
};

/** Our note as the chart has it. */
export const FILED_NOTE: NoteEntry = {
  kind: 'note',
  note: fullNote,
  filed: { form: 'observation', resourceId: 'o1', version: '1' },
  standing: 'current',
  authors: ['Practitioner/7'],
  ours: true,
};
