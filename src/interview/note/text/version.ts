// Where a readiness note begins in a text, and of which version it claims to be. Reads no line of it.

/** A text without the marks of the system it came from. */
export const plain = (text: string): string => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');

/** The version a text claims to be, or undefined where no note begins. */
export function versionOf(text: string): string | undefined {
  return /^[^\S\n]*READINESS NOTE \(Evoke text (\d{1,6})\)[^\S\n]*$/m.exec(plain(text))?.[1];
}
