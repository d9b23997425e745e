// What a clinician may say after a mark, by side and strand: reflections, then an affirmation, then a question. Stems
// end in "…" and the clinician adds the meaning. Own words, 30 November 2026.

import type { Side, Strand } from '../talk/talk.ts';

interface Lines {
  readonly simple: readonly string[];
  readonly complex: readonly string[];
  /** Affirmations, for kinds of talk that show a strength. */
  readonly affirm?: readonly string[];
  readonly ask: readonly string[];
}

/** The lines for one side and strand, true before and after a change. */
interface Stems extends Lines {
  /** More lines, true only while the change is still to come. */
  readonly ahead?: Partial<Lines>;
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
      complex: ["What you're longing for is…", 'It would mean a lot to you if…'],
      ask: ['What are you hoping for most?'],
      ahead: {
        complex: ['A part of you can already picture…'],
        ask: ['What would that be like for you?', 'What do you hope will be different?'],
      },
    },
    ability: {
      simple: ['You know you can…', "You've found a way to…", 'You can see yourself…'],
      complex: ['You already know what helps, like…', 'When you set your mind to it, you…'],
      affirm: ['You found a way, even when…', 'You know yourself well, so…', "You've come through hard things by…"],
      ask: ['What makes you feel you can?', 'What helped you then?'],
      ahead: { complex: ["You've done it before, so you know…"] },
    },
    reason: {
      simple: ['One reason for you is…'],
      complex: ['For you this is really about…', 'What matters underneath is…'],
      ask: ['What makes that matter to you?'],
      ahead: {
        simple: ['It would help with…', "What you'd gain is…"],
        complex: ["It costs you more than you'd like, especially…"],
        ask: ['What else would get better?'],
      },
    },
    need: {
      simple: ['It matters to you that…'],
      complex: ["It's no small thing for you, since…"],
      ask: ['What makes it matter now?'],
      ahead: {
        simple: ['Something has to give…', "It's getting harder to…"],
        complex: ['This has moved up your list, because…', "Things can't stay like this much longer, because…"],
        ask: ["What tells you it's time?"],
      },
    },
    commitment: {
      simple: ["You're going to…", "You've made up your mind to…"],
      complex: ["You've settled this for yourself, because…"],
      affirm: ['You think things through before you…', "You're standing up for…"],
      ask: ['What will help you hold on to that?', 'How do you see it going?'],
      ahead: { complex: ['It feels different this time, because…'] },
    },
    activation: {
      simple: ["You're willing to…", "You're ready to…"],
      complex: ["You're leaning toward…"],
      affirm: ["You're being honest with yourself about…"],
      ask: ['What makes you willing now?'],
      ahead: {
        complex: ["You'd give it a try, as long as…"],
        affirm: ["You're open to it, even though…"],
        ask: ['What would help you begin?'],
      },
    },
    'taking-steps': {
      simple: ["You've already…", 'You went ahead and…'],
      complex: ["You've shown yourself that…"],
      affirm: ['You did that, even though…', 'That took some courage, because…', 'You stayed with it when…'],
      ask: ['How did that go?', 'What made you decide to do it?'],
      ahead: { complex: ["You didn't wait for the perfect moment, you…"] },
    },
    other: {
      simple: ["You've noticed…", "You're seeing that…"],
      complex: ['Things look different to you now, because…'],
      ask: ['What else have you noticed?', 'What do you make of that?'],
      ahead: { complex: ["You're starting to wonder whether…"] },
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
      simple: ["Right now you'd rather…"],
      complex: ["You don't want to be pushed, and…"],
      ask: ['What do you like less about that?'],
      ahead: {
        simple: ['You enjoy it, and…', 'You like how it…'],
        complex: ["You'd miss a part of it, and you're also…", 'It has a place in your day, and…'],
        ask: ['What would you like more of in its place?'],
      },
    },
    ability: {
      simple: ["So far it's been hard to…", "Right now you don't see a way to…", "You've tried, and…"],
      complex: ["It's not for lack of trying…", 'What gets in the way is…'],
      ask: ['What would make it a little easier?', 'When has it been less hard?'],
      ahead: { complex: ["You'd want to feel sure before…"] },
    },
    reason: {
      simple: ["In some ways it's easier to…"],
      complex: ["You'd want another way to…"],
      ask: ['How else could you get some of that?', "What's the other side of it for you?"],
      ahead: {
        simple: ['One thing it does for you is…', 'It helps you with…'],
        complex: ["So far it's been your way to…", "You're weighing what you'd give up, like…"],
      },
    },
    need: {
      simple: ['It feels like you need it to…'],
      complex: [
        "Whatever you decide, it's important that you still…",
        "You'd want something in its place to…",
        'A lot rides on this for you, like…',
      ],
      ask: ['What would help with that part?', 'When do you need it less?'],
      ahead: { simple: ['Right now you rely on it for…', "It's hard to picture a day without…"] },
    },
    commitment: {
      simple: ["For now you've decided to…", "You don't plan to…"],
      complex: ["You're clear about where you stand today, and…", 'You want this to be your own choice, so…'],
      ask: ['What would make it worth another look?', 'How would you like to use our time?'],
    },
    activation: {
      simple: ["You're not ready to…"],
      complex: ["You'd want to do this your own way, and…"],
      ask: ['What would you want to know first?'],
      ahead: {
        simple: ['It feels too soon to…'],
        complex: ["You'd want to be the one who says when…", "Before you'd think about it, you'd want…"],
        ask: ['What would tell you the time is right?'],
      },
    },
    'taking-steps': {
      simple: ['That time, you…', 'That day you…'],
      complex: ['You went with what you know, and…', 'Things were pulling you toward…'],
      ask: ['What was going on that day?', 'How do you feel about it now?'],
    },
    other: {
      simple: ['From where you stand…', "You've seen that…"],
      complex: ["You've known people who…"],
      ask: ["What's your own sense of it?"],
      ahead: { complex: ["It hasn't worried you so far, and…"], ask: ['What might make you see it differently?'] },
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
