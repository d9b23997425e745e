// Cleans short texts of a chart that Evoke shows as facts: names, numbers, headings. One line, without hidden
// characters.

import { shorten } from './json.ts';

// Control characters, unpaired surrogates, bidi controls, fillers and all default-ignorable characters. In a name they
// could reverse the birth date on the sign button or make the name look empty. Joiners stay, because scripts need them.
// Source: https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point
const HIDING =
  /(?![\u200c\u200d])[\p{Cc}\p{Surrogate}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffb]/gu;

/** The text on one line, at most `most` UTF-16 units, without invisible characters. Undefined if nothing is left. */
export function labelText(text = '', most = 200): string | undefined {
  const visible = text
    .slice(0, 2 * most)
    .replace(/\s+/g, ' ')
    .replace(HIDING, '');
  const label = shorten(visible.replace(/ +/g, ' ').trim(), most);
  return /[^\s\u200c\u200d]/.test(label) ? label : undefined;
}
