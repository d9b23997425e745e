// Undoes what servers do to a text without changing its words: HTML entities and tags, Markdown escapes, Unicode forms
// and white space.

// Maps, because every object also has names such as "valueOf", which a text may contain.
const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    iexcl: '¡',
    iquest: '¿',
    ldquo: '“',
    rdquo: '”',
    lsquo: '‘',
    rsquo: '’',
    ndash: '–',
    mdash: '—',
    hellip: '…',
  }),
);

/** The combining mark in the name of a letter: `eacute` is e with an acute accent. */
const MARKS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    acute: '\u0301',
    grave: '\u0300',
    circ: '\u0302',
    tilde: '\u0303',
    uml: '\u0308',
    cedil: '\u0327',
  }),
);

function characterOf(entity: string, name: string): string {
  // `#233` and `#xE9` are numbers as JavaScript writes them, with a zero before the x.
  const code = name.startsWith('#') ? Number(name.slice(1).replace(/^x/i, '0x')) : Number.NaN;
  if (code <= 0x10ffff) return String.fromCodePoint(code);
  const mark = MARKS.get(name.slice(1));
  return NAMED.get(name) ?? (mark === undefined ? entity : `${name.slice(0, 1)}${mark}`.normalize());
}

/** The text without HTML entities. Those of scripts other than Latin have numbers. */
export const withoutEntities = (text: string): string => text.replace(/&(#?\w{2,8});/g, characterOf);

/** The text of an HTML fragment. Blocks and breaks begin a line. */
export const withoutTags = (text: string): string =>
  withoutEntities(text.replace(/<\/?(?:br|p|div|li)\b[^<>]*>/gi, '\n').replace(/<\/?[a-z][^<>]*>/gi, ''));

/** The text without the backslashes by which Markdown marks plain signs. */
export const withoutEscapes = (text: string): string => withoutEntities(text).replace(/\\([!-/:-@[-`{-~])/g, '$1');

/** The text in one Unicode form, with single blanks. */
export const foldedText = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** A normal form for comparing. Two texts with equal normal forms have the same words. */
export const plainText = (text: string): string => foldedText(withoutEscapes(text.replace(/<br ?\/?>/gi, ' ')));
