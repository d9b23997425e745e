// Tobacco: a bus driver who has heard it all before.

import type { Case } from '../case.ts';

export const TOBACCO: Case = {
  id: 'tobacco',
  title: 'Ray and his cigarettes',
  setting: 'Ray is 52 and drives a city bus. He’s here for a cough, and his daughter made the appointment.',
  change: 'stop smoking',
  rulers: {
    importance: { at: 7, says: 'My dad’s lungs were gone at sixty. I don’t want my girl pushing me in a chair.', marks: { '+R': 6, '+D': 4 }, why: 'What smoking did to his father, and could do to him, is a reason to most. “I don’t want” makes four in ten say desire.' },
    confidence: { at: 3, says: 'It’s a three because I once did five weeks. So it’s not a zero.', marks: '+A', why: 'Past success is ability: he has done it, so he could again.' },
    readiness: { at: 5, says: 'I’m halfway there, I guess. I’d be willing to hear what’s out there.', marks: '+V', why: 'Willing is activation: ready for something, short of a promise.' },
  },
  turns: {
    start: {
      says: 'Let me save you some time. It’s the smoking, right? My daughter booked this. I’ve heard the speech.',
      marks: '0',
      why: 'He expects a lecture. That’s about the two of you, not about smoking yet, so there’s nothing to mark.',
      choices: [
        ['complex-reflection', 'You came in ready for a lecture, and you came in anyway.', 'came', 'It meets his mood and names the effort under it.'],
        ['open-question', 'No speech today. What would you like to use our time for?', 'cough', 'It hands him the agenda, which takes the fight out of it.'],
        ['persuasion', 'Your daughter has a point, Ray. That cough is a warning sign.', 'heard-it', 'It takes a side he already knows, so he has to defend the other one.'],
      ],
    },
    came: {
      says: 'Well, yeah. She was crying on the phone. I don’t like putting her through that.',
      marks: '+R',
      why: 'His smoking hurts his daughter: that’s a reason, even though he sounds flat.',
      choices: [
        ['complex-reflection', 'Seeing her worry costs you more than the cough does.', 'daughter', 'It says the feeling under the words.'],
        ['open-question', 'What does she worry about most?', 'daughter', 'It draws out more of the reason he just gave.'],
        ['early-plan', 'Then let’s pick a quit date while you’re here.', 'whoa', 'He’s given one reason. A date now is your plan, not his.'],
      ],
    },
    cough: {
      says: 'The cough, mainly. It wakes me up. Three nights last week I slept in the chair.',
      marks: { '0': 6, '+R': 4 },
      why: 'He hasn’t tied the cough to smoking. Some raters would still hear a cost of it.',
      choices: [
        ['complex-reflection', 'It’s wearing you out, and you’d like your nights back.', 'nights', 'It adds what the facts mean to him.'],
        ['open-question', 'What do you make of the cough?', 'nights', 'It lets him make the link, if there is one.'],
        ['persuasion', 'That cough will only get worse as long as you smoke.', 'heard-it', 'It may be true, and it makes him argue the other way.'],
      ],
    },
    'heard-it': {
      says: 'See, there it is. Look, smoking is the one break I get. Eight hours of traffic and I get ten minutes.',
      marks: '-R',
      why: 'He gives a reason to keep smoking. Your push called it up.',
      choices: [
        ['repair', 'I did just what you said I’d do. Sorry. Those ten minutes matter to you.', 'ten-minutes', 'It owns the push and reflects his side. That’s often all it takes.'],
        ['simple-reflection', 'It’s the only break in a long day.', 'ten-minutes', 'It shows you heard the reason without agreeing or arguing.'],
        ['persuasion', 'There are other ways to take a break, though.', 'dig-in', 'It argues with his reason, so he’ll bring a stronger one.'],
      ],
    },
    'dig-in': {
      says: 'Not on a bus route there aren’t. My granddad smoked to ninety. I’m not quitting because of a cough.',
      marks: '-O -C',
      why: 'The granddad story favors staying the same and fits no strand. “I’m not quitting” is commitment to it.',
      choices: [
        ['repair', 'I keep arguing, and this is your call. What would you like me to know?', 'ten-minutes', 'It steps back and returns the choice. The door opens again.'],
        ['autonomy', 'Nobody can make you, and I won’t try.', 'ten-minutes', 'Saying aloud that it’s his choice takes away the need to prove it.'],
        ['confrontation', 'I can’t help you if you won’t face this.', 'gone', 'It blames him, and blame ends conversations.'],
      ],
    },
    'ten-minutes': {
      says: 'Yeah. Thanks. I mean, I know they’re no good for me. It’s just that they’re the only thing that’s mine.',
      marks: '+O -R',
      why: '“No good for me” is problem talk that fits no strand. “The only thing that’s mine” is a reason to keep it.',
      choices: [
        ['complex-reflection', 'You want something in the day that’s yours, and you’d rather it didn’t hurt you.', 'nights', 'It holds both sides and ends on the one that leans to change.'],
        ['open-question', 'How do they fit with what you want for yourself in the next few years?', 'daughter', 'It looks ahead, where his own reasons are.'],
        ['advice', 'You could try gum on your breaks.', 'gum', 'A tip before he asked for one. He’ll say why it won’t work.'],
      ],
    },
    gum: {
      says: 'Tried the gum. Tasted like a tire. I can’t do it on willpower, I’ll tell you that.',
      marks: '-A',
      why: '“I can’t” is ability, on the sustain side.',
      choices: [
        ['complex-reflection', 'White-knuckling it isn’t going to work for you. It would have to be something else.', 'five-weeks', 'It agrees with his experience and leaves room for another way.'],
        ['open-question', 'When you did go without, even for a day, what helped?', 'five-weeks', 'It looks for what has worked, which brings ability talk.'],
        ['persuasion', 'Lots of people quit without willpower. You’d surprise yourself.', 'whoa', 'Cheering still argues with what he said.'],
      ],
    },
    daughter: {
      says: 'My girl wants me around for the baby. First grandkid, due in May. I’d like to be able to pick the kid up without wheezing.',
      marks: '+D',
      why: '“I’d like to” is desire. The wish for the baby is hers and his at once.',
      choices: [
        ['complex-reflection', 'You can see yourself as that granddad, with breath to spare.', 'granddad', 'It paints the picture he began, and makes it his.'],
        ['open-question', 'What would be different for you and that baby?', 'granddad', 'It asks him to say more of what he wants.'],
        ['early-plan', 'May gives us a deadline. I’ll put you down for the patch.', 'whoa', 'You take over just when he was finding his own words.'],
      ],
    },
    nights: {
      says: 'I’d give a lot for one good night. And I notice when I smoke less, like on vacation, the cough’s quieter.',
      marks: '+D +R',
      why: '“I’d give a lot” is a wish. Noticing that less smoke means less cough is a reason.',
      choices: [
        ['complex-reflection', 'You’ve seen it yourself: fewer cigarettes, better nights.', 'five-weeks', 'It gives him back his own evidence.'],
        ['affirmation', 'You pay attention. You ran that test without anyone asking you to.', 'five-weeks', 'It names a strength that’s really there.'],
        ['closed-question', 'How many do you smoke a day?', 'pack', 'A fact you may need, and it stops what he had begun to say.'],
      ],
    },
    pack: {
      says: 'About a pack. A bit more on the late shift.',
      marks: '0',
      why: 'A fact and an answer to your question. Nothing leans either way.',
      choices: [
        ['complex-reflection', 'And on vacation, with fewer, you slept.', 'five-weeks', 'It picks up the thread he had dropped.'],
        ['open-question', 'What is it about the late shift?', 'ten-minutes-late', 'It asks about his life and not about the number.'],
        ['persuasion', 'A pack a day for thirty years does real damage.', 'heard-it-2', 'He knows. Now he has to answer for it.'],
      ],
    },
    'ten-minutes-late': {
      says: 'It’s dead out there. You light one just for company. I could call my daughter, I suppose. She’s up anyway these days.',
      marks: '-R +A',
      why: 'Company is a reason to smoke. “I could” is ability: he names something he could do instead.',
      choices: [
        ['complex-reflection', 'Her voice would be better company than a cigarette.', 'granddad', 'It links what he could do with what he cares about.'],
        ['affirmation', 'You already see where a gap might be filled.', 'five-weeks', 'It names his own idea as his.'],
        ['early-plan', 'Great, so that’s the plan: call her each time.', 'whoa', 'A thought aloud isn’t a plan yet.'],
      ],
    },
    'heard-it-2': {
      says: 'You think I don’t know that? I drive past the hospital twelve times a day.',
      marks: '0',
      why: 'He’s angry with you. That’s discord, about the relationship, and never gets marked or filed.',
      choices: [
        ['repair', 'You know it better than I do. I’m sorry. Twelve times a day must bring up a lot.', 'granddad', 'It apologizes, and reflects the fear behind the anger.'],
        ['autonomy', 'You do know. And what you do about it is up to you.', 'ten-minutes', 'It gives him back the wheel.'],
        ['confrontation', 'Then why are you still smoking?', 'gone', '“Why” makes him defend it, and he’s had enough.'],
      ],
    },
    whoa: {
      says: 'Whoa. Slow down. I came about a cough. I’m not ready to do all that.',
      marks: '-V',
      why: '“Not ready” is activation on the sustain side. You went ahead of him.',
      choices: [
        ['repair', 'You’re right, I ran ahead. Where are you with all this?', 'five-weeks', 'It takes the plan off the table and asks about him.'],
        ['complex-reflection', 'If you did this, it’d have to be in your time and your way.', 'five-weeks', 'It turns “not ready” into what he’d need.'],
        ['persuasion', 'There’s never a good time, Ray. Why not now?', 'dig-in-2', 'It pushes the same plan harder.'],
      ],
    },
    'dig-in-2': {
      says: 'Look, I’ve got a shift in an hour. I’ll think about it, OK? Can I go?',
      marks: '0',
      why: 'A polite way out. “I’ll think about it” is said to you, not about the change.',
      choices: [
        ['repair', 'I pushed, and I’m sorry. The door’s open whenever you like.', 'door', 'A clean ending keeps the next conversation possible.'],
        ['confrontation', 'You can leave, but this will catch up with you.', 'gone', 'A threat on the way out is what he’ll remember.'],
      ],
    },
    granddad: {
      says: 'I want to be there when my girl’s baby comes in May. I really do. I’ve got to get a handle on this before then.',
      marks: '+D +N',
      why: '“I want” is desire. “I’ve got to” is need.',
      choices: [
        ['complex-reflection', 'This has stopped being about a cough. It’s about who you’ll be in May.', 'ready', 'It deepens what he said, and waits.'],
        ['summary', 'You don’t want to be pushed. And you want to be there for that baby, with a handle on this before May. What else?', 'ready', 'It says that it’s his call, puts his reasons last, and he can add to them.'],
        ['early-plan', 'So you’ll quit on May first. I’ll order the patch.', 'whoa', 'So close to his own plan, and it’s yours again.'],
      ],
    },
    'five-weeks': {
      says: 'I did quit once. Five weeks, when my wife was in the hospital. Nobody made me. I could do it again, maybe.',
      marks: '+A',
      why: 'He did it once, and says he could again. That’s ability.',
      choices: [
        ['affirmation', 'In the hardest weeks of your life you did that on your own.', 'ready', 'It names what it took, and he can believe it, since he did it.'],
        ['open-question', 'How did you do it?', 'ready', 'His own way is worth more than any tip.'],
        ['open-question', 'Why did you start again?', 'restart', 'An open question, aimed at the fall. You’ll hear about that, and not about the five weeks.'],
      ],
    },
    restart: {
      says: 'She came home and life went on. I had one on the porch, and that was it. I figured I’m just a smoker.',
      marks: { '-A': 6, '-O': 4 },
      why: 'Most hear “I can’t”: ability, on the sustain side. He doesn’t say it, so some hear only the label he gives himself, and mark other.',
      choices: [
        ['complex-reflection', 'One on the porch, and the five weeks stopped counting. You still did them.', 'ready', 'It answers the low point with his own success.'],
        ['open-question', 'What did those five weeks tell you about yourself?', 'ready', 'It goes back to the strength.'],
        ['advice', 'Next time, don’t have the one on the porch.', 'dig-in-2', 'He knows. It sounds like blame.'],
      ],
    },
    ready: {
      says: 'I’d be willing to try something. Not cold turkey. Is there anything that takes the edge off?',
      marks: '+V',
      why: '“Willing to try” is activation. And he asks you: that’s the moment for information.',
      choices: [
        ['permission', 'There is. Before I say what, may I ask what you’ve heard about it?', 'knows', 'He stays in the lead, and you don’t tell him what he already knows.'],
        ['information', 'Two things help many people: the patch with a gum or lozenge, or a prescription pill. What do you make of those?', 'options', 'He asked, so a short menu fits, and you ask what he thinks.'],
        ['early-plan', 'Yes. I’ll start you on the pill today, twice a day.', 'whoa-late', 'He asked what there is. You decided.'],
      ],
    },
    'whoa-late': {
      says: 'Hold on. I asked if there’s anything. I didn’t say sign me up. I need to think.',
      marks: '-V',
      why: 'He steps back from ready, because the step wasn’t his.',
      choices: [
        ['repair', 'Fair. I jumped. Would you like to hear the choices and take them home?', 'home', 'It turns an order back into an offer.'],
        ['autonomy', 'You decide if, when and how. It’ll keep.', 'home', 'It says the choice is his and means it.'],
        ['confrontation', 'You just told me you were willing.', 'gone', 'It uses his words against him.'],
      ],
    },
    knows: {
      says: 'My brother-in-law had the patch. He says it took the edge off.',
      marks: { '0': 5, '+O': 5 },
      why: 'It’s a fact about someone else, and it leans toward change. Raters split.',
      choices: [
        ['information', 'That fits what we see. A patch with a lozenge for the bad moments helps many people. How does that sound to you?', 'options', 'One piece, tied to what he knew, and then his view.'],
        ['open-question', 'What would you want it to do for you?', 'options', 'It finds out what he needs before you offer.'],
      ],
    },
    options: {
      says: 'The patch, plus something to get me past the break at four. That one’s the killer.',
      marks: { '+V': 6, '0': 4 },
      why: 'He’s shaping a plan: ready, to most. The break at four is a barrier. While planning, that isn’t sustain talk.',
      choices: [
        ['plan-together', 'So what do you think you’ll do?', 'step', 'The key question. The plan is his to say.'],
        ['summary', 'That break at four is the tough one. Your girl wanted you here, and you’re willing to try something, just not cold turkey. What comes next, if anything?', 'step', 'It gathers what he said and asks, with “if anything” leaving room.'],
        ['autonomy', 'It’s fine to take this home and talk it over.', 'home', 'Leaving it open is a proper ending too.'],
      ],
    },
    step: {
      says: 'I’ll get the patch Saturday, when I’m off. And I’ll call my girl at the four o’clock break. I’m going to tell her tonight.',
      marks: '+C',
      why: '“I’ll” and “I’m going to” are commitment, and it’s concrete.',
      end: 'step',
      after: 'He named a day, a thing and a person. It’s his plan, and it may still go another way. Ask next time how it went, whatever happened.',
    },
    home: {
      says: 'Let me take that home. I’ll be back about the cough in two weeks anyway. Ask me then.',
      marks: { '0': 6, '+V': 4 },
      why: 'He doesn’t promise a change. He does ask you to ask. Some raters hear readiness in that.',
      end: 'open-door',
      after: 'No plan today, and a date to talk. He leaves with his own reasons said out loud, which counts as much as any other ending.',
    },
    door: {
      says: 'All right. Thanks for letting it go. Maybe next time.',
      marks: { '0': 7, '+O': 3 },
      why: '“Maybe next time” is small. A few raters would mark it.',
      end: 'open-door',
      after: 'You ended it cleanly. He might not change anything, and he might come back. Stopping in time kept that open.',
    },
    gone: {
      says: 'You know what? Just give me something for the cough. I’m done talking about it.',
      marks: { '0': 6, '-C': 4 },
      why: '“I’m done talking” is about this conversation, so most would let it pass. Some hear a promise not to change.',
      end: 'withdrawn',
      after: 'He pulled back, because he had to defend himself. Look at the lines before it: at several of them an apology or a reflection might have brought him back.',
    },
  },
};
