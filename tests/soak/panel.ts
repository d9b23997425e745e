// One panel of Evoke on a device: the real drafts, session, EHR port and store, from a successful launch to the page's
// end. Knows how it was opened, what was typed into it and when. Checks nothing.

import { effect } from '@preact/signals';
import { openDrafts } from '../../src/drafts/open-drafts.ts';
import { createEhr } from '../../src/ehr/ehr.ts';
import type { Ehr } from '../../src/ehr/port.ts';
import { freezeContext, readTokenResponse } from '../../src/ehr/sign-in/launch-context.ts';
import { openSession } from '../../src/ehr/sign-in/open-session.ts';
import type { Interview } from '../../src/interview/interview.ts';
import { err, type Result } from '../../src/lib/result.ts';
import type { EhrEntry } from '../../src/site.ts';
import { createStore, type Store } from '../../src/store/store.ts';
import type { SitePolicy } from '../../src/store/store-ports.ts';
import { testEntry } from '../ehr/site-fixture.ts';
import type { Device, Page } from './device.ts';
import { CLINICIAN, type Hospital, type PatientId, TOKEN_DOOR } from './hospital.ts';
import type { Network } from './network.ts';

const TYPES = ['Observation', 'DocumentReference', 'QuestionnaireResponse'] as const;
const WRITES = TYPES.map((type) => `patient/${type}.crus`).join(' ');
const SCOPES = `launch fhirUser patient/Patient.r patient/Encounter.r patient/Binary.r ${WRITES}`;

/** How this site's entry for the EHR reads. */
export const entryOf = (conditionalCreate: EhrEntry['write']['conditionalCreate']): EhrEntry =>
  testEntry({ scopes: SCOPES, write: { ...testEntry().write, order: TYPES, conditionalCreate } });

/** Where panels are opened. */
export interface Place {
  readonly device: Device;
  readonly network: Network;
  readonly hospital: Hospital;
  readonly entry: EhrEntry;
  readonly readsHistory: boolean;
}

/** What was on the page, and since when (milliseconds of the device's uptime). */
export interface Written {
  readonly at: number;
  readonly interview: Interview;
}

/** An open panel. */
export interface Panel {
  readonly place: Place;
  readonly patient: PatientId;
  readonly page: Page;
  readonly store: Store;
  /** Everything on the page since the present note was begun or restored, in order. */
  readonly journal: () => readonly Written[];
  /** Reads the chart, as a page does at once. */
  readonly begins: () => Promise<void>;
  /** Runs as code of this page. */
  readonly does: <T>(work: () => T) => T;
}

function sure<T>(result: Result<T, { readonly kind: string }>): T {
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
}

function connectTo({ hospital, entry, device, readsHistory }: Place, patient: PatientId): Ehr {
  const answer = hospital.signIn(patient, entry.scopes);
  const facts = sure(readTokenResponse(answer, entry));
  const context = sure(freezeContext(entry, facts, { fhirUser: CLINICIAN }, true));
  const session = openSession({
    client: { tokenUri: TOKEN_DOOR, clientId: entry.clientId },
    response: answer,
    receivedAt: device.wall(),
    ...{ state: crypto.randomUUID(), isStored: false, signedInAt: device.wall(), hours: 8 },
  });
  const ehr = createEhr({ context, entry, session, scopes: facts.scopes, granted: entry.scopes });
  return readsHistory ? ehr : { ...ehr, listNotes: async () => err(OFFLINE), readContext: async () => NOTHING_READ };
}

const OFFLINE = { kind: 'offline' } as const;
const FAILED = { kind: 'failed' } as const;
const NOTHING_READ = { conditions: FAILED, medicines: FAILED, measures: FAILED, otherPatients: 0 } as const;

/** Nobody is locked out: schedules end their pages themselves. */
const UNWATCHED: SitePolicy = { ...testEntry(), idleLockMinutes: 600 };

/** What is on the page from one note to the next. A fresh note starts a fresh journal. */
function keepJournal(store: Store, device: Device): () => readonly Written[] {
  let written: readonly Written[] = [];
  effect(() => {
    const interview = store.interview.value;
    // A panel that locks forgets the interview. It owes what was written until then.
    if (store.idleLock.state.peek().kind === 'locked') return;
    const goesOn = written.at(-1)?.interview.id === interview.id;
    written = [...(goesOn ? written : []), { at: device.uptime, interview }];
  });
  return () => written;
}

async function stand(place: Place, patient: PatientId): Promise<{ readonly store: Store; readonly begun: () => void }> {
  const ehr = connectTo(place, patient);
  const drafts = openDrafts(ehr.context.binding, 8, { now: place.device.wall, iterations: 10 });
  const store = createStore({
    ...{ ehr, drafts, draft: await drafts.open(), behaviors: [], support: '', policy: UNWATCHED },
    clock: { millis: place.device.wall, uptime: () => place.device.uptime, uuid: () => crypto.randomUUID() },
    afterFrame: (then) => then(),
    settings: { letters: 'on', digits: 'on', cues: 'off', keys: 'none' },
    settingsStorage: { save: async () => true },
  });
  return { store, begun: () => void store.begin() };
}

/** Opens a panel from the chart. It is ready once its draft was searched. `begins` reads the chart. */
export async function openPanel(place: Place, patient: PatientId): Promise<Panel> {
  const { device } = place;
  const page = device.opens();
  const opened: { now?: Awaited<ReturnType<typeof stand>> } = {};
  const opening = device.run(page, async () => {
    opened.now = await stand(place, patient);
  });
  await Promise.race([opening, device.advanceUntil(() => opened.now !== undefined)]);
  const { now } = opened;
  if (!now) throw new Error('A panel never stood');
  const journal = keepJournal(now.store, device);
  const begins = (): Promise<void> => {
    device.run(page, now.begun);
    return device.settle();
  };
  return { place, patient, page, store: now.store, begins, journal, does: (work) => device.run(page, work) };
}

/** The page is hidden and goes: it may store what is typed, and then nothing about it runs any more. */
export async function closes(panel: Panel): Promise<void> {
  const { device } = panel.place;
  panel.does(() => {
    void panel.store.interviewDraft.flush();
    for (const work of panel.page.whenHidden) work();
  });
  await device.settle();
  dies(panel);
}

/** The process is killed. None of the page's code runs any more, even if it had not stored everything. */
export function dies({ place: { device, network }, page }: Panel): void {
  device.kill(page);
  network.forget(page);
}
