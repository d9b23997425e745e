// What typed or pasted text becomes before it is filed: the same words, without what no record can carry.

// FHIR R4 string: characters from U+0020 on, tab, line feed and carriage return; its pattern [ \r\n\t\S]+ refuses every
// other character that counts as white space, such as the no-break space of a word processor.
const LINE_BREAKS = /\r\n?|[\u0085\u2028\u2029]/g;
const BLANKS = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
// Control characters except line feed, halves of surrogate pairs and the byte-order mark, which is white space to the pattern.
const UNFILEABLE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufeff\p{Surrogate}\ufffe\uffff]/gu;

/** The text with line breaks as \n, every other white space as a plain blank, no control characters, trimmed. May be ''. */
export function cleanText(text: string): string {
  return text.replace(LINE_BREAKS, '\n').replace(BLANKS, ' ').replace(UNFILEABLE, '').trim();
}
