// A person with any number of visits, each with its note, for screenshots, long lists and speed. Calculated from the
// number of visits, never stored, never random.

import type { FhirResource } from 'fhir/r4';
import { calendarFrom } from './calendar.ts';
import { chartOf } from './people.ts';
import type { Person } from './person.ts';
import type { PlanEntry, ReadinessEntry, RulerEntry, Said } from './readiness-entry.ts';

const FOR: readonly Said[] = [
  ['ct-reason', 'The mornings are clear when I skip the evening before.'],
  ['ct-desire', "I'd like to be awake when my grandson comes by on Saturdays."],
  ['ct-ability', 'I went without for eleven days in May.'],
  ['ct-need', 'Something has to give before the summer.'],
  ['ct-taking-steps', 'I bought the tea my sister drinks.'],
  ['ct-commitment', "I'm going to tell them at the club on Friday."],
  ['ct-activation', "I'd be willing to try it for a month."],
];
const AGAINST: readonly Said[] = [
  ['st-desire', 'Honestly, the first glass is the best part of my day.'],
  ['st-ability', 'Not while the house is being sold.'],
  ['st-reason', 'It is how I see my friends.'],
  ['st-need', 'I need it to sleep.'],
];
const STEPS = [
  'Tea instead of wine on Tuesdays and Thursdays',
  'Half a glass at the club, then water',
  'Ring my sister before supper',
  'Walk to the lake after work',
];
const RESULTS = ['partly', 'done', 'not-yet', 'done'] as const;
const DAYS_APART = [21, 14, 42, 9, 28, 63, 7];

const pick = <T>(list: readonly T[], place: number): T | undefined => list[place % list.length];
const within = (score: number): number => Math.max(0, Math.min(10, Math.round(score)));

function planOf(turn: number): { readonly plan?: PlanEntry } {
  if (turn % 4 === 3) return { plan: { kind: 'not-today', why: 'Too much going on at home' } };
  const firstStep = pick(STEPS, turn) ?? '';
  return { plan: { kind: 'agreed', firstStep, confidence: 5 + (turn % 4), followUp: { inDays: 14, how: 'by phone' } } };
}

/**
 * Confidence rises slowly, importance varies around six, as in published data
 * (docs/design/motivational-interviewing.md, "Realistic numbers").
 */
function rulersOf(turn: number, elapsed: number): Pick<ReadinessEntry, 'importance' | 'confidence' | 'readiness'> {
  const asked = (score: number): RulerEntry => within(score);
  return {
    importance: asked(6 + ((turn * 3) % 5) - 2),
    ...(turn % 6 === 4 ? {} : { confidence: asked(2 + 4 * elapsed + ((turn * 2) % 3) - 1) }),
    readiness: turn % 5 === 2 ? 'declined' : asked(4 + 2 * elapsed + (turn % 3) - 1),
  };
}

/** The visit with this place after the first. */
function entry(turn: number, daysAgo: number, elapsed: number): ReadinessEntry {
  const said = [pick(FOR, turn), pick(AGAINST, turn), pick(FOR, turn + 3)].filter((one) => one !== undefined);
  const result = pick(RESULTS, turn);
  return {
    daysAgo,
    clock: turn % 2 === 0 ? '10:15' : '16:40',
    by: turn % 3 === 1 ? 'brandt' : 'okafor',
    about: turn % 9 === 5 ? { label: 'Eating', code: '364393001' } : { label: 'Alcohol', code: '897148007' },
    ...rulersOf(turn, elapsed),
    said: turn % 7 === 6 ? said.slice(0, 1) : said,
    unworded: { change: turn % 4, sustain: (turn + 1) % 2 },
    ...(turn > 0 && result !== undefined && { lastStep: { result, words: 'It was easier than I thought.' } }),
    ...planOf(turn),
    minutes: 6 + (turn % 9),
  };
}

/** This many visits, the newest first, spread over years as visits are. */
function entries(count: number): readonly ReadinessEntry[] {
  let daysAgo = 12;
  return Array.from({ length: count }, (_, place) => {
    const turn = count - 1 - place;
    const made = entry(turn, daysAgo, count === 1 ? 1 : turn / (count - 1));
    // Hundreds of visits are a program that meets nearly daily.
    daysAgo += count > 100 ? place % 2 : (pick(DAYS_APART, place) ?? 14);
    return made;
  });
}

/** The id of the person with this many visits. */
export const visitorId = (count: number): string => `visits-${count}`;

/** The chart of a person with this many visits at `now`. */
export function chartWithVisits(count: number, now: Date): readonly FhirResource[] {
  const person: Person = {
    id: visitorId(count),
    mrn: String(104_000 + count),
    name: { family: 'Lindqvist', given: ['Maj', 'Elisabet'] },
    story: `${count} visits, each with its note.`,
    gender: 'female',
    born: '1961-04-02',
    phone: '555-0177',
    town: 'Northfield',
    today: { reason: 'Follow-up', by: 'okafor', startedMinutesAgo: 9 },
    notes: entries(count),
  };
  return chartOf(person, calendarFrom(now));
}
