// Puts the pieces of one launch together into the Ehr the rest of the app sees. It decides nothing itself.

import { type Capability, decodeCapability } from '../fhir/decode-capability.ts';
import { decodePatient } from '../fhir/decode-patient.ts';
import type { Form } from '../interview/history.ts';
import type { Person } from '../interview/visit.ts';
import { err, type Result } from '../lib/result.ts';
import type { EhrEntry, Site } from '../site.ts';
import { readPath } from './address.ts';
import { encoderFor } from './codec.ts';
import { chooseDestination, mayCreateConditionally } from './destination.ts';
import type { FetchFault } from './faults.ts';
import { createFetch, type ServerFetch } from './fetch.ts';
import { type FileInput, fileNote, findNote } from './file.ts';
import { subjectOf } from './guard.ts';
import { listNotes } from './list.ts';
import type { Destination, Ehr, FilingEnd, LaunchContext } from './port.ts';
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

/** Makes the Ehr of one proven launch. */
export function createEhr(input: EhrInput): Ehr {
  const { context, entry, session, scopes, wait = pause } = input;
  const fetchOne = createFetch({ base: entry.iss, session, wait });
  const readStatement = statementReader(fetchOne);
  const closed = new Set<Form>();
  let statement: Capability | undefined;
  const filing: FileInput = {
    base: entry.iss,
    patient: context.binding.patient,
    launch: context.binding,
    encounterSubject: encounterReader(input, fetchOne),
    mayUseCondition: () => mayCreateConditionally(entry, statement, 'observation'),
    encode: encoderFor(entry, input.site),
    ...{ fetchOne, scopes, session, wait },
  };
  const learnDestination = async (signal: AbortSignal): Promise<Destination> => {
    statement = await readStatement(signal);
    return chooseDestination({ entry, scopes, readOnly: context.readOnly, statement, closed, samples: SAMPLES });
  };
  return {
    context,
    signInEnds: session.ends,
    end: session.end,
    readPerson: (signal) => readPerson(input, fetchOne, signal),
    listNotes: (signal) => listNotes(filing, signal),
    learnDestination,
    fileNote: async (note, person, draft, tell, signal) => {
      const end = await fileNote(filing, { note, person, draft, tell, signal });
      if (closes(end)) closed.add('observation');
      return end;
    },
    findNote: (note, _since, signal) => findNote(filing, note, signal),
  };
}
