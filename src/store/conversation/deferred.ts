// What the guide says and the rules behind it: one script file that loads after the first paint.

export { orderBehaviors, suggestionsFrom } from '../../interview/guide/chart-suggestions.ts';
export { nextPrompts, promptIn } from '../../interview/guide/prompts/choose-prompt.ts';
export { flagTexts } from '../../interview/wording/flag-texts.ts';
