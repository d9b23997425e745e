// Lists the notes of earlier visits: all forms side by side, the newest page of each first, older ones when asked for.
// Every hit is judged here and not by the server's filter.

import {
  FORMS,
  type Form,
  type HistoryEntry,
  type NotesFound,
  type Shortfall,
} from '../../interview/history/history.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import type { FetchFault } from '../faults.ts';
import type { Pages } from '../server/bundle-pages.ts';
import { maySearch } from '../server/may-search.ts';
import { createGathering, type Gathering } from './load-history.ts';
import type { Walk } from './paged-search.ts';
import { type SearchInput, walksOf } from './search.ts';

/** What listing needs. `takesSearch` asks the statement, and is undefined while that cannot be read. */
export interface ListNotesInput extends SearchInput {
  readonly takesSearch: (form: Form, signal: AbortSignal) => Promise<boolean | undefined>;
}

/** The list of one launch. It remembers how far it was read. */
export interface NoteList {
  /** Begins again, with the newest page of every search. Errors: the first search's, when none of them answered. */
  readonly newest: (signal: AbortSignal) => Promise<Result<NotesFound, FetchFault>>;
  /** Reads on where `newest` or this ended, and adds to what is held. A page that fails leaves what is held, and says so. */
  readonly older: (held: () => NotesFound, signal: AbortSignal) => Promise<NotesFound>;
}

interface Search {
  readonly form: Form;
  readonly walk: Walk;
}

type Answer = Search & { readonly page: Result<Pages, FetchFault> };

/** One reading of the chart, from its newest page on. */
interface Reading {
  readonly searches: readonly Search[];
  readonly gathering: Gathering;
  readonly shortfalls: Set<Shortfall>;
}

/** A form the EHR does not keep at all is no gap in the list; one it keeps and did not give is. */
async function isGap(input: ListNotesInput, form: Form, fault: FetchFault, signal: AbortSignal): Promise<boolean> {
  // Some servers answer a search that finds nothing with 404.
  if (fault.kind === 'notFound') return false;
  if (form === 'observation') return true;
  if (fault.kind === 'notSupported') return false;
  return (await input.takesSearch(form, signal)) !== false;
}

const stepAll = (searches: readonly Search[], signal: AbortSignal): Promise<readonly Answer[]> =>
  Promise.all(searches.map(async (search) => ({ ...search, page: await search.walk.step(signal) })));

async function takeUp({ gathering, shortfalls }: Reading, answers: readonly Answer[], signal: AbortSignal) {
  const pages = answers.flatMap(({ form, page }) => (page.ok ? [{ form, ...page.value }] : []));
  await Promise.all(pages.map(({ form, resources }) => gathering.add(form, resources, signal)));
  for (const shortfall of pages.flatMap((page) => page.shortfalls)) shortfalls.add(shortfall);
}

const opened = ({ searches }: Reading): readonly Search[] => searches.filter(({ walk }) => walk.isOpen());

/** The moment down to which every search was read: older entries may have others between them. */
function wholeSince(reading: Reading): Pick<NotesFound, 'wholeSince'> {
  const reached = opened(reading).flatMap(({ walk }) => walk.reached() ?? []);
  const [latest] = reached.toSorted((one, other) => Date.parse(other) - Date.parse(one));
  return latest === undefined ? {} : { wholeSince: latest };
}

function foundBy(reading: Reading, held: readonly HistoryEntry[], failed: readonly Shortfall[] = []): NotesFound {
  const { gathering, shortfalls } = reading;
  const more: readonly Shortfall[] = opened(reading).length ? ['more-to-load'] : [];
  return {
    entries: gathering.merged(held),
    shortfalls: [...shortfalls, ...failed, ...more],
    otherPatients: gathering.otherPatients(),
    ...wholeSince(reading),
  };
}

/** What failed for good in the first wave: nothing, a part of the list, or all of it. */
async function verdict(
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

/** Pages that hold only other surveys say nothing about whether there are notes: so many rounds are read on by itself. */
const ROUNDS = 4;
const hasNote = (entries: readonly HistoryEntry[]): boolean => entries.some(({ kind }) => kind === 'note');

async function begin(
  input: ListNotesInput,
  signal: AbortSignal,
): Promise<Result<{ readonly reading: Reading; readonly found: NotesFound }, FetchFault>> {
  const forms = FORMS.filter((form) => maySearch(input, form));
  if (!forms.length) return err({ kind: 'forbidden', issues: [] });
  const searches = forms.flatMap((form) => walksOf(input, form).map((walk) => ({ form, walk })));
  const reading: Reading = { searches, gathering: createGathering(input), shortfalls: new Set() };
  const answers = await stepAll(searches, signal);
  const state = await verdict(input, answers, signal);
  if (typeof state === 'object') return err(state);
  if (state === 'part') reading.shortfalls.add('search-failed');
  await takeUp(reading, answers, signal);
  let found = foundBy(reading, []);
  for (let round = 0; round < ROUNDS && opened(reading).length && !hasNote(found.entries); round += 1) {
    await takeUp(reading, await stepAll(opened(reading), signal), signal);
    found = foundBy(reading, found.entries);
  }
  return ok({ reading, found });
}

/** Pages of each search that one press reads. */
const PAGES_A_PRESS = 10;

async function readOlder(reading: Reading, signal: AbortSignal): Promise<readonly Shortfall[]> {
  for (let page = 0; page < PAGES_A_PRESS && opened(reading).length; page += 1) {
    const answers = await stepAll(opened(reading), signal);
    await takeUp(reading, answers, signal);
    if (answers.some((answer) => !answer.page.ok)) return ['older-failed'];
  }
  return [];
}

/** The list over one EHR. Entries of anyone else are dropped and counted, whatever the server was asked. */
export function createNoteList(input: ListNotesInput): NoteList {
  let reading: Reading | undefined;
  return {
    newest: async (signal) => {
      const begun = await begin(input, signal);
      if (!begun.ok) return begun;
      reading = begun.value.reading;
      return ok(begun.value.found);
    },
    older: async (held, signal) => {
      const going = reading;
      if (!going) return held();
      const failed = await readOlder(going, signal);
      // A list that was begun again meanwhile goes its own way.
      return going === reading ? foundBy(going, held().entries, failed) : held();
    },
  };
}
