// Evoke prompts by behavior: the same ideas with the details of the topic. Families are too broad for this: nobody asks
// about money saved by a smoke-free home.

import type { Strand } from '../../talk/talk.ts';
import { type Prompt, prompts } from './prompt.ts';

type Row = (keys: string, asks: Strand, id: string, text: string) => readonly Prompt[];

/** `keys` are the behaviors it fits, separated by spaces. `change` is what it presupposes. */
const row =
  (change?: Prompt['change']): Row =>
  (keys, asks, id, text) => {
    const idea = asks === 'ability' ? 'success' : 'darn';
    return prompts({ idea, asks, behaviors: keys.split(' '), ...(change && { change }) }, [[id, text]]);
  };
const [said, ahead, made] = [row(), row('ahead'), row('made')];

/** Two or more for each behavior, of two strands. Prompts for any topic follow them. */
export const EVOKE_BEHAVIORS: readonly Prompt[] = [
  ...ahead('smoking vaping', 'reason', 'tobacco-money', "What would you do with the money you'd save?"),
  ...ahead('smoking vaping', 'ability', 'tobacco-while', 'Tell me about a time you went a while without…'),
  ...ahead('smoking vaping', 'desire', 'tobacco-free', 'What would it be like to need it less?'),
  ...made('smoking vaping', 'reason', 'tobacco-now', "What's better about being free of it?"),
  ...ahead('smoke-free-home', 'reason', 'home-air', 'What would a smoke-free home mean for people living there?'),
  ...ahead('smoke-free-home', 'ability', 'home-rooms', 'What would make one room easy to keep smoke-free?'),
  ...ahead('alcohol', 'reason', 'alcohol-mornings', 'How are your mornings after an evening without a drink?'),
  ...ahead('alcohol', 'ability', 'alcohol-evenings', "What's different on the evenings you drink less?"),
  ...said('alcohol', 'desire', 'alcohol-protect', 'What do you most want to protect?'),
  ...made('alcohol', 'reason', 'alcohol-now', 'What are your mornings like these days?'),
  ...ahead('cannabis other-substances', 'reason', 'substances-days', 'What would more days without it give you?'),
  ...ahead('cannabis other-substances', 'ability', 'substances-less', "What's different on the days you use less?"),
  ...made('cannabis other-substances', 'reason', 'substances-now', 'What do your days have room for now?'),
  ...ahead('safer-use', 'reason', 'safer-worry', 'What, if anything, concerns you about how you use?'),
  ...said('safer-use', 'ability', 'safer-so-far', 'What has kept you safer so far?'),
  ...ahead('substance-treatment', 'desire', 'treatment-hope', 'What would you hope to get from treatment?'),
  ...ahead('substance-treatment', 'ability', 'treatment-fit', 'What would make treatment fit your life?'),
  ...made('substance-treatment', 'reason', 'treatment-now', 'What has treatment given you so far?'),
  ...said('activity walking strength', 'reason', 'activity-good', 'When does moving your body feel good?'),
  ...said('activity walking strength', 'ability', 'activity-suit', 'What kinds of moving already suit you?'),
  ...said('regular-meals', 'reason', 'meals-feel', 'How do you feel on days you eat at regular times?'),
  ...ahead('regular-meals', 'ability', 'meals-easiest', 'Which meal would be easiest to have on time?'),
  ...ahead('sweet-drinks', 'reason', 'drinks-notice', 'What have you noticed on days with fewer sweet drinks?'),
  ...said('sweet-drinks', 'ability', 'drinks-already', "Which drinks that aren't sweet do you enjoy?"),
  ...said('salt', 'reason', 'salt-notice', 'What have you noticed on days you eat with less salt?'),
  ...said('salt', 'ability', 'salt-already', 'Which foods do you enjoy with less salt?'),
  ...said('vegetables', 'desire', 'vegetables-like', 'Which vegetables do you enjoy most?'),
  ...ahead('vegetables', 'ability', 'vegetables-meal', 'Which meal would be easiest to add to?'),
  ...said('taking-medicines', 'reason', 'medicines-hope', 'What do you hope these medicines will do for you?'),
  ...said('taking-medicines', 'ability', 'medicines-before', 'What has helped you take medicines before?'),
  ...ahead('refills', 'reason', 'refills-mean', 'What would it mean never to run out?'),
  ...said('refills', 'ability', 'refills-smooth', 'What helped when a refill went smoothly?'),
  ...said(
    'side-effects',
    'reason',
    'effects-bother',
    'What, if anything, bothers you about how the medicine makes you feel?',
  ),
  ...ahead('side-effects', 'ability', 'effects-easier', 'What would make it easier to bring up?'),
  ...ahead('preventer action-plan', 'desire', 'breath-more', 'What would you do more of with easier breathing?'),
  ...said('preventer action-plan', 'ability', 'breath-good', 'What helps your breathing on a good day?'),
  ...ahead('triggers', 'reason', 'triggers-know', 'How would it help to know what sets it off?'),
  ...said('triggers', 'ability', 'triggers-noticed', 'What have you noticed already about what sets it off?'),
  ...said('glucose', 'reason', 'glucose-tell', 'What would you like your readings to tell you?'),
  ...ahead('glucose', 'ability', 'glucose-easier', 'What would make checking easier?'),
  ...said('foot-check', 'reason', 'feet-for', 'What do you want your feet to keep doing for you?'),
  ...ahead('foot-check', 'ability', 'feet-easier', 'What would make looking at your feet easier?'),
  ...said('insulin-meals', 'reason', 'insulin-hope', 'What do you hope insulin will do for you?'),
  ...ahead('insulin-meals', 'ability', 'insulin-meal', 'What would make it easier to take insulin with meals?'),
  ...said('home-readings', 'reason', 'heart-for', 'Who do you want to stay well for?'),
  ...said('home-readings', 'ability', 'readings-easiest', 'When is taking a reading easiest at home?'),
  ...said('salt', 'desire', 'salt-for', 'What would you like to stay well for?'),
  ...said('pacing', 'desire', 'pain-again', 'What would you like to be able to do again?'),
  ...said('pacing', 'ability', 'pain-better-day', 'What helps you on a better day?'),
  ...ahead('valued-activity', 'desire', 'mood-back', "What did you use to enjoy that you'd like back?"),
  ...said('valued-activity', 'ability', 'mood-lifted', 'What has lifted your day, even a little?'),
  ...ahead('therapy', 'desire', 'therapy-hope', 'What would you hope to get from talking with someone?'),
  ...ahead('therapy', 'ability', 'therapy-easier', 'What would make it easier to go?'),
  ...said('facing-fears', 'desire', 'fears-do', 'What would you do if the fear were smaller?'),
  ...said('facing-fears', 'ability', 'fears-faced', 'What have you faced before that felt hard at first?'),
  ...ahead('worry-time', 'reason', 'worry-room', 'What would you have room for with less worry?'),
  ...said('worry-time', 'ability', 'worry-aside', 'When have you been able to set a worry aside?'),
  ...said('grounding', 'reason', 'calm-like', "What's it like when your body feels calm?"),
  ...said('grounding', 'ability', 'calm-helps', 'What has helped you settle, even for a minute?'),
  ...said('weight', 'desire', 'weight-easily', 'What would you like to do more easily?'),
  ...said('weight', 'ability', 'weight-habits', 'Which of your habits already work well for you?'),
  ...said('sleep', 'reason', 'sleep-good-night', "What's different for you after a good night?"),
  ...said('sleep', 'ability', 'sleep-settle', 'What has helped you settle down at night before?'),
  ...said('safer-sex', 'reason', 'sex-safe', 'What does feeling safe with a partner mean to you?'),
  ...ahead('safer-sex', 'ability', 'sex-talk', 'What would make it easier to talk about with a partner?'),
  ...ahead('gambling', 'reason', 'gambling-money', 'What would you like your money to do instead?'),
  ...said('gambling', 'ability', 'gambling-urge', 'When the urge came and passed, what helped?'),
  ...ahead('screen-time', 'desire', 'screens-hour', 'What would you do with an extra hour each evening?'),
  ...said('screen-time', 'ability', 'screens-away', 'When is it easy to put the screen away?'),
  ...said('appointments', 'reason', 'visits-get', 'What would you like to get from these visits?'),
  ...ahead('appointments', 'ability', 'visits-easier', 'What would make it easier to get here?'),
  ...ahead('screening-test vaccination', 'reason', 'prevention-get', 'What might you get out of having it done?'),
  ...ahead('screening-test vaccination', 'ability', 'prevention-easier', 'What would make it easier to have it done?'),
  ...said('dental-care', 'reason', 'teeth-like', 'What would you like for your teeth and mouth?'),
  ...said('dental-care', 'ability', 'teeth-already', 'What do you already do for your teeth?'),
];
