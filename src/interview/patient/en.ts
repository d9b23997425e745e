// What patients read in English. Short words, short lines, nothing that argues or labels.

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

type DateParts = { readonly [Part in 'weekday' | 'day' | 'month' | 'year']: number };

/** English. Own words, November 2026. */
export const en = {
  /** What the language calls itself. */
  self: 'English',
  language: 'Language',
  sharing: (name: string | undefined) => (name === undefined ? 'Sharing this screen' : `Sharing with ${name}`),
  views: {
    rulers: { importance: 'How much it matters', confidence: 'How sure I am', readiness: 'How ready I am' },
    topics: 'What to talk about',
    plan: 'My plan',
  },
  noRightNumber: 'There is no right number. You decide.',
  topics: {
    heading: 'What would you like to talk about?',
    today: 'Today we talk about',
  },
  plan: {
    heading: (name: string | undefined) => (name === undefined ? 'My plan' : `${name}’s plan`),
    about: 'What we talked about',
    said: 'What I said',
    change: 'What we agreed',
    why: 'Why it matters to me',
    firstStep: 'My next step',
    steps: 'Then',
    supports: 'Who or what helps me',
    barriers: 'What might get in the way',
    ifThens: 'What I’ll do if something gets in the way',
    signWorking: 'How I’ll know it’s working',
    ifNotWorking: 'If it doesn’t work',
    confidence: 'How sure I am that I can do this',
    outOfTen: (score: number) => `${score} out of 10`,
    commitment: 'What I said I would do',
    referral: 'Who else can help',
    followUp: 'When we talk again',
    phone: 'Call us',
    /** Over the date of the page, the practice and the clinician. */
    made: 'Made on',
    notToday: 'No plan today, and that is fine. The door is open. Come back any time.',
    none: 'There is no plan yet.',
    /** Heading and closing if the conversation ended without a plan. The closing also fits before there is one. */
    notTodayHeading: (name: string | undefined) =>
      name === undefined ? 'What we talked about' : `What we talked about: ${name}`,
    notTodayCloses: 'You decide if and when we talk about this again.',
    /** The wording of follow-up channels that a clinician can choose. Typed channels stay as typed. */
    channels: { Visit: 'In person', Phone: 'By phone', Message: 'By message' },
    youDecide: 'This plan is yours. You decide, and you can change it at any time.',
  },
  /** A full date as spoken. `weekday` counts from 0 for Sunday, `month` from 1. */
  day: ({ weekday, day, month, year }: DateParts) => `${DAYS[weekday]}, ${MONTHS[month - 1]} ${day}, ${year}`,
  blank: 'Touch the screen to go on.',
};
