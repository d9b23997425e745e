// Lists the notes of earlier visits: all forms in parallel, the newest page of each first, older pages on demand. Every
// resource is checked here, because servers may ignore filters.

import type { Form, HistoryEntry, NotesFound, Shortfall } from '../../interview/history/history.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import type { FetchFault } from '../faults.ts';
import type { Pages } from '../server/bundle-pages.ts';
import type { Statement } from '../server/statement.ts';
import { createHistoryLoader, type HistoryLoader } from './load-history.ts';
import type { PagedSearch } from './paged-search.ts';
import { pagedSearches, type SearchInput, searchableForms } from './search.ts';

/** The statement says whether a search that failed is supported at all. */
export interface ListNotesInput extends SearchInput {
  readonly statement: Pick<Statement, 'readSoon'>;
}

interface Search {
  readonly form: Form;
  readonly pages: PagedSearch;
}

type Answer = Search & { readonly page: Result<Pages, FetchFault> };

/** One pass over the chart, from its newest page on. */
interface Reading {
  readonly searches: readonly Search[];
  readonly loader: HistoryLoader;
  readonly shortfalls: Set<Shortfall>;
}

/** True if notes may be missing: a form failed that the EHR does not say it lacks. */
async function isGap(input: ListNotesInput, form: Form, fault: FetchFault, signal: AbortSignal): Promise<boolean> {
  // Some servers respond to a search without results with 404.
  if (fault.kind === 'notFound') return false;
  if (form === 'observation') return true;
  if (fault.kind === 'notSupported') return false;
  return (await input.statement.readSoon(signal))?.[form].search !== false;
}

const stepAll = (searches: readonly Search[], signal: AbortSignal): Promise<readonly Answer[]> =>
  Promise.all(searches.map(async (search) => ({ ...search, page: await search.pages.step(signal) })));

async function addPages({ loader, shortfalls }: Reading, answers: readonly Answer[], signal: AbortSignal) {
  const pages = answers.flatMap(({ form, page }) => (page.ok ? [{ form, ...page.value }] : []));
  await Promise.all(pages.map(({ form, resources }) => loader.add(form, resources, signal)));
  for (const shortfall of pages.flatMap((page) => page.shortfalls)) shortfalls.add(shortfall);
}

const openSearches = ({ searches }: Reading): readonly Search[] => searches.filter(({ pages }) => pages.isOpen());

/** The date down to which every search was read. Older entries may have others between them. */
function wholeSince(reading: Reading): string | undefined {
  const reached = openSearches(reading).flatMap(({ pages }) => pages.reached() ?? []);
  return reached.toSorted((one, other) => Date.parse(other) - Date.parse(one))[0];
}

function foundBy(reading: Reading, held: readonly HistoryEntry[], failed: readonly Shortfall[] = []): NotesFound {
  const { loader, shortfalls } = reading;
  const more: readonly Shortfall[] = openSearches(reading).length ? ['more-to-load'] : [];
  return {
    entries: loader.mergeInto(held),
    shortfalls: [...shortfalls, ...failed, ...more],
    otherPatients: loader.otherPatients(),
    wholeSince: wholeSince(reading),
  };
}

/** What failed in the first round: nothing, a part of the list, or all of it. */
async function firstRoundState(
  input: ListNotesInput,
  answers: readonly Answer[],
  signal: AbortSignal,
): Promise<'whole' | 'part' | FetchFault> {
  const forms = [...new Set(answers.map(({ form }) => form))];
  const states = await Promise.all(
    forms.map(async (form) => {
      const faults = answers.flatMap((each) => (each.form === form && !each.page.ok ? [each.page.error] : []));
      const [fault] = faults;
      if (!fault) return 'whole';
      if (answers.some((each) => each.form === form && each.page.ok)) return 'part';
      return (await isGap(input, form, fault, signal)) ? fault : 'whole';
    }),
  );
  const [first = 'whole'] = states;
  if (typeof first === 'object' && states.every((state) => typeof state === 'object')) return first;
  return states.every((state) => state === 'whole') ? 'whole' : 'part';
}

/** Pages with only other surveys do not show whether there are notes, so up to this many more rounds are read. */
const ROUNDS = 4;
const hasNote = (entries: readonly HistoryEntry[]): boolean => entries.some(({ kind }) => kind === 'note');

async function begin(
  input: ListNotesInput,
  signal: AbortSignal,
): Promise<Result<{ readonly reading: Reading; readonly found: NotesFound }, FetchFault>> {
  const forms = searchableForms(input);
  if (!forms.length) return err({ kind: 'forbidden', issues: [] });
  const searches = forms.flatMap((form) => pagedSearches(input, form).map((pages) => ({ form, pages })));
  const reading: Reading = { searches, loader: createHistoryLoader(input), shortfalls: new Set() };
  const answers = await stepAll(searches, signal);
  const state = await firstRoundState(input, answers, signal);
  if (typeof state === 'object') return err(state);
  if (state === 'part') reading.shortfalls.add('search-failed');
  await addPages(reading, answers, signal);
  let found = foundBy(reading, []);
  for (let round = 0; round < ROUNDS && openSearches(reading).length && !hasNote(found.entries); round += 1) {
    await addPages(reading, await stepAll(openSearches(reading), signal), signal);
    found = foundBy(reading, found.entries);
  }
  return ok({ reading, found });
}

/** Pages of each search to read when the clinician asks for older notes once. */
const PAGES_A_PRESS = 10;

async function readOlder(reading: Reading, signal: AbortSignal): Promise<readonly Shortfall[]> {
  for (let page = 0; page < PAGES_A_PRESS && openSearches(reading).length; page += 1) {
    const answers = await stepAll(openSearches(reading), signal);
    await addPages(reading, answers, signal);
    if (answers.some((answer) => !answer.page.ok)) return ['older-failed'];
  }
  return [];
}

/**
 * The note list of one launch, which remembers how far it has read. Entries of other patients are dropped and counted,
 * whatever the search asked for.
 */
export function createNoteList(input: ListNotesInput) {
  let reading: Reading | undefined;
  return {
    /** Starts again with the newest page of every search. If every search failed, the error is that of the first. */
    newest: async (signal: AbortSignal): Promise<Result<NotesFound, FetchFault>> => {
      const begun = await begin(input, signal);
      if (!begun.ok) return begun;
      reading = begun.value.reading;
      return ok(begun.value.found);
    },
    /** Reads on and adds to what is held. If a page fails, the list keeps what is held and reports the failure. */
    older: async (held: () => NotesFound, signal: AbortSignal): Promise<NotesFound> => {
      const going = reading;
      if (!going) return held();
      const failed = await readOlder(going, signal);
      // If the list was started again in the meantime, this result is discarded.
      return going === reading ? foundBy(going, held().entries, failed) : held();
    },
  };
}
