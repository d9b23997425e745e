// The text of Learn's pages, apart from its lessons. It is in one file, so that a translation needs no code.

import { counted } from '../lib/english.ts';
import type { EndingKind } from './case.ts';
import type { RuleName } from './check-answer.ts';
import type { Verdict } from './marks.ts';
import type { Move } from './moves.ts';
import type { CaseSummary } from './summarize-case.ts';

export const PAGE = {
  title: 'Learn',
  practice: 'Practice',
  heading: 'Practice motivational interviewing',
  nothingFiled: 'Practice. Nobody here is real, and nothing is filed.',
  language: 'Motivational interviewing is like a language: you learn it by speaking it with someone who listens.',
  aim: 'Pick what fits the time you have. You can stop anywhere.',
  start: 'Start in 60 seconds',
  tour: 'Tour',
  tourAim: 'Ten short stops: read, watch, try. About three minutes each.',
  hearing: 'Hearing',
  hearingAim: 'Mark what patients say on the real pad, and see why. You can stop after any line.',
  saying: 'Saying',
  sayingAim: 'Write an answer, then compare it with three others.',
  sayingItem: 'Write reflections and open questions',
  cases: 'Conversations',
  casesAim: 'Six practice patients. What they say next depends on you. About five minutes each.',
  refresher: 'Two-minute refresher',
  refresherOffer: (weeks: number) =>
    `You began ${weeks} weeks ago. Skills fade without practice, so here’s a two-minute refresher, if you’d like one.`,
  notNow: 'Not now',
  summary: 'Practice summary',
  summaryAim: 'One page from today’s practice, to print or copy. Nobody gets it unless you hand it over.',
  summaryItem: 'Today’s practice',
  lines: (count: number) => `${count} lines`,
  back: 'All of Learn',
  next: 'Next',
  again: 'Start over',
  missing: 'This page isn’t here. Pick another from the list.',
} as const;

export const STOP = {
  watch: 'Watch',
  clinician: 'Clinician',
  patient: 'Patient',
  nextLine: (shown: number, all: number) => `Next line (${shown} of ${all})`,
  allLines: 'Show all lines',
  watchAgain: 'Watch again',
  try: 'Try',
  fits: 'That fits.',
  lookAgain: 'Look again.',
} as const;

export const HEAR = {
  about: 'The change in question',
  pad: 'Mark it, or let it pass if there’s nothing to mark.',
  place: (line: number, all: number) => `Line ${line} of ${all}`,
  pass: 'Let it pass',
  undo: 'Take back the last mark',
  check: 'Compare',
  next: 'Next line',
  finish: 'See how it went',
  stop: 'Stop here',
  end: (alike: number, all: number) =>
    `You heard ${alike} of ${counted(all, 'line')} as we do, or as some raters would.`,
  splitLead: 'Raters would differ here. Our estimate of how ten might split:',
  raters: (count: number) => `${count} of 10`,
  nothing: 'nothing to mark',
  result: 'Feedback',
  ours: 'Our reading',
  yours: 'Your marks',
  none: 'none',
  missed: 'Missed',
  letPass: 'You let it pass, and that fits.',
} as const;

/** The comment on one mark. None of them is a grade. */
export const VERDICTS: { readonly [V in Verdict]: string } = {
  heard: 'We hear the same.',
  'one-view': 'Some raters hear it that way. That’s one good answer.',
  'left-open': 'The side fits. Leaving the strand open is a full answer.',
  recoded: 'The side fits. We’d pick another strand.',
  'other-side': 'We hear the other side.',
  extra: 'We hear nothing to mark here.',
};

export const REFRESHER = {
  hear: '1. Mark four lines',
  say: '2. Answer one line',
  end: 'That’s the refresher.',
  next: (weeks: number) => `Evoke offers the next one in about ${counted(weeks, 'week')}.`,
} as const;

export const SAY = {
  reflection: 'Answer with a reflection.',
  question: 'Answer with an open question.',
  yours: 'Your words',
  check: 'Compare with three others',
  rules: 'What a plain rule can tell',
  rulesLimit: 'Rules count words. They can’t hear meaning or tone, and they can be wrong.',
  judge: 'What only you can tell',
  models: 'Three ways to say it, from plain to deep',
  kept: 'Yes',
  notKept: 'Look again',
  next: 'Another line',
  empty: 'Write a few words first.',
  stays: 'What you write stays in this window, and in your practice summary, until you close it.',
} as const;

/** For each rule, the text if the answer keeps it and the text if it doesn't. */
export const RULES: { readonly [Rule in RuleName]: readonly [kept: string, notKept: string] } = {
  statement: ['It’s a statement, with no question mark.', 'It ends with a question mark. A reflection is a statement.'],
  open: ['It can’t be answered with yes or no.', 'It could be answered with yes or no. Try “what” or “how”.'],
  'adds-meaning': ['It adds meaning and doesn’t just repeat.', 'It mostly repeats. What might they mean by it?'],
  'ends-on-change': [
    'It ends on their side of change.',
    'It doesn’t seem to end on change. What comes last gets answered.',
  ],
  'no-advice': ['It gives no advice.', 'It sounds like advice. Nobody asked for it yet.'],
  'no-but': ['It has no “but”.', 'It has a “but”, which takes back what came before. “And” keeps both sides.'],
};

export const JUDGE: readonly string[] = [
  'It says what they may mean, not what I wish they meant.',
  'I’d let my voice fall at the end.',
  'They could say “no, it’s more like …” and feel fine.',
  'I’d be happy to hear it said to me.',
];

export const MOVES: { readonly [M in Move]: string } = {
  'simple-reflection': 'Simple reflection',
  'complex-reflection': 'Complex reflection',
  'open-question': 'Open question',
  'closed-question': 'Closed question',
  affirmation: 'Affirmation',
  summary: 'Summary',
  autonomy: 'Their choice, said aloud',
  permission: 'Asking permission',
  information: 'Information with permission',
  'plan-together': 'Planning together',
  repair: 'Owning it and coming back',
  advice: 'Advice nobody asked for',
  persuasion: 'Arguing for change',
  confrontation: 'Confronting',
  'early-plan': 'A plan too soon',
};

export const ENDS: { readonly [E in EndingKind]: string } = {
  step: 'It ends with a first step',
  'open-door': 'It ends with no plan today, and the door open',
  withdrawn: 'They pulled back',
};

export const CASE = {
  yourTurn: 'What do you say?',
  mark: 'Mark what you hear',
  padKey: 'F9 goes to the pad, Esc to the answers.',
  rulers: 'Ask a ruler',
  ask: (ruler: string) => `Ask: ${ruler}`,
  rulerAnswer: (number: number) => `They answer: “${number === 0 ? 'Zero, honestly.' : `I’d say ${number}.`}”`,
  summary: 'See the summary',
  again: 'Talk again from the start',
  you: 'You',
} as const;

export const CASE_SUMMARY = {
  turned: 'Two moments that turned the conversation',
  theySaid: 'They said',
  youSaid: 'You said',
  toward: 'Then, toward change',
  away: 'Then, away from change',
  still: 'Then, with little change in what was said',
  differ: 'Marks that differ from ours',
  noDiffer: 'Your marks and ours agree, or raters would differ there.',
  unmarked: 'You marked nothing this time, and that’s fine. Next time, try “Mark what you hear” once or twice.',
  readings: 'What we hear, line by line',
  extra: 'Extra',
  recoded: 'Other strand',
  counts: 'What you chose',
  inThis: 'In this conversation',
  count: 'Count',
  published: 'MITI 4.2.1: fair / good',
  perQuestion: 'Reflections to questions',
  complex: 'Complex, of all reflections',
  fitting: 'Moves that fit the method',
  neutral: 'Neutral moves',
  against: 'Moves against the method',
  noneYet: 'none yet',
  nonePublished: 'none published',
  limits:
    '“Fair” and “good” are published in the MITI 4.2.1 manual. They’re the opinion of experts, for trained raters who listen to about 20 minutes of a real conversation. Picking from a list in a short practice can’t be rated that way, and each answer is counted once, by its main kind. Read them as a direction. The manual also rates the whole conversation, fair / good: 3.5 / 4 for how you relate, 3 / 4 for technique. Only a rater who listens can give those.',
} as const;

export const SUMMARY = {
  title: 'Practice summary (Evoke, Learn)',
  nothing: 'Nothing yet. Play a conversation or a hearing set, then come back.',
  questions: 'To talk about: What came easily? Where did I argue? What would I like someone to listen for?',
  limit: 'Counts from practice with made-up patients. They say nothing about skill in real conversations.',
  copy: 'Copy the summary',
  print: 'Print',
  stop: (title: string) => `Tour stop: ${title}`,
  heard: (title: string, alike: number, all: number) =>
    `Hearing, ${title}: ${alike} of ${counted(all, 'line')} heard as the authors do, or as some raters would`,
  written: (line: string, words: string) => `Wrote, to “${line}”: “${words}”`,
  case: (
    title: string,
    counts: Pick<CaseSummary, 'reflections' | 'complex' | 'questions' | 'fitting' | 'neutral' | 'against'>,
    ending: string,
  ) =>
    `Conversation, ${title}: ${counted(counts.reflections, 'reflection')} (${counts.complex} complex), ${counted(counts.questions, 'question')}, ${counted(counts.fitting, 'move')} that fit the method, ${counts.neutral} neutral, ${counts.against} against it. ${ending}.`,
  tally: (visits: number, reflections: number) =>
    `After ${counted(visits, 'real visit')}: ${counted(reflections, 'reflection')} recalled. My own count.`,
} as const;

export const GO_ON = {
  title: 'Where to go on',
  places: [
    ['Motivational Interviewing Network of Trainers (lists trainers)', 'https://motivationalinterviewing.org/'],
    ['Technology transfer centers, such as the Northwest ATTC, and their courses', 'https://attcnetwork.org/'],
    ['A Tour of Motivational Interviewing (online course)', 'https://healtheknowledge.org/'],
  ],
  outside: 'opens outside this pane',
  notTraining: 'This does not replace training, coaching and feedback on real conversations.',
} as const;

export const AFTER = {
  question: 'What did you reflect where you might have asked?',
  private: 'Only for you. It’s not filed and not linked to anyone. Only the count stays on this device.',
  count: 'Reflections you recall from this visit',
  most: '5 or more',
  keep: 'Keep the count',
  kept: 'Counted.',
  notKept: 'This device keeps nothing, so the count is gone. That’s fine.',
} as const;

/** The link in a visit, and what it says to a screen reader about where it leads. */
export const LINK = {
  learn: ['Learn', '(in a new window)'],
  start: ['60-second start', '(Learn, in a new window)'],
  refresher: ['2-minute refresher', '(Learn, in a new window)'],
} as const;

/** The one hint of a device's first visit. */
export const FIRST_VISIT = {
  hint: 'Pick a topic, ask the three questions, tap what you hear, sign.',
  close: 'Got it',
} as const;
