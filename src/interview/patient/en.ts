// What patients read in English. Short words, short lines, nothing that argues or labels.

import type { PatientWords } from './patient-words.ts';

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** English. Own words, November 2026. */
export const en = {
  self: 'English',
  language: 'Language',
  sharing: (name) => (name === undefined ? 'Sharing this screen' : `Sharing with ${name}`),
  views: {
    rulers: { importance: 'How much it matters', confidence: 'How sure I am', readiness: 'How ready I am' },
    topics: 'What to talk about',
    plan: 'My plan',
  },
  rulers: {
    importance: { question: 'How much does this matter to you right now?', low: 'not at all', high: 'very much' },
    confidence: {
      question: 'If you chose to make a change, how sure are you that you could?',
      low: 'not sure',
      high: 'very sure',
    },
    readiness: { question: 'How ready are you to make a change?', low: 'not ready', high: 'very ready' },
  },
  noRightNumber: 'There is no right number. You decide.',
  topics: {
    heading: 'What would you like to talk about?',
    today: 'Today we talk about',
  },
  plan: {
    heading: (name) => (name === undefined ? 'My plan' : `${name}’s plan`),
    about: 'What we talked about',
    said: 'What I said',
    change: 'What I want to change, or keep',
    why: 'Why it matters to me',
    firstStep: 'My next step',
    steps: 'Then',
    supports: 'Who or what helps me',
    barriers: 'What might get in the way',
    ifThens: 'What I’ll do then',
    signWorking: 'How I’ll know it’s working',
    ifNotWorking: 'If it doesn’t work',
    confidence: 'How sure I am that I can do this',
    outOfTen: (score) => `${score} out of 10`,
    commitment: 'What I said I’ll do',
    referral: 'Who else can help',
    followUp: 'When we talk again',
    phone: 'Call us',
    made: 'Made on',
    notToday: 'No plan today, and that is fine. The door is open. Come back any time.',
    none: 'There is no plan yet.',
    notTodayHeading: (name) => (name === undefined ? 'What we talked about' : `What we talked about: ${name}`),
    notTodayCloses: 'You decide if and when we talk about this again.',
    channels: { Visit: 'In person', Phone: 'By phone', Message: 'By message' },
    youDecide: 'This plan is yours. You decide, and you can change it at any time.',
  },
  day: ({ weekday, day, month, year }) => `${DAYS[weekday]}, ${MONTHS[month - 1]} ${day}, ${year}`,
  blank: 'Touch the screen to go on.',
} satisfies PatientWords;
