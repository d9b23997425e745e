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
      complex: ["What you're longing for is…", 'A part of you can already picture…', 'It would mean a lot to you if…'],
      ask: ['What would that be like for you?', 'What do you hope will be different?'],
    },
    ability: {
      simple: ['You know you can…', "You've found a way to…", 'You could see yourself…'],
      complex: [
        "You've done it before, so you know…",
        'You already know what helps, like…',
        'When you set your mind to it, you…',
      ],
      affirm: ['You found a way, even when…', 'You know yourself well, so…', "You've come through hard things by…"],
      ask: ['What makes you feel you could?', 'What helped you then?'],
    },
    reason: {
      simple: ['One reason for you is…', 'It would help with…', "What you'd gain is…"],
      complex: [
        'For you this is really about…',
        'What matters underneath is…',
        "It costs you more than you'd like, especially…",
      ],
      ask: ['What makes that matter to you?', 'What else would get better?'],
    },
    need: {
      simple: ['Something has to give…', "It's getting harder to…", 'It matters to you that…'],
      complex: [
        'This has moved up your list, because…',
        "Things can't stay like this much longer, because…",
        "It's no small thing for you, since…",
      ],
      ask: ['What makes it matter now?', "What tells you it's time?"],
    },
    commitment: {
      simple: ["You're going to…", "You've made up your mind to…"],
      complex: ["You've settled this for yourself, because…", 'It feels different this time, because…'],
      affirm: ['You think things through before you…', "You're standing up for…"],
      ask: ['What will help you hold on to that?', 'How do you see it going?'],
    },
    activation: {
      simple: ["You're willing to…", "You're ready to…"],
      complex: ["You're leaning toward…", "You'd give it a try, as long as…"],
      affirm: ["You're open to it, even though…", "You're being honest with yourself about…"],
      ask: ['What would help you begin?', 'What makes you willing now?'],
    },
    'taking-steps': {
      simple: ["You've already…", 'You went ahead and…'],
      complex: ["You didn't wait for the perfect moment, you…", "You've shown yourself that…"],
      affirm: ['You did that, even though…', 'That took some courage, because…', 'You stayed with it when…'],
      ask: ['How did that go?', 'What made you decide to do it?'],
    },
    other: {
      simple: ["You've noticed…", "You're seeing that…"],
      complex: ['Things look different to you now, because…', "You're starting to wonder whether…"],
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
      simple: ['You enjoy it, and…', 'You like how it…', "Right now you'd rather…"],
      complex: [
        "You'd miss a part of it, and you're also…",
        'It has a place in your day, and…',
        "You don't want to be pushed, and…",
      ],
      ask: ['What would you like more of in its place?', 'What do you like less about it?'],
    },
    ability: {
      simple: ["So far it's been hard to…", "Right now you don't see a way to…", "You've tried, and…"],
      complex: [
        "It's not for lack of trying…",
        "You'd want to feel sure before…",
        "What's gotten in the way up to now is…",
      ],
      ask: ['What would make it a little easier?', 'When has it been less hard?'],
    },
    reason: {
      simple: ['One thing it does for you is…', 'It helps you with…', "For now it's easier to…"],
      complex: [
        "So far it's been your way to…",
        "You'd want another way to…",
        "You're weighing what you'd give up, like…",
      ],
      ask: ['How else could you get some of that?', "What's the other side of it for you?"],
    },
    need: {
      simple: ['Right now you rely on it for…', 'It feels like you need it to…', "It's hard to picture a day without…"],
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
      simple: ["You're not ready to…", 'It feels too soon to…'],
      complex: ["You'd want to be the one who says when…", "Before you'd think about it, you'd want…"],
      ask: ['What would you want to know first?', 'What would tell you the time is right?'],
    },
    'taking-steps': {
      simple: ['That time, you…', 'That day you…'],
      complex: ['You went with what you know, and…', 'Things were pulling you toward…'],
      ask: ['What was going on that day?', 'How do you feel about it now?'],
    },
    other: {
      simple: ['From where you stand…', "You've seen that…"],
      complex: ["It hasn't worried you so far, and…", "You've known people who…"],
      ask: ["What's your own sense of it?", 'What might make you see it differently?'],
    },
    unsure: {
      simple: ['You see it this way…', 'On the one hand…', 'For now, you…', 'As things are, you…'],
      complex: [
        "You're of two minds, and one of them says…",
        'This makes sense to you, and you also…',
        "There's more to it than people think, like…",
        'It all hangs together for you, and…',
      ],
      ask: [
        'What else is part of this for you?',
        'Where does that leave you?',
        'How would you like things to be?',
        'What would have to be different?',
      ],
    },
  },
};
