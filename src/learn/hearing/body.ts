// Lines about diabetes, asthma, activity, medicines and eating.

import type { HearingSet } from '../marks.ts';

export const DIABETES_LINES: HearingSet = {
  id: 'diabetes',
  title: 'Diabetes',
  change: 'check glucose and act on it',
  lines: [
    ['My sugars are better on the days I walk.', '+R', 'A benefit they’ve seen: a reason.'],
    ['I hate needles.', { '-R': 6, '-D': 4 }, 'A reason against to most, a dislike to others.'],
    ['I managed it when I was pregnant, four times a day.', '+A', 'Past success is ability.'],
    ['I want to have both my feet at eighty.', '+D', 'A wish: desire.'],
    ['It was two hundred and ten this morning.', '0', 'A number. What they make of it would be talk.'],
    ['I should really look at it more.', '+N', '“Should” is need, said softly.'],
    ['I wrote them all down this week.', '+T', 'A recent act: taking steps.'],
    ['The meter just makes me feel bad.', '-R', 'A cost of checking: a reason against.'],
    ['I’m going to keep it next to the coffee.', '+C', '“I’m going to”, with a place: commitment.'],
    ['I can’t do it at work. I’d be fired for stopping the line.', '-A -R', '“I can’t” is ability, and being fired is a reason. Either mark is good, and so are both.'],
    ['I’d try one of those sensors.', { '+V': 7, '+D': 3 }, 'Willing to try: activation to most. Three in ten hear a wish.'],
    ['My uncle lost his leg, and he checked every day.', { '-R': 6, '0': 4 }, 'It argues that checking doesn’t help. To four in ten it’s a story until they say so.'],
    ['I’m worried about my eyes.', '+R', 'A concern that change would serve: a reason.'],
    ['I like my rice. My mother made it, and I’ll make it.', { '-D': 6, '-C': 4 }, 'If rice is part of acting on the numbers, it’s desire to most. “I’ll make it” is a promise to some.'],
    ['I take the long one at night.', '0', 'A fact about insulin.'],
    ['I know what to do. I just don’t do it.', '+A -O', 'Able on one side. On the other, something no strand catches: other. “Not sure” is a full answer there.'],
  ],
};

export const ASTHMA_LINES: HearingSet = {
  id: 'asthma',
  title: 'Asthma',
  change: 'use the controller inhaler each day',
  lines: [
    ['I don’t want another night in that ER.', { '+R': 6, '+D': 4 }, 'What they want to avoid is a reason to most. “Don’t want” makes four in ten say desire.'],
    ['I feel fine, so why take it?', '-R', 'Feeling fine is a reason against.'],
    ['When I took it all summer, I ran every day.', { '+R': 7, '+A': 3 }, 'A benefit they noticed is a reason to most. They did it all summer, so some hear ability.'],
    ['I put it by my toothbrush on Monday.', '+T', 'A recent act: taking steps.'],
    ['I keep forgetting.', { '-A': 7, '0': 3 }, '“I can’t manage to” for most. A plain fact to some.'],
    ['I can do two puffs. That’s nothing.', '+A', '“I can” is ability.'],
    ['I wish I could sleep with the window open.', '+D', '“I wish” is desire.'],
    ['It’s the purple one, I think.', '0', 'A fact.'],
    ['Steroids scare me.', '-R', 'A fear about the change: a reason against.'],
    ['I’ve got to get this under control before winter.', { '+N': 8, '+R': 2 }, '“I’ve got to” is need. If winter is why, some hear a reason.'],
    ['I’ll set my phone for seven and seven.', '+C', '“I’ll” with times: commitment.'],
    ['I’m not taking that in front of the team.', '-C', 'A promise not to: commitment, on the sustain side.'],
    ['I’d do it if my mom quit asking.', '+V', 'Ready on a condition: activation.'],
    ['It tastes bad, and I’d still take that over wheezing.', '-R +D', 'A cost of the change, and then the preference for it. Two marks.'],
    ['My cat sleeps on my bed.', { '0': 8, '-O': 2 }, 'If the change were the cat, it’d matter. For the inhaler, it’s a fact.'],
    ['Mom says I have to.', { '0': 7, '+N': 3 }, 'Her need, not the speaker’s. Most would ask what they think.'],
  ],
};

export const ACTIVITY_LINES: HearingSet = {
  id: 'activity',
  title: 'Moving more',
  change: 'walk three days a week',
  lines: [
    ['I’d like to keep up with my grandkids at the zoo.', '+D', '“I’d like” is desire.'],
    ['My knees hurt when I walk.', '-R', 'A cost of walking: a reason against.'],
    ['I could walk instead of taking the bus twice a week.', '+A', '“I could” is ability.'],
    ['I’m a different person after a walk.', '+R', 'A benefit: a reason.'],
    ['We live on a hill.', { '0': 7, '-R': 3 }, 'A fact, unless the hill is why not.'],
    ['I’ve been parking at the far end of the lot.', '+T', 'A recent act: taking steps.'],
    ['It’s not safe on our street after dark.', '-R', 'A reason against, and a real one. In a plan it’d be a barrier.'],
    ['I’ll do Monday, Wednesday and Friday at lunch.', '+C', '“I’ll” with days: commitment.'],
    ['I’ve never been the athletic type.', { '-A': 6, '-O': 4 }, '“I’m not able” in other words to most: ability, sustain. Four in ten hear who they think they are, which fits no strand.'],
    ['I need to do this for my back.', { '+N': 6, '+R': 4 }, '“I need to” is need. Since the why is given, some say reason.'],
    ['I’m ready to dust off the bike.', '+V', '“Ready to” is activation.'],
    ['I hate gyms.', { '-D': 5, '0': 5 }, 'Walking isn’t a gym. Half hear dislike of moving, half hear nothing about this change.'],
    ['I’d walk more, only there’s nobody to go with.', '+V -R', 'Willing, if there were company, and a reason it doesn’t happen. Two marks.'],
    ['The doctor says thirty minutes.', '0', 'Somebody else’s number.'],
    ['I like my couch, thank you.', '-D', 'Desire to stay as is, with a smile.'],
    ['I got the shoes. They’re still in the box.', { '+T': 7, '-O': 3 }, 'Buying shoes is a step. The box makes three in ten hear the other side.'],
  ],
};

export const MEDICINE_LINES: HearingSet = {
  id: 'medicines',
  title: 'Medicines and eating',
  change: 'take the blood pressure pills daily and eat less salt',
  lines: [
    ['I bought a pill box this week.', '+T', 'A recent act: taking steps.'],
    ['I don’t want a stroke like my mother.', { '+R': 6, '+D': 4 }, 'What they want to avoid is a reason to most. “Don’t want” makes four in ten say desire.'],
    ['The pills make me dizzy.', '-R', 'A cost of taking them: a reason, and something to look into.'],
    ['I’ll take it with breakfast.', '+C', '“I’ll” with a time: commitment.'],
    ['I’d like to feel I’m doing something about it.', '+D', '“I’d like” is desire.'],
    ['Food without salt isn’t food.', { '-D': 6, '-R': 4 }, 'Liking salt is desire to most. Others hear a cost of the change.'],
    ['I’ve cooked without it before. Lemon does a lot.', '+A', 'They’ve done it, and know how: ability.'],
    ['I take one white and one pink.', '0', 'A fact.'],
    ['I can’t afford both refills.', '-A', '“I can’t” is ability. It’s also something you can help with.'],
    ['It’s got to come down before the surgery.', { '+N': 8, '+R': 2 }, '“It’s got to” is need. If the surgery is why, some hear a reason.'],
    ['I’m prepared to try it for a month.', '+V', '“Prepared to” is activation.'],
    ['I don’t feel any different, with or without.', { '-R': 7, '0': 3 }, 'No felt benefit: a reason against for most.'],
    ['I skip it on the road, and I know it shows.', { '-T': 4, '+O': 3, '+R': 3 }, 'Three good readings: what they do, what they see, and what it costs.'],
    ['My husband does the cooking.', '0', 'A fact, and maybe a helper.'],
    ['I want to, I’m just so bad at remembering.', '+D -A', 'A wish, and doubt that they can.'],
    ['Once I feel better I’ll stop taking it.', '-C', '“I’ll stop” is commitment, on the sustain side.'],
  ],
};
