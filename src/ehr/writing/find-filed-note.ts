// Searches the chart for a note by its number. Sends nothing, and allows for a search index that lags. Source:
// docs/design/readiness-note.md, "Writing one note".

import { field, textAt } from '../../fhir/datatypes/json.ts';
import { FORM_TYPES } from '../../fhir/form-types.ts';
import { isPart } from '../../fhir/parts/note-parts.ts';
import { compareNotes } from '../../interview/history/compare-notes.ts';
import { type FiledAt, type Form, inKeepingOrder } from '../../interview/history/history.ts';
import type { NoteEntry } from '../../interview/history/visits.ts';
import type { ReadinessNote } from '../../interview/note/note.ts';
import type { Binding } from '../../interview/visit.ts';
import type { FetchFault } from '../faults.ts';
import { withTextOfNote } from '../forms/document-content.ts';
import type { Stored } from '../forms/form.ts';
import { FORM_ROWS } from '../forms/form-rows.ts';
import { type SearchInput, searchById, searchSince } from '../history/search.ts';
import type { WriteEnd, WriteStep } from '../port.ts';
import { readPath } from '../server/address.ts';
import { pause } from '../server/pause.ts';
import { type CompareInput, compareReadBack, hasNoteId } from './compare-read-back.ts';

export interface FindInput extends SearchInput, CompareInput {
  /** False if the statement does not list the parameter. */
  readonly mayFindById: (form: Form) => boolean;
  /** True if notes are stored here under their own number, so that a read by id finds them. */
  readonly isStoredByNumber: (form: Form) => boolean;
}

/**
 * Pauses between searches in milliseconds, 32 seconds in total. Real indexes lag up to 15 s, gateways wait up to 25 s.
 */
export const LOOK_AGAIN_MS: readonly number[] = [1_010, 2_010, 4_010, 7_010, 9_010, 9_010];

const DAY_MS = 86_400_000;

/** The day before the conversation. No server dates a note earlier, in any time zone. */
export const dayBefore = ({ at }: ReadinessNote): string =>
  new Date(Date.parse(at) - DAY_MS).toISOString().slice(0, 10);

// Recognizes the note in a chart that kept neither our number nor our text, by all facts, the time and the author.
function saysTheSame(note: ReadinessNote, entry: NoteEntry, { clinician }: Binding) {
  if (entry.ours || clinician === undefined || !entry.authors.includes(clinician)) return false;
  const { changed, lost } = compareNotes(note, entry.note);
  return changed.length === 0 && lost.every((part) => part === 'signed-at');
}

/** True if this resource is the note, even without its identifier and whichever patient it now names. */
function isSameNote(input: CompareInput, form: Form, note: ReadinessNote, stored: Stored): boolean {
  if (hasNoteId(stored, note.id)) return true;
  if (isPart(stored.resource)) return false;
  const entry = FORM_ROWS[form].decode(stored, input.patient, input.base);
  if (entry.kind === 'note') return entry.note.id === note.id || saysTheSame(note, entry, input.launch);
  const named = [`Record: ${note.id}`, `note ${note.id}`];
  return FORM_ROWS[form].texts(stored).some((text) => named.some((words) => text.replace(/\s+/g, ' ').includes(words)));
}

/** The live copies among the hits: not retracted, and not replaced by another hit, whatever their status. */
function liveCopies({ base, patient }: CompareInput, { form, hits }: Hits): readonly Stored[] {
  const read = hits.map((stored) => ({ stored, entry: FORM_ROWS[form].decode(stored, patient, base) }));
  const replaced = read.flatMap(({ entry }) => (entry.kind === 'note' ? (entry.replaces?.documents ?? []) : []));
  const isOver = (standing: string): boolean => standing === 'retracted' || standing === 'superseded';
  return read
    .filter(({ entry }) => !(entry.kind === 'note' && isOver(entry.standing)))
    .flatMap(({ stored }) => (form === 'document' && replaced.includes(resourceIdOf(stored)) ? [] : [stored]));
}

const resourceIdOf = ({ resource }: Stored): string => textAt(resource, 'id') ?? '';

function placeIn(form: Form, stored: Stored): FiledAt {
  const version = textAt(field(stored.resource, 'meta'), 'versionId');
  return { form, resourceId: resourceIdOf(stored), ...(version && { version }) };
}

/** The hits that are the note. `isWhole` is false if some could not be read or the list was incomplete. */
interface Hits {
  readonly form: Form;
  readonly hits: readonly Stored[];
  readonly isWhole: boolean;
  readonly why?: FetchFault;
}

type NoteSearch = FindInput & { readonly note: ReadinessNote; readonly signal: AbortSignal };

/** Selects the resources that are the note. It fetches a document's text only if the document may be this note. */
async function select(input: NoteSearch, form: Form, resources: readonly unknown[], own?: string): Promise<Hits> {
  const read = await Promise.all(resources.map((one) => withTextOfNote(input, input.note.id, one, input.signal)));
  const hits = read.filter((one) => resourceIdOf(one) === own || isSameNote(input, form, input.note, one));
  return { form, hits, isWhole: read.every((one) => one.unread !== true || hits.includes(one)) };
}

async function readByNumber(input: NoteSearch, form: Form): Promise<readonly Stored[]> {
  if (!input.isStoredByNumber(form)) return [];
  const path = readPath(FORM_TYPES[form], input.note.id);
  const read = await input.fetchOne({ method: 'GET', path, signal: input.signal });
  return read.ok ? (await select(input, form, [read.value.resource])).hits : [];
}

/**
 * Every hit of one form. `own` is the id of a copy that is known to exist. The search counts only if it shows that
 * copy and was read to its end.
 */
async function hitsIn(input: NoteSearch, form: Form, own?: string): Promise<Hits> {
  const { note, signal } = input;
  const [stored, direct, since] = await Promise.all([
    // A read shows a new copy at once. It doesn't prove that the search shows it, and any others.
    own === note.id ? [] : readByNumber(input, form),
    input.mayFindById(form) ? searchById(input, form, note.id, signal) : undefined,
    // A copy that the server stored without the number is in no search for it.
    searchSince(input, form, dayBefore(note), signal),
  ]);
  const named = direct?.ok ? await select(input, form, direct.value.resources, own) : undefined;
  const first = unique([...(named?.hits ?? []), ...stored]);
  const isCut = direct?.ok === true && direct.value.shortfalls.includes('cut-short');
  const isOwnNamed = !isCut && named?.hits.some((one) => resourceIdOf(one) === own) === true;
  const isEnough = first.length > 0 && !isCut && (own === undefined || isOwnNamed);
  const all = since.ok ? await select(input, form, since.value.resources, own) : undefined;
  const hits = unique([...first, ...(all?.hits ?? [])]);
  // A warning that comes with every search says nothing about this one.
  const isWhole = since.ok && since.value.shortfalls.every((one) => one === 'general-warning');
  if (isEnough || (isWhole && all?.isWhole)) return { form, hits, isWhole: true };
  return { form, hits, isWhole: false, why: since.ok ? { kind: 'badResponse' } : since.error };
}

const unique = (all: readonly Stored[]): readonly Stored[] => [
  ...new Map(all.map((one) => [resourceIdOf(one), one])).values(),
];

function searchEnd(input: FindInput, note: ReadinessNote, found: Hits): WriteEnd | undefined {
  const { form, hits } = found;
  const living = liveCopies(input, found);
  const [first, ...others] = living;
  if (!first) return hits.length > 0 ? { kind: 'gone' } : undefined;
  const end = compareReadBack(input, note, placeIn(form, first), first);
  if (others.length === 0) return end;
  const places = inKeepingOrder([first, ...others].map((one) => placeIn(form, one)));
  return { kind: 'duplicated', places, entry: end.kind === 'filed' ? end.entry : undefined };
}

/** Searches once in each form. Ends `absent` only if every search was whole, and `unknown` if one was not. */
export async function searchOnce(
  input: FindInput,
  note: ReadinessNote,
  forms: readonly Form[],
  signal: AbortSignal,
): Promise<WriteEnd> {
  const all = await Promise.all(forms.map((form) => hitsIn({ ...input, note, signal }, form)));
  const ends = all.flatMap((hits) => searchEnd(input, note, hits) ?? []);
  const unsure = all.find(({ isWhole }) => !isWhole);
  const found = ends.find(({ kind }) => kind === 'filed') ?? ends[0];
  // A copy may be in what was not read.
  if (found?.kind === 'filed' && unsure) return { kind: 'unverified', at: found.at, why: 'uncounted' };
  if (found) return found;
  return unsure ? { kind: 'unknown', why: unsure.why ?? { kind: 'badResponse' } } : { kind: 'absent', why: 'lost' };
}

export interface SearchControl {
  readonly report: (step: WriteStep) => void;
  readonly signal: AbortSignal;
}

/** Searches for at least 30 s before it ends `absent`. Reports `looking` after the first search that finds nothing. */
export async function searchPatiently(
  input: FindInput,
  note: ReadinessNote,
  forms: readonly Form[],
  { report, signal }: SearchControl,
): Promise<WriteEnd> {
  for (const ms of [...LOOK_AGAIN_MS, undefined]) {
    const end = await searchOnce(input, note, forms, signal);
    if (end.kind !== 'absent' || ms === undefined || signal.aborted) return end;
    report('looking');
    await pause(ms, signal);
  }
  return { kind: 'absent', why: 'lost' };
}

/** The result of counting live copies. `unseen`: the search does not show the copy that is known to exist. */
export type Count =
  | { readonly kind: 'counted'; readonly places: readonly FiledAt[] }
  | { readonly kind: 'unseen' }
  | { readonly kind: 'failed' };

/** Counts the live copies of a note that is stored at `at`, in that form and in others in which it may have arrived. */
export async function countCopies(
  input: FindInput,
  note: ReadinessNote,
  at: FiledAt,
  others: readonly Form[],
  signal: AbortSignal,
): Promise<Count> {
  const forms = [...new Set([at.form, ...others])];
  const all = await Promise.all(
    forms.map((form) => hitsIn({ ...input, note, signal }, form, form === at.form ? at.resourceId : undefined)),
  );
  const own = all.find(({ form }) => form === at.form);
  if (!own?.hits.some((one) => resourceIdOf(one) === at.resourceId)) return { kind: own?.why ? 'failed' : 'unseen' };
  const living = all.flatMap((found) => liveCopies(input, found).map((one) => placeIn(found.form, one)));
  // A copy may be in what was not read. Two that were read are two.
  if (living.length < 2 && all.some(({ isWhole }) => !isWhole)) return { kind: 'failed' };
  return { kind: 'counted', places: inKeepingOrder(living) };
}
