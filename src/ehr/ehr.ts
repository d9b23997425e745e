// Puts the pieces of one launch together into the Ehr the rest of the app sees. It decides nothing itself.

import { type Capability, decodeCapability } from '../fhir/decode-capability.ts';
import { decodePatient } from '../fhir/decode-patient.ts';
import type { ChartContext } from '../interview/chart-context.ts';
import type { Form } from '../interview/history.ts';
import type { Person } from '../interview/visit.ts';
import { later } from '../lib/later.ts';
import { err, type Result } from '../lib/result.ts';
import type { EhrEntry, Site } from '../site.ts';
import { readPath } from './address.ts';
import { chooseDestination, mayCreateConditionally } from './destination.ts';
import type { FetchFault } from './faults.ts';
import { createFetch, type ServerFetch } from './fetch.ts';
import type { FileInput } from './file.ts';
import { subjectOf } from './guard.ts';
import type { ListInput } from './list.ts';
import type { NotesInput } from './notes.ts';
import type { Ehr, FilingEnd, LaunchContext } from './port.ts';
import { type Scopes, SURVEY } from './scopes.ts';
import type { Session } from './session.ts';

/** What one launch proved. */
export interface EhrInput {
  readonly context: LaunchContext;
  readonly entry: EhrEntry;
  readonly site: Site;
  readonly session: Session;
  readonly scopes: Scopes;
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

const SAMPLES = { Observation: SURVEY } as const;

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) reject(new Error('aborted'));
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(new Error('aborted'));
    });
  });
}

async function readPerson(
  input: EhrInput,
  fetchOne: ServerFetch,
  signal: AbortSignal,
): Promise<Result<Person, FetchFault>> {
  const { patient } = input.context.binding;
  const read = await fetchOne({ method: 'GET', path: readPath('Patient', patient), signal });
  if (!read.ok) return read;
  const person = decodePatient(read.value.resource);
  return person.ok && person.value.id === patient ? person : err({ kind: 'badResponse' });
}

/** Reads the capability statement once; undefined while it cannot be read. */
function statementReader(fetchOne: ServerFetch): (signal: AbortSignal) => Promise<Capability | undefined> {
  let held: Capability | undefined;
  return async (signal) => {
    if (held) return held;
    const read = await fetchOne({ method: 'GET', path: 'metadata', signal });
    const statement = read.ok ? decodeCapability(read.value.resource) : undefined;
    if (statement?.ok) held = statement.value;
    return held;
  };
}

/** The subject of the launch's Encounter, read once; undefined where it cannot be read. */
function encounterReader({ context, entry }: EhrInput, fetchOne: ServerFetch): FileInput['encounterSubject'] {
  let held: string | undefined;
  return async (signal) => {
    const { encounter } = context.binding;
    if (held !== undefined || encounter === undefined) return held;
    const read = await fetchOne({ method: 'GET', path: readPath('Encounter', encounter), signal });
    if (read.ok) held = subjectOf(read.value.resource, entry.iss) ?? '';
    return held;
  };
}

/** Refusals that close a form for the rest of this session, so that the next one is offered. */
function closes(end: FilingEnd): boolean {
  return end.kind === 'refused' && ['forbidden', 'notFound', 'notSupported'].includes(end.why.kind);
}

/** The code for notes is fetched at once and in the background; where it cannot be, the EHR is as good as out of reach. */
function notesLater(input: NotesInput): Pick<Ehr, 'listNotes' | 'fileNote' | 'findNote'> {
  const load = later(async () => (await import('./notes.ts')).createNotes(input));
  const unreachable: FetchFault = { kind: 'offline' };
  const attempt = (): Promise<Pick<Ehr, 'listNotes' | 'fileNote' | 'findNote'> | undefined> =>
    load().catch(() => undefined);
  return {
    listNotes: async (signal) => (await attempt())?.listNotes(signal) ?? err(unreachable),
    // Nothing was sent, so this is a refusal and not an open question.
    fileNote: async (...signing) => (await attempt())?.fileNote(...signing) ?? { kind: 'refused', why: unreachable },
    findNote: async (...search) => (await attempt())?.findNote(...search) ?? { kind: 'unsure', why: unreachable },
  };
}

const FAILED = { kind: 'failed' } as const;
const NOTHING_READ: ChartContext = { conditions: FAILED, medicines: FAILED, measures: FAILED, otherPatients: 0 };

/** What the chart suggests is read while the talk begins: its code, too, comes only when it is asked for. */
function contextLater(input: ListInput): Ehr['readContext'] {
  const load = later(() => import('./chart-context.ts'));
  return async (signal) => {
    const code = await load().catch(() => undefined);
    return (await code?.readChartContext(input, signal)) ?? NOTHING_READ;
  };
}

/** Makes the Ehr of one proven launch. */
export function createEhr(input: EhrInput): Ehr {
  const { context, entry, session, scopes, site, wait = pause } = input;
  const fetchOne = createFetch({ base: entry.iss, session, wait });
  const readStatement = statementReader(fetchOne);
  const closed = new Set<Form>();
  let statement: Capability | undefined;
  const notes = notesLater({
    base: entry.iss,
    patient: context.binding.patient,
    launch: context.binding,
    encounterSubject: encounterReader(input, fetchOne),
    mayUseCondition: () => mayCreateConditionally(entry, statement, 'observation'),
    ...{ entry, site, fetchOne, scopes, session, wait },
  });
  return {
    context,
    signInEnds: session.ends,
    end: session.end,
    readPerson: (signal) => readPerson(input, fetchOne, signal),
    learnDestination: async (signal) => {
      statement = await readStatement(signal);
      return chooseDestination({ entry, scopes, readOnly: context.readOnly, statement, closed, samples: SAMPLES });
    },
    readContext: contextLater({ base: entry.iss, patient: context.binding.patient, fetchOne, scopes }),
    ...notes,
    fileNote: async (...signing) => {
      const end = await notes.fileNote(...signing);
      if (closes(end)) closed.add('observation');
      return end;
    },
  };
}
