// The parts of a flagged term: forms, scopes, contexts, offer, source.

/** The targets for which a term is flagged. `weight` includes eating. */
export type Scope = 'all' | 'substances' | 'alcohol' | 'tobacco' | 'weight' | 'diabetes' | 'medicines';

/**
 * A pattern (a space matches any white space) and its replacement, in which "..." is the last word of what it replaces.
 * Without a replacement, see the term's `advice`.
 */
export type WordForm = readonly [pattern: string, offer?: string];

/**
 * One term. `forms` are whole words, with a preceding "a" or "an". The first of two that match the same words wins.
 * `except` are contexts in which it means something else. `advice` is for the forms without a replacement. `from` has the
 * letters of its sources. Scopes are our own assignment.
 */
export interface Term {
  readonly id: string;
  readonly scopes: readonly Scope[];
  readonly forms: readonly WordForm[];
  readonly except: readonly string[];
  readonly advice: string | undefined;
  readonly from: Sources;
}

const SOURCES = {
  v: 'VA design system: substance use',
  w: 'VA design system: weight',
  b: 'BMJ 2022;377:e066720',
  a: 'Diabetes Care 2017;40:1790',
  p: 'AAP 2022 (PMC9386168)',
  n: 'NHS content guide',
  g: 'Goddu 2018 (doi 10.1007/s11606-017-4289-2)',
  s: 'Sun 2022 (PMC8973827)',
  u: 'unverified',
} as const;
type Source = keyof typeof SOURCES;

/** One to three letters of sources. */
type Sources = Source | `${Source}${Source}` | `${Source}${Source}${Source}`;

/** A row of a term: a form, or one of the two below. */
type Row = WordForm | { readonly except: string } | { readonly advice: string };

/** A row with a context in which the term means something else. */
export const except = (pattern: string): Row => ({ except: pattern });

/** The row with what to say about the forms without a replacement. */
export const advice = (text: string): Row => ({ advice: text });

/** Makes a term of its rows. */
export function term(id: string, scopes: readonly Scope[], from: Sources, rows: readonly Row[]): Term {
  return {
    id,
    scopes,
    forms: rows.filter((row): row is WordForm => Array.isArray(row)),
    except: rows.flatMap((row) => ('except' in row ? [row.except] : [])),
    advice: rows.flatMap((row) => ('advice' in row ? [row.advice] : []))[0],
    from,
  };
}

/** The names of a term's sources. Only the content review and the tests need them, so no page loads them. */
export const sourceOf = ({ from }: Term): string => [...from].map((letter) => SOURCES[letter as Source]).join('; ');

/** False if no source was found. */
export const isVerified = ({ from }: Term): boolean => !from.includes('u');
