// Lines to answer in one's own words, each with three answers from plain to deep.

import type { ToAnswer } from '../check-answer.ts';

export const TO_ANSWER: readonly ToAnswer[] = [
  {
    says: 'I’ve tried to quit six times. I guess I’m just a smoker.',
    about: 'Smoking, a man of 58',
    asks: 'reflection',
    changeWords: ['tri', 'try', 'quit', 'free', 'want', 'back', 'again', 'give', 'kept', 'care'],
    models: [
      ['You’ve tried six times to quit.', 'Simple: it repeats the part that leans to change.'],
      ['You’re worn out, and you’ve kept trying.', 'Complex: the feeling, and then the effort.'],
      ['You wonder if you have one more in you, after six times of wanting it enough to try.', 'Deeper: it hears wanting where he says “just a smoker”.'],
    ],
  },
  {
    says: 'My husband hides the bottles. Like I’m a child.',
    about: 'Alcohol, a woman of 47',
    asks: 'reflection',
    changeWords: [],
    models: [
      ['He hides them, and you feel like a child.', 'Simple: her words and her feeling.'],
      ['It’s hard to decide anything while somebody decides for you.', 'Complex: it finds the free choice in it.'],
      ['If anything changes, you want it to come from you.', 'Deeper: it says what she’d need, with no word about drinking.'],
    ],
  },
  {
    says: 'When I walk I feel better. Then it rains, and I lose a week.',
    about: 'Activity, a woman of 63',
    asks: 'reflection',
    changeWords: ['walk', 'better', 'good', 'back', 'mov', 'start'],
    models: [
      ['Rain stops you, and walking makes you feel better.', 'Simple: both halves, with change last.'],
      ['The weather has too much say in it, and you know how good a walk feels.', 'Complex: it adds what bothers her.'],
      ['A wet week takes away the thing that keeps you going, and you want it back.', 'Deeper: it says what walking has become for her.'],
    ],
  },
  {
    says: 'I don’t see why I’d tell a stranger my problems.',
    about: 'Anxiety, a man of 24',
    asks: 'question',
    changeWords: [],
    models: [
      ['What’s it like to carry them on your own?', 'It turns from the stranger to him.'],
      ['If you did talk to somebody, what would you want it to do for you?', 'It looks ahead, with an “if”.'],
      ['What has made somebody worth talking to before?', 'It asks for something that has worked.'],
    ],
  },
  {
    says: 'I checked my sugar all week. It was never good.',
    about: 'Diabetes, a man of 70',
    asks: 'reflection',
    changeWords: ['check', 'look', 'know', 'care', 'week', 'want'],
    models: [
      ['It wasn’t what you’d hoped, and you checked all week.', 'Simple: it ends on what he did.'],
      ['That’s discouraging, and you looked anyway, every day.', 'Complex: the feeling, then the effort.'],
      ['Bad news every day, and you want all that checking to lead somewhere.', 'Deeper: it hears the question inside it.'],
    ],
  },
  {
    says: 'I want to get out more. I just can’t face people.',
    about: 'Depression, a woman of 39',
    asks: 'reflection',
    changeWords: ['want', 'out', 'like', 'wish', 'people', 'miss', 'part'],
    models: [
      ['Facing people is hard, and you want to get out.', 'Simple: both halves turned around.'],
      ['Being with people costs so much now, and part of you misses it.', 'Complex: it adds the missing.'],
      ['If you didn’t have to put on a face, you’d want to be out there.', 'Deeper: it guesses at what it would take.'],
    ],
  },
  {
    says: 'My son hears me wheeze and asks if I’m going to die.',
    about: 'Asthma, a woman of 34 who smokes',
    asks: 'reflection',
    changeWords: [],
    models: [
      ['He asks if you’re going to die.', 'Simple: sometimes the plain words are enough.'],
      ['You hear the fear in his voice, and it’s yours as well.', 'Complex: it says the shared feeling.'],
      ['You’d give a lot to be able to tell him no.', 'Deeper: it finds what she wants.'],
    ],
  },
  {
    says: 'I’m only here because the judge sent me.',
    about: 'Substance use, a man of 26',
    asks: 'question',
    changeWords: [],
    models: [
      ['What would make an hour here worth something to you?', 'It gives him a say in a thing he didn’t choose.'],
      ['What would you like to be different a year from now, judge or no judge?', 'It looks past the judge to what he wants.'],
      ['How do you see it yourself, now that everybody else has had a turn?', 'It makes him the expert.'],
    ],
  },
  {
    says: 'I take the pills when I remember. Which is, you know.',
    about: 'Blood pressure, a man of 51',
    asks: 'question',
    changeWords: [],
    models: [
      ['What’s different on the days you do remember?', 'It looks for what works.'],
      ['What matters to you about taking them, if anything does?', 'It asks for his reason before the how.'],
      ['How would you want it to fit into a day like yours?', 'It leaves the method to him.'],
    ],
  },
  {
    says: 'I know I ought to lose weight, but food’s the only nice thing in my day.',
    about: 'Eating, a woman of 44',
    asks: 'reflection',
    changeWords: ['know', 'weight', 'want', 'chang', 'light', 'better', 'more', 'different', 'need', 'yourself'],
    models: [
      ['Food is the one nice thing, and you know you ought to lose weight.', 'Simple: both sides, change last.'],
      ['You wouldn’t give up your one comfort for nothing, and something in you does want it to be different.', 'Complex: it respects what food does.'],
      ['Your days have too little in them that’s nice. You’d want more of that, not less.', 'Deeper: it may be what this is about.'],
    ],
  },
];
