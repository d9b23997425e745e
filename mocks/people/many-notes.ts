// A person with 400 readiness notes over two years, to test lists, paging and speed. Calculated, never random.

import type { Person } from './person.ts';
import type { ReadinessEntry, Said } from './readiness-entry.ts';

/** How many notes the chart has. */
const MANY = 400;
const SPAN_DAYS = 728;

const SAID: readonly Said[] = [
  ['ct-reason', 'The stairs at work are shorter than they were.'],
  ['st-desire', 'I like my evening on the sofa, I do.'],
  ['ct-ability', 'I managed nine weeks last spring, so I could again.'],
  ['st-reason', 'My knees tell me the weather, and it is always rain.'],
  ['ct-taking-steps', 'I walked from the bus twice this week.'],
  ['ct-desire', "I'd love to dance at Linh's wedding."],
  ['st-ability', 'Not on double shifts.'],
  ['ct-need', "I've got to get my breath back."],
];

const TARGETS = [
  { label: 'Physical activity', code: '68130003' },
  { label: 'Physical activity', code: '68130003' },
  { label: 'Eating', code: '364393001' },
] as const;

// Mean near the published rulers (importance about 6, confidence about 3 and rising), never above 10 or below 0.
const wave = (place: number, step: number, width: number): number => ((place * step) % (width * 2 + 1)) - width;
const within = (score: number): number => Math.max(0, Math.min(10, Math.round(score)));

function entry(place: number): ReadinessEntry {
  const daysAgo = 3 + Math.floor((place * (SPAN_DAYS - 3)) / MANY);
  const elapsed = 1 - place / MANY;
  const first = SAID[place % SAID.length];
  const second = SAID[(place * 3 + 1) % SAID.length];
  return {
    daysAgo,
    clock: place % 2 === 0 ? '15:30' : '08:45',
    by: place % 3 === 0 ? 'brandt' : 'okafor',
    about: TARGETS[place % TARGETS.length] ?? TARGETS[0],
    importance: within(6 + wave(place, 5, 3)),
    ...(place % 11 !== 0 && { confidence: within(2 + 3 * elapsed + wave(place, 3, 2)) }),
    readiness: place % 17 === 0 ? 'declined' : within(4 + elapsed + wave(place, 3, 3)),
    said: [first, second].filter((said) => said !== undefined),
    ...(place % 5 === 0 && { plan: { kind: 'agreed', firstStep: 'Walk to the second stop', confidence: 6 } }),
    ...(place % 5 === 2 && { plan: { kind: 'not-today' } }),
    minutes: 3 + (place % 9),
  };
}

/** Group visits twice a week at a wellness program, each with its note. */
export const NGUYEN: Person = {
  id: 'nguyen',
  mrn: '102115',
  name: { family: 'Nguyễn', given: ['Thị', 'Ánh', 'Tuyết'], preferred: 'Snow' },
  story: 'Four hundred readiness notes over two years: a wellness program that wrote one each time.',
  gender: 'female',
  born: '1969-12-12',
  phone: '555-0133',
  town: 'Northfield',
  today: { reason: 'Wellness program', by: 'brandt', startedMinutesAgo: 16 },
  problems: [
    { text: 'Prediabetes', icd10: 'R73.03', sinceDaysAgo: 800 },
    { text: 'Knee pain', icd10: 'M25.569', sinceDaysAgo: 1400 },
  ],
  medicines: [{ text: 'Metformin 500 mg tablet', dose: 'One tablet with the evening meal', daysAgo: 400 }],
  measures: [
    { kind: 'hba1c', daysAgo: 30, value: 5.9 },
    { kind: 'hba1c', daysAgo: 400, value: 6.2 },
    { kind: 'weight', daysAgo: 30, value: 69.4 },
    { kind: 'weight', daysAgo: 400, value: 72.3 },
    { kind: 'exercise-days', daysAgo: 30, value: 3 },
    { kind: 'exercise-minutes', daysAgo: 30, value: 20 },
  ],
  notes: Array.from({ length: MANY }, (_, place) => entry(place)),
};
