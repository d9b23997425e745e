// Assembles the Ehr that the rest of the app uses from the pieces of one launch. It decides nothing itself.

import { decodePatient } from '../fhir/chart/decode-patient.ts';
import type { ChartContext } from '../interview/chart-context.ts';
import type { Person } from '../interview/visit.ts';
import { deferred } from '../lib/deferred.ts';
import { err, type Result } from '../lib/result.ts';
import type { FetchFault, SetupFault } from './faults.ts';
import { createOpenForms, whyNoUpdate } from './forms/destination.ts';
import type { Notes, NotesInput } from './notes.ts';
import type { Ehr, LaunchContext, WriteEnd } from './port.ts';
import { readPath } from './server/address.ts';
import { createEventList } from './server/diagnostic-events.ts';
import { createFetch, type ServerFetch } from './server/fetch.ts';
import { pause } from './server/pause.ts';
import { createStatement } from './server/statement.ts';
import type { VerifiedSignIn } from './sign-in/complete-launch.ts';
import type { Changes } from './writing/change-note.ts';

// Loaded in the background, so that the first mark does not wait for it.
const loadChart = deferred(() => import('./deferred.ts'));
const chartCode = () => loadChart().catch(() => undefined);

async function readPerson(
  input: VerifiedSignIn,
  fetchOne: ServerFetch,
  signal: AbortSignal,
): Promise<Result<Person, FetchFault>> {
  const { patient } = input.context.binding;
  const read = await fetchOne({ method: 'GET', path: readPath('Patient', patient), signal });
  if (!read.ok) return read;
  const person = decodePatient(read.value.resource, Date.now());
  return person.ok && person.value.id === patient ? person : err({ kind: 'badResponse' });
}

const REFUSES_FORM: readonly (FetchFault | SetupFault)['kind'][] = [
  'forbidden',
  'notFound',
  'gone',
  'notSupported',
  'invalid',
];

/** True if the EHR refused the form itself, or the note in this form. The next form is then offered. */
const refusesForm = (end: WriteEnd): boolean => end.kind === 'refused' && REFUSES_FORM.includes(end.why.kind);

/** How long filing waits for code of Evoke. Nothing was sent before. */
const LONGEST_LOAD_MS = 10_000;
const NOT_LOADED: FetchFault = { kind: 'incomplete' };

/** A browser waits for a script without end, and a panel that waits while a note is filed does not lock. */
const inTime = <Code>(loading: Promise<Code>): Promise<Code | undefined> =>
  Promise.race([loading, pause(LONGEST_LOAD_MS).then(() => undefined)]);

/** The notes of this launch. Each call first loads the code for it. */
function notesOnDemand(input: NotesInput): Omit<Notes, 'loadChanges'> & Changes & Pick<Ehr, 'prepareChanges'> {
  const load = deferred(async () => (await loadChart()).createNotes(input));
  const loaded = (): Promise<Notes | undefined> => load().catch(() => undefined);
  const changes = (): Promise<Changes | undefined> =>
    inTime(load().then(({ loadChanges }) => loadChanges())).catch(() => undefined);
  const unsent: WriteEnd = { kind: 'unsent', why: NOT_LOADED };
  const unknown: WriteEnd = { kind: 'unknown', why: NOT_LOADED };
  const closed = { kind: 'closed', why: 'incomplete' } as const;
  return {
    listNotes: async (signal) => (await loaded())?.listNotes(signal) ?? err(NOT_LOADED),
    listOlder: async (held, signal) => (await loaded())?.listOlder(held, signal) ?? held(),
    readVersions: async (...asked) => (await loaded())?.readVersions(...asked) ?? { kind: 'failed', why: NOT_LOADED },
    fileNote: async (...given) => (await inTime(loaded()))?.fileNote(...given) ?? unsent,
    findNote: async (...search) => (await inTime(loaded()))?.findNote(...search) ?? unknown,
    changeRights: async (...asked) => (await loaded())?.changeRights(...asked) ?? { change: closed, retract: closed },
    prepareChanges: () => void changes(),
    changeNote: async (...given) => (await changes())?.changeNote(...given) ?? unsent,
    findChange: async (...search) => (await changes())?.findChange(...search) ?? unknown,
    retractDuplicates: async (...given) => (await changes())?.retractDuplicates(...given) ?? unsent,
  };
}

/** Starts watching other panels after the page is drawn, because nothing waits for it. */
function panelsLater(binding: LaunchContext['binding']): Ehr['watchPanels'] {
  return (report) => {
    const leaving = new AbortController();
    void chartCode().then((code) => {
      if (leaving.signal.aborted || !code) return;
      leaving.signal.addEventListener('abort', code.watchPanels(binding, report));
    });
    return () => leaving.abort();
  };
}

const FAILED = { kind: 'failed' } as const;
const NOTHING_READ: ChartContext = { conditions: FAILED, medicines: FAILED, measures: FAILED, otherPatients: 0 };

export function createEhr(input: VerifiedSignIn): Ehr {
  const { context, entry, session, scopes } = input;
  const events = createEventList();
  const fetchOne = createFetch({ base: entry.iss, session, record: events.record });
  const statement = createStatement(fetchOne, async () => (await chartCode())?.decodeCapability);
  const forms = createOpenForms({ settings: entry, scopes, readOnly: context.readOnly }, statement);
  const access = { base: entry.iss, patient: context.binding.patient, fetchOne, scopes };
  const notes = notesOnDemand({
    ...access,
    entry,
    session,
    statement,
    forms,
    launch: context.binding,
    clinicianName: context.clinicianName,
  });
  return {
    context,
    signInEndsAt: session.endsAt,
    isSignedIn: () => !session.isEnded(),
    signInEnded: session.ended,
    isTooOld: session.isTooOld,
    signOut: session.end,
    used: session.used,
    readPerson: (signal) => readPerson(input, fetchOne, signal),
    readDestination: async (signal) => {
      await statement.read(signal);
      return forms.destination();
    },
    destination: forms.destination,
    nextForm: forms.nextForm,
    readContext: async (signal) => (await (await chartCode())?.readChartContext(access, signal)) ?? NOTHING_READ,
    readDiagnostics: async (signal) => {
      const [code] = await Promise.all([chartCode(), statement.read(signal)]);
      return code?.collectDiagnostics({ ...forms.now(), granted: input.granted });
    },
    events: events.list,
    readStyle: async () => (await (await chartCode())?.readHostStyle(input.styleUrl, entry)) ?? {},
    watchPanels: panelsLater(context.binding),
    ...notes,
    mayRetract: (form) => whyNoUpdate(form, forms.now()) === undefined,
    fileNote: async (signing, ...rest) => {
      const end = await notes.fileNote(signing, ...rest);
      events.record(`filing as ${signing.form}`, end.kind);
      if (refusesForm(end)) forms.close(signing.form);
      return end;
    },
  };
}
