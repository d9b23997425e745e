// Reads a key press the same way on every keyboard layout and with every input method.

/** True while an input method composes text, including the key that commits it, which some report only as code 229. */
export const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;

/** The characters of a United States layout, by key position (UI Events KeyboardEvent code Values, section 3.1). */
const SIGNS = new Map([
  ['Period', '.'],
  ['Semicolon', ';'],
  ['Slash', '/'],
  ['Quote', "'"],
]);

/**
 * The key as our shortcuts name it, letters in lower case. Layouts without Latin letters (Cyrillic, Greek) use the
 * position of the key instead.
 */
export function typedKey({ key, code }: KeyboardEvent): string {
  if (!/^[\p{L}\p{M}]$/u.test(key) || /^\p{Script=Latin}$/u.test(key))
    return key.length === 1 ? key.toLowerCase() : key;
  return /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? SIGNS.get(code) ?? key;
}
