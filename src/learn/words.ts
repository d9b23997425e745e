// The words of Learn's pages, apart from its lessons. One place, so that another language needs no code.

import type { EndKind } from './case.ts';
import type { RuleName } from './check-words.ts';
import type { Verdict } from './marks.ts';
import type { Move } from './moves.ts';

export const PAGE = {
  title: 'Learn',
  practice: 'Practice',
  nothingFiled: 'Practice. Nobody here is real, and nothing is filed.',
  notTraining:
    'This doesn’t replace training, coaching and feedback on real conversations. Motivational interviewing is like a language: you learn it by speaking it with someone who listens.',
  aim: 'Ten minutes here can sharpen your ear. Pick what fits the time you have.',
  start: 'Start in 60 seconds',
  startAim: 'Hear one line, mark it, ask one ruler.',
  tour: 'Tour',
  tourAim: 'Ten short stops: read, watch, try. About three minutes each.',
  hearing: 'Hearing',
  hearingAim: 'Mark what patients say on the real pad, and see why.',
  saying: 'Saying',
  sayingAim: 'Write an answer, then lay it beside three others.',
  cases: 'Conversations',
  casesAim: 'Six practice patients. What they say next depends on you.',
  refresher: 'Two-minute refresher',
  summary: 'Practice summary',
  summaryAim: 'One page from today’s practice, to print or copy. Nobody gets it unless you hand it over.',
  back: 'All of Learn',
  next: 'Next',
  again: 'Start over',
  missing: 'This page isn’t here. Pick another from the list.',
} as const;

export const HEAR = {
  about: 'The change in question',
  pad: 'Mark it, or let it pass if there’s nothing to mark.',
  pass: 'Let it pass',
  undo: 'Take back the last mark',
  check: 'Compare',
  next: 'Next line',
  end: 'That’s the set.',
  splitLead: 'Raters would differ here. Our estimate of how ten might split:',
  nothing: 'nothing to mark',
  ours: 'Our reading',
  yours: 'Your marks',
  none: 'none',
  missed: 'Missed',
  letPass: 'You let it pass, and that fits.',
} as const;

/** What is said about one mark. None of it is a grade. */
export const VERDICTS: { readonly [V in Verdict]: string } = {
  heard: 'We hear the same.',
  'one-view': 'Some raters hear it so. That’s one good answer.',
  'left-open': 'The side fits. Leaving the strand open is a full answer.',
  recoded: 'The side fits. We’d pick another strand.',
  'other-side': 'We hear the other side.',
  extra: 'We hear nothing to mark here.',
};

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
  stays: 'What you write stays on this page and is gone when you leave it.',
} as const;

export const RULES: { readonly [Rule in RuleName]: string } = {
  statement: 'It’s a statement, with no question mark.',
  open: 'It can’t be answered with yes or no.',
  'adds-meaning': 'It adds meaning and doesn’t just repeat.',
  'ends-on-change': 'It ends on their reasons for change.',
  'no-advice': 'It gives no advice.',
  'no-but': 'It has no “but”. “And” keeps both sides.',
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

export const ENDS: { readonly [E in EndKind]: string } = {
  step: 'It ends with a first step',
  'open-door': 'It ends with no plan today, and the door open',
  withdrawn: 'They pulled back',
};

export const CASE = {
  begin: 'Begin',
  yourTurn: 'What do you say?',
  marking: 'What did you hear? Marking is up to you.',
  rulers: 'Rulers, if you’d like to ask',
  ask: 'Ask',
  answers: 'They answer',
  summary: 'See the summary',
  again: 'Talk again from the start',
  you: 'You',
  why: 'Why it went so',
  turned: 'Two moments that turned the talk',
  toward: 'toward change',
  away: 'away from change',
  still: 'with little change in what was said',
  differ: 'Marks that differ from ours',
  noDiffer: 'Your marks and ours agree, or raters would differ there.',
  extra: 'Extra',
  recoded: 'Other strand',
  counts: 'What you chose',
  limits:
    'The published marks come from the MITI 4.2.1 manual: fair and good. They’re expert opinion without norms, made for trained raters who listen to about 20 minutes of a real talk. Picking from a list in a short practice can’t be rated that way. Read them as a direction.',
} as const;

export const GO_ON = {
  title: 'Where to go on',
  places: [
    ['Motivational Interviewing Network of Trainers (lists trainers)', 'https://motivationalinterviewing.org/'],
    ['Technology transfer centers, such as the Northwest ATTC, and their courses', 'https://attcnetwork.org/'],
    ['A Tour of Motivational Interviewing (free course)', 'https://healtheknowledge.org/'],
  ],
  outside: 'opens outside this pane',
  notTraining: 'This does not replace training, coaching and feedback on real conversations.',
} as const;

export const AFTER = {
  question: 'What did you reflect that you did not ask?',
  private: 'Only for you. It’s not filed and not linked to anyone. Only the count stays on this device.',
  count: 'Reflections you recall from this visit',
  keep: 'Keep the count',
  kept: 'Counted.',
  notKept: 'This device keeps nothing, so the count is gone. That’s fine.',
} as const;
