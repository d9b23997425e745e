// Lists the notes of earlier visits: all forms side by side, every hit judged here and not by the server's filter.

import { FORM_TYPES } from '../fhir/decode-capability.ts';
import type { Decoded } from '../fhir/decode-observation.ts';
import { decodePanel } from '../fhir/decode-panel.ts';
import { FORMS, type Form, type NotesFound, type Shortfall } from '../interview/history.ts';
import { mergeNotes } from '../interview/merge-notes.ts';
import { err, ok, type Result } from '../lib/result.ts';
import type { Pages } from './bundle.ts';
import { withText } from './content.ts';
import type { FetchFault } from './faults.ts';
import { FORM_ROWS } from './forms.ts';
import { can, SAMPLES } from './scopes.ts';
import { type SearchInput, searchForm } from './search.ts';

/** What listing needs. `takesSearch` asks the statement, and is undefined while that cannot be read. */
export interface ListNotesInput extends SearchInput {
  readonly takesSearch: (form: Form, signal: AbortSignal) => Promise<boolean | undefined>;
}

interface Part {
  readonly entries: readonly Decoded[];
  readonly shortfalls: readonly Shortfall[];
}

function mayList({ scopes }: SearchInput, form: Form): boolean {
  const type = FORM_TYPES[form];
  return can(scopes, type, 'search', SAMPLES[type]) || can(scopes, type, 'read', SAMPLES[type]);
}

async function decodeAll(
  input: SearchInput,
  form: Form,
  { resources }: Pages,
  signal: AbortSignal,
): Promise<readonly Decoded[]> {
  const { patient, base } = input;
  if (form === 'observation') return decodePanel(resources, patient, base);
  const stored = await Promise.all(resources.map((resource) => withText(input, resource, signal)));
  return stored.map((one) => FORM_ROWS[form].decode(one, patient, base));
}

/** A form the EHR does not keep at all is no gap in the list; one it keeps and did not give is. */
async function isGap(input: ListNotesInput, form: Form, fault: FetchFault, signal: AbortSignal): Promise<boolean> {
  if (form === 'observation') return true;
  if (['notFound', 'notSupported'].includes(fault.kind)) return false;
  return (await input.takesSearch(form, signal)) !== false;
}

async function listForm(input: ListNotesInput, form: Form, signal: AbortSignal): Promise<Result<Part, FetchFault>> {
  const found = await searchForm(input, form, signal);
  if (found.ok)
    return ok({ entries: await decodeAll(input, form, found.value, signal), shortfalls: found.value.shortfalls });
  return (await isGap(input, form, found.error, signal)) ? found : ok({ entries: [], shortfalls: [] });
}

/** Lists this patient's notes. Entries of anyone else are dropped and counted, whatever the server was asked. */
export async function listNotes(input: ListNotesInput, signal: AbortSignal): Promise<Result<NotesFound, FetchFault>> {
  const forms = FORMS.filter((form) => mayList(input, form));
  if (!forms.length) return err({ kind: 'forbidden', issues: [] });
  const listed = await Promise.all(forms.map((form) => listForm(input, form, signal)));
  const [first] = listed;
  const parts = listed.flatMap((one) => (one.ok ? [one.value] : []));
  if (!parts.length && first && !first.ok) return first;
  const decoded = parts.flatMap(({ entries }) => entries);
  const shortfalls = new Set<Shortfall>(parts.flatMap((part) => part.shortfalls));
  if (parts.length < listed.length) shortfalls.add('search-failed');
  return ok({
    entries: mergeNotes(decoded.filter((one) => one.kind === 'note' || one.kind === 'unreadable')),
    shortfalls: [...shortfalls],
    otherPatients: decoded.filter((one) => one.kind === 'other-patient').length,
  });
}
