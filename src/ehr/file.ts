// Files one note: guard, one create, read back, compare. It never repeats a create and never calls hope "filed".
// Source: fhir-and-ehrs.md sections 12 and 14; smart-and-security.md section 13.

import { NOTE_ID } from '../fhir/codes.ts';
import { decodeObservation } from '../fhir/decode-observation.ts';
import { componentsOf } from '../fhir/encode-observation.ts';
import { field, listAt, textAt } from '../fhir/json.ts';
import { noteIdIn } from '../fhir/note-id.ts';
import { compareNotes } from '../interview/compare-notes.ts';
import type { FiledAt, HistoryEntry } from '../interview/history.ts';
import type { ReadinessNote } from '../interview/note.ts';
import type { Binding, Person } from '../interview/visit.ts';
import { readPath, searchPath } from './address.ts';
import { readPages } from './bundle.ts';
import type { Encode } from './codec.ts';
import type { FetchFault } from './faults.ts';
import type { Reply, ServerFetch } from './fetch.ts';
import { encounterOf, guardNote, isAbout, subjectOf } from './guard.ts';
import { type ListInput, readCandidates } from './list.ts';
import type { FilingEnd, FilingProgress, Found } from './port.ts';
import type { Session } from './session.ts';

/** What filing needs beside what listing needs. `mayUseCondition` is read at the press. */
export interface FileInput extends ListInput {
  readonly launch: Binding;
  readonly session: Session;
  readonly encode: Encode;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly encounterSubject: (signal: AbortSignal) => Promise<string | undefined>;
  readonly mayUseCondition: () => boolean;
}

/** One press of Sign. */
export interface Signing {
  readonly note: ReadinessNote;
  readonly person: Person;
  readonly draft: Binding;
  readonly tell: (step: FilingProgress) => void;
  readonly signal: AbortSignal;
}

const TYPE = 'Observation';
const RETRY_MS = [500, 1500] as const;

const isDuplicate = (fault: FetchFault): boolean =>
  fault.kind === 'invalid' &&
  fault.issues.some((issue) => issue.code === 'duplicate' || /\b59141\b/.test(issue.text ?? ''));

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
function placeOf(reply: Reply): FiledAt | undefined {
  const bodyId = field(reply.resource, 'resourceType') === TYPE ? textAt(reply.resource, 'id') : undefined;
  const resourceId = reply.location?.type === TYPE ? reply.location.id : bodyId;
  const version = reply.location?.version ?? reply.version;
  return resourceId ? { form: 'observation', resourceId, ...(version && { version }) } : undefined;
}

/** What a server may leave out though the facts can still be read: the visit, the codes, the text, our number. */
function lostAround(input: FileInput, note: ReadinessNote, stored: unknown): readonly string[] {
  const hasCodes = listAt(stored, 'component').length >= componentsOf(note, 'integer').length;
  const hasText = listAt(stored, 'note').some((one) => textAt(one, 'text')?.includes(note.id));
  const hasVisit = encounterOf(stored, input.base) === input.launch.encounter;
  const parts = [
    [hasVisit, 'visit'],
    [hasCodes, 'coded parts'],
    [hasText, 'readable text'],
    [isNamed(stored, note), 'note number'],
  ] as const;
  return parts.flatMap(([kept, words]) => (kept ? [] : [words]));
}

function isNamed(stored: unknown, note: ReadinessNote): boolean {
  return noteIdIn(field(stored, 'identifier')) === note.id;
}

/** Judges what the chart holds against what was sent. */
function endOfReading(input: FileInput, note: ReadinessNote, at: FiledAt, stored: unknown): FilingEnd {
  const entry = decodeObservation(stored, input.patient, input.base);
  const visit = encounterOf(stored, input.base);
  const isElsewhere = entry.kind === 'other-patient' || (visit !== undefined && visit !== input.launch.encounter);
  if (isElsewhere) return { kind: 'mismatch', at };
  if (entry.kind !== 'note') return { kind: 'filedUnverified', at };
  const compared = compareNotes(note, entry.note);
  if (compared.changed.length || entry.standing === 'retracted') return { kind: 'mismatch', at };
  const known: HistoryEntry = { ...entry, filed: { ...entry.filed, ...at } };
  const lost = [...compared.lost, ...lostAround(input, note, stored)];
  return lost.length ? { kind: 'filedWithLoss', at, entry: known, lost } : { kind: 'filed', at, entry: known };
}

/** Reads back by id; a note that is not there yet is asked for three times. */
async function readBack(input: FileInput, signing: Signing, at: FiledAt): Promise<FilingEnd> {
  signing.tell('verifying');
  for (const pause of [...RETRY_MS, undefined]) {
    const read = await input.fetchOne({ method: 'GET', path: readPath(TYPE, at.resourceId), signal: signing.signal });
    if (read.ok) return endOfReading(input, signing.note, withVersion(at, read.value), read.value.resource);
    if (read.error.kind !== 'notFound' || pause === undefined) break;
    await input.wait(pause, signing.signal).catch(() => undefined);
  }
  return { kind: 'filedUnverified', at };
}

function withVersion(at: FiledAt, reply: Reply): FiledAt {
  return reply.version ? { ...at, version: reply.version } : at;
}

function create(input: FileInput, resource: unknown, signing: Signing): ReturnType<ServerFetch> {
  const condition = `identifier=${encodeURIComponent(`${NOTE_ID}|${signing.note.id}`)}`;
  return input.fetchOne({
    method: 'POST',
    path: TYPE,
    body: resource,
    ...(input.mayUseCondition() && { ifNoneExist: condition }),
    signal: signing.signal,
  });
}

/** Files one note and says how it ended. Guard first: a note that is not provably this patient's is never sent. */
export async function fileNote(input: FileInput, signing: Signing): Promise<FilingEnd> {
  const { launch, session } = input;
  const guarded = { launch, person: signing.person, draft: signing.draft, tooOld: session.isTooOld() };
  const encounterSubject = launch.encounter ? await input.encounterSubject(signing.signal) : undefined;
  const wrong = guardNote({ ...guarded, ...(encounterSubject !== undefined && { encounterSubject }) });
  if (wrong) return { kind: 'refused', why: wrong };
  const { clinician } = launch;
  if (!clinician) return { kind: 'refused', why: { kind: 'wrongPatient', where: 'author' } };
  if (session.isEnded()) return { kind: 'sessionEnded' };
  const resource = input.encode(signing.note, { ...launch, clinician }, signing.person);
  if (!isAbout(resource, launch)) return { kind: 'refused', why: { kind: 'wrongPatient', where: 'loaded-patient' } };
  signing.tell('sending');
  const answer = await create(input, resource, signing);
  if (!answer.ok) return endOfFailure(answer.error);
  if (answer.value.status === 202) return { kind: 'accepted' };
  const at = placeOf(answer.value);
  return at ? readBack(input, signing, at) : { kind: 'unknown', why: { kind: 'badResponse' } };
}

/** The stored resource that carries our number, looked for in every hit and not trusted to the server's filter. */
function pick(input: FileInput, note: ReadinessNote, resources: readonly unknown[]): unknown {
  const carries = (one: unknown) =>
    isNamed(one, note) || listAt(one, 'note').some((text) => textAt(text, 'text')?.includes(note.id));
  return resources.find((one) => subjectOf(one, input.base) === input.patient && carries(one));
}

/**
 * Looks for a note whose create was never answered: by identifier, then, since servers need not offer that, among all
 * of the patient's notes. `absent` only when the searches themselves succeeded and were whole.
 */
export async function findNote(input: FileInput, note: ReadinessNote, signal: AbortSignal): Promise<Found> {
  const terms = [
    ['patient', input.patient],
    ['identifier', `${NOTE_ID}|${note.id}`],
  ] as const;
  const direct = await readPages(input.base, input.fetchOne, searchPath(TYPE, terms), signal);
  const hit = direct.ok ? pick(input, note, direct.value.resources) : undefined;
  const all = hit === undefined ? await readCandidates(input, signal) : undefined;
  const found = hit ?? (all?.ok ? pick(input, note, all.value.resources) : undefined);
  const resourceId = textAt(found, 'id');
  if (resourceId) {
    const version = textAt(field(found, 'meta'), 'versionId');
    const at: FiledAt = { form: 'observation', resourceId, ...(version && { version }) };
    return { kind: 'found', end: endOfReading(input, note, at, found) };
  }
  if (all && !all.ok) return { kind: 'unsure', why: all.error };
  return all?.ok && all.value.shortfalls.length ? { kind: 'unsure', why: { kind: 'badResponse' } } : { kind: 'absent' };
}
