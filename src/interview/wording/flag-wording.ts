// Finds the words of a text to flag, and what to offer instead. It changes, blocks and stores nothing.

import { capitalized } from '../../lib/english.ts';
import type { Family } from '../guide/families.ts';
import type { Scope, Term } from './term.ts';
import { TERMS } from './terms.ts';

/**
 * One flagged range: `start` and `end` (exclusive) in UTF-16 units. If `replaces` is true, `offer` can replace it
 * directly. Otherwise `offer` says how to phrase it differently.
 */
export interface Flag {
  readonly start: number;
  readonly end: number;
  readonly term: string;
  readonly offer: string;
  readonly replaces: boolean;
}

type Span = readonly [start: number, end: number];

const SCOPES: { readonly [Name in Family]?: readonly Scope[] } = {
  tobacco: ['tobacco'],
  alcohol: ['alcohol'],
  substances: ['substances'],
  eating: ['weight'],
  weight: ['weight'],
  medicines: ['medicines'],
  asthma: ['medicines'],
  heart: ['medicines'],
  diabetes: ['diabetes', 'medicines'],
};
const EVERY: readonly Scope[] = ['substances', 'alcohol', 'tobacco', 'weight', 'diabetes', 'medicines'];

/** The scopes of a target's family, including `all`. Every scope if the target is free text or not named. */
export function scopesOf(family: Family | undefined): readonly Scope[] {
  return family === undefined ? EVERY : (SCOPES[family] ?? []);
}

/**
 * The flagged words of a text, in order, never overlapping. The earlier of two that overlap wins, then the longer one.
 * Codes with their titles, names of programs and quoted words are not flagged. The time grows with the
 * length of the text. Source: docs/design/motivational-interviewing.md, "Kind words in notes".
 */
export function flagWords(text: string, scopes: readonly Scope[]): readonly Flag[] {
  if (text === '') return [];
  const plain = text.toLowerCase().replace(/\s+/g, ' ');
  const found = RULES.filter((rule) => rule.scopes.some((scope) => scope === 'all' || scopes.includes(scope))).flatMap(
    (rule) => flagsOf(rule, text, plain),
  );
  if (found.length === 0) return [];
  const kept = [...quoted(text), ...spansOf(PROGRAMS, text), ...codedTitles(text)];
  return withoutOverlap(outside(kept, found, text));
}

interface Rule {
  readonly id: string;
  readonly scopes: readonly Scope[];
  readonly forms: readonly Form[];
  readonly except: readonly Pattern[];
}

interface Form {
  readonly pattern: Pattern;
  readonly offer: string;
  readonly replaces: boolean;
  /** True if the pattern includes an article, which the offer then replaces. */
  readonly ownArticle: boolean;
}

/** Finds every range of a text that a pattern matches. `plain` is the text in lower case with single spaces. */
type Pattern = (text: string, plain: string) => readonly Span[];

const RULES: readonly Rule[] = TERMS.map(ruleOf);

function ruleOf({ id, scopes, forms, except, advice = '' }: Term): Rule {
  return {
    id,
    scopes,
    forms: forms.map(([pattern, offer]) => ({
      pattern: wholeWords(pattern, '(?:an? )?'),
      offer: offer ?? advice,
      replaces: offer !== undefined,
      ownArticle: pattern.startsWith('(?:an? )'),
    })),
    except: except.map((pattern) => wholeWords(pattern)),
  };
}

/**
 * `before` may come before the words. A space in a pattern matches any white space, of limited length so that no text
 * makes matching slow.
 */
function wholeWords(pattern: string, before = ''): Pattern {
  const spaced = (part: string): string => part.replaceAll('[- ]', '(?:-| )').replaceAll(' ', '(?:\\s{1,4})');
  let [rough, exact]: (RegExp | undefined)[] = [];
  return (text, plain) => {
    // There are hundreds of patterns. A browser needs up to half a millisecond to prepare one that ignores case, allows
    // any white space or knows letters of every language. So a plain one is tried first.
    rough ??= new RegExp(withoutContext(pattern));
    if (!rough.test(plain)) return [];
    exact ??= new RegExp(
      `(?<![\\p{L}\\p{N}_’'-])(?:${spaced(before)}(?:${spaced(pattern)}))(?![\\p{L}\\p{N}_])`,
      'giu',
    );
    return spansOf(exact, text);
  };
}

/**
 * The pattern without what must come before or after, for a text in lower case with single spaces. It matches wherever
 * the whole pattern does, and elsewhere.
 */
function withoutContext(pattern: string): string {
  let [kept, depth] = ['', 0];
  for (const token of pattern.match(/\\.|\[(?:\\.|[^\]])*\]|\(\?<?[=!]|\(|\)|[^\\[()]+/g) ?? []) {
    const isContext = depth > 0 || /^\(\?<?[=!]/.test(token);
    if (!isContext) kept += token.startsWith('\\') ? token : token.toLowerCase();
    else if (token.startsWith('(')) depth += 1;
    else if (token === ')') depth -= 1;
  }
  return kept;
}

function flagsOf({ id, forms, except }: Rule, text: string, plain: string): readonly Flag[] {
  const flags = forms.flatMap((form) => form.pattern(text, plain).map((span) => flagAt(id, form, span, text)));
  if (flags.length === 0) return flags;
  const meantOtherwise = except.flatMap((pattern) => pattern(text, plain));
  return outside(meantOtherwise, flags, text);
}

function flagAt(term: string, form: Form, [start, end]: Span, text: string): Flag {
  // "An addict's mother" and "obese-appearing": a part of a longer word cannot be replaced alone.
  const tied = /^(?:['’](?:s(?!\p{L})|\s)|-\p{L})/u.test(text.slice(end, end + 3));
  const replaces = form.replaces && !tied;
  const replaced = text.slice(start, end);
  const opens = /(?:^|[.!?\n]\s{0,4})$/.test(text.slice(Math.max(0, start - 5), start));
  const offer = replaces ? fitted(form, replaced, opens) : form.offer;
  return { start, end, term, offer, replaces };
}

/** The offer with the article and capitalization of what it replaces. `opens` is true at the start of a sentence. */
function fitted({ offer: pattern, ownArticle }: Form, replaced: string, opens: boolean): string {
  const offer = pattern.replace('...', /\p{L}+$/u.exec(replaced)?.[0] ?? '');
  const article = !ownArticle && /^an?\s/i.test(replaced) ? (/^[aeiou]/i.test(offer) ? 'an ' : 'a ') : '';
  const whole = article + offer;
  const capital = (opens ? /^\p{Lu}/u : /^\p{Lu}\p{Ll}|^A\s/u).test(replaced);
  return capital ? capitalized(whole) : whole;
}

function spansOf(pattern: RegExp, text: string): readonly Span[] {
  return [...text.matchAll(pattern)].map((match): Span => [match.index, match.index + match[0].length]);
}

/** The flags that overlap none of the spans. A mask keeps this linear if both are many. */
function outside(spans: readonly Span[], flags: readonly Flag[], text: string): readonly Flag[] {
  if (spans.length === 0) return flags;
  const mask = new Uint8Array(text.length);
  for (const [start, end] of spans) mask.fill(1, start, end);
  return flags.filter(({ start, end }) => !mask.subarray(start, end).includes(1));
}

/** Earliest first. If two overlap, the one that starts earlier wins, then the longer one. */
function withoutOverlap(flags: readonly Flag[]): readonly Flag[] {
  const kept: Flag[] = [];
  for (const flag of flags.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (last === undefined || last.end <= flag.start) kept.push(flag);
  }
  return kept;
}

const PROGRAMS =
  /(?:Alcoholics|Narcotics|Gamblers|Overeaters|Cocaine|Marijuana) Anonymous|Substance Abuse and Mental Health Services Administration|National Institute on (?:Drug Abuse|Alcohol Abuse and Alcoholism)|Drug Abuse (?:Screening Test|Resistance Education|Treatment Act)|Mothers Against Drunk Driving|Medication[- ]Assisted Treatment (?:Program|Programme|Clinic)/giu;

/** Quoted phrases of two or more words, probably the patient's own. A single word is a scare quote. */
function quoted(text: string): readonly Span[] {
  return spansOf(/[“"«][^“”"«»\n]+[”"»]/gu, text).filter(([start, end]) => /\s/.test(text.slice(start + 2, end - 2)));
}

const CODE = /(?<![\p{L}\p{N}])[A-TV-Z]\d[0-9A-Z]\.[0-9A-Z]{1,4}(?![\p{L}\p{N}])/gu;
const TITLE =
  /(?:Alcohol(?:ic|ism)?|Opioid|Cannabis|Cocaine|Nicotine|Sedative|Other|Psychoactive|Morbid|Obesity|Overweight|Type [12]|Diabetic|Drug|Patient['’]s|Noncompliance|Underdosing|Personal history|Acute|Chronic)[^\n.;]{0,80}/u;
const AFTER = new RegExp(`^[\\s:)–-]{1,4}${TITLE.source}`, 'u');
const BEFORE = new RegExp(`${TITLE.source}[\\s(:–-]{1,4}$`, 'u');

/** A classification code with its title ("F10.10 Alcohol abuse"), which is not our wording. */
function codedTitles(text: string): readonly Span[] {
  return spansOf(CODE, text).map(([start, end]): Span => {
    const before = BEFORE.exec(text.slice(Math.max(0, start - 90), start))?.[0].length ?? 0;
    const after = AFTER.exec(text.slice(end, end + 90))?.[0].length ?? 0;
    return [start - before, end + after];
  });
}
