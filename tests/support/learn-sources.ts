// The sources of Learn's lessons, for docs/content.md. The text itself is data in src/learn.

import { isEnding } from '../../src/learn/case.ts';
import { CASES } from '../../src/learn/cases/cases.ts';
import { HEARING_SETS } from '../../src/learn/hearing/sets.ts';
import { TO_ANSWER } from '../../src/learn/saying/lines.ts';
import { TOUR } from '../../src/learn/tour/tour.ts';

const OWN = 'Own words';

/** One row for each lesson: its kind, its title, how much it holds, and its source. */
export const LEARN_LESSONS: readonly (readonly [kind: string, title: string, holds: string, source: string])[] = [
  ...TOUR.map(({ title, demonstration }) => ['Stop', title, `${demonstration.length} lines shown`, OWN] as const),
  ...HEARING_SETS.map(({ title, lines }) => {
    const splits = lines.filter(([, marks]) => typeof marks === 'object').length;
    return ['Hearing', title, `${lines.length} lines, ${splits} of them split`, OWN] as const;
  }),
  ['Saying', 'Lines to answer', `${TO_ANSWER.length} lines, ${TO_ANSWER.length * 3} models`, OWN],
  ...CASES.map(({ title, turns }) => {
    const all = Object.values(turns);
    return ['Conversation', title, `${all.length} turns, ${all.filter(isEnding).length} endings`, OWN] as const;
  }),
];

/** One row for each part of Learn: its name, the place of its text, and its source. */
export const LEARN_SOURCES: readonly (readonly [part: string, where: string, source: string])[] = [
  [
    'Tour: spirit, processes, skills',
    '`src/learn/tour`',
    'Idea: TIP 35 (SAMHSA 2019), chapter 3. Dialogues and words are our own',
  ],
  ['Tour: hearing, strands', '`src/learn/tour`', 'DARN-CAT and its mirror: MISC 2.5 (2008). Own words'],
  [
    'Tour: more sustain talk, less change',
    '`src/learn/tour`',
    'Magill 2018, PMC5958907; weak effects (about .1 to .2)',
  ],
  [
    'Tour: one in ten felt judged by a note',
    '`src/learn/tour`',
    'PMC8390578; 10.5 % of 22,959 readers; read as an abstract',
  ],
  [
    'Hearing: lines and readings',
    '`src/learn/hearing`',
    'Own words. Splits of ten raters are our estimate and no data',
  ],
  [
    'Saying: lines, models, rules',
    '`src/learn/saying`, `src/learn/check-answer.ts`',
    'Own words; plain rules, unverified',
  ],
  ['Conversations', '`src/learn/cases`', 'Own words; format: docs/learn/writing-a-case.md'],
  [
    'Published proficiency marks',
    '`src/learn/page-text.ts`',
    'MITI 4.2.1 manual (CASAA): expert opinion without norms',
  ],
  [
    'Refreshers at 2, 6, 12 and 24 weeks',
    '`src/learn/memory.ts`',
    'Skills fade without feedback (issue text, d -0.30); the weeks are ours',
  ],
  [
    'Addresses of MINT and ATTC',
    '`src/learn/page-text.ts`',
    'Not opened by the authors: seen only in stored copies of these sites, up to 2023. Open each before a release',
  ],
  [
    'Address of “A Tour of Motivational Interviewing”',
    '`src/learn/page-text.ts`',
    'Not confirmed at all. Open it before a release, and remove it if the course has moved',
  ],
];
