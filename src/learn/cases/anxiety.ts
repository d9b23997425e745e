// Anxiety: whether to start therapy, for somebody who manages everything alone.

import type { Case } from '../case.ts';

export const ANXIETY: Case = {
  id: 'anxiety',
  title: 'Priya, who copes',
  setting: 'Priya is 29 and a new lawyer. Her heart races before hearings, and her tests are fine. A referral to therapy has been on the chart for three months.',
  change: 'start therapy',
  rulers: {
    importance: { at: 6, says: 'Because I turned down a trial last month. I said I was double-booked. I wasn’t.', marks: '+R', why: 'A cost of how things are: a reason.' },
    confidence: { at: 8, says: 'I get things done. If I book it, I’ll show up. That’s not the problem.', marks: '+A', why: 'She’s sure she could: ability. “If I book it” isn’t a promise yet.' },
    readiness: { at: 4, says: 'I’ve had the number on my phone since May. So I’m not at zero.', marks: { '+T': 6, '+V': 4 }, why: 'Saving the number is a step to some raters, readiness to others.' },
  },
  turns: {
    start: {
      says: 'I know it says I haven’t called the therapist. I’ve been swamped. It’s on my list.',
      marks: { '0': 6, '+O': 2, '-O': 2 },
      why: 'She’s getting ahead of a reproach. “On my list” can lean either way, so most would wait.',
      choices: [
        ['complex-reflection', 'You walked in half expecting to be marked late.', 'swamped', 'It meets the worry in the room with some warmth.'],
        ['open-question', 'Setting the list aside, how have you been?', 'swamped', 'It puts the person before the referral.'],
        ['confrontation', 'It’s been three months, Priya.', 'defends', 'It’s a fact, and it’s a reproach.'],
      ],
    },
    defends: {
      says: 'I work seventy hours. When would I go? My clients come first. That’s the job.',
      marks: '-R',
      why: 'No time, and clients first: reasons against.',
      choices: [
        ['repair', 'That came out as a reproach. You’re carrying a lot, and I’d like to hear about it.', 'swamped', 'It takes back the tone and turns to her.'],
        ['complex-reflection', 'Being there for clients is who you are. An hour for you feels taken from them.', 'clients', 'It shows the value in her reason.'],
        ['persuasion', 'You can’t help them if you’re not well yourself.', 'fine', 'A saying she’s heard. She’ll show you that she can.'],
      ],
    },
    fine: {
      says: 'I’m well. I won four out of five this year. I manage. Honestly, I’m fine.',
      marks: '-O',
      why: 'She plays the problem down. It favors no change, and fits no strand.',
      choices: [
        ['affirmation', 'Four out of five, with your heart pounding. That takes grit.', 'pounding', 'It honors what she manages, and lets the cost in by the side door.'],
        ['repair', 'You do manage. I was making a case, and you make them better than I do.', 'clients', 'A little humor, and the contest is over.'],
        ['confrontation', 'Fine people don’t come in with a racing heart.', 'cool', 'It cross-examines a lawyer.'],
      ],
    },
    cool: {
      says: 'All right. Then let’s stick to my heart. What did the EKG show?',
      marks: '0',
      why: 'She changes the subject to feel safe. Discord, not sustain talk.',
      choices: [
        ['repair', 'The EKG is fine, and I was out of line. What would make this visit worth your time?', 'clients', 'An answer, an apology, and the agenda is hers.'],
        ['autonomy', 'We can keep to your heart. Anything else is up to you.', 'clients', 'It gives her control, and she needs some.'],
        ['persuasion', 'It shows nothing, which tells you it’s anxiety.', 'gone', 'It uses the test to win.'],
      ],
    },
    swamped: {
      says: 'It’s mostly before hearings. My chest goes, my hands shake. I hide them under the table. Nobody knows.',
      marks: '0',
      why: 'She describes it, and trusts you with it. No side yet.',
      choices: [
        ['complex-reflection', 'You’re doing two jobs in there: the case, and keeping it hidden.', 'hiding', 'It names the second job that she hadn’t put into words.'],
        ['open-question', 'What does it take to keep that under the table?', 'hiding', 'It asks about the cost, in her image.'],
        ['advice', 'Breathing exercises help with that. In for four, out for six.', 'apps', 'A tip, when she’d just begun to show you.'],
      ],
    },
    apps: {
      says: 'I’ve got three apps for that. I breathe in the restroom before every hearing. It takes the edge off.',
      marks: { '-R': 5, '0': 3, '+T': 2 },
      why: 'If the change is therapy, then having another way is a reason not to. Some hear nothing, and some a step.',
      choices: [
        ['affirmation', 'You’ve been looking for ways to handle this all along.', 'hiding', 'It sees the effort in it.'],
        ['complex-reflection', 'It takes the edge off, and something’s left.', 'pounding', 'It says the half she left out. She can correct you.'],
        ['persuasion', 'Apps only cover it up, though.', 'fine', 'It takes away what she has.'],
      ],
    },
    clients: {
      says: 'If it got out that I see somebody … In this town, people talk. They’d wonder if I could take the pressure.',
      marks: '-R',
      why: 'What others might think: a reason against, and maybe the biggest one.',
      choices: [
        ['complex-reflection', 'You’ve worked hard for your name, and this could touch it.', 'name', 'It takes the fear seriously.'],
        ['open-question', 'Suppose nobody would ever know. What then?', 'name', 'It takes the barrier away for a moment, and sees what’s behind it.'],
        ['permission', 'Could I tell you one thing about how records are kept?', 'private', 'It asks and waits, so she can say what she knows already. It goes only so far: her fear isn’t about the law.'],
      ],
    },
    private: {
      says: 'I know the law. Records are private. I also know waiting rooms.',
      marks: '-R',
      why: 'She knows the fact, and it doesn’t reach her reason. She keeps it.',
      choices: [
        ['complex-reflection', 'It’s not the record that worries you. It’s the face across from you.', 'name', 'It hears what the worry is really about.'],
        ['permission', 'Could I tell you how some people get around the waiting room?', 'name', 'It asks before it tells.'],
        ['persuasion', 'You’d be surprised who sits in those rooms.', 'not-now', 'It makes light of what she said.'],
      ],
    },
    hiding: {
      says: 'It takes everything. I get home and I can’t speak. My partner says it’s like living with a coat rack.',
      marks: '+R',
      why: 'The cost at home: a reason.',
      choices: [
        ['complex-reflection', 'The courtroom gets all of you, and home gets what’s left.', 'pounding', 'It puts the cost in one sentence.'],
        ['open-question', 'What would you like home to get?', 'home-gets', 'It turns a cost into a wish.'],
        ['early-plan', 'Then let’s get that call made. I can dial it now.', 'not-now', 'She’s given one reason. You’ve picked up the phone.'],
      ],
    },
    'home-gets': {
      says: 'Me. The one who talks too much. I’d like to be her again on a Tuesday.',
      marks: '+D',
      why: '“I’d like” is desire.',
      choices: [
        ['complex-reflection', 'She’s still there. She just has no air left by six o’clock.', 'trial', 'It keeps faith with who she is.'],
        ['open-question', 'What would she do differently, about all this?', 'trial', 'It asks the part of her that knows.'],
        ['persuasion', 'Therapy would give you that back.', 'not-now', 'A promise you can’t make.'],
      ],
    },
    pounding: {
      says: 'Last week I couldn’t read my own notes. I made a joke and got through. I don’t know how many jokes I’ve got.',
      marks: '+R',
      why: 'It nearly went wrong, and it may again: a reason.',
      choices: [
        ['complex-reflection', 'You got through, and it scared you how close it was.', 'trial', 'It stays with the fear under the joke.'],
        ['affirmation', 'You can think on your feet, even then.', 'trial', 'True, and she can go on from there.'],
        ['early-plan', 'That settles it. This week you call.', 'not-now', 'It settles it for you.'],
      ],
    },
    name: {
      says: 'If nobody knew, I’d have gone in May. I’m tired of being scared of a room I’m good in.',
      marks: '+R +D',
      why: 'Being tired of it is a reason, and there’s a wish inside it. Either mark is good.',
      choices: [
        ['complex-reflection', 'You’re good in that room, and you want to be free in it, too.', 'trial', 'It says the wish she left half said.'],
        ['simple-reflection', 'You’d have gone in May.', 'trial', 'It gives her back the strongest words she used.'],
        ['persuasion', 'Then it’s just pride that’s stopping you.', 'not-now', 'It finds a fault, right after she opened up.'],
      ],
    },
    'not-now': {
      says: 'Not now. I’ve got a brief due. I said it’s on my list.',
      marks: '-V',
      why: '“Not now” is not ready: activation, on the sustain side.',
      choices: [
        ['repair', 'I got ahead of you there. You were telling me what it costs.', 'trial', 'It goes back to where she was.'],
        ['autonomy', 'You’ll know when. I won’t nag.', 'door-mid', 'It takes the pressure off, and means it.'],
        ['confrontation', 'It’ll be on your list next year, too.', 'gone', 'It may be true. It makes you one more person to hide from.'],
      ],
    },
    'door-mid': {
      says: 'Thank you. Everybody nags. … You know, I almost called on the fourth. I had it ringing.',
      marks: { '+T': 7, '+V': 3 },
      why: 'She almost called: a step to most raters. It came because you stopped pushing.',
      choices: [
        ['affirmation', 'You got as far as the ring. That took nerve.', 'trial', 'It notices a step she counts as a failure.'],
        ['open-question', 'What made you dial that day?', 'trial', 'It asks for the reason that moved her, and not for the one that stopped her.'],
        ['open-question', 'Why did you hang up?', 'hung-up', 'An open question, and it asks for the reasons against. So those are what you’ll hear.'],
      ],
    },
    'hung-up': {
      says: 'Because it got real. What would I even say? I talk for a living and I’d have nothing.',
      marks: { '-A': 6, '-R': 4 },
      why: 'She doubts that she could do it: ability, sustain, to most. It’s also why she hung up, so some hear a reason.',
      choices: [
        ['complex-reflection', 'In court you know your lines. There, you’d walk in without a brief.', 'trial', 'It understands why this is hard for her, of all people.'],
        ['affirmation', 'You’ve just said it quite clearly to me.', 'trial', 'It shows her that she can.'],
      ],
    },
    trial: {
      says: 'There’s a trial in September. A big one. I want to say yes to it. I need to get this sorted before then.',
      marks: '+D +N',
      why: '“I want to” is desire. “I need to” is need.',
      choices: [
        ['complex-reflection', 'September isn’t a deadline for them. It’s the trial you want to be yourself in.', 'how', 'It links the change to what she wants most.'],
        ['summary', 'You’re swamped, and this has had to wait. You want that trial, and this sorted before it. What else?', 'how', 'The other side comes first and briefly, her reasons come last, and she can add to them.'],
        ['early-plan', 'Perfect, so ten sessions before September.', 'not-now-2', 'You did the math for her.'],
      ],
    },
    'not-now-2': {
      says: 'Let me breathe. I said I need to sort it, and now I’ve got ten appointments.',
      marks: { '0': 6, '-V': 4 },
      why: 'She’s holding you off. Some hear “not ready” in it.',
      choices: [
        ['repair', 'You did, and I filled your calendar. I’m sorry. What would sorting it look like to you?', 'how', 'It empties the calendar and asks.'],
        ['autonomy', 'It could be none, or one, or something else. You choose.', 'door-warm-in', 'It gives it all back to her.'],
        ['confrontation', 'That’s what it takes, if you’re serious.', 'gone', 'It doubts her, and she doubts herself already.'],
      ],
    },
    'door-warm-in': {
      says: 'None, or one. I like that there’s a “none”.',
      marks: '0',
      why: 'She likes having a choice. It’s about how the conversation goes.',
      choices: [
        ['open-question', 'What would each of those be like for you?', 'how', 'It asks about none and one alike, so each answer is fine.'],
        ['autonomy', 'Then let’s leave it at that, and you tell me in a month.', 'door', 'It trusts her with it.'],
      ],
    },
    how: {
      says: 'Could it be by video? From my car, or wherever. And somebody not from here.',
      marks: { '+V': 7, '0': 3 },
      why: 'She asks how, and with conditions: ready to most, short of a promise. A question is neutral by the rules, so three in ten wait.',
      choices: [
        ['information', 'Yes, both. Some people do it at lunch from the car. How would that be for you?', 'step-in', 'She asked, so you answer: short, then her view.'],
        ['permission', 'Video’s possible, and there are a few ways to do it. Would you like to hear them?', 'step-in', 'It keeps the pace in her hands.'],
        ['advice', 'You’re better off in person, to start with.', 'gone', 'It takes away the way that she could.'],
      ],
    },
    'step-in': {
      says: 'Lunch, in the car. I could do that. Nobody looks twice at a lawyer talking to herself.',
      marks: '+A',
      why: '“I could do that” is ability.',
      choices: [
        ['plan-together', 'So what do you think you’ll do?', 'step', 'The key question, short and plain.'],
        ['open-question', 'What could get in the way, on a busy day?', 'step', 'It tests the plan before life does.'],
        ['autonomy', 'And it’s fine to sleep on it.', 'door', 'It leaves room to be unsure.'],
      ],
    },
    step: {
      says: 'I’ll write to them tonight. Not call. One session by video, before the fifteenth. Then I’ll decide.',
      marks: '+C',
      why: '“I’ll” with a time and a way is commitment. “Then I’ll decide” belongs to it.',
      end: 'step',
      after: 'One message and one session, her way. It could still not happen. If so, ask what she learned, and don’t ask why she didn’t.',
    },
    door: {
      says: 'I’ll think about it for real, not as a list item. Ask me in a month?',
      marks: { '+V': 4, '0': 6 },
      why: 'She invites you to ask again. Some hear readiness in that.',
      end: 'open-door',
      after: 'No step today. The referral is still there, and it isn’t a reproach anymore.',
    },
    gone: {
      says: 'Noted. Could you send my results to the portal? I have to run.',
      marks: '0',
      why: 'She’s gone behind the good manners. Nothing about therapy was said.',
      end: 'withdrawn',
      after: 'She left as the lawyer, since it wasn’t safe here to be more than that. One sentence of repair might still have helped at the line before.',
    },
  },
};
