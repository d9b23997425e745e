// How easy a text is to read, by two published formulas. Syllables are counted by rule, so single words may be off by one.

/** Sentences and words of a text. A line without a full stop is a sentence of its own. */
function parts(text: string): { readonly sentences: number; readonly words: readonly string[] } {
  const sentences = text.split(/[.!?¿¡\n]+/).filter((each) => /\p{L}|\d/u.test(each)).length;
  return { sentences: Math.max(1, sentences), words: text.match(/[\p{L}\d’']+/gu) ?? [] };
}

function englishSyllables(word: string): number {
  const plain = word.toLowerCase().replace(/[^a-z]/g, '');
  const groups = plain
    .replace(/(?:[^laeiouy]es|[^laeiouytd]ed|[^laeiouy]e)$/, '')
    .replace(/^y/, '')
    .match(/[aeiouy]{1,2}/g);
  return Math.max(1, groups?.length ?? 1);
}

// Two strong vowels, or a weak one with an accent, are two syllables. Any other run of vowels is one.
function spanishSyllables(word: string): number {
  const plain = word
    .toLowerCase()
    .replace(/([gq])u([eiéí])/g, '$1$2')
    .replace(/y(?![aeiouáéíóú])/g, 'i');
  const broken = plain.replace(/([aeoáéó])(?=[aeoáéóíú])/g, '$1-').replace(/([íú])(?=[aeoáéó])/g, '$1-');
  return Math.max(1, broken.match(/[aeiouáéíóúü]+/g)?.length ?? 1);
}

const sum = (words: readonly string[], syllables: (word: string) => number): number =>
  words.reduce((total, word) => total + syllables(word), 0);

/** Flesch-Kincaid grade level: years of schooling in the United States. Source: Kincaid et al., 1975. */
export function fleschKincaid(text: string): number {
  const { sentences, words } = parts(text);
  return 0.39 * (words.length / sentences) + 11.8 * (sum(words, englishSyllables) / words.length) - 15.59;
}

/** INFLESZ (Szigriszt-Pazos): 0 to 100 and beyond, 65 and more is "fairly easy". Source: Barrio-Cantalejo et al., 2008. */
export function inflesz(text: string): number {
  const { sentences, words } = parts(text);
  return 206.835 - 62.3 * (sum(words, spanishSyllables) / words.length) - words.length / sentences;
}
