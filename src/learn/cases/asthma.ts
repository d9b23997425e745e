// Asthma: a teenager and the controller inhaler, with his mother in the waiting room.

import type { Case } from '../case.ts';

export const ASTHMA: Case = {
  id: 'asthma',
  title: 'Jaden, 15, and the inhaler',
  setting: 'Jaden is 15 and plays soccer. He had a bad attack two weeks ago. He’s meant to use a controller inhaler twice a day, and his mother waits outside.',
  change: 'use your controller inhaler each day',
  rulers: {
    importance: { at: 6, says: '’Cause I don’t want to end up in the ambulance again. Everybody filmed it.', marks: { '+R': 7, '+D': 3 }, why: 'A thing he doesn’t want again, and why: a reason to most. “Don’t want” is desire to some.' },
    confidence: { at: 5, says: 'I remember my shin pads every single time. So I can remember stuff.', marks: '+A', why: '“I can” with proof: ability.' },
    readiness: { at: 4, says: 'I’d be OK with trying. Just not the way my mom does it.', marks: '+V', why: '“OK with trying” is ready, on a condition.' },
  },
  turns: {
    start: {
      says: 'My mom told you, right? That I don’t take it. She’s probably got a list.',
      marks: '0',
      why: 'He’s finding out whose side you’re on. Nothing to mark.',
      choices: [
        ['complex-reflection', 'You figure this is two adults against one.', 'sides', 'It says the thing in the room.'],
        ['information', 'Most of what you say stays between us. If somebody’s in danger, I’d have to act. What would you like me to know?', 'sides', 'With a teenager, say the rules first, as they are where you work. Then ask.'],
        ['confrontation', 'She’s worried. And she’s right, isn’t she?', 'shrug', 'It picks a side, and it’s hers.'],
      ],
    },
    shrug: {
      says: 'Whatever.',
      marks: '0',
      why: 'A shut door in one word. That’s discord. It isn’t sustain talk.',
      choices: [
        ['repair', 'I just did what everybody does. My bad. I’d like your side.', 'sides', 'Short, honest, and it asks.'],
        ['complex-reflection', 'You’ve had enough of this topic.', 'sides', 'It takes “whatever” seriously.'],
        ['persuasion', 'It’s not “whatever” when you can’t breathe.', 'wall', 'A good comeback, and you’re alone with it.'],
      ],
    },
    wall: {
      says: '… (He says nothing.)',
      marks: '0',
      why: 'Silence. Going quiet is discord, too.',
      choices: [
        ['repair', 'I’m talking at you. I’ll stop. Who did you play on Saturday?', 'soccer', 'It stops, and it finds common ground.'],
        ['autonomy', 'You don’t have to talk to me. I’m glad you’re here, though.', 'sides', 'It gives him the power to choose.'],
        ['confrontation', 'I can’t help if you won’t talk.', 'gone', 'A threat dressed as help.'],
      ],
    },
    sides: {
      says: 'It’s just, I’m not a baby. She stands there and watches me do it. Like I’m five.',
      marks: { '-R': 6, '0': 4 },
      why: 'Being watched makes the inhaler a bad thing: a reason against, to most. Four in ten hear a complaint about his mother, and wait.',
      choices: [
        ['complex-reflection', 'If you took it, it’d feel like she won.', 'won', 'A guess that goes deep. He can say no.'],
        ['open-question', 'How would you run it, if it were up to you?', 'own-way', 'It treats him as the one in charge of his lungs.'],
        ['persuasion', 'She only watches because you forget it.', 'shrug-2', 'It explains his mother to him.'],
      ],
    },
    soccer: {
      says: 'Northside. We lost. I was on the bench, ’cause Coach saw the whole ambulance thing.',
      marks: { '+R': 5, '0': 5 },
      why: 'Benched because of the attack: half the raters would hear a cost, half would wait until he links it.',
      choices: [
        ['complex-reflection', 'Sitting there watching was worse than the attack.', 'bench', 'It picks what hurts most to a player.'],
        ['open-question', 'What was it like, watching from there?', 'bench', 'It lets him say the cost.'],
        ['early-plan', 'So take the inhaler and you’ll be back on the field.', 'deal', 'It turns his sore spot into your lever.'],
      ],
    },
    deal: {
      says: 'You sound like Coach. Everybody’s got a deal for me.',
      marks: '0',
      why: 'He feels handled. Discord.',
      choices: [
        ['repair', 'Fair. No deal. Tell me about the bench.', 'bench', 'It drops the deal, and means it.'],
        ['complex-reflection', 'You’d like one person who isn’t trying to fix you.', 'bench', 'It’s probably right, and it makes you that person.'],
        ['persuasion', 'It’s a good deal, though, if you think about it.', 'shrug-2', 'It’s still a deal.'],
      ],
    },
    bench: {
      says: 'You know what sucked? Sitting out, and everybody asking if I was OK. I just want to be the guy who plays left wing, not the asthma kid.',
      marks: '+D',
      why: '“I just want to be” is desire. It also says why that matters.',
      choices: [
        ['complex-reflection', 'You want people to think of your left foot before your lungs.', 'left-wing', 'It’s his wish, in a picture.'],
        ['open-question', 'What would help people forget the asthma kid?', 'left-wing', 'He may get to the inhaler on his own.'],
        ['persuasion', 'Then the inhaler’s your best friend.', 'shrug-2', 'It gets there first, and he steps back.'],
      ],
    },
    won: {
      says: 'Kind of. Yeah. It’s dumb, ’cause I’m the one who can’t breathe.',
      marks: '+R',
      why: 'He names who pays for it: a reason, found by himself.',
      choices: [
        ['complex-reflection', 'So the fight’s with her, and the bill comes to you.', 'bench', 'It says it clearly, without “see?”.'],
        ['affirmation', 'It takes honesty to see that.', 'bench', 'He called it dumb. It names the strength in it.'],
        ['persuasion', 'Exactly. So stop fighting and take it.', 'shrug-2', 'He was getting there. You took the last step for him.'],
      ],
    },
    'shrug-2': {
      says: 'I knew you’d say that.',
      marks: '0',
      why: 'Disappointed in you. Not marked.',
      choices: [
        ['repair', 'Yeah. I jumped in. You’d said something smarter than I did.', 'left-wing', 'It gives him the credit, truly.'],
        ['complex-reflection', 'I turned out like the rest.', 'bench', 'It takes the hit and stays.'],
        ['confrontation', 'Maybe because everybody can see it except you.', 'gone', 'It makes him the fool.'],
      ],
    },
    'own-way': {
      says: 'I’d do it in my room. With the door shut. And nobody asks.',
      marks: { '+A': 6, '+V': 4 },
      why: 'He says how he could do it: ability for most. Some hear that he’d be willing.',
      choices: [
        ['complex-reflection', 'It’s not the puff you mind. It’s having an audience.', 'bench', 'It sorts out what he’s against.'],
        ['open-question', 'What would be good about having it that way?', 'left-wing', 'It asks for his reasons.'],
        ['closed-question', 'Would you really do it, though?', 'taste', 'It doubts him, right after an idea.'],
      ],
    },
    taste: {
      says: 'It tastes gross, and I don’t even feel anything. I feel fine. Why take it when I’m fine?',
      marks: '-R',
      why: 'The taste, and no effect to feel: reasons against. His last question is a real one.',
      choices: [
        ['permission', 'That’s a good question. Do you want to hear what it does when you feel fine?', 'curious', 'He asked. You check that he means it.'],
        ['simple-reflection', 'You don’t feel it do anything.', 'curious', 'It shows you got the point, with no argument.'],
        ['persuasion', 'You only feel fine until you don’t.', 'shrug-2', 'Neat. And he’s heard it.'],
      ],
    },
    curious: {
      says: 'OK, so what’s it do?',
      marks: '0',
      why: 'Curious. That’s permission, and nothing to mark.',
      choices: [
        ['information', 'It keeps your airways from swelling. It builds up slowly, like training, and wears off if you stop. How does that fit with what you’ve noticed?', 'training', 'One piece, in soccer terms, and then his view.'],
        ['information', 'It calms the lining of the airways over days. What do you make of that?', 'training', 'Plain and short, and it ends with him.'],
        ['persuasion', 'It prevents exactly what happened to you. So take it.', 'shrug-2', 'It ends with an order.'],
      ],
    },
    training: {
      says: 'Huh. So, like, preseason. When I took it last summer for camp I didn’t need the blue one once.',
      marks: '+R +A',
      why: 'He’s noticed that it worked: a reason. He did it all summer, so it’s ability as well. Either mark is good.',
      choices: [
        ['affirmation', 'You kept that up for a whole camp, on your own.', 'left-wing', 'It turns a fact into his ability.'],
        ['complex-reflection', 'At camp it was part of being a player, and at home it’s part of being somebody’s kid.', 'left-wing', 'It may be the key to the whole conversation.'],
        ['early-plan', 'So do it like at camp. Twice a day from today.', 'deal-late', 'He saw it. You cashed it in.'],
      ],
    },
    'deal-late': {
      says: 'I was just saying. I didn’t say I’d do it.',
      marks: { '0': 5, '-V': 5 },
      why: 'He takes back what you made of his words. Half would let it pass, and half hear “not ready”.',
      choices: [
        ['repair', 'True, you didn’t. I heard more than you said.', 'door-in', 'It takes the words back to their size.'],
        ['autonomy', 'Up to you, every puff of it.', 'door-in', 'It’s a fact, and saying it helps.'],
        ['confrontation', 'So you’d rather sit on the bench.', 'gone', 'It hits where he’s sore.'],
      ],
    },
    'left-wing': {
      says: 'I’ve got to be back for the Eastfield game. It’s in four weeks. I could put it in my shin pad bag.',
      marks: '+N +A',
      why: '“I’ve got to” is need. “I could” is ability, with a place.',
      choices: [
        ['complex-reflection', 'In that bag it’s gear, not medicine.', 'gear', 'It sees why that idea is so good.'],
        ['open-question', 'What made you think of the bag?', 'gear', 'It’s curious about his idea.'],
        ['advice', 'The bathroom’s better. By the toothbrush, twice a day.', 'deal-late', 'It’s the usual tip, and it kills his.'],
      ],
    },
    gear: {
      says: 'It’d just be gear, like my cleats. And I’d need my mom to back off. Could you tell her? Like, not in front of me.',
      marks: { '+V': 6, '+U': 4 },
      why: 'He names what would make him ready: activation to most. He never says “ready”, so some mark only the side. He’s asking for help as well.',
      choices: [
        ['plan-together', 'I could help you tell her. What would you want to say?', 'mom', 'It helps, and leaves him in the lead.'],
        ['complex-reflection', 'You’d take it on yourself, if it’s really yours.', 'mom', 'It says the trade he’s offering.'],
        ['persuasion', 'She’ll back off when she sees you taking it.', 'deal-late', 'It’s one more deal.'],
      ],
    },
    mom: {
      says: 'Like, give me four weeks. If I mess up, she can check. If I don’t, she stops.',
      marks: { '+V': 5, '+C': 5 },
      why: 'An offer with terms: some raters hear a promise, some hear readiness.',
      choices: [
        ['plan-together', 'That’s a clear offer. When would you start?', 'step', 'It takes him at his word.'],
        ['summary', 'You want to be back for Eastfield. It’s gear, in the bag. Four weeks, and Mom steps back. What did I miss?', 'step', 'A summary that he can correct.'],
        ['autonomy', 'You can think it over till the next visit.', 'door', 'It lets him hold on to it for a while.'],
      ],
    },
    'door-in': {
      says: 'OK. Nobody ever says that. I’ll think about it.',
      marks: { '0': 6, '+O': 4 },
      why: 'He notices being trusted. A few hear a lean toward it.',
      choices: [
        ['affirmation', 'You know what it takes to get back out there.', 'door', 'It ends on his strength.'],
        ['open-question', 'What would you be thinking about?', 'door', 'It follows, with no push.'],
      ],
    },
    step: {
      says: 'Tonight. It’s going in the bag tonight. I’ll tell my mom if you stand there.',
      marks: '+C',
      why: '“I’ll”, with tonight: commitment. He’s asked for what he needs.',
      end: 'step',
      after: 'He made the offer, and he’ll make it to his mother with you beside him. Four weeks is his number. Some puffs will be forgotten, and that’s a thing to plan for, not to punish.',
    },
    door: {
      says: 'Yeah. OK. Can we do this next time without my mom again?',
      marks: '0',
      why: 'He wants to come back. That’s about the bond.',
      end: 'open-door',
      after: 'Nothing is agreed, and a 15-year-old wants to talk again. Make sure he has his rescue inhaler and a plan for an attack, with his mother.',
    },
    gone: {
      says: 'Can I go now?',
      marks: '0',
      why: 'He’s done with you for today. It tells you nothing about the inhaler.',
      end: 'withdrawn',
      after: 'He’s heard one more time what’s wrong with him. The attack plan still has to be made with his mother. Next time, begin with soccer.',
    },
  },
};
