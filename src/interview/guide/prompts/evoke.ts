// Evoke for any target: the patient's own desire, ability, reasons and need, then mobilizing talk.

import { type Prompt, prompts } from './prompt.ts';

/** Marks the prompts that fit only a change that is still to come. */
const change = 'ahead';

/** In table order. The order on screen depends on what was heard. */
export const EVOKE: readonly Prompt[] = [
  // Preparatory strands: what the patient wants, can, gains and needs.
  ...prompts({ idea: 'darn', asks: 'desire', change }, [['desire-hope', 'What do you hope will be different?']]),
  ...prompts({ idea: 'darn', asks: 'desire' }, [
    ['desire-wish', 'If you had one wish about this, what would it be?'],
    ['desire-more', 'What would you like more of in your days?'],
  ]),
  ...prompts({ idea: 'looking-back', asks: 'desire', change }, [
    ['back-better', 'What was different when things were going better?'],
    ['back-miss', 'What from earlier days would you like back?'],
  ]),
  ...prompts({ idea: 'darn', asks: 'ability', change }, [
    ['ability-how', 'If you decided to, how could you do it?'],
    ['ability-ideas', 'What ideas do you already have about how to do it?'],
    ['ability-easiest', 'Which part would come easiest to you?'],
  ]),
  ...prompts({ idea: 'darn', asks: 'reason', change }, [
    ['reason-better', 'What would get better for you if this changed?'],
    ['reason-three', 'What are the three best reasons to do it?'],
    ['reason-notice', 'Who else would notice a change?'],
    ['reason-cost', 'What, if anything, bothers you about how things are now?'],
    ['reason-enjoy', 'What could you enjoy more if this changed?'],
  ]),
  ...prompts({ idea: 'extremes', asks: 'reason', change }, [
    ['extremes-best', "What's the best that could come from changing?"],
    ['extremes-first', 'If it all went well, what would you notice first?'],
  ]),
  ...prompts({ idea: 'darn', asks: 'need' }, [
    ['need-matter', 'Why does this matter to you now?'],
    ['need-serious', 'What feels most pressing about this?'],
  ]),
  ...prompts({ idea: 'darn', asks: 'need', change }, [
    ['need-tells', 'What, if anything, tells you something has to change?'],
  ]),
  ...prompts({ idea: 'extremes', asks: 'reason', need: 'low-importance', change }, [
    ['extremes-concern', 'What, if anything, concerns you about things staying as they are?'],
  ]),
  ...prompts({ idea: 'looking-ahead', asks: 'reason', need: 'low-importance', change }, [
    ['ahead-same', 'If nothing changes, where might you be next year?'],
  ]),
  // For one situation: a low ruler, both sides, no mobilizing talk yet, ready for a plan.
  ...prompts({ idea: 'values', asks: 'desire', need: 'low-importance' }, [
    ['values-fit', 'How does this fit with what matters most to you?'],
    ['values-person', 'What kind of parent, partner or friend do you want to be?'],
    ['values-touch', 'Which of the things you care about does this touch?'],
  ]),
  ...prompts({ idea: 'looking-ahead', asks: 'reason', need: 'low-importance' }, [
    ['ahead-five', 'How would you like life to look in five years?'],
  ]),
  ...prompts({ idea: 'looking-ahead', asks: 'reason', need: 'low-importance', change }, [
    ['ahead-changed', 'If you made this change, what would next year hold?'],
  ]),
  ...prompts({ idea: 'success', asks: 'ability', need: 'low-confidence', change }, [
    ['success-worked', 'What has worked for you before, even for a day?'],
    ['success-small', 'What small piece of this feels possible?'],
  ]),
  ...prompts({ idea: 'success', asks: 'ability', need: 'low-confidence' }, [
    ['success-easier', 'What helped at a time when this was easier?'],
    ['success-strengths', 'What strengths have carried you through other hard things?'],
    ['success-proud', "What hard thing have you done that you're proud of?"],
    ['success-helped', 'Who has helped you before?'],
    ['success-stem', "You've done hard things before, such as…"],
  ]),
  ...prompts({ idea: 'both-sides', need: 'both-sides', change }, [
    ['both-part', 'Part of you would leave things alone, and part…'],
    ['both-notice', 'It suits you for now, and you also notice…'],
    ['both-except', 'Things are all right as they are, except perhaps…'],
  ]),
  ...prompts({ idea: 'autonomy', need: 'both-sides' }, [['both-yours', "It's yours to decide, so for now…"]]),
  ...prompts({ idea: 'mobilizing', asks: 'activation', need: 'mobilize', change }, [
    ['move-ready', 'What are you ready to try, if anything?'],
  ]),
  ...prompts({ idea: 'mobilizing', asks: 'activation', need: 'mobilize' }, [
    ['move-week', 'What would you be willing to do this week?'],
  ]),
  ...prompts({ idea: 'mobilizing', asks: 'taking-steps', need: 'mobilize', change }, [
    ['move-already', 'What have you already done, however small?'],
    ['move-started', 'What, if anything, have you started since you began thinking about it?'],
  ]),
  ...prompts({ idea: 'mobilizing', asks: 'commitment', need: 'mobilize' }, [
    ['move-promise', 'What do you intend to do, if anything?'],
    ['move-will', "After all this, what do you think you'll do?"],
  ]),
  ...prompts({ idea: 'bridge', need: 'ready' }, [
    ['ready-heard', "Here's what I've heard so far…"],
    ['ready-leave', 'Where does all this leave you?'],
    ['ready-way', 'What would be a good way to go from here?'],
  ]),
  // Asks for more. Fits after anything the patient said.
  ...prompts({ idea: 'elaborating' }, [
    ['more-else', 'What else?'],
    ['more-example', 'What was it like the last time that happened?'],
    ['more-way', 'In what way is that important to you?'],
  ]),
];
