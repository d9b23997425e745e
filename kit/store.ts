// Makes stores for the parts that need one: the real store over a chart of plain data. The chart responds at once and
// takes every note in the given way. Nothing leaves the page and nothing is stored.

import type { Ehr, WriteEnd } from '../src/ehr/port.ts';
import { BEHAVIORS } from '../src/interview/guide/behaviors.ts';
import type { NotesFound } from '../src/interview/history/history.ts';
import type { Binding } from '../src/interview/visit.ts';
import { err, ok } from '../src/lib/result.ts';
import { deviceClock } from '../src/store/session/clock.ts';
import { createStore, type Store } from '../src/store/store.ts';
import type { SitePolicy } from '../src/store/store-ports.ts';
import { PAT } from './data.ts';

const BINDING: Binding = { issuer: 'https://ehr.example/r4', patient: 'pat', clinician: 'Practitioner/kit' };
const OFFLINE = { kind: 'offline' } as const;
const NOTHING: NotesFound = { entries: [], shortfalls: [], otherPatients: 0 };
const SILENT = { kind: 'failed' } as const;

const USUAL: SitePolicy = {
  idleLockMinutes: Number.POSITIVE_INFINITY,
  part2Program: false,
  securityLabels: false,
  language: 'en',
};

/** How a chart of the kit differs from an empty one that refuses nothing. */
export interface KitChart {
  readonly person?: Ehr['readPerson'];
  readonly notes?: NotesFound;
  /** How a signature ends. If absent, it never ends. */
  readonly ends?: WriteEnd;
  /** Until when a draft is stored, in milliseconds since 1970. If absent, the browser stores none. */
  readonly keepsUntil?: number;
  /** Other responses of the chart. */
  readonly ehr?: Partial<Ehr>;
  /** The site's policy. */
  readonly policy?: Partial<SitePolicy>;
}

const CLOSED = { kind: 'closed', why: 'not-taken' } as const;

function chartOf({ person, notes = NOTHING, ends, ehr }: KitChart): Ehr {
  const form = { kind: 'form', form: 'observation', confirmed: true } as const;
  return {
    context: { binding: BINDING, ehrId: 'kit', ehrLabel: 'North Clinic', showBanner: true },
    signInEndsAt: () => undefined,
    isSignedIn: () => true,
    signInEnded: new AbortController().signal,
    isTooOld: () => false,
    signOut: () => {},
    used: () => {},
    readPerson: person ?? (async () => ok(PAT)),
    listNotes: async () => ok(notes),
    listOlder: async (held) => held(),
    readVersions: async () => ({ kind: 'failed', why: OFFLINE }),
    readStyle: async () => ({}),
    readContext: async () => ({ conditions: SILENT, medicines: SILENT, measures: SILENT, otherPatients: 0 }),
    readDestination: async () => form,
    destination: () => form,
    nextForm: () => undefined,
    readDiagnostics: () => new Promise(() => {}),
    events: () => [],
    watchPanels: () => () => {},
    fileNote: (_, report) => {
      report('sending');
      return ends ? Promise.resolve(ends) : new Promise(() => {});
    },
    findNote: async () => ({ kind: 'unknown', why: OFFLINE }),
    changeRights: async () => ({ change: CLOSED, retract: CLOSED }),
    mayRetract: () => true,
    prepareChanges: () => undefined,
    retractDuplicates: async () => ({ kind: 'unknown', why: OFFLINE }),
    changeNote: async () => ({ kind: 'refused', why: OFFLINE }),
    findChange: async () => ({ kind: 'unknown', why: OFFLINE }),
    ...ehr,
  };
}

/** A store over such a chart, with the chart loaded. */
export async function openStore(chart: KitChart = {}): Promise<Store> {
  const { keepsUntil } = chart;
  const store = createStore({
    ehr: chartOf(chart),
    drafts: {
      binding: BINDING,
      others: () => [],
      open: async () => ok(undefined),
      keep: async () => (keepsUntil === undefined ? err({ kind: 'storageBlocked' }) : ok(keepsUntil)),
      delete: async () => {},
      finishDeleting: async () => {},
      changes: async () => ({
        keep: async () => (keepsUntil === undefined ? err({ kind: 'storageBlocked' }) : ok(keepsUntil)),
        has: async () => false,
        find: async () => undefined,
        delete: async () => {},
      }),
    },
    draft: ok(undefined),
    clock: deviceClock,
    afterFrame: (then) => then(),
    behaviors: BEHAVIORS,
    support: 'Help desk, extension 4100',
    policy: { ...USUAL, ...chart.policy },
    settings: { letters: 'on', digits: 'on', cues: 'on', keys: 'function' },
    settingsStorage: { save: async () => true },
  });
  await store.chart.load();
  return store;
}
