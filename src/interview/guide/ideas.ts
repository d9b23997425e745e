// The sources of the ideas behind prompts, menus and cues. The wording is always our own.

const TIP = 'TIP 35 (SAMHSA 2019), chapter 3';
const own = (idea: string, where: string): string => `${idea}. Idea: ${where}. Own words.`;

/** The source of a text by its idea, as printed in docs/content.md. */
export const IDEAS = {
  invitation: own('Open question', TIP),
  affirmation: own('Affirmation', TIP),
  reflection: own('Reflection stem', TIP),
  summary: own('Summary', TIP),
  agenda: own('Agenda mapping', TIP),
  permission: own('Asking permission', TIP),
  direction: own('Agreeing on a direction', TIP),
  autonomy: own('Emphasizing choice', TIP),
  darn: own('Evocative question (DARN)', TIP),
  elaborating: own('Asking for more', TIP),
  'looking-back': own('Looking back', TIP),
  'looking-ahead': own('Looking ahead', TIP),
  extremes: own('Querying extremes', TIP),
  values: own('Goals and values', TIP),
  success: own('Past success and strengths', TIP),
  'both-sides': own('Double-sided reflection', TIP),
  mobilizing: own('Mobilizing talk (commitment, activation, taking steps)', TIP),
  bridge: own('Recapitulation before planning', TIP),
  'key-question': own('Key question', TIP),
  menu: own('Menu of options', 'FRAMES; TIP 35 (SAMHSA 2019), chapter 2'),
  worksheet: own('Change plan', 'change-plan worksheet (motivationalinterviewing.org)'),
  'teach-back': own('Teach-back', 'AHRQ health literacy toolkit'),
  'door-open': own('Leaving the door open', 'common teaching, unverified against the textbook'),
} as const;
export type Idea = keyof typeof IDEAS;
