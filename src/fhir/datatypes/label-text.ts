// Short texts of a chart that stand as facts in ours: names, numbers, headings. One line, and nothing that hides or turns it.

import { shorten } from './json.ts';

// Controls, halves of pairs, zero-width signs and the marks that turn the direction of what follows: in a name they
// could reverse the birth date on the sign button, or make a name look empty. Joiners stay, since scripts need them.
const HIDING = /[\p{Cc}\p{Surrogate}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** The text on one line, at most so many UTF-16 units, without signs that cannot be seen. May be ''. */
export function labelText(text: string, most: number): string {
  const visible = text
    .slice(0, 2 * most)
    .replace(/\s+/g, ' ')
    .replace(HIDING, '');
  return shorten(visible.replace(/ +/g, ' ').trim(), most);
}
