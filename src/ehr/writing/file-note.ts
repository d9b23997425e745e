// Files one note in one form: the guard, one create, read back, compare. It never repeats a create, never falls to another
// form by itself and never calls hope "filed". Source: docs/design/readiness-note.md, "Responses of a server" and "Writing one note"; docs/design/sign-in-and-security.md, "Wrong-patient guard".

import { field, textAt } from '../../fhir/datatypes/json.ts';
import { FORM_TYPES } from '../../fhir/form-types.ts';
import { NOTE_ID } from '../../fhir/identity.ts';
import { standsByItsCodes } from '../../fhir/observation/observation-entry.ts';
import { hasNumber } from '../../fhir/server/outcome.ts';
import { type FiledAt, FORMS, type Form } from '../../interview/history/history.ts';
import { ok, type Result } from '../../lib/result.ts';
import type { FetchFault, GuardFault } from '../faults.ts';
import { CODED_ROW, type Encode, type FormRow, type Stored } from '../forms/form.ts';
import type { FilingEnd, FilingProgress, Signing } from '../port.ts';
import { readPath } from '../server/address.ts';
import type { Reply, ServerFetch } from '../server/fetch.ts';
import { maySearch } from '../server/may-search.ts';
import { can } from '../server/scopes.ts';
import type { Session } from '../server/session.ts';
import { judge } from './compare-read-back.ts';
import type { FactsAtSigning } from './facts-at-signing.ts';
import type { FindInput } from './find-filed-note.ts';
import type { Seldom } from './lazy-write-code.ts';
import { guardNote, isAbout } from './patient-guard.ts';
import type { Turns } from './write-lock.ts';

/** What filing needs beside what looking needs. `mayUseCondition` is read at the press. */
export interface FileInput extends FindInput {
  readonly session: Session;
  readonly encode: Encode;
  readonly facts: FactsAtSigning;
  readonly turns: Turns;
  readonly seldom: Seldom;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly mayUseCondition: (form: Form) => boolean;
}

/** One press of Sign, with who listens and what can stop it. */
interface Press extends Signing {
  readonly tell: (step: FilingProgress) => void;
  readonly signal: AbortSignal;
}

const RETRY_MS = [500, 1500] as const;

const isDuplicate = (fault: FetchFault): boolean =>
  fault.kind === 'invalid' && fault.issues.some((issue) => issue.code === 'duplicate' || hasNumber(issue, '59141'));

/** A create that failed: refused for certain, or unknown, which only a search can settle. */
function endOfFailure(fault: FetchFault): FilingEnd {
  switch (fault.kind) {
    case 'sessionEnded':
      return { kind: 'sessionEnded' };
    case 'offline':
    case 'timeout':
    case 'aborted':
    case 'blocked':
    case 'server':
    case 'badResponse':
    case 'conflict':
    case 'versionConflict':
      return { kind: 'unknown', why: fault };
    default:
      return isDuplicate(fault) ? { kind: 'unknown', why: fault } : { kind: 'refused', why: fault };
  }
}

/** Where a create's answer says the note stands; undefined when it says nothing usable. */
function placeOf(reply: Reply, form: Form): FiledAt | undefined {
  const type = FORM_TYPES[form];
  const bodyId = field(reply.resource, 'resourceType') === type ? textAt(reply.resource, 'id') : undefined;
  const resourceId = reply.location?.type === type ? reply.location.id : bodyId;
  const version = reply.location?.version ?? reply.version;
  return resourceId ? { form, resourceId, ...(version && { version }) } : undefined;
}

/** What was read back, and the row it is judged by; undefined where the code for that is not here. */
async function judgeable(
  { seldom, ...input }: FileInput,
  form: Form,
  resource: unknown,
  signal: AbortSignal,
): Promise<{ readonly row: FormRow; readonly stored: Stored } | undefined> {
  if (form === 'observation' && standsByItsCodes(resource)) return { row: CODED_ROW, stored: { resource } };
  const [row, stored] = await Promise.all([seldom.row(form), seldom.withText(input, resource, signal)]);
  return row && stored && { row, stored };
}

/** Reads back by id; a note that is not there yet is asked for three times. */
async function readBack(input: FileInput, { note, tell, signal }: Press, at: FiledAt): Promise<FilingEnd> {
  tell('verifying');
  const path = readPath(FORM_TYPES[at.form], at.resourceId);
  for (const pause of [...RETRY_MS, undefined]) {
    const read = await input.fetchOne({ method: 'GET', path, signal });
    if (read.ok) {
      const { resource, version } = read.value;
      const held = await judgeable(input, at.form, resource, signal);
      if (!held) break;
      return judge(input, note, held.row, { ...at, ...(version && { version }) }, held.stored);
    }
    if (read.error.kind !== 'notFound' || pause === undefined) break;
    await input.wait(pause, signal).catch(() => undefined);
  }
  return { kind: 'filedUnverified', at };
}

function create(input: FileInput, resource: unknown, { note, form, signal }: Press): ReturnType<ServerFetch> {
  const condition = `identifier=${encodeURIComponent(`${NOTE_ID}|${note.id}`)}`;
  return input.fetchOne({
    method: 'POST',
    path: FORM_TYPES[form],
    body: resource,
    ...(input.mayUseCondition(form) && { ifNoneExist: condition }),
    signal,
  });
}

const HIDDEN: readonly FetchFault['kind'][] = ['forbidden', 'notFound', 'gone', 'notSupported', 'badResponse'];

/** Whose the launch's visit is; nobody's where it names no patient. */
async function visitSubject(input: FileInput, signal: AbortSignal): Promise<Result<string | undefined, FetchFault>> {
  const { encounter } = input.launch;
  if (encounter === undefined || !can(input.scopes, 'Encounter', 'read')) return ok(undefined);
  return input.facts.encounterSubject(encounter, signal);
}

/** What stands against signing at this very moment, or undefined. */
export async function refusal(
  input: FileInput,
  { person, draft, signal }: Pick<Press, 'person' | 'draft' | 'signal'>,
): Promise<GuardFault | FetchFault | undefined> {
  const { launch, session, base } = input;
  if (session.isTooOld()) return { kind: 'wrongPatient', where: 'session-age' };
  const visit = await visitSubject(input, signal);
  // A visit that this sign-in may read and the chart does not show proves nothing.
  if (!visit.ok)
    return HIDDEN.includes(visit.error.kind) ? { kind: 'wrongPatient', where: 'visit-hidden' } : visit.error;
  const encounterSubject = visit.value;
  const tokenPatient = session.patient();
  return guardNote({
    ...{ launch, person, draft, base },
    tooOld: session.isTooOld(),
    ...(tokenPatient !== undefined && { tokenPatient }),
    ...(encounterSubject !== undefined && { encounterSubject }),
  });
}

/** Nothing was created now: where the note says something else, it is an earlier one and not a wrong one. */
const asEarlier = (end: FilingEnd): FilingEnd =>
  end.kind === 'mismatch' && end.parts.length > 0 ? { ...end, kind: 'differs' } : end;

async function send(input: FileInput, press: Press, resource: unknown): Promise<FilingEnd> {
  press.tell('sending');
  const answer = await create(input, resource, press);
  if (!answer.ok) return endOfFailure(answer.error);
  const { status } = answer.value;
  if (status === 202) return { kind: 'accepted' };
  const at = placeOf(answer.value, press.form);
  if (!at) return { kind: 'unknown', why: { kind: 'badResponse' } };
  const end = await readBack(input, press, at);
  // 200 on a create: nothing was created, an earlier note of this number stood there.
  return status === 200 ? asEarlier(end) : end;
}

/** A note that another press or panel may have sent is looked for before anything leaves. */
async function sendOnce(input: FileInput, press: Press, resource: unknown, left: readonly Form[]): Promise<FilingEnd> {
  if (!left.length) return send(input, press, resource);
  press.tell('sending');
  const found = await input.seldom.find(input, press.note, left, press.signal);
  if (found.kind === 'found') return asEarlier(found.end);
  return found.kind === 'absent' ? send(input, press, resource) : { kind: 'unknown', why: found.why };
}

/** Files one note and says how it ended. Guarded right before it leaves: a note that is not provably this patient's is never sent. */
export async function fileNote(input: FileInput, press: Press): Promise<FilingEnd> {
  const { launch, session, facts, turns, seldom } = input;
  const isCoded = press.form === 'observation';
  // Before the guard, so that nothing stands between it and the note's leaving; what is missing here was never sent.
  const row = isCoded ? CODED_ROW : await seldom.row(press.form);
  const mayGo = row && (!press.lookFirst || (await seldom.canFind()));
  if (!mayGo) return { kind: 'refused', why: { kind: 'incomplete' } };
  const wrong = await refusal(input, press);
  if (wrong?.kind === 'sessionEnded') return wrong;
  if (wrong) return { kind: 'refused', why: wrong };
  const { clinician } = launch;
  if (!clinician) return { kind: 'refused', why: { kind: 'wrongPatient', where: 'author' } };
  if (session.isEnded()) return { kind: 'sessionEnded' };
  const practitioner = isCoded ? undefined : await facts.practitioner(press.signal);
  const author = { ...launch, clinician, ...(practitioner !== undefined && { practitioner }) };
  const resource = input.encode(press.note, row, author, press.person);
  if (!isAbout(resource, launch)) return { kind: 'refused', why: { kind: 'wrongPatient', where: 'loaded-patient' } };
  return turns.take(press.note.id, press.form, async (left) => {
    const { beside = [], lookFirst = false } = press;
    const doubted = lookFirst ? FORMS.filter((form) => maySearch(input, form)) : left;
    const open = doubted.filter((form) => !beside.includes(form));
    const end = await sendOnce(input, press, resource, open);
    if (end.kind === 'refused') turns.forget(press.note.id, press.form);
    return end;
  });
}
