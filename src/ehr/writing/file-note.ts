// Files a note in one form: when it is signed, in a second form, or in place of an older note. It searches first if an
// earlier attempt may have arrived. It never changes to another form by itself.

import type { EncodeContext } from '../../fhir/observation/encode-observation.ts';
import type { Form } from '../../interview/history/history.ts';
import type { FetchFault } from '../faults.ts';
import { FORM_ROWS } from '../forms/form-rows.ts';
import { isDown, searchableForms } from '../history/search.ts';
import type { Signing, WriteEnd } from '../port.ts';
import { type SearchControl, searchOnce } from './find-filed-note.ts';
import { guardWrite } from './guard-write.ts';
import { isOfLaunch } from './patient-guard.ts';
import { asEarlier, type WriteDeps, writeNote } from './write.ts';
import type { SentBefore } from './write-lock.ts';

/** A signing, with its report of progress and its abort signal. */
export type SigningJob = Signing & SearchControl;

/** Forms that an earlier page may have sent the note in without a record of it. */
const unrecordedForms = (deps: WriteDeps, { lookFirst = false }: SigningJob): readonly Form[] =>
  lookFirst ? searchableForms(deps).filter(deps.mayHold) : [];

/** Refusals of a search itself, which no second search changes. */
const REFUSES_SEARCH: readonly FetchFault['kind'][] = ['forbidden', 'notFound', 'notSupported', 'invalid'];

/** Faults with which a server may answer every search of a form that it does not really offer. */
const BROKEN_SEARCH: readonly FetchFault['kind'][] = ['blocked', 'badResponse', 'server'];

/** True if no second search helps. In the form that is signed now, only a refusal counts as that. */
function isUselessSearch(end: WriteEnd, form: Form | undefined, { form: signed }: SigningJob): boolean {
  if (end.kind !== 'unknown') return false;
  const { why } = end;
  return REFUSES_SEARCH.includes(why.kind) || (form !== signed && BROKEN_SEARCH.includes(why.kind) && !isDown(why));
}

/** The end if the note was never sent before, so a search that failed leaves nothing open. */
function asUnsent(end: WriteEnd): WriteEnd {
  if (end.kind !== 'unknown') return end;
  return end.why.kind === 'sessionEnded' ? { kind: 'sessionEnded' } : { kind: 'unsent', why: end.why };
}

/** The result of looking for a note before it is sent: where it is, or the forms to search again afterwards. */
type Earlier = { readonly end: WriteEnd } | { readonly forms: readonly Form[] };

/**
 * Looks for the note in every form in which it may be. A form in which it was sent must be searched. Another one, in
 * which it most likely never was, does not stop the note if the chart refuses or fails to search it.
 */
async function lookBefore(deps: WriteDeps, job: SigningJob, before: SentBefore): Promise<Earlier> {
  const { note, signal, report, heldForms = [], sentForms = [] } = job;
  const open = (forms: readonly Form[]): readonly Form[] =>
    [...new Set(forms)].filter((one) => !heldForms.includes(one));
  const sent = open([...before.maybe, ...sentForms]);
  const unlikely = open([...before.refused, ...unrecordedForms(deps, job)]).filter((form) => !sent.includes(form));
  if (sent.length + unlikely.length === 0) return { forms: [] };
  report('sending');
  const [proven, ...others] = await Promise.all(
    [sent, ...unlikely.map((form) => [form])].map((forms) => searchOnce(deps, note, forms, signal)),
  );
  const searched = others.map((end, index) => !isUselessSearch(end, unlikely[index], job));
  const found = [proven, ...others.filter((_, index) => searched[index])].find((end) => end && end.kind !== 'absent');
  if (found) return { end: asEarlier(sent.length === 0 ? asUnsent(found) : found) };
  return { forms: [...sent, ...unlikely.filter((_, index) => searched[index])] };
}

/** What a new resource needs besides its note. `replaces` names the older note. `guard` has passed already. */
interface NewResource {
  readonly guard: () => Promise<WriteEnd | undefined>;
  readonly replaces?: EncodeContext['replaces'];
}

/** Writes a new resource for a note that has passed the guard. */
export async function createResource(
  deps: WriteDeps,
  job: SigningJob,
  { guard, replaces }: NewResource,
): Promise<WriteEnd> {
  const { note, form, person, report, signal } = job;
  const { launch, facts, writeLock } = deps;
  const { clinician = '' } = launch;
  const practitioner = form === 'observation' ? undefined : await facts.practitioner(signal);
  const visitName = launch.encounter === undefined ? undefined : facts.visitName(launch.encounter);
  const signer = { ...launch, clinician, practitioner, visitName };
  const body = FORM_ROWS[form].encode(note, deps.contextOf(signer, person, replaces));
  if (!isOfLaunch(body, launch)) return { kind: 'unsent', why: { kind: 'guardStopped', where: 'loaded-patient' } };
  return writeLock.take(note.id, form, async (before) => {
    const earlier = await lookBefore(deps, job, before);
    if ('end' in earlier) return earlier.end;
    const target = { kind: 'new', others: earlier.forms, guard } as const;
    return writeNote(deps, { note, form, body, target, report, signal });
  });
}

/**
 * Files one note. The guard runs right before the note is sent. Without the visit, the guard checks everything else.
 */
export async function fileNote(deps: WriteDeps, job: SigningJob): Promise<WriteEnd> {
  const guard = () => guardWrite(deps, job);
  const stopped = await guard();
  if (stopped) return stopped;
  const { encounter: _, ...launch } = deps.launch;
  return createResource(job.withoutVisit ? { ...deps, launch } : deps, job, { guard });
}
