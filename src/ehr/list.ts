// Finds the notes of earlier visits: two searches side by side, every hit judged here and not by the server's filter.

import { OBSERVATION_CATEGORY, PANEL } from '../fhir/codes.ts';
import { decodePanel } from '../fhir/decode-panel.ts';
import { textAt } from '../fhir/json.ts';
import type { NotesFound, Shortfall } from '../interview/history.ts';
import { mergeNotes } from '../interview/merge-notes.ts';
import { err, ok, type Result } from '../lib/result.ts';
import { searchPath } from './address.ts';
import { type Pages, readPages } from './bundle.ts';
import type { FetchFault } from './faults.ts';
import type { ServerFetch } from './fetch.ts';
import { can, type Scopes, SURVEY } from './scopes.ts';

/** What a search for notes needs. `base` is the FHIR base, `patient` the launch patient's id. */
export interface ListInput {
  readonly base: string;
  readonly patient: string;
  readonly fetchOne: ServerFetch;
  readonly scopes: Scopes;
}

const SURVEYS = `${OBSERVATION_CATEGORY}|survey`;
const PANELS = `${PANEL.system}|${PANEL.code}`;

type Found = Result<Pages, FetchFault>;

function search(
  { base, patient, fetchOne }: ListInput,
  term: readonly [string, string],
  signal: AbortSignal,
): Promise<Found> {
  return readPages(base, fetchOne, searchPath('Observation', [['patient', patient], term, ['_count', '100']]), signal);
}

/** By category as `system|code`, and with the bare code for servers that refuse the first with a 400. */
async function searchSurveys(input: ListInput, signal: AbortSignal): Promise<Found> {
  const found = await search(input, ['category', SURVEYS], signal);
  return found.ok || found.error.kind !== 'invalid' ? found : search(input, ['category', 'survey'], signal);
}

/** Every Observation that may be a note, each once, with what is missing. Errors: when both searches failed. */
export async function readCandidates(input: ListInput, signal: AbortSignal): Promise<Found> {
  const both = await Promise.all([searchSurveys(input, signal), search(input, ['code', PANELS], signal)]);
  const [first] = both;
  const good = both.flatMap((found) => (found.ok ? [found.value] : []));
  if (!good.length && !first.ok) return first;
  const keyed = good.flatMap(({ resources }) => resources.map((one) => [textAt(one, 'id') ?? one, one] as const));
  const shortfalls = new Set<Shortfall>(good.flatMap((pages) => pages.shortfalls));
  if (good.length < both.length) shortfalls.add('search-failed');
  return ok({ resources: [...new Map(keyed).values()], shortfalls: [...shortfalls] });
}

/** Lists this patient's notes. Entries of anyone else are dropped and counted, whatever the server was asked. */
export async function listNotes(input: ListInput, signal: AbortSignal): Promise<Result<NotesFound, FetchFault>> {
  const { scopes, base, patient } = input;
  const mayList = can(scopes, 'Observation', 'search', SURVEY) || can(scopes, 'Observation', 'read', SURVEY);
  if (!mayList) return err({ kind: 'forbidden', issues: [] });
  const found = await readCandidates(input, signal);
  if (!found.ok) return found;
  const decoded = decodePanel(found.value.resources, patient, base);
  return ok({
    entries: mergeNotes(decoded.filter((one) => one.kind === 'note' || one.kind === 'unreadable')),
    shortfalls: found.value.shortfalls,
    otherPatients: decoded.filter((one) => one.kind === 'other-patient').length,
  });
}
