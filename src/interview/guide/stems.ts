// What a clinician may say after a mark, by side and strand: reflections, then an affirmation, then a question. Stems
// end in "…" and the clinician adds the meaning. Own words, 28 November 2026.

import type { Side, Strand } from '../talk/talk.ts';

/** The lines for one side and strand: two or more simple and two or more complex reflections, and questions. */
interface Stems {
  readonly simple: readonly string[];
  readonly complex: readonly string[];
  /** Affirmations, for kinds of talk that show a strength. */
  readonly affirm?: readonly string[];
  readonly ask: readonly string[];
}

export type AllStems = { readonly [S in Side]: { readonly [Each in Strand]: Stems } };

/**
 * Every stem in English. Those for `unsure` fit any strand of their side. There are four or more of them of each kind,
 * so that no line repeats within ten.
 */
export const STEMS: AllStems = {
  change: {
    desire: {
      simple: ["You'd like…", "You're hoping…", 'You wish…'],
      complex: ["What you're longing for is…", "You're holding on to the hope that…", 'It would mean a lot to you if…'],
      ask: ['What would you most like about that?', 'What are you hoping for most?'],
    },
    ability: {
      simple: ['You know you can…', "You've found a way to…", 'You can see yourself…'],
      complex: [
        "You've seen what you can do, so…",
        'You already know what helps, like…',
        'When you set your mind to it, you…',
      ],
      affirm: ['You found a way, even when…', 'You know yourself well, so…', "You've come through hard things by…"],
      ask: ['What makes you feel you can?', 'What helped you do that?'],
    },
    reason: {
      simple: ['One reason for you is…', 'It matters for…', 'You care about this because of…'],
      complex: [
        'For you this is really about…',
        'What matters underneath is…',
        "You can see what it's worth to you, like…",
      ],
      ask: ['What makes that matter to you?', 'What other reasons come to mind?'],
    },
    need: {
      simple: ['This one really counts for you…', "You don't want to let this slide…", 'It matters to you that…'],
      complex: [
        'This comes first now, because…',
        'To you this is a must, because…',
        "It's no small thing for you, since…",
      ],
      ask: ['What makes it matter now?', "What's at stake for you?"],
    },
    commitment: {
      simple: ["You're going to…", "You've made up your mind to…"],
      complex: ["You've settled this for yourself, because…", "It's your own decision, and it comes from…"],
      affirm: ['You think things through before you…', "You're standing up for…"],
      ask: ['What will help you hold on to that?', 'How do you see it going?'],
    },
    activation: {
      simple: ["You're willing to…", "You're ready to…"],
      complex: ["You're leaning toward…", "You'd say yes, as long as…"],
      affirm: ["You're showing up for this, even though…", "You're being honest with yourself about…"],
      ask: ['What would help you do it?', 'What makes you willing now?'],
    },
    'taking-steps': {
      simple: ["You've already…", 'You went ahead and…'],
      complex: ['When it came to it, you…', "You've shown yourself that…"],
      affirm: ['You did that, even though…', 'That took some courage, because…', 'You stayed with it when…'],
      ask: ['How did that go?', 'What made you decide to do it?'],
    },
    other: {
      simple: ["You've noticed…", "You're seeing that…"],
      complex: ['Things look different to you now, because…', "It's become clear to you that…"],
      ask: ['What else have you noticed?', 'What do you make of that?'],
    },
    unsure: {
      simple: ['So for you…', "What I'm hearing is…", "You're saying…", 'The way you put it…'],
      complex: [
        'If I follow you, the heart of it is…',
        "And what's behind that is…",
        'So this touches…',
        'What stays with you is…',
      ],
      ask: ['What else?', 'In what way?', 'How does that fit with what you care about?', 'What would be an example?'],
    },
  },
  sustain: {
    desire: {
      simple: ['There are things you like about…', 'A part of you wants…', "Right now you'd rather…"],
      complex: [
        "There's a pull in that, and you're also…",
        'You know what you like, and…',
        "You don't want to be pushed, and…",
      ],
      ask: ["How does that fit with what else you'd like?", 'What do you like less about that?'],
    },
    ability: {
      simple: ["So far it's been hard to…", "Right now you don't see a way to…", "You've tried, and…"],
      complex: ["It's not for lack of trying…", "You'd like to feel sure that…", 'What gets in the way is…'],
      ask: ['What would make it a little easier?', 'When has it been less hard?'],
    },
    reason: {
      simple: ['One side of it for you is…', "You've got your reasons, like…", "In some ways it's easier to…"],
      complex: ["What you'd still want is…", "You'd want another way to…", "You're weighing the price of it, like…"],
      ask: ['How else could you get some of that?', "What's the other side of it for you?"],
    },
    need: {
      simple: ['What you need right now is…', 'It feels like you need it to…', 'There are days when you need…'],
      complex: [
        "Whatever you decide, it's important that you still…",
        "You'd want something in its place to…",
        'A lot rides on this for you, like…',
      ],
      ask: ['What would help with that part?', 'When do you need it less?'],
    },
    commitment: {
      simple: ["For now you've decided to…", "You don't plan to…"],
      complex: ["You're clear about where you stand today, and…", 'You want this to be your own choice, so…'],
      ask: ['What would make it worth another look?', 'How would you like to use our time?'],
    },
    activation: {
      simple: ["You're not ready to…", "You'd rather not…"],
      complex: ["You'd want to do this your own way, and…", "Before you'd say yes, you'd want…"],
      ask: ['What would you want to know first?', 'What would help you feel ready?'],
    },
    'taking-steps': {
      simple: ['That time, you…', 'That day you…'],
      complex: ['You went with what you know, and…', 'Things were pulling you toward…'],
      ask: ['What was going on that day?', 'How do you feel about it now?'],
    },
    other: {
      simple: ['From where you stand…', "You've seen that…"],
      complex: ['You look at it your own way, and…', "You've known people who…"],
      ask: ["What's your own sense of it?", 'How does that fit with your own life?'],
    },
    unsure: {
      simple: ['You see it this way…', 'On the one hand…', 'For now, you…', 'As things are, you…'],
      complex: [
        "You're of two minds, and one of them says…",
        'This makes sense to you, and you also…',
        "There's more to it than people think, like…",
        "You've thought about this, and…",
      ],
      ask: [
        'What else is part of this for you?',
        'Where does that leave you?',
        'How would you like things to be?',
        "What's that like for you?",
      ],
    },
  },
};
