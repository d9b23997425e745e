// Searches for resources that may be readiness notes, form by form. Servers ignore filters, so the caller must check
// every result.

import { OBSERVATION_CATEGORY } from '../../fhir/categories.ts';
import { PANEL } from '../../fhir/codes.ts';
import { textAt } from '../../fhir/datatypes/json.ts';
import { FORM_TYPES } from '../../fhir/form-types.ts';
import { NOTE_ID } from '../../fhir/identity.ts';
import { FORMS, type Form, type Shortfall } from '../../interview/history/history.ts';
import type { NoteId } from '../../interview/ids.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import type { EhrEntry } from '../../site.ts';
import type { FetchFault } from '../faults.ts';
import { FORM_ROWS } from '../forms/form-rows.ts';
import { searchPath } from '../server/address.ts';
import { ASK_AGAIN, type Pages, readPages } from '../server/bundle-pages.ts';
import type { ChartAccess } from '../server/chart-access.ts';
import { maySearchNotes } from '../server/scopes.ts';
import { createPagedSearch, type PagedSearch } from './paged-search.ts';

export interface SearchInput extends ChartAccess {
  readonly noteTypes: EhrEntry['noteTypes'];
}

/** Forms in which this sign-in may search, so that Evoke sends no search that will be refused. */
export const searchableForms = ({ scopes }: ChartAccess): readonly Form[] =>
  FORMS.filter((form) => maySearchNotes(scopes, FORM_TYPES[form]));

type Term = readonly [name: string, value: string];
type Found = Result<Pages, FetchFault>;

/** A term that is always true and never the same, so that no server cache can answer. */
function freshTerm(): Term {
  const random = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
  return ['_lastUpdated', `ge${new Date(946_684_800_000 + random).toISOString()}`];
}

const pathOf = ({ patient }: ChartAccess, form: Form, terms: readonly Term[]): string =>
  searchPath(FORM_TYPES[form], [['patient', patient], ...terms]);

/** True for a server that is down or busy, so that asking in other words helps nobody. */
export const isDown = (why: FetchFault): boolean => why.kind === 'server' && [502, 503, 504].includes(why.status ?? 0);

/** Tries one set of terms after another while the server refuses them. */
async function searchFirst(
  input: SearchInput,
  form: Form,
  ways: readonly (readonly Term[])[],
  signal: AbortSignal,
): Promise<Found> {
  let found: Found = err({ kind: 'badResponse' });
  for (const way of ways) {
    found = await readPages(input.base, input.fetchOne, pathOf(input, form, [...way, PAGE]), signal);
    if (found.ok || isDown(found.error) || !ASK_AGAIN.includes(found.error.kind)) break;
  }
  return found;
}

const PAGE: Term = ['_count', '100'];
/** Enough for a first screen. A list that must be read to its end uses larger pages. */
const FIRST: Term = ['_count', '30'];
const SURVEYS: Term = ['category', `${OBSERVATION_CATEGORY}|survey`];
const PANELS: Term = ['code', `${PANEL.system}|${PANEL.code}`];

/** The searches of each form, run in parallel. Each has alternative terms, the most specific first. */
function waysOf({ noteTypes }: SearchInput, form: Form): readonly (readonly (readonly Term[])[])[] {
  if (form === 'observation') return [[[SURVEYS], [['category', 'survey']]], [[PANELS]]];
  if (form === 'response') return [[[]]];
  return [[[['type', noteTypes.map(({ system, code }) => `${system}|${code}`).join(',')]], []]];
}

/** The resources of all searches, each once. Errors: the first search's, if all of them failed. */
function combine(found: readonly Found[]): Found {
  const [first] = found;
  const good = found.flatMap((one) => (one.ok ? [one.value] : []));
  if (!good.length && first && !first.ok) return first;
  const keyed = good.flatMap(({ resources }) => resources.map((one) => [textAt(one, 'id') ?? one, one] as const));
  const shortfalls = new Set<Shortfall>(good.flatMap((pages) => pages.shortfalls));
  if (good.length < found.length) shortfalls.add('search-failed');
  return ok({ resources: [...new Map(keyed).values()], shortfalls: [...shortfalls] });
}

/** The searches for notes of a form, each read page by page from the newest. */
export function pagedSearches(input: SearchInput, form: Form): readonly PagedSearch[] {
  const { base, fetchOne } = input;
  const order: Term = ['_sort', `-${FORM_ROWS[form].date}`];
  return waysOf(input, form).map((ways) => {
    const [fullest = []] = ways;
    const all = [[...fullest, FIRST, order], ...ways.map((way) => [...way, PAGE])];
    const until = (way: string, moment: string) => `${way}&${FORM_ROWS[form].date}=le${encodeURIComponent(moment)}`;
    return createPagedSearch({ base, fetchOne, ways: all.map((terms) => pathOf(input, form, terms)), until });
  });
}

/**
 * Every resource of a form that may be a note of this patient on or after `day` (`YYYY-MM-DD`), if the server filters
 * by date.
 */
export async function searchSince(input: SearchInput, form: Form, day: string, signal: AbortSignal): Promise<Found> {
  const since: Term = [FORM_ROWS[form].date, `ge${day}`];
  const fresh = freshTerm();
  const searches = waysOf(input, form).map((ways) => {
    const dated = ways.map((way) => [...way, since]);
    return searchFirst(input, form, [...dated.map((way) => [...way, fresh]), ...dated, ...ways], signal);
  });
  return combine(await Promise.all(searches));
}

/** Resources of a form with this note's identifier, for servers that support the parameter. Bypasses server caches. */
export function searchById(input: SearchInput, form: Form, id: NoteId, signal: AbortSignal): Promise<Found> {
  const named: Term = ['identifier', `${NOTE_ID}|${id}`];
  return searchFirst(input, form, [[named, freshTerm()], [named]], signal);
}
