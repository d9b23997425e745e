// People whose charts are about mood, worry and sleep, and people with unusual registrations. All synthetic.

import type { Person } from './person.ts';

/** Depression. */
export const OYELARAN: Person = {
  id: 'oyelaran',
  mrn: '101588',
  name: { family: 'Oyelaran', given: ['Tobias', 'Adébáyọ̀'] },
  story: 'Depression; one valued activity a week is the target. PHQ-9 four times, two notes.',
  gender: 'male',
  born: '1980-03-30',
  phone: '555-0197',
  town: 'Northfield',
  today: { reason: 'Depression follow-up', by: 'okafor', startedMinutesAgo: 8 },
  visits: [{ reason: 'Depression follow-up', by: 'okafor', daysAgo: 42, clock: '14:15' }],
  problems: [
    { text: 'Depression, recurrent', icd10: 'F33.1', sinceDaysAgo: 900 },
    { text: 'Vitamin D deficiency', icd10: 'E55.9', sinceDaysAgo: 340 },
  ],
  medicines: [
    { text: 'Sertraline 100 mg tablet', dose: 'One tablet in the morning', daysAgo: 42 },
    { text: 'Sertraline 50 mg tablet', dose: 'One tablet in the morning', daysAgo: 160, status: 'completed' },
  ],
  measures: [
    { kind: 'phq-9', daysAgo: 0, value: 11 },
    { kind: 'phq-9', daysAgo: 42, value: 14 },
    { kind: 'phq-9', daysAgo: 160, value: 19 },
    { kind: 'phq-9', daysAgo: 340, value: 12 },
    { kind: 'gad-7', daysAgo: 42, value: 9 },
    { kind: 'audit-c', daysAgo: 160, value: 3 },
    { kind: 'exercise-days', daysAgo: 42, value: 1 },
  ],
  documents: [
    {
      daysAgo: 160,
      by: 'okafor',
      title: 'Visit note',
      type: { code: '34904-3', display: 'Mental health Progress note' },
      text: 'Reports low mood since spring, worse since the choir stopped. Asked directly: says no thoughts of ending his life. Sleeps nine hours and wakes tired. PHQ-9 is 19. Agreed to raise sertraline. Wife came along and spoke of how much he is missed at the table.',
    },
  ],
  notes: [
    {
      daysAgo: 42,
      clock: '14:20',
      by: 'okafor',
      about: { label: 'One valued activity a week' },
      goal: 'Sing with other people again',
      direction: 'start',
      raisedBy: 'patient',
      agenda: ['Singing', 'Tablets make the mouth dry', 'Work in the new year'],
      strengths: ['Drove his daughter to every rehearsal'],
      importance: { score: 7, why: 'When I sing the noise stops.' },
      confidence: {
        score: 3,
        why: 'I sat in the car outside once.',
        raise: 'Not having to talk to anybody.',
        again: 5,
      },
      readiness: 4,
      said: [
        ['ct-reason', 'When I sing the noise stops.'],
        ['st-ability', 'Evenings I am a sack of wet sand.'],
        ['ct-taking-steps', 'I sat in the car outside once. Heard the basses through the wall.'],
        ['st-other', 'They will ask where I have been.\nAnd I will not know what to say.'],
      ],
      plan: {
        kind: 'agreed',
        change: 'Be in the room, singing or not',
        firstStep: 'Thursday, in the back row, leave at the break if I like',
        supports: ['Femi saves me the seat by the door'],
        barriers: ['They will ask where I have been'],
        ifThens: ['If they ask, I say "I was resting" and nothing more'],
        confidence: 6,
        followUp: { inDays: 42, how: 'here' },
      },
      minutes: 17,
    },
    {
      daysAgo: 160,
      by: 'okafor',
      about: { label: 'One valued activity a week' },
      importance: 5,
      confidence: 1,
      readiness: 'declined',
      said: [['st-ability', 'Ask me when I can hold a spoon.']],
      plan: { kind: 'not-today' },
      minutes: 6,
    },
  ],
};

/** Anxiety. */
export const ZHAO: Person = {
  id: 'zhao',
  mrn: '101692',
  name: { family: 'Zhào', given: ['Mei-Ling'], preferred: 'May' },
  story: 'Anxiety; would like to take the train again. A note that ended with the door open.',
  gender: 'female',
  born: '2001-06-06',
  phone: '555-0111',
  town: 'Northfield',
  today: { reason: 'Worry and chest tightness', by: 'brandt', startedMinutesAgo: 2 },
  problems: [{ text: 'Generalised anxiety', icd10: 'F41.1', sinceDaysAgo: 260 }],
  medicines: [{ text: 'Escitalopram 10 mg tablet', dose: 'One tablet daily', daysAgo: 70, status: 'on-hold' }],
  measures: [
    { kind: 'gad-7', daysAgo: 70, value: 15 },
    { kind: 'gad-7', daysAgo: 260, value: 12 },
    { kind: 'phq-9', daysAgo: 70, value: 7 },
    { kind: 'smoking', daysAgo: 260, status: 'never' },
  ],
  notes: [
    {
      daysAgo: 70,
      by: 'brandt',
      about: { label: 'Taking the train' },
      direction: 'start',
      raisedBy: 'patient',
      importance: { score: 8, why: 'Two hours of buses to see my grandmother is two hours I could be with her.' },
      confidence: { score: 2, raise: 'A seat near a door that opens.' },
      readiness: 3,
      said: [
        ['ct-reason', 'Two hours of buses to see my grandmother is two hours I could be with her.'],
        ['ct-desire', "I'd like to be someone who just gets on."],
        ['st-ability', "I can't, my chest goes and I'm off at the next stop."],
        ['st-need', 'I need to know I can get out.'],
      ],
      plan: { kind: 'not-today', why: 'After the exams.', followUp: { inDays: 70, how: 'here' } },
      minutes: 10,
    },
  ],
};

/** Insomnia, with a Hebrew name. */
export const BEN_DAVID: Person = {
  id: 'bendavid',
  mrn: '101745',
  name: { family: 'בן־דוד', given: ['נעמה'] },
  story: 'Insomnia; the name is written right to left in Hebrew. One note, words in two languages.',
  gender: 'female',
  born: '1989-04-17',
  phone: '555-0122',
  town: 'Northfield',
  today: { reason: 'Trouble sleeping', by: 'brandt', startedMinutesAgo: 13 },
  problems: [{ text: 'Insomnia', icd10: 'G47.00', sinceDaysAgo: 210 }],
  medicines: [{ text: 'Melatonin 3 mg tablet', dose: 'One tablet two hours before bed', daysAgo: 54 }],
  measures: [
    { kind: 'phq-9', daysAgo: 54, value: 6 },
    { kind: 'gad-7', daysAgo: 54, value: 5 },
    { kind: 'audit-c', daysAgo: 54, value: 2 },
  ],
  notes: [
    {
      daysAgo: 54,
      by: 'brandt',
      about: { label: 'Sleep routine' },
      direction: 'change-how',
      raisedBy: 'patient',
      importance: 9,
      confidence: { score: 4, why: 'On holiday I slept like a stone.' },
      readiness: 7,
      said: [
        ['ct-ability', 'On holiday I slept like a stone, so the machine works.'],
        ['st-reason', 'זה הזמן היחיד שלי בשקט.'],
        ['ct-commitment', 'The phone charges in the kitchen. I promise.'],
      ],
      plan: {
        kind: 'agreed',
        firstStep: 'Buy an alarm clock on the way home',
        ifNotWorking: 'Try the sleep course the library runs',
        commitment: 'The phone charges in the kitchen. I promise.',
        confidence: 7,
        followUp: { inDays: 56, how: 'here' },
      },
      minutes: 8,
    },
  ],
};

/** A person who has died. A note can still be opened from the chart. */
export const WHITCOMBE: Person = {
  id: 'whitcombe',
  mrn: '101801',
  name: { family: 'Whitcombe', given: ['Harold', 'James'] },
  story: 'Died three weeks ago. The chart is still open for letters.',
  gender: 'male',
  born: '1937-01-05',
  died: { daysAgo: 21 },
  town: 'Cannon Falls',
  visits: [{ reason: 'Heart failure review', by: 'okafor', daysAgo: 80, clock: '10:00' }],
  problems: [{ text: 'Heart failure', icd10: 'I50.9', sinceDaysAgo: 1200 }],
  medicines: [{ text: 'Furosemide 40 mg tablet', dose: 'One tablet in the morning', daysAgo: 80, status: 'stopped' }],
  measures: [{ kind: 'weight', daysAgo: 80, value: 74.1 }],
  notes: [
    {
      daysAgo: 80,
      by: 'okafor',
      about: { label: 'Less salt' },
      importance: 3,
      confidence: 5,
      said: [['st-desire', 'At my age a pickle is a right.']],
      plan: { kind: 'not-today' },
    },
  ],
};

/** Registered this morning: nothing else is known. */
export const QUILL: Person = {
  id: 'quill',
  mrn: '102990',
  name: { given: ['Ash'], family: 'Quill' },
  story: 'Registered this morning: no birth date, no visit, nothing in the chart.',
};
