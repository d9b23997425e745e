// Alcohol: the one that goes wrong at the start, and can be mended.

import type { Case } from '../case.ts';

export const ALCOHOL: Case = {
  id: 'alcohol',
  title: 'Dana, after a bad start',
  setting: 'Dana is 38, a line cook, and in the emergency room with a sprained wrist. It’s morning, and she’s sober. A colleague has just lectured her about drinking, and you walk in.',
  change: 'drink less on work nights',
  rulers: {
    importance: { at: 6, says: 'Because I need this wrist. No wrist, no knife, no rent.', marks: '+R', why: 'A specific cost: a reason. “Need” here is about the wrist, not the change.' },
    confidence: { at: 4, says: 'Mondays I don’t drink, because the bar’s closed. So I can, when it’s not in front of me.', marks: '+A', why: '“I can” with an example is ability.' },
    readiness: { at: 4, says: 'I’m not a zero. I poured out half a bottle last week, for what that’s worth.', marks: '+T', why: 'A recent act toward change is taking steps.' },
  },
  turns: {
    start: {
      says: 'If you’re here to tell me I’m an alcoholic, your friend already did. I fell. People fall.',
      marks: { '0': 6, '-O': 4 },
      why: 'Most of this is anger at being labeled: discord, which isn’t marked. Some hear “people fall” as making light of drinking.',
      choices: [
        ['repair', 'That sounds like it hurt. I’m sorry that happened here. I’d like to start over, if you’re willing.', 'start-over', 'Owning what the place did, and asking, begins to mend it.'],
        ['complex-reflection', 'You came in with a wrist, and got a label.', 'start-over', 'It shows you see it from her side.'],
        ['confrontation', 'Your blood alcohol was twice the limit, Dana.', 'numbers', 'The number may be right. Now it’s a weapon.'],
      ],
    },
    numbers: {
      says: 'So? I was off work. I like a drink after a shift. Everybody in a kitchen does.',
      marks: '-D -O',
      why: '“I like” is desire to keep it. “Everybody does” favors staying the same, and fits no strand.',
      choices: [
        ['repair', 'I led with a number, and you’re sitting here in pain. Let me try that again.', 'start-over', 'It’s never too late to step back.'],
        ['simple-reflection', 'A drink after a shift is part of kitchen life.', 'kitchen', 'It reflects her side with no “but” at the end.'],
        ['persuasion', 'Everybody doesn’t end up in the emergency room.', 'walls-up', 'A clever answer wins the point and loses the person.'],
      ],
    },
    'walls-up': {
      says: 'Wow. OK. Are we done? Can I get my splint?',
      marks: '0',
      why: 'She’s closing the conversation. That’s discord, and it isn’t marked.',
      choices: [
        ['repair', 'That was a cheap shot, and I’m sorry. Splint first. Then I’ll listen, only if you want.', 'splint', 'An apology without a “but”, help first, and the choice is hers.'],
        ['autonomy', 'We can be done. It’s up to you.', 'splint', 'Meaning it lowers the wall more than any reason could.'],
        ['confrontation', 'Walking away is how people lose their jobs over this.', 'gone', 'It threatens a person who’s already hurt.'],
      ],
    },
    splint: {
      says: 'I’ll take the splint. … You’re not going to write down that I’m a drunk?',
      marks: '0',
      why: 'A worry about the record. It’s about trust.',
      choices: [
        ['information', 'No. I’d write what you say, in your words, and you could read it. What would you want it to say?', 'kitchen', 'It answers plainly and asks her view.'],
        ['complex-reflection', 'You don’t want one night to be who you are on paper.', 'kitchen', 'It names the fear under the question.'],
        ['persuasion', 'That depends on what you tell me.', 'gone', 'It sounds like a trade, and she has nothing to gain.'],
      ],
    },
    'start-over': {
      says: 'OK. Start over, then. What do you want to know?',
      marks: '0',
      why: 'She’s giving you another chance. Nothing leans either way yet.',
      choices: [
        ['open-question', 'What’s this wrist going to mean for you?', 'wrist', 'It asks about her life, and her reasons may be there.'],
        ['open-question', 'Tell me about last night, as far as you’d like to.', 'last-night', 'It invites, and leaves the limit to her.'],
        ['closed-question', 'How many drinks did you have?', 'count', 'It’s the question she was waiting for, and not in a good way.'],
      ],
    },
    count: {
      says: 'Four. Five. I don’t know. I wasn’t keeping a tally.',
      marks: '0',
      why: 'A fact, said shortly.',
      choices: [
        ['complex-reflection', 'Counting isn’t what a night out is for.', 'kitchen', 'It joins her, where another question would press.'],
        ['open-question', 'What was the night like before you fell?', 'last-night', 'It moves from numbers to her story.'],
        ['persuasion', 'Over three is binge drinking for a woman.', 'numbers-2', 'A label by another name.'],
      ],
    },
    'numbers-2': {
      says: 'See, that’s the lecture. I can handle my drinks. I’ve never missed a shift.',
      marks: { '-R': 5, '-O': 5 },
      why: 'She makes a case for no change: a reason to some, no strand to others. It isn’t ability, which would be “I can’t cut back”.',
      choices: [
        ['affirmation', 'Never missed a shift. People can count on you.', 'wrist', 'It hears the pride in it, and that pride is a strength.'],
        ['repair', 'I slid into the lecture. Sorry. What matters to you here?', 'wrist', 'It names the slide and turns back to her.'],
        ['confrontation', 'You’ll miss one now, won’t you?', 'gone', 'It wounds her where she’s proud.'],
      ],
    },
    kitchen: {
      says: 'Drinking’s how we come down. You get off at midnight, you’re wired, you can’t just go to bed. I need it to sleep.',
      marks: '-R -N',
      why: 'How they come down is a reason to drink. “I need it” is need. Marking one of them is fine too.',
      choices: [
        ['complex-reflection', 'At midnight your body’s still at work, and drink is the off switch you know.', 'off-switch', 'It understands what it’s for. “You know” leaves room for others.'],
        ['open-question', 'How well does it do that job?', 'off-switch', 'It asks her to judge it, so you don’t have to.'],
        ['advice', 'Alcohol makes sleep worse, actually.', 'numbers-2', 'Right, and not asked for.'],
      ],
    },
    'last-night': {
      says: 'Slow night, we got out early, somebody bought a round. Then I’m on the curb and my hand’s the wrong way. It scared me, honestly.',
      marks: '+R',
      why: 'Being scared by what happened is a cost, so a reason.',
      choices: [
        ['complex-reflection', 'One minute it’s a round with friends. The next you’re scared for your hand.', 'wrist', 'It slows down at the fear, and stays there.'],
        ['open-question', 'What scared you most?', 'wrist', 'It asks for more of the reason she just gave.'],
        ['early-plan', 'So let’s make a plan for nights like that.', 'not-there', 'She has said one true thing. She isn’t planning yet.'],
      ],
    },
    wrist: {
      says: 'I’m a cook. My hands are what I’ve got. If I’d broken it, I’d be out of work till spring. I can’t have that.',
      marks: '+R +N',
      why: 'Losing work is a reason. “I can’t have that” means it must not happen: most raters hear need.',
      choices: [
        ['complex-reflection', 'Your hands are your whole living, and last night came too close.', 'too-close', 'It brings the two together, and she can feel them.'],
        ['affirmation', 'You’ve built something with those hands, and you want to protect it.', 'too-close', 'It names what she values.'],
        ['persuasion', 'Exactly, so you have to cut down.', 'not-there', 'She was making the case. You took it from her.'],
      ],
    },
    'off-switch': {
      says: 'It knocks me out. Then I’m up at four with my heart going. So, not that great a job, I guess.',
      marks: '+R',
      why: 'She finds the fault in it herself: a reason.',
      choices: [
        ['complex-reflection', 'It sells you sleep and takes it back at four.', 'too-close', 'A picture can say it better than a fact.'],
        ['simple-reflection', 'Not that great a job.', 'too-close', 'Her own words, given back, with the right weight.'],
        ['advice', 'Have a chamomile tea instead.', 'tea', 'A small tip can shrink a big moment.'],
      ],
    },
    tea: {
      says: 'Tea. At midnight. With the whole line at the bar. Sure.',
      marks: { '-R': 6, '0': 4 },
      why: 'Most hear that it would cost her the company: a reason, sideways. Four in ten hear only her annoyance with the tip.',
      choices: [
        ['repair', 'OK, that was a miss. It’s the people as much as the drink.', 'too-close', 'A light apology and a good guess.'],
        ['open-question', 'What would it take for a night like that to end well?', 'too-close', 'It gives the problem to the expert on her life.'],
      ],
    },
    'not-there': {
      says: 'I’m not there. I’m just telling you what happened.',
      marks: '-V',
      why: '“Not there” is not ready: activation, on the sustain side.',
      choices: [
        ['repair', 'You are, and I’m glad you’re telling me. What was the worst of it?', 'wrist', 'It drops the plan and returns to her story.'],
        ['simple-reflection', 'You’re just telling me what happened.', 'too-close', 'It shows that you heard “slow down”.'],
        ['early-plan', 'It doesn’t hurt to have one, though.', 'walls-up-2', 'She said no. This says it doesn’t count.'],
      ],
    },
    'walls-up-2': {
      says: 'OK, that’s enough. Could somebody get my papers, please?',
      marks: '0',
      why: 'Discord: she’s asking for distance. Nothing to mark.',
      choices: [
        ['repair', 'I pushed. I’m sorry. I’ll get your papers, and we’ll leave it there unless you’d like more.', 'door', 'A good ending can be one sentence.'],
        ['confrontation', 'You’re avoiding this.', 'gone', 'A label for what you don’t like to hear.'],
      ],
    },
    'too-close': {
      says: 'I don’t want to quit. I like my friends. I’d just like to wake up and not do that math about what I said.',
      marks: '-D +D',
      why: 'Both sides in one breath: she doesn’t want to quit, and she’d like to wake up clear. That’s two marks.',
      choices: [
        ['complex-reflection', 'Quitting isn’t what you want. Keeping your friends and waking up clear is.', 'less', 'It gives both sides, with change last.'],
        ['open-question', 'What would “less” look like, if you liked it?', 'less', 'It asks about her kind of change.'],
        ['persuasion', 'Maybe those friends aren’t good for you.', 'walls-up-2', 'It attacks what she values, and she’ll defend it.'],
      ],
    },
    less: {
      says: 'I could do my two and go. I’ve done it. When my mom stayed with me I did it for a month.',
      marks: '+A',
      why: '“I could” and a month of doing it: ability.',
      choices: [
        ['affirmation', 'A whole month. You know how to do this.', 'asks', 'It names the ability she just showed.'],
        ['open-question', 'How did you make it work that month?', 'asks', 'Her own method is the best one there is.'],
        ['early-plan', 'Then it’s two drinks. I’ll write that down.', 'write-down', 'It’s her number and your plan.'],
      ],
    },
    'write-down': {
      says: 'Don’t write it down like I signed something. I said I could.',
      marks: { '0': 6, '-V': 4 },
      why: 'She’s pushing back on you. Some hear “not ready” in it.',
      choices: [
        ['repair', 'You’re right. “Could” isn’t “will”, and the pen’s down. What would you like to happen?', 'asks', 'It hears the exact word, and gives back the choice.'],
        ['autonomy', 'It’s yours to decide, with nothing on paper you haven’t read.', 'asks', 'It answers the fear she came with.'],
        ['confrontation', 'You’re backing out already.', 'gone', 'It shames her, and shame ends conversations like this one.'],
      ],
    },
    asks: {
      says: 'Mom’s rule was: eat first, two beers, keys on the table. It worked. I need to do something like that again.',
      marks: '+N +A',
      why: '“I need to do something” is need. A rule that worked is ability. Either mark is good, and so are both.',
      choices: [
        ['summary', 'Waking up clear, and friends you’re keeping. You’ve got a rule that worked. What do you think you’ll do?', 'step', 'It gathers her words, and asks the key question.'],
        ['plan-together', 'Which part of that would you bring back first, if any?', 'step', 'A small first step, in her words, with a way out.'],
        ['autonomy', 'You can sit with that as long as you like. There’s no rush.', 'door-warm', 'Not every good conversation ends in a plan.'],
      ],
    },
    step: {
      says: 'Eat first. That’s easy, I’m in a kitchen. I’ll start Thursday, first shift back. Two, then home.',
      marks: '+C',
      why: '“I’ll start Thursday” is commitment, with a day.',
      end: 'step',
      after: 'It began with an insult, and it ends with her plan, because somebody stepped back in time. It’s her first step and nobody can know the second.',
    },
    door: {
      says: 'Thanks. And thanks for saying sorry. That doesn’t happen much.',
      marks: '0',
      why: 'Thanks, and a repaired bond. Nothing about drinking.',
      end: 'open-door',
      after: 'She goes home with a splint and a bit more trust. Trust may be what brings her back.',
    },
    'door-warm': {
      says: 'Yeah. I’d like to think about it when my wrist doesn’t hurt. You can call me next week.',
      marks: { '+D': 4, '0': 6 },
      why: 'She leaves it open, and lets you call. Some raters would hear a wish.',
      end: 'open-door',
      after: 'No plan today. She said her own reasons aloud and agreed to a call, which is more than a lecture gets.',
    },
    gone: {
      says: 'I’ll find my own way out. You people are all the same.',
      marks: '0',
      why: 'Pure discord. It’s about you, so it’s no sustain talk, and nothing is marked or filed.',
      end: 'withdrawn',
      after: 'She left to protect herself. Every threat and label made that more likely. Until this line, an apology might still have helped.',
    },
  },
};
