// Phrases that a reader has to decode, with the plain way to say each. Source: docs/design/plain-english.md.

import { parseModule } from './imports.ts';
import type { WrittenText } from './written-texts.ts';

/** One phrase to avoid. `say` is what to write instead. */
interface HardPhrase {
  readonly name: string;
  readonly pattern: RegExp;
  readonly say: string;
}

/** A fault at one line. `what` is the phrase as written, or what was counted. */
export interface Fault {
  readonly kind: 'idiom' | 'spelling' | 'semicolon' | 'long sentence';
  readonly path: string;
  readonly line: number;
  readonly what: string;
  readonly say: string;
}

/** A phrase from its pattern. A space matches any white space, so a phrase may run over a line break. */
const hard = (name: string, say: string, source: string = name): HardPhrase => ({
  name,
  say,
  pattern: new RegExp(`(?<![\\p{L}\\p{N}-])(?:${source.replaceAll(' ', '\\s+')})(?![\\p{L}\\p{N}])`, 'giu'),
});

/** Words and constructions of the old idiom. Each pattern leaves out the uses that are plain English. */
const HARD_PHRASES: readonly HardPhrase[] = [
  hard(
    'stands',
    'is, appears or is stored',
    "(?<!(?:can't|can’t|cannot|things) )(?:stands?|stood)(?!-in\\b| (?:for|in for|out|by|up|a chance)\\b)",
  ),
  hard('anew', 'again'),
  hard('is none', 'is not one, is not valid, or has none', '(?<!there )(?:is|are|was|were) none(?! (?:of|at)\\b)'),
  hard('let go', 'release, discard or delete', 'lets? go|letting go'),
  hard('told', 'reported, shown or known', 'told (?:as|in|off|from|at)|(?:as|unless|until) told'),
  hard('whoever', 'anyone who, or name the person'),
  hard("nobody's", 'say what it belongs to, or that it has no owner', "nobody['’]s"),
  hard('the talk', 'the interview or the conversation', '(?:the|this|each|whole|one) talk'),
  hard('held', 'is valid or succeeded', '(?:that|which) held|(?:did|does|do|must) not hold'),
  hard(
    'undefined where',
    'if or when',
    '(?:undefined|absent|empty|null|none|true|false|nothing|throws) where|where there (?:is|are|was|were)',
  ),
  hard('seldom', 'rarely'),
  hard('at the press', 'on click, or when it is pressed', '(?:at|with|before|after) the press'),
  hard('words for IT', 'diagnostics', '(?:words|lines|text) for it'),
  hard(
    'picture',
    'frame',
    '(?:next|one|an? later|same|second) pictures? ?(?:later|after|before|back)?|pictures? (?:later|after|before)|picture-later',
  ),
  hard('asking', 'request, question or time', '(?:an?|one|each|second|first|any|of|every) asking'),
  hard(
    'is no',
    'is not a',
    '(?<!there )(?:is|are|was|were) no (?!longer|more|other|less|fewer|later|earlier|larger|smaller|better|worse|higher|lower|wider|one|need|such|doubt|way|reason|proof|matter|harm|use|help|secret|surprise)\\p{L}+',
  ),
  hard('Of a …, first', 'begin with the subject', '(?<=^|[.:;] )Of (?:an?|the|what|two|many|each) [^.?]*?,'),
  hard('nothing of', 'nothing about, or none of', 'nothing of'),
  hard('a coined name', 'a word that the field uses', 'wearHostLook|forIt|sieve|condemned|sought'),
];

/** British spellings, by their stems. */
const BRITISH =
  /(?<![\p{L}\p{N}])(?:colour|behaviour|neighbour|honour|favour|labour|rumour|harbour|licence|defence|centre|metre|litre|grey|catalogue|cancelled|cancelling|labelled(?!by)|labelling|travelled|modelled|modelling|judgement|whilst|programme|practise|recognis|organis|normalis|summaris|initialis|serialis|synchronis|standardis|analys(?=ed?\b)|artefact|ageing)\p{L}*/giu;

/** Names that are not ours to spell: a key of the files that sites have, and a FHIR status. */
const GIVEN = new Set(['behaviours', 'cancelled']);

/** The names in code that have a British word, also those of types, each once. */
export function britishNames(path: string, code: string): readonly string[] {
  const names = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, name } = node as { readonly type?: unknown; readonly name?: unknown };
    if (/Identifier$/.test(String(type)) && typeof name === 'string') names.add(name);
    for (const each of Object.values(node)) visit(each);
  };
  visit(parseModule(path, code).program);
  return [...names].filter((name) => !GIVEN.has(name) && wordsOf(name).search(BRITISH) >= 0);
}

/** `RAW_INK` as "RAW INK" and `rawInk` as "raw Ink". */
const wordsOf = (name: string): string => name.replace(/(?<=[a-z])(?=[A-Z])|[^\p{L}\p{N}]+/gu, ' ');

const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length - 1;

const matches = (written: WrittenText, pattern: RegExp, kind: Fault['kind'], say: string): readonly Fault[] =>
  [...written.text.matchAll(pattern)].map((found) => ({
    kind,
    path: written.path,
    line: written.line + lineAt(written.text, found.index),
    what: found[0].replace(/\s+/g, ' '),
    say,
  }));

/** What is quoted as code, and addresses, are not English. */
const withoutCode = (text: string): string =>
  text
    .replace(/`[^`]*`/g, (code) => code.replace(/[^\n]/g, 'x'))
    .replace(/https?:\S+/g, (url) => 'x'.repeat(url.length));

/** A stop before a new beginning, or an empty line. */
const END = /(?<=[.?!:]["”’)]?)\s+(?=["“(`[*]*[\p{Lu}\p{N}`x])|\n\s*\n/u;
/** In a table cell a semicolon separates the items of a list. */
const END_IN_CELL = new RegExp(`${END.source}|(?<=;)\\s+`, 'u');

/** Sentences with their offset. */
const sentencesOf = (
  text: string,
  end: RegExp,
): readonly { readonly at: number; readonly words: number; readonly start: string }[] => {
  const found: { at: number; words: number; start: string }[] = [];
  let at = 0;
  for (const sentence of text.split(end)) {
    const words = sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
    found.push({ at: text.indexOf(sentence, at), words: words.length, start: words.slice(0, 6).join(' ') });
    at = text.indexOf(sentence, at) + sentence.length;
  }
  return found;
};

const LONGEST = 25;

/** Every fault of one text. Only comments are checked for semicolons, and strings not for the length of a sentence. */
export function faultsOf(written: WrittenText): readonly Fault[] {
  const text = withoutCode(written.text);
  const plain = { ...written, text };
  const long = sentencesOf(text, written.kind === 'cell' ? END_IN_CELL : END).filter(({ words }) => words > LONGEST);
  return [
    ...HARD_PHRASES.flatMap(({ pattern, say }) => matches(plain, pattern, 'idiom', say)),
    ...matches(plain, BRITISH, 'spelling', 'the American spelling'),
    ...(written.kind === 'comment' ? matches(plain, /;(?=\s|$)/g, 'semicolon', 'two sentences') : []),
    ...(['comment', 'document', 'cell'].includes(written.kind)
      ? long.map(
          ({ at, words, start }): Fault => ({
            kind: 'long sentence',
            path: written.path,
            line: written.line + lineAt(text, at),
            what: `${words} words from "${start}"`,
            say: `at most ${LONGEST} words, one idea`,
          }),
        )
      : []),
  ];
}
