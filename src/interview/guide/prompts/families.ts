// Evoke, per family of behaviours: the same ideas said with the target's own things.

import type { Strand } from '../../talk/talk.ts';
import type { Family } from '../families.ts';
import { type Prompt, prompts } from './prompt.ts';

const said = (name: Family, asks: Strand, id: string, text: string): readonly Prompt[] =>
  prompts({ process: 'evoke', idea: asks === 'ability' ? 'success' : 'darn', asks, families: [name] }, [[id, text]]);

/** Two or three for each family. */
export const EVOKE_FAMILIES: readonly Prompt[] = [
  ...said('tobacco', 'reason', 'tobacco-money', 'What would you do with the money you would save?'),
  ...said('tobacco', 'ability', 'tobacco-day', 'When did you last go a day without, and how?'),
  ...said('tobacco', 'desire', 'tobacco-free', 'Where would you most like to be free of it?'),
  ...said('alcohol', 'reason', 'alcohol-mornings', 'How are your mornings after an evening without a drink?'),
  ...said('alcohol', 'ability', 'alcohol-evenings', 'How do you already keep some evenings free of drinking?'),
  ...said('alcohol', 'need', 'alcohol-keep', 'What would you not want to lose to drinking?'),
  ...said('substances', 'reason', 'substances-days', 'What would more days without using give you?'),
  ...said('substances', 'ability', 'substances-safer', 'What has kept you safer so far?'),
  ...said('activity', 'desire', 'activity-good', 'When does moving your body feel good?'),
  ...said('activity', 'ability', 'activity-ten', 'Where could ten minutes of moving fit into your day?'),
  ...said('eating', 'reason', 'eating-feel', 'How do you feel on days you eat the way you like?'),
  ...said('eating', 'ability', 'eating-meal', 'Which meal would be easiest to change a little?'),
  ...said('medicines', 'reason', 'medicines-hope', 'What do you hope this medicine will do for you?'),
  ...said('medicines', 'ability', 'medicines-remember', 'What helps you on the days you do take it?'),
  ...said('asthma', 'desire', 'asthma-breath', 'What would you do more of with easier breathing?'),
  ...said('asthma', 'ability', 'asthma-good-days', 'What helps your breathing on a good day?'),
  ...said('diabetes', 'reason', 'diabetes-useful', 'What would be useful for you to know each day?'),
  ...said('diabetes', 'ability', 'diabetes-fits', 'When in your day would this fit best?'),
  ...said('heart', 'reason', 'heart-for', 'Who and what do you look after your heart for?'),
  ...said('heart', 'ability', 'heart-hardly', 'Which small change at home would you hardly notice?'),
  ...said('pain', 'desire', 'pain-again', 'What would you like to be able to do again?'),
  ...said('pain', 'ability', 'pain-better-day', 'What helps you on a better day?'),
  ...said('mood', 'desire', 'mood-back', 'What did you use to enjoy that you would like back?'),
  ...said('mood', 'ability', 'mood-lifted', 'What has lifted your day, even a little?'),
  ...said('weight', 'desire', 'weight-let', 'What would you like your body to let you do?'),
  ...said('weight', 'ability', 'weight-habit', 'Which of your habits already works well for you?'),
  ...said('sleep', 'reason', 'sleep-good-night', 'What is different for you after a good night?'),
  ...said('sleep', 'ability', 'sleep-settle', 'What has helped you settle down at night before?'),
  ...said('sexual-health', 'need', 'sex-safe', 'How much does feeling safe with a partner matter?'),
  ...said('sexual-health', 'ability', 'sex-talk', 'What would make that talk with a partner easier?'),
  ...said('gambling', 'reason', 'gambling-money', 'What would you like your money to do instead?'),
  ...said('gambling', 'ability', 'gambling-urge', 'When the urge came and passed, what helped?'),
  ...said('screens', 'desire', 'screens-hour', 'What would you do with an extra hour each evening?'),
  ...said('screens', 'ability', 'screens-away', 'When is it easy to put the screen away?'),
  ...said('prevention', 'reason', 'prevention-good', 'What good would it do you to have this done?'),
  ...said('prevention', 'ability', 'prevention-easier', 'What would make it easier to get there?'),
];
