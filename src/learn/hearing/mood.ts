// Lines about depression and anxiety.

import type { HearingSet } from '../marks.ts';

export const DEPRESSION_LINES: HearingSet = {
  id: 'depression',
  title: 'Depression',
  change: 'do one thing you enjoy each week',
  lines: [
    ['I miss singing. I’d like to hear the choir again, even from the back.', '+D', '“I’d like” is desire.'],
    ['I just don’t have the energy.', '-A', 'No energy means “I can’t”: ability, sustain.'],
    ['When I garden, I sleep that night.', '+R', 'A benefit they’ve noticed: a reason.'],
    ['What’s the point?', '-O', 'It leans away from change and fits no strand. Ask about safety, too.'],
    ['I walked to the corner and back yesterday.', '+T', 'A recent act toward it: taking steps.'],
    ['My sister comes by on Tuesdays.', '0', 'A fact.'],
    ['I can’t keep going like this.', { '+N': 7, '+O': 3 }, 'It must change: need to most. Ask what “going” means here, since it may be about safety.'],
    ['I could sit with them for one coffee.', '+A', '“I could”, at a size they chose: ability.'],
    ['Being home is easier. Nobody asks how I am.', '-R', 'What staying home gives: a reason.'],
    ['I’m going to say yes the next time she asks.', '+C', '“I’m going to” is commitment.'],
    ['I’d be up for something short.', '+V', '“Up for” is activation.'],
    ['I used to dance. That was another person.', { '-O': 4, '+A': 3, '0': 3 }, 'Loss to some, a skill to others, and a plain fact to the rest. Reflect it and see.'],
    ['I don’t feel like seeing anyone.', '-D', 'Not wanting to: desire, sustain.'],
    ['I want to, and I know I won’t.', '+D -C', 'A wish, and then “I won’t”: commitment, on the sustain side. Two marks.'],
    ['My kids deserve a mom who gets up.', '+R', 'What change would do for them: a reason.'],
    ['The medicine makes my mouth dry.', '0', 'Worth knowing, and about something else than the change in question.'],
  ],
};

export const ANXIETY_LINES: HearingSet = {
  id: 'anxiety',
  title: 'Anxiety',
  change: 'start therapy',
  lines: [
    ['I’m sick of planning my life around elevators.', '+R', 'A cost of how it is: a reason.'],
    ['I’d die before I told a stranger that.', { '-C': 5, '-A': 3, '-D': 2 }, 'It’s a figure of speech, on the sustain side. Won’t, can’t or don’t want to? Raters differ.'],
    ['I want to fly to my brother’s wedding.', '+D', '“I want” is desire.'],
    ['I saved the number in my phone.', '+T', 'A recent act: taking steps.'],
    ['I’ve handled it for ten years.', { '-R': 4, '-O': 3, '0': 3 }, 'A reason to go on alone, pride, or a fact. The tone would tell. It isn’t ability: that would be “I can’t go”.'],
    ['I have to do something before school starts.', { '+N': 8, '+R': 2 }, '“I have to” is need. If school is why, some hear a reason.'],
    ['I’ll write to them tonight.', '+C', '“I’ll” with a time is commitment.'],
    ['I couldn’t sit there and cry in front of someone.', '-A', '“I couldn’t” is ability, sustain.'],
    ['If it were by video, I’d be willing.', '+V', '“Willing” on a condition is still activation.'],
    ['My heart goes about a hundred and forty.', '0', 'A symptom.'],
    ['I talked to the counselor at work once, and it helped.', { '+A': 4, '+R': 6 }, 'It helped: a reason to most. She could do it: ability to some.'],
    ['It’s just how our family is.', '-O', 'It favors staying the same and fits no strand.'],
    ['Therapy’s for people with real problems.', { '-R': 6, '-O': 4 }, 'A reason it isn’t for them, to most. Four in ten hear the problem played down, which fits no strand.'],
    ['I know I need help, but I’ve got no time.', '+N -R', 'Need on one side, and a reason on the other.'],
    ['I’d feel lighter if one person knew.', '+R', 'What change would bring: a reason.'],
    ['Do you think I’m crazy?', '0', 'A question about you and them. It wants an answer, and no mark.'],
  ],
};
