// Diabetes: checking glucose, and what the meter says about a person.

import type { Case } from '../case.ts';

export const DIABETES: Case = {
  id: 'diabetes',
  title: 'Marge and the meter',
  setting: 'Marge is 67, bakes for her church and has type 2 diabetes. Her A1c is 9.1%. The meter has been in a drawer since Easter.',
  change: 'check your glucose each morning',
  rulers: {
    importance: { at: 5, says: 'My sister lost a toe. I think about that more than I let on.', marks: '+R', why: 'A fear of what could come: a reason.' },
    confidence: { at: 7, says: 'The pricking is nothing. I raised four boys. I can do a needle.', marks: '+A', why: '“I can” is ability.' },
    readiness: { at: 3, says: 'I did pick up new strips on Friday. They’re still in my purse, don’t ask me why.', marks: '+T', why: 'Picking up strips is a recent act: taking steps.' },
  },
  turns: {
    start: {
      says: 'Before you look at the number: I’ve been bad. You can go ahead and scold me.',
      marks: '0',
      why: 'She scolds herself so that you won’t have to. There’s no lean to either side yet.',
      choices: [
        ['complex-reflection', 'You’ve been dreading this visit.', 'dread', 'It goes to the feeling, and past the good and the bad.'],
        ['affirmation', 'You came, with that on your mind. That took something.', 'dread', 'It names the effort instead of the number.'],
        ['persuasion', 'Well, it’s 9.1, Marge. We’ve got to get that down.', 'scolded', 'She asked for a scolding, and she got one.'],
      ],
    },
    scolded: {
      says: 'I know, I know. I’ll be good. I’ll do it every day from now on.',
      marks: { '+C': 6, '0': 4 },
      why: 'It has the words of commitment. Four in ten would hear somebody saying what you want to hear, and wait.',
      choices: [
        ['repair', 'I made that about a number. I’d rather hear how it’s been for you.', 'dread', 'It lets go of an easy promise and looks for a real one.'],
        ['complex-reflection', 'You don’t want to let anyone down, and that’s a lot to carry home.', 'dread', 'It names what the promise is for.'],
        ['early-plan', 'Great! Every day, before breakfast. I’ll check next time.', 'promise', 'It takes the promise and runs.'],
      ],
    },
    promise: {
      says: 'Yes, fine. That’s what I said last time too, isn’t it?',
      marks: { '-A': 6, '0': 4 },
      why: 'Most hear that she doubts she can: ability, on the sustain side. She never says “I can’t”, so four in ten would wait.',
      choices: [
        ['complex-reflection', 'You’ve promised before, and then it’s only you and that drawer.', 'drawer', 'It’s honest, and it stays beside her.'],
        ['open-question', 'What happened in between, last time?', 'drawer', 'It asks with interest and without blame.'],
        ['confrontation', 'You say that every time. What’ll be different now?', 'cross', 'It holds the past against her, so the question is a challenge.'],
      ],
    },
    cross: {
      says: 'Old dog, new tricks! Just give me the pills and I’ll get out of your hair.',
      marks: { '-A': 6, '0': 4 },
      why: 'Under the snap most hear “I can’t change”: ability, sustain. Four in ten hear only the snap, which is discord.',
      choices: [
        ['repair', 'That was pushy of me. You’re not in my hair. What’s the worst thing about that meter?', 'drawer', 'It apologizes in plain words and gets curious.'],
        ['autonomy', 'You can leave it in the drawer for good, and I’ll still be your nurse.', 'drawer', 'It says she won’t lose you over it.'],
        ['confrontation', 'With that attitude it won’t get better.', 'gone', 'It names a fault in her.'],
      ],
    },
    dread: {
      says: 'I lay awake. Every time that thing beeps it tells me I failed. So I quit asking it.',
      marks: '-R',
      why: 'The meter makes her feel bad: a reason not to check.',
      choices: [
        ['complex-reflection', 'It’s supposed to help, and it’s been one more person scolding you.', 'drawer', 'It names how it got to be the enemy.'],
        ['open-question', 'What would you rather it told you?', 'rather', 'A surprising question that leads to what she wants.'],
        ['persuasion', 'It’s only a number. It doesn’t mean you failed.', 'easy-for-you', 'Kind, and it argues with how she feels.'],
      ],
    },
    'easy-for-you': {
      says: 'That’s easy for you to say. You don’t have to look at it.',
      marks: '0',
      why: 'It’s about you and her. Discord, and nothing to mark.',
      choices: [
        ['repair', 'No, I don’t. I said that too fast. What’s it like to have that meter around?', 'drawer', 'It grants the point and asks to be let in.'],
        ['simple-reflection', 'I don’t have to look at it.', 'drawer', 'Said quietly, that’s all she needs to hear.'],
        ['persuasion', 'But looking is how you stay in charge.', 'cross', 'It starts with “but”, and argues on.'],
      ],
    },
    drawer: {
      says: 'The meter sits there with the birthday candles. I open it for the candles and I see it. I shut it quick.',
      marks: { '0': 7, '-R': 3 },
      why: 'A picture of how it is. Some hear the wish to avoid it.',
      choices: [
        ['complex-reflection', 'And part of you still looks, each time you reach for a candle.', 'looks', 'It finds the small pull in the picture.'],
        ['open-question', 'What goes through your mind when you see it?', 'looks', 'It invites her to hear herself.'],
        ['advice', 'You could keep it by the coffee pot instead.', 'coffee', 'A handy tip, a few minutes early.'],
      ],
    },
    coffee: {
      says: 'And see it first thing? No, thank you. I like my mornings.',
      marks: '-D',
      why: '“I like my mornings”, without it: desire to keep things as they are.',
      choices: [
        ['complex-reflection', 'Mornings are yours. You don’t want a machine judging them.', 'looks', 'It understands what she’s guarding.'],
        ['repair', 'I handed you a fix you hadn’t asked for. What do you like about your mornings?', 'mornings', 'It steps back and asks about something good.'],
        ['persuasion', 'It only takes a minute, though.', 'cross-late', 'She told you that it isn’t about minutes.'],
      ],
    },
    mornings: {
      says: 'The kitchen’s quiet, I proof the dough, I pray a little. I check on everything but me.',
      marks: { '+O': 6, '+R': 4 },
      why: '“Everything but me”: she sees something’s missing. Problem talk to most, a reason to some.',
      choices: [
        ['complex-reflection', 'You’d notice in a second if the dough wasn’t right.', 'dough', 'It puts her own skill beside the meter, and lets her do the linking.'],
        ['simple-reflection', 'Everything but you.', 'looks', 'It repeats the words that carry weight.'],
        ['early-plan', 'So check yourself, along with the dough!', 'whoa', 'It’s her idea nearly, and you blurted it out.'],
      ],
    },
    whoa: {
      says: 'Oh, you’re quick. I’m not sure I want that thing near my bread.',
      marks: { '-D': 6, '-V': 4 },
      why: 'Not wanting it near is desire, sustain. Some hear “not ready”.',
      choices: [
        ['repair', 'Too quick. It’s your kitchen. What comes up for you when you see that meter?', 'looks', 'It laughs at itself, gives her kitchen back and asks about her.'],
        ['autonomy', 'You’d know best what belongs in that hour.', 'looks', 'It trusts her judgment.'],
        ['persuasion', 'It could sit right by the yeast.', 'cross-late', 'It wins the point by inches and loses her.'],
      ],
    },
    rather: {
      says: 'I’d want it to tell me what to do! If it’s high, fine, what do I do? Nobody ever said.',
      marks: '+D',
      why: 'She wants something useful out of it: desire, and a door to information.',
      choices: [
        ['permission', 'Would it be all right if I shared what some people do with a high morning number?', 'info', 'She’s asked, and you still ask. It keeps things even.'],
        ['complex-reflection', 'A number you could use would be a different thing from a number that scolds.', 'dough', 'It makes the difference clear, and she can own it.'],
        ['advice', 'If it’s high, you need to walk and skip the bread.', 'cross-late', 'An order, and it hits her bread.'],
      ],
    },
    info: {
      says: 'Go on, then. Keep it simple.',
      marks: '0',
      why: 'Permission. Nothing to mark.',
      choices: [
        ['information', 'A high morning number can have to do with the evening before. Some people look at both together, like a recipe. What do you make of that?', 'dough', 'One piece in her language, and then her turn.'],
        ['persuasion', 'It means you’re eating too much late at night.', 'cross-late', 'A verdict, where she hoped for help.'],
      ],
    },
    looks: {
      says: 'When I see that thing, I think of my sister. She never checked either. She’s got nine toes and she jokes about it. I don’t think it’s funny.',
      marks: '+R',
      why: 'What happened to her sister is a reason, and a strong one.',
      choices: [
        ['complex-reflection', 'When you shut that drawer you can still see her foot.', 'want', 'It’s strong, and true to what she said.'],
        ['open-question', 'What do you want to be different for you?', 'want', 'It goes from fear to what she hopes for.'],
        ['persuasion', 'That’s exactly what can happen with a 9.1.', 'cross-late', 'She’d frightened herself enough.'],
      ],
    },
    'cross-late': {
      says: 'There it is. I thought we were having a nice talk. I can get my pills and go.',
      marks: '0',
      why: 'She’s hurt, and tells you so. Discord, and nothing to mark.',
      choices: [
        ['repair', 'We were, and I spoiled it. I’m sorry. I’d still like to hear what you want, Marge.', 'want', 'It owns the moment, and turns back to her.'],
        ['complex-reflection', 'You came for help, and got the scolding after all.', 'want', 'It says what went wrong, from her side.'],
        ['confrontation', 'Somebody has to say it.', 'gone', 'Nobody has to.'],
      ],
    },
    dough: {
      says: 'Well. When dough’s flat I don’t scold it. I ask what it needs. Warmer, longer, less salt.',
      marks: { '+A': 5, '+O': 5 },
      why: 'She’s found her own way to see it: ability to some, a change of view to others.',
      choices: [
        ['complex-reflection', 'You could look at that number the way you look at dough.', 'want', 'It says her idea out loud.'],
        ['affirmation', 'You’ve been reading dough and setting it right for fifty years.', 'want', 'It names an ability that she has.'],
      ],
    },
    want: {
      says: 'I want to keep baking, on my own two feet. All ten toes. I ought to look at it, just not every day, not at first.',
      marks: '+D +N',
      why: '“I want to” is desire. “I ought to” is need, with a size she sets.',
      choices: [
        ['complex-reflection', 'Your feet, your kitchen, and a way of looking that doesn’t start with failing.', 'plan-talk', 'It gathers what matters in a line.'],
        ['open-question', 'What would “not every day” look like?', 'plan-talk', 'It follows the size she named.'],
        ['early-plan', 'Every day would be better, at first.', 'whoa-late', 'She named a step, and you raised the bar.'],
      ],
    },
    'whoa-late': {
      says: 'There you go. I offer an inch. Then I’d better not say anything.',
      marks: '-V',
      why: 'She takes it back: not ready. You raised the price.',
      choices: [
        ['repair', 'An inch was a good offer, and I got greedy. I’m sorry. Is it still on the table?', 'plan-talk', 'It names what you did, with a smile.'],
        ['autonomy', 'You’re the one who decides. An inch, or none.', 'door-in', 'It gives back the choice.'],
        ['confrontation', 'An inch won’t save your toes.', 'gone', 'It uses her fear against her.'],
      ],
    },
    'door-in': {
      says: 'None for today. I’ve had enough of toes for one morning.',
      marks: '-V',
      why: 'Not today: activation, sustain. Said in peace.',
      choices: [
        ['affirmation', 'You said some hard things out loud today. That took courage.', 'door', 'It ends on her courage.'],
        ['autonomy', 'None it is. The drawer will keep.', 'door', 'It accepts her no, with her own image.'],
      ],
    },
    'plan-talk': {
      says: 'Mondays and Thursdays I bake for church. I’m up anyway. I could do it while the dough’s rising.',
      marks: '+A',
      why: '“I could”, with days and a place: ability.',
      choices: [
        ['plan-together', 'So what do you think you’ll do?', 'step', 'The key question. She has all the parts.'],
        ['open-question', 'And if it’s high on a Monday, how will you want to look at it?', 'step', 'It plans for the hard moment, in her terms.'],
        ['autonomy', 'You could also leave it with that for today.', 'door', 'It shows that no plan is fine, too.'],
      ],
    },
    step: {
      says: 'Mondays and Thursdays, when the dough’s up. I’m going to write it on the recipe card: ask what it needs.',
      marks: '+C',
      why: '“I’m going to” is commitment, with days and a reminder of her own.',
      end: 'step',
      after: 'She chose two days, her kitchen and her words. If it goes back to the drawer, you have her question to ask: what does it need?',
    },
    door: {
      says: 'All right, then. I’ll see you in June. I may bring bread.',
      marks: '0',
      why: 'Warm, and not about the meter.',
      end: 'open-door',
      after: 'The meter may stay in the drawer. She’ll come back, and she’s not lying awake before it.',
    },
    gone: {
      says: 'Well. Thank you for your time. I’ll be good.',
      marks: { '0': 8, '+C': 2 },
      why: 'The same easy promise, and now it’s a way out.',
      end: 'withdrawn',
      after: 'She’s gone back to “good” and “bad”. It might pass for agreement in a note, and she may not come in June.',
    },
  },
};
