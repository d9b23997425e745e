// What the guide says and the rules behind it: one file of script, fetched after the first paint.

export { orderBehaviours, suggestionsFrom } from '../../interview/guide/chart-suggestions.ts';
export { nextPrompts, promptIn } from '../../interview/guide/prompts/choose-prompt.ts';
export { flagTexts } from '../../interview/wording/flag-texts.ts';
