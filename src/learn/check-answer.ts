// Checks a written answer by plain rules. They know neither meaning nor tone, so the learner decides the rest.

/** A line to answer. `changeWords` are the first letters of words that carry its change talk. */
export interface ToAnswer {
  readonly says: string;
  readonly about: string;
  readonly asks: 'reflection' | 'question';
  readonly changeWords: readonly string[];
  /** Three answers, from plain to deep, each with what it does. */
  readonly models: readonly [Model, Model, Model];
}

/** One way to answer, and what it does. */
export type Model = readonly [says: string, why: string];

export type RuleName = 'statement' | 'open' | 'adds-meaning' | 'ends-on-change' | 'no-advice' | 'no-but';

/** One rule, and whether the answer keeps it. */
export interface RuleResult {
  readonly rule: RuleName;
  readonly kept: boolean;
}

const ADVICE =
  /\b(?:you (?:should|must(?! (?:be|feel|have)\b)|need to|have to|ought to|could try|might want to)|why don['’]t you|have you (?:tried|thought about|considered)|i(?:['’]d| would)? (?:suggest|recommend|advise)|if i were you|how about|what about (?:trying|just)|the best thing)\b/i;
/** Orders at the start of a clause. “You try to …” is a reflection. */
const ORDER = /(?:^|[.!?;:,]\s*)(?:(?:and|so|then|please|just|maybe)\s+)*(?:try (?:to|and)|make sure)\b/i;
/** The patient’s own “I should”, said back. */
const OWN_DUTY =
  /\byou (?:know|feel|think|say|said|believe|guess|wish) (?:that )?you (?:should|must|need to|have to|ought to)\b/gi;
const LEAD_IN = /^(?:\W*(?:and|so|ok(?:ay)?|well|then)\b[,\s]*)*/i;
const INVITES = /^(?:tell me|describe|walk me)\b/i;
/** “If you …, would it help?” is closed. What follows the first clause counts. */
const OPEN =
  /^(?:(?:what|how|in what way|where|who|which|why)\b|(?:when you|if you|looking|suppose)\b.*\b(?:what|how|where|who|which|why)\b)/is;

const splitWords = (text: string): readonly string[] => text.toLowerCase().match(/[a-z’']+/g) ?? [];
const SMALL = new Set(
  'i you me my your we it its it’s the a an and or but so to of in on at for with is are was be been that this just do don’t not'.split(
    ' ',
  ),
);
const contentWords = (text: string): readonly string[] =>
  splitWords(text.replaceAll("'", '’')).filter((word) => !SMALL.has(word));

function addsMeaning(line: string, answer: string): boolean {
  const said = new Set(contentWords(line));
  const own = contentWords(answer);
  return own.length > 0 && own.filter((word) => said.has(word)).length / own.length < 0.6;
}

/** Looks in the last half of the answer, or in all of it if it has at most four words. */
function endsOnChange(answer: string, changeWords: readonly string[]): boolean {
  const words = splitWords(answer);
  const last = words.slice(words.length <= 4 ? 0 : Math.floor(words.length / 2));
  return last.some((word) => changeWords.some((beginning) => word.startsWith(beginning)));
}

const givesAdvice = (text: string): boolean => ADVICE.test(text.replace(OWN_DUTY, '')) || ORDER.test(text);

/** Checks an answer by each rule, in the order shown. Empty if the answer has no words. */
export function checkAnswer(line: ToAnswer, answer: string): readonly RuleResult[] {
  const text = answer.trim();
  if (splitWords(text).length === 0) return [];
  const asked = text.replace(LEAD_IN, '');
  const asksOpenly = INVITES.test(asked) || (asked.endsWith('?') && OPEN.test(asked));
  const shape: readonly RuleResult[] =
    line.asks === 'reflection'
      ? [
          { rule: 'statement', kept: !text.endsWith('?') },
          { rule: 'adds-meaning', kept: addsMeaning(line.says, text) },
        ]
      : [{ rule: 'open', kept: asksOpenly }];
  const ending: readonly RuleResult[] =
    line.changeWords.length > 0 ? [{ rule: 'ends-on-change', kept: endsOnChange(text, line.changeWords) }] : [];
  return [
    ...shape,
    ...ending,
    { rule: 'no-advice', kept: !givesAdvice(text) },
    { rule: 'no-but', kept: !/\bbut\b/i.test(text) },
  ];
}
