// A text that holds one of a few choices, words of one's own, or both: `Phone: after five`.

/** The choice that the text begins with. Undefined if it has none. */
export const choiceIn = <Choice extends string>(choices: readonly Choice[], text: string): Choice | undefined =>
  choices.find((choice) => text === choice || text.startsWith(`${choice}: `));

/** The text with this choice in place of the one before. Own words stay. */
export function withChoice(choices: readonly string[], text: string, choice: string | undefined): string {
  const before = choiceIn(choices, text);
  const own = before === undefined ? text : text.slice(before.length + 2);
  return [choice ?? '', own].filter((part) => part !== '').join(': ');
}
