// Depression: going back to one thing that used to feel good.

import type { Case } from '../case.ts';

export const DEPRESSION: Case = {
  id: 'depression',
  title: 'Luis, who stopped going out',
  setting: 'Luis is 61 and lost his wife last year. He’s being treated for depression, and feels safe today: you’ve asked. You’re talking about doing one thing a week that he enjoys.',
  change: 'do one thing you enjoy each week',
  rulers: {
    importance: { at: 5, says: 'Because my son calls, and I’ve got nothing to tell him. I’d like to have one thing to tell him.', marks: '+R +D', why: 'The empty calls are a reason. “I’d like” is desire.' },
    confidence: { at: 2, says: 'It’s not a zero because I got here today. I got dressed and took the bus.', marks: '+A', why: 'He points to something he managed: ability.' },
    readiness: { at: 3, says: 'A three, since I did look for my fishing license last night.', marks: '+T', why: 'A small recent act toward it: taking steps.' },
  },
  turns: {
    start: {
      says: 'The last guy said I should get out more. As if I hadn’t thought of that.',
      marks: '0',
      why: 'He’s telling you how advice felt. That’s about helpers, not about going out.',
      choices: [
        ['complex-reflection', 'It’s lonely to be told something that simple, when nothing feels simple.', 'heavy', 'It takes in how it felt, and says more than he did.'],
        ['open-question', 'What’s a day like for you now?', 'heavy', 'It asks about his life before any change.'],
        ['advice', 'Well, activity is one of the best treatments we have.', 'sighs', 'It’s the last guy’s line, in a better coat.'],
      ],
    },
    sighs: {
      says: 'I’m sure. I just don’t have it in me. I can’t even get the mail some days.',
      marks: '-A',
      why: '“I can’t” is ability, on the sustain side. With depression it’s also simply how it is.',
      choices: [
        ['complex-reflection', 'Even the mail can be too far. It takes all you’ve got to get through.', 'heavy', 'It accepts the weight and doesn’t argue with it.'],
        ['repair', 'I gave you the same advice you’d just told me about. I’m sorry.', 'heavy', 'It shows you were listening after all.'],
        ['persuasion', 'You got here today, so you can do more than you think.', 'polite', 'Cheering past the pain leaves him alone with it.'],
      ],
    },
    polite: {
      says: 'I suppose. You’re kind to say so. I don’t think it’s any use, though.',
      marks: '-O',
      why: 'Hopelessness about change: it favors staying as it is, and fits no strand well.',
      choices: [
        ['complex-reflection', 'I was in a hurry to cheer you up. Right now it just feels like no use.', 'heavy', 'It puts down the cheering and picks up what he said.'],
        ['open-question', 'When you say no use, what’s that like?', 'heavy', 'It stays with him. If it sounds like more than going out, ask about safety again.'],
        ['persuasion', 'Don’t think like that. Things get better.', 'thanks', 'It tells him his feeling is wrong.'],
      ],
    },
    thanks: {
      says: 'Yes. Well. Thank you. Is there anything else you need from me?',
      marks: '0',
      why: 'Very polite, and he’s leaving. No mark.',
      choices: [
        ['repair', 'I talked over you just now, Luis. I’d rather hear how it really is.', 'heavy', 'It says what happened between you, and invites him back.'],
        ['early-plan', 'Only this: I’d like to see you take two walks a week.', 'gone', 'He’s halfway out, and you hand him homework.'],
      ],
    },
    heavy: {
      says: 'It’s like wearing a wet coat. Elena and I used to go out to the pier on Saturdays. I haven’t been back once.',
      marks: { '0': 5, '+O': 3, '-O': 2 },
      why: 'A loss and a memory. Some hear a pull toward it, some away from it. Waiting is wise.',
      choices: [
        ['complex-reflection', 'The pier was yours and hers. Going back alone would be something else.', 'pier', 'It touches what’s in the way: grief, not laziness.'],
        ['open-question', 'What were those Saturdays like?', 'saturdays', 'It lets him be there again for a moment.'],
        ['advice', 'Why don’t you go this Saturday? Bring a friend.', 'not-yet', 'A fix, one line after grief.'],
      ],
    },
    saturdays: {
      says: 'We’d get there at six. Coffee in the thermos. She never caught a thing and talked to everyone. I miss the quiet part. The water.',
      marks: '+D',
      why: '“I miss” is a wish for it: desire.',
      choices: [
        ['complex-reflection', 'Part of you misses her there, and part of you misses the water itself.', 'water', 'It finds a piece that’s still his.'],
        ['open-question', 'What is it about the water?', 'hearing', 'It stays with what he wants, and it’s a question nobody asked him.'],
        ['closed-question', 'Do you still have your rod?', 'rod', 'A practical question, a little early. It can go either way.'],
      ],
    },
    rod: {
      says: 'In the garage. Behind her boxes. I don’t go in there.',
      marks: '-R',
      why: 'The boxes are why he stays away. A reason, and a tender one.',
      choices: [
        ['complex-reflection', 'To reach the rod you’d have to pass everything else.', 'pier', 'It sees the size of what looked like a small thing.'],
        ['autonomy', 'Those boxes can wait as long as you like.', 'pier', 'It takes off a pressure he feels from all sides.'],
        ['advice', 'You could ask your son to move the boxes.', 'not-yet', 'A neat answer to a question he didn’t ask.'],
      ],
    },
    pier: {
      says: 'That’s it. People think it’s laziness. I want to want to. If that makes sense.',
      marks: '+D',
      why: '“I want to want to” is desire, faint and true.',
      choices: [
        ['complex-reflection', 'The wanting isn’t gone. It’s under the wet coat.', 'water', 'It uses his picture and finds the change talk in it.'],
        ['affirmation', 'You say it the way it is, and you haven’t given up on it.', 'water', 'It names what he does, not what he is.'],
        ['persuasion', 'Then act first, and the wanting will come.', 'not-yet', 'It may be right, and it makes him the student.'],
      ],
    },
    'not-yet': {
      says: 'Not yet. I’m not up to that. You’re the third one to tell me what to do.',
      marks: '-V',
      why: '“Not up to that” and “not yet” are activation, on the sustain side.',
      choices: [
        ['repair', 'Then I’ll stop telling you. What would you like to talk about?', 'son', 'It lets go, and gives him the choice.'],
        ['simple-reflection', 'Not yet.', 'son', 'Two words, said kindly, and he’ll fill the silence.'],
        ['persuasion', 'Three people can’t all be wrong.', 'thanks-2', 'It outvotes him.'],
      ],
    },
    'thanks-2': {
      says: 'No, no. I’m sure you’re right. I’ll be going, then.',
      marks: '0',
      why: 'He agrees in order to leave. Nothing to mark.',
      choices: [
        ['repair', 'Luis, before you go: I was arguing, and I’m sorry. You know your own pace.', 'door', 'It repairs what you can, and leaves the door open.'],
        ['confrontation', 'You’re not really trying, you know.', 'gone', 'It blames him for his illness.'],
      ],
    },
    son: {
      says: 'I don’t know. There’s my son. He calls Sundays and I’ve got nothing to say. “How was your week?” Same as the last.',
      marks: { '+R': 6, '0': 4 },
      why: 'The calls are empty: for most raters a cost of how things are, so a reason.',
      choices: [
        ['complex-reflection', 'You’d like him to hear something other than the same.', 'tell-him', 'It turns a complaint into the wish inside it.'],
        ['open-question', 'What would you love to be able to tell him?', 'tell-him', 'It looks forward, gently.'],
        ['advice', 'You could call him yourself during the week.', 'busy', 'It misses the point: he has nothing to say.'],
      ],
    },
    busy: {
      says: 'He’s busy. I don’t want to be a bother.',
      marks: { '0': 6, '-R': 4 },
      why: 'It’s about calling his son. Most would wait to hear if it’s about the change. Some hear a reason against.',
      choices: [
        ['complex-reflection', 'You’d want to call with something to give him, not just to need him.', 'tell-him', 'It hears a father in it.'],
        ['open-question', 'What do you think he hopes for, when he calls?', 'tell-him', 'It opens another view without pushing one.'],
        ['persuasion', 'I’m sure he doesn’t see you as a bother.', 'thanks-2', 'Comfort that argues is still arguing.'],
      ],
    },
    'tell-him': {
      says: 'That I saw the herons at the pier. He used to come with us when he was little. He’d ask if they’re still there.',
      marks: { '+D': 6, '+R': 4 },
      why: 'What he’d love to say is a wish. That his son would care is a reason. Both readings are good.',
      choices: [
        ['complex-reflection', 'You’d be going for the herons, and coming home with something for him.', 'water', 'It gives the pier a new meaning that’s his own.'],
        ['affirmation', 'You kept something worth handing on.', 'water', 'It names what he still has.'],
        ['early-plan', 'So Saturday at six, and call him Sunday?', 'hesitates', 'A fine plan, and not one he’s made.'],
      ],
    },
    hesitates: {
      says: 'Maybe. I don’t know. I don’t sleep well. I’d probably let you down.',
      marks: { '-A': 7, '0': 3 },
      why: 'He doubts that he could: ability, sustain, to most. Three in ten hear a worry about you. He’s now afraid to fail you.',
      choices: [
        ['repair', 'That was my plan, so there’s nobody to let down. What would be small enough to be yours?', 'small', 'It takes away the test, and asks for his size of step.'],
        ['autonomy', 'Nothing has to happen by any day. You choose.', 'small', 'It lifts the weight off.'],
        ['persuasion', 'Just set the alarm and go. You’ll be glad.', 'thanks-2', 'It pushes at what he’s told you is hard.'],
      ],
    },
    water: {
      says: 'If I could just sit there. No rod, no talking. Half an hour. I think I could do that.',
      marks: '+A',
      why: '“I think I could” is ability, at a size he chose.',
      choices: [
        ['complex-reflection', 'Half an hour by the water, with nothing asked of you. That feels possible.', 'small', 'It repeats the size he chose and adds why it fits.'],
        ['open-question', 'What would make it easier to get there?', 'small', 'He’ll find the handholds himself.'],
        ['early-plan', 'Good. Then let’s aim for twice a week.', 'hesitates', 'He offers half an hour, and you double it.'],
      ],
    },
    small: {
      says: 'The bus goes right by the pier. If I didn’t get off, nobody would know. That makes it easier, funny enough.',
      marks: { '+A': 6, '+R': 4 },
      why: 'He’s found a way that he could manage: ability for most. Some hear a reason it would be easier.',
      choices: [
        ['plan-together', 'What do you think you’ll do, if anything?', 'step', 'The key question, with “if anything” meant.'],
        ['summary', 'It’s been heavy since Elena. You miss those Saturdays, and there’s a small way back, with a way out. Where does that leave you?', 'step', 'It gathers the pieces and asks him.'],
        ['affirmation', 'You found a door that opens both ways. It can wait for a good day.', 'door-warm', 'It honors the idea without turning it into a task.'],
      ],
    },
    hearing: {
      says: 'You know, nobody asked me about the pier before. They only told me to go.',
      marks: '0',
      why: 'It’s about how this conversation feels: a good sign, and nothing to mark.',
      choices: [
        ['open-question', 'And when you talk about it here, what comes back?', 'water', 'It stays at the pier with him.'],
        ['complex-reflection', 'Being asked is different from being sent.', 'water', 'It says what he noticed, a bit more clearly.'],
      ],
    },
    step: {
      says: 'Saturday I’ll ride by. If it’s a nice day I’ll get off, for the half hour. I’ll tell my son about it Sunday, either way.',
      marks: '+C',
      why: '“I’ll” with a day and a way out is commitment. It’s as firm as he wants it.',
      end: 'step',
      after: 'The step is small and it’s his. If he stays on the bus on Saturday, that’s something to talk about and nothing to forgive.',
    },
    door: {
      says: 'That’s all right. You meant well. I’ll come again.',
      marks: '0',
      why: 'He’ll come again to you. That’s the bond, and not the change.',
      end: 'open-door',
      after: 'Nothing is planned, and he’ll be back. Ask about his safety each time, and about the water when he’s ready.',
    },
    'door-warm': {
      says: 'It can wait. I might, though. I’d like to see that water again.',
      marks: '+D',
      why: '“I’d like to” is desire. “I might” is too faint to call a promise.',
      end: 'open-door',
      after: 'No plan, and a wish said aloud. Let it be. Ask about the water next time.',
    },
    gone: {
      says: 'You’re right. I’ll try. Thank you for your time.',
      marks: { '0': 7, '+C': 3 },
      why: 'It sounds like a promise, and it’s a goodbye. Most raters wouldn’t mark it.',
      end: 'withdrawn',
      after: 'He agreed, so that it would stop. That’s the quiet kind of pulling back, and it’s easy to file as a plan. What he wanted never came up.',
    },
  },
};
