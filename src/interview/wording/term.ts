// The parts of a flagged term: forms, scopes, contexts, offer, source.

/** The targets for which a term is flagged. `weight` includes eating. */
export type Scope = 'all' | 'substances' | 'alcohol' | 'tobacco' | 'weight' | 'diabetes' | 'medicines';

/** A pattern (a space matches any white space) and its replacement. Without a replacement, see the term's `advice`. */
export type WordForm = readonly [pattern: string, offer?: string];

/**
 * One term. `forms` are tried in order, as whole words, with a preceding "a" or "an". `except` are contexts in which it
 * means something else. `advice` is for terms without a direct replacement. `verified` is false if no source was found.
 * Scopes are our own assignment.
 */
export interface Term {
  readonly id: string;
  readonly scopes: readonly Scope[];
  readonly forms: readonly WordForm[];
  readonly except?: readonly string[];
  readonly advice?: string;
  readonly source: string;
  readonly verified: boolean;
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

interface More {
  readonly except?: readonly string[];
  readonly advice?: string;
}

/** `from` has the letters of the sources. */
export function term(
  id: string,
  scopes: readonly Scope[],
  from: Sources,
  forms: readonly WordForm[],
  more: More = {},
): Term {
  const source = [...from].map((letter) => SOURCES[letter as Source]).join('; ');
  return { id, scopes, forms, ...more, source, verified: !from.includes('u') };
}
