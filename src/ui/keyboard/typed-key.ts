// Reads a key press the same way on every keyboard layout and with every input method. Knows no shortcut.

/** True while an input method composes text, also for the key that commits it: some report that one only by code 229. */
export const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;

/** What the keys of a United States layout type, by their place (UI Events KeyboardEvent code Values, section 3.1). */
const SIGNS = new Map([
  ['Period', '.'],
  ['Semicolon', ';'],
  ['Slash', '/'],
  ['Quote', "'"],
]);

/**
 * The key as our shortcuts name it, letters in lower case. A Cyrillic, Greek or other layout has no Latin letters, so the
 * place of the key on the keyboard decides there.
 */
export function typedKey({ key, code }: KeyboardEvent): string {
  if (!/^[\p{L}\p{M}]$/u.test(key) || /^\p{Script=Latin}$/u.test(key))
    return key.length === 1 ? key.toLowerCase() : key;
  return /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? SIGNS.get(code) ?? key;
}
