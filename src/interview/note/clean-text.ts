// What typed or pasted text becomes before it is filed: the same words, without what no record can carry.

// Control characters except line feed, and halves of surrogate pairs: XHTML narrative forbids them (FHIR R4 string, XML 1.0).
const UNFILEABLE = /[\u0000-\u0009\u000b-\u001f\u007f\p{Surrogate}\ufffe\uffff]/gu;

/** The text with line ends as \n, tabs as spaces, no control characters, and no blank space around it. May be ''. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/\t/g, ' ').replace(UNFILEABLE, '').trim();
}
