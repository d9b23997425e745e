// Looks for a note whose create was never answered. It sends nothing, and says "absent" only when that is known.
// Source: docs/design/readiness-note.md, "Writing one note", `unknown`.

import { field, textAt } from '../../fhir/datatypes/json.ts';
import type { FiledAt, Form } from '../../interview/history/history.ts';
import type { ReadinessNote } from '../../interview/note/note.ts';
import type { FetchFault } from '../faults.ts';
import { withSoughtText } from '../forms/document-content.ts';
import type { Stored } from '../forms/form.ts';
import { FORM_ROWS } from '../forms/form-rows.ts';
import { type SearchInput, searchById, searchSince } from '../history/search.ts';
import type { Found } from '../port.ts';
import { type JudgeInput, judge } from './compare-read-back.ts';
import { carries, isRetracted } from './is-same-note.ts';

/** What looking needs. `mayFindById` is false where the statement does not list the parameter. */
export interface FindInput extends SearchInput, JudgeInput {
  readonly mayFindById: (form: Form) => boolean;
}

const DAY_MS = 86_400_000;

/** The day before the talk: no server dates a note earlier, in whatever zone it stands. */
const dayBefore = ({ at }: ReadinessNote): string => new Date(Date.parse(at) - DAY_MS).toISOString().slice(0, 10);

/** Those of the hits that are the note, and whether there are some of which it cannot be told. */
interface Sifted {
  readonly named: readonly Stored[];
  readonly unread: boolean;
}

/** A document's text is fetched only where it may be this note. */
async function sift(
  input: FindInput,
  form: Form,
  note: ReadinessNote,
  hits: readonly unknown[],
  signal: AbortSignal,
): Promise<Sifted> {
  const read = await Promise.all(hits.map((hit) => withSoughtText(input, note.id, hit, signal)));
  const named = read.filter((stored) => carries(input, form, note, stored));
  return { named, unread: read.some((stored) => stored.unread === true && !named.includes(stored)) };
}

function placeOf(form: Form, { resource }: Stored): FiledAt {
  const version = textAt(field(resource, 'meta'), 'versionId');
  return { form, resourceId: textAt(resource, 'id') ?? '', ...(version && { version }) };
}

function endOf(input: FindInput, form: Form, note: ReadinessNote, found: readonly Stored[]): Found | undefined {
  // A double that was marked as entered in error has been dealt with.
  const living = found.filter((one) => !isRetracted(input, form, one));
  const [first, ...others] = living.length ? living : found;
  if (!first) return undefined;
  const places = [first, ...others].map((one) => placeOf(form, one));
  if (others.length) return { kind: 'found', end: { kind: 'doubled', places } };
  return { kind: 'found', end: judge(input, note, FORM_ROWS[form], placeOf(form, first), first) };
}

async function findIn(input: FindInput, form: Form, note: ReadinessNote, signal: AbortSignal): Promise<Found> {
  const direct = input.mayFindById(form) ? await searchById(input, form, note.id, signal) : undefined;
  const named = direct?.ok ? await sift(input, form, note, direct.value.resources, signal) : undefined;
  const hit = endOf(input, form, note, named?.named ?? []);
  if (hit) return hit;
  const all = await searchSince(input, form, dayBefore(note), signal);
  if (!all.ok) return { kind: 'unsure', why: all.error };
  const those = await sift(input, form, note, all.value.resources, signal);
  const one = endOf(input, form, note, those.named);
  if (one) return one;
  const unclear: FetchFault = { kind: 'badResponse' };
  return all.value.shortfalls.length || those.unread ? { kind: 'unsure', why: unclear } : { kind: 'absent' };
}

/** Looks in each form in which a create left: by identifier where that is offered, then among all of the last day. */
export async function findNote(
  input: FindInput,
  note: ReadinessNote,
  forms: readonly Form[],
  signal: AbortSignal,
): Promise<Found> {
  const found = await Promise.all(forms.map((form) => findIn(input, form, note, signal)));
  const whole = found.find((one) => one.kind === 'found' && one.end.kind === 'filed');
  const some = found.find(({ kind }) => kind === 'found') ?? found.find(({ kind }) => kind === 'unsure');
  return whole ?? some ?? { kind: 'absent' };
}
