// Reads search parameters and finds the matching resources. An unknown parameter is refused by name, so that no typing
// error looks like "no results". Knows nothing about paging or scopes.
import type { Resource } from 'fhir/r4';
import { localReference } from '../compartment.ts';
import { isFields, textsAt, valuesAt } from '../fields.ts';
import { PREFIXES, periodSpan, type Span, spanOf } from './moments.ts';
import { type Parameter, parametersOf, sortableOf } from './search-parameters.ts';

type Test = (resource: Resource, base: string) => boolean;

/** A parsed search. A match passes all tests. `sort` is applied in order. */
export interface Query {
  readonly tests: readonly Test[];
  readonly sort: readonly { readonly parameter: Parameter; readonly descending: boolean }[];
  /** The patients that the search names, if it does, so that an index can be used. */
  readonly patientIds?: readonly string[];
  readonly count?: number;
}

/** A value, or the reason why there is none. */
export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: string };

const fail = (error: string): { readonly ok: false; readonly error: string } => ({ ok: false, error });
const NO_PAGE_LIMIT = 1000;

/** Parses search parameters of a type. `_format` is accepted. Includes, elements, modifiers and chains are not. */
export function parseQuery(type: string, params: URLSearchParams): Parsed<Query> {
  const tests: Test[] = [];
  let patientIds: readonly string[] | undefined;
  let more: Pick<Query, 'sort' | 'count'> = { sort: [] };
  for (const [name, text] of params) {
    if (name === '_format') continue;
    if (name === '_sort' || name === '_count') {
      const control = name === '_sort' ? parseSort(type, text) : parseCount(text);
      if (!control.ok) return control;
      more = { ...more, ...control.value };
      continue;
    }
    const test = parseTest(type, name, text);
    if (!test.ok) return test;
    tests.push(test.value);
    if (name === 'patient') patientIds = splitList(text).map((value) => value.split('/').at(-1) ?? value);
  }
  return { ok: true, value: { ...more, tests, ...(patientIds && { patientIds }) } };
}

/** True if a resource passes every test. */
export const matchesQuery = (query: Query, resource: Resource, base: string): boolean =>
  query.tests.every((test) => test(resource, base));

/** The resources in the requested order, instants compared as instants. Those without a value come last. */
export function sortResources<T extends Resource>(query: Query, resources: readonly T[]): readonly T[] {
  if (query.sort.length === 0) return resources;
  const keyed = resources.map((resource) => ({ resource, keys: query.sort.map((rule) => sortKey(rule, resource)) }));
  keyed.sort((a, b) => {
    for (const [place, rule] of query.sort.entries()) {
      const order = compareKeys(a.keys[place], b.keys[place], rule.descending);
      if (order !== 0) return order;
    }
    return 0;
  });
  return keyed.map(({ resource }) => resource);
}

function parseSort(type: string, text: string): Parsed<Pick<Query, 'sort'>> {
  const rules = [];
  for (const rule of text.split(',')) {
    const name = rule.replace(/^-/, '');
    const parameter = parametersOf(type)[name];
    if (parameter === undefined || !sortableOf(type).includes(name))
      return fail(`This server cannot sort ${type} by "${name}".`);
    rules.push({ parameter, descending: rule.startsWith('-') });
  }
  return { ok: true, value: { sort: rules } };
}

function parseCount(text: string): Parsed<Pick<Query, 'count'>> {
  if (!/^\d{1,6}$/.test(text)) return fail(`"${text}" is no _count.`);
  return { ok: true, value: { count: Math.min(Number(text), NO_PAGE_LIMIT) } };
}

function parseTest(type: string, name: string, text: string): Parsed<Test> {
  const parameter = Object.hasOwn(parametersOf(type), name) ? parametersOf(type)[name] : undefined;
  if (parameter === undefined) return fail(`Unknown search parameter "${name}" for ${type}.`);
  if (text === '') return fail(`Search parameter "${name}" has no value.`);
  const choices: Test[] = [];
  for (const value of splitList(text)) {
    const test = MAKERS[parameter.kind](parameter, value);
    if (test === undefined) return fail(`"${value}" is not a value for the search parameter "${name}".`);
    choices.push(test);
  }
  return { ok: true, value: (resource, base) => choices.some((choice) => choice(resource, base)) };
}

/** A comma means OR unless it is escaped (R4 search.html, escaping search parameters). */
const splitList = (text: string): readonly string[] => text.split(/(?<!\\),/);
const unescaped = (text: string): string => text.replace(/\\([,|$\\])/g, '$1');

const MAKERS: Readonly<Record<Parameter['kind'], (parameter: Parameter, value: string) => Test | undefined>> = {
  token: ({ paths }, value) => {
    const bar = /(?<!\\)\|/.exec(value);
    const code = unescaped(bar === null ? value : value.slice(bar.index + 1));
    const system = bar === null ? undefined : unescaped(value.slice(0, bar.index));
    return (resource) => tokensAt(resource, paths).some((token) => isToken(token, system, code));
  },
  date: ({ paths }, value) => {
    const [, prefix = 'eq', rest = ''] = /^([a-z]{2})?(.+)$/.exec(value) ?? [];
    const asked = spanOf(rest.replace(' ', '+'));
    const compare = Object.hasOwn(PREFIXES, prefix) ? PREFIXES[prefix] : undefined;
    if (asked === undefined || compare === undefined) return undefined;
    return (resource) => spansAt(resource, paths).some((stored) => compare(stored, asked));
  },
  reference:
    ({ paths }, value) =>
    (resource, base) => {
      const wanted = localReference(value, base) ?? value;
      return referencesAt(resource, paths).some((text) => {
        const held = localReference(text, base) ?? text;
        return held === wanted || (!wanted.includes('/') && held.split('/').at(-1) === wanted);
      });
    },
  string: ({ paths }, value) => {
    const start = plain(unescaped(value));
    return (resource) => textsOfAll(resource, paths).some((text) => plain(text).startsWith(start));
  },
  uri:
    ({ paths }, value) =>
    (resource) =>
      textsOfAll(resource, paths).some((text) => text === value || text.startsWith(`${value}|`)),
};

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const textsOfAll = (resource: Resource, paths: readonly string[], tail = ''): readonly string[] =>
  paths.flatMap((path) => textsAt(resource, `${path}${tail}`));

const referencesAt = remembered((resource, paths) => textsOfAll(resource, paths, '.reference'));

interface Token {
  readonly system: string | undefined;
  readonly code: string;
}

/** Codes, codings, concepts and identifiers all search as tokens. */
const tokensAt = remembered((resource, paths): readonly Token[] =>
  paths.flatMap((path) => valuesAt(resource, path)).flatMap(tokensOf),
);

/** Caches the values of a resource: a version never changes, and every search reads thousands. */
function remembered<Found>(find: (resource: Resource, paths: readonly string[]) => Found) {
  const known = new WeakMap<readonly string[], WeakMap<Resource, Found>>();
  return (resource: Resource, paths: readonly string[]): Found => {
    const byResource = known.get(paths) ?? new WeakMap<Resource, Found>();
    known.set(paths, byResource);
    const before = byResource.get(resource);
    if (before !== undefined) return before;
    const found = find(resource, paths);
    byResource.set(resource, found);
    return found;
  };
}

function tokensOf(value: unknown): readonly Token[] {
  if (typeof value === 'string' || typeof value === 'boolean') return [{ system: undefined, code: String(value) }];
  if (!isFields(value)) return [];
  if (Array.isArray(value['coding'])) return value['coding'].flatMap(tokensOf);
  const code = value['code'] ?? value['value'];
  const system = typeof value['system'] === 'string' ? value['system'] : undefined;
  return typeof code === 'string' ? [{ system, code }] : [];
}

/** `|code` matches a token without a system, `system|` any code of a system. */
function isToken(token: Token, system: string | undefined, code: string): boolean {
  if (code !== '' && token.code !== code) return false;
  if (system === undefined) return true;
  return system === '' ? token.system === undefined : token.system === system;
}

const spansAt = remembered((resource, paths): readonly Span[] =>
  paths
    .flatMap((path) => valuesAt(resource, path))
    .flatMap((value) => {
      const [start, end] = isFields(value) ? [textsAt(value, 'start')[0], textsAt(value, 'end')[0]] : [];
      return (typeof value === 'string' ? spanOf(value) : periodSpan(start, end)) ?? [];
    }),
);

function sortKey({ parameter, descending }: Query['sort'][number], resource: Resource): number | string | undefined {
  if (parameter.kind !== 'date') return textsOfAll(resource, parameter.paths).map(plain).sort()[0];
  const spans = spansAt(resource, parameter.paths);
  if (spans.length === 0) return undefined;
  return descending ? Math.max(...spans.map(({ to }) => to)) : Math.min(...spans.map(({ from }) => from));
}

function compareKeys(a: number | string | undefined, b: number | string | undefined, descending: boolean): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  if (b === undefined) return -1;
  return (a < b ? -1 : 1) * (descending ? -1 : 1);
}
