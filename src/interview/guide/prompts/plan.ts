// Plan: a concrete step the patient owns, or the door left open. Both endings have their own questions.

import { KEY_QUESTION, KEY_QUESTION_KEEPING } from '../recap.ts';
import { type Prompt, type PromptedPart, prompts } from './prompt.ts';

type Rows = readonly (readonly [id: string, text: string])[];
const part = (fills: PromptedPart, ...rows: Rows): readonly Prompt[] => prompts({ idea: 'worksheet', fills }, rows);

/** The most useful parts first: first step and follow-up, then the rest. */
export const PLAN: readonly Prompt[] = [
  ...prompts({ idea: 'summary', fills: 'change' }, [['plan-missed', 'What did I miss in what you told me?']]),
  ...prompts({ idea: 'key-question', fills: 'change', change: 'ahead' }, [['plan-next', KEY_QUESTION]]),
  ...prompts({ idea: 'key-question', fills: 'change', change: 'made' }, [['plan-next-keep', KEY_QUESTION_KEEPING]]),
  ...prompts({ idea: 'key-question', fills: 'change' }, [['plan-might', 'What do you think you might do?']]),
  ...prompts({ idea: 'menu', fills: 'firstStep' }, [['plan-menu', 'Which of these ideas suits you best, if any?']]),
  ...prompts({ idea: 'worksheet', fills: 'firstStep', change: 'ahead' }, [
    ['plan-first', 'What would be a good first step?'],
    ['plan-when', 'When would you like to start?'],
  ]),
  ...prompts({ idea: 'worksheet', fills: 'firstStep', change: 'made' }, [
    ['plan-keep', 'What would be a good next step to keep this going?'],
  ]),
  ...part('followUp', ['plan-again', 'When would you like to talk again?']),
  ...part('supports', ['plan-who', 'Who could help you with this?']),
  ...part('barriers', ['plan-way', 'What could get in the way?']),
  ...part('ifThens', ['plan-then', 'If that happens, what will you do?']),
  ...part('confidence', ['plan-sure', 'From 0 to 10, how sure are you of this step?']),
  ...prompts({ idea: 'worksheet', need: 'low-confidence', fills: 'firstStep' }, [
    ['plan-smaller', 'What step is small enough to feel sure about?'],
  ]),
  ...part('commitment', ['plan-words', 'How would you put your decision in your own words?']),
  ...part('signWorking', ['plan-sign', "How will you know it's working?"]),
  ...part('ifNotWorking', ['plan-fallback', "If it doesn't go to plan, what might you try?"]),
  ...part('referral', ['plan-refer', 'Who else, if anyone, would you like to see about this?']),
  ...prompts({ idea: 'teach-back' }, [['plan-home', 'What are you taking home from our talk today?']]),
  ...prompts({ idea: 'door-open', need: 'door-open' }, [
    ['open-leave', 'Would it be OK if I asked again sometime?'],
    ['open-worth', 'What would make it worth talking about again?'],
  ]),
  ...prompts({ idea: 'door-open', need: 'door-open', change: 'ahead' }, [
    ['open-sign', 'What would tell you the time is right?'],
  ]),
  ...prompts({ idea: 'door-open', need: 'door-open' }, [['open-door', 'The door stays open, and you decide when…']]),
];
