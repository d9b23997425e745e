// Cleans typed or pasted text before it is filed: the same words, without characters that a record cannot store.

// A FHIR R4 string allows characters from U+0020 on, tab, line feed and carriage return. Its pattern [ \r\n\t\S]+
// refuses all other white space, such as the no-break space of a word processor.
const LINE_BREAKS = /\r\n?|[\u0085\u2028\u2029]/g;
const BLANKS = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
// Control characters except line feed, unpaired surrogates, and the byte-order mark, which the pattern treats as space.
const UNFILEABLE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufeff\p{Surrogate}\ufffe\uffff]/gu;

/** The text with line breaks as \n, all other white space as a blank, no control characters, trimmed. May be ''. */
export function cleanText(text: string): string {
  return text.replace(LINE_BREAKS, '\n').replace(BLANKS, ' ').replace(UNFILEABLE, '').trim();
}
