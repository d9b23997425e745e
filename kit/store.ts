// Stores for the parts that draw one: the real store over a chart of plain data that answers at once, and takes every note
// in the way it is told to. Nothing leaves the page and nothing is kept.

import type { Ehr, WriteEnd } from '../src/ehr/port.ts';
import { BEHAVIOURS } from '../src/interview/guide/behaviours.ts';
import type { NotesFound } from '../src/interview/history/history.ts';
import type { Binding } from '../src/interview/visit.ts';
import { err, ok } from '../src/lib/result.ts';
import { deviceClock } from '../src/store/session/clock.ts';
import type { SitePolicy } from '../src/store/session/policy.ts';
import { createStore, type Store } from '../src/store/store.ts';
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

/** How a chart of the kit differs from one that holds nothing and refuses nothing. */
export interface KitChart {
  readonly person?: Ehr['readPerson'];
  readonly notes?: NotesFound;
  /** How a signature ends. Left out, it never does. */
  readonly ends?: WriteEnd;
  /** Until when a draft is kept, in milliseconds since 1970. Left out, the browser keeps none. */
  readonly keepsUntil?: number;
  /** What else the chart answers. */
  readonly ehr?: Partial<Ehr>;
  /** What the site decided. */
  readonly policy?: Partial<SitePolicy>;
}

const CLOSED = { kind: 'closed', why: 'not-taken' } as const;

function chartOf({ person, notes = NOTHING, ends, ehr }: KitChart): Ehr {
  const form = { kind: 'form', form: 'observation', confirmed: true } as const;
  return {
    context: { binding: BINDING, ehrId: 'kit', ehrLabel: 'North Clinic', showBanner: true },
    signInEnds: () => undefined,
    isSignedIn: () => true,
    isTooOld: () => false,
    end: () => {},
    readPerson: person ?? (async () => ok(PAT)),
    listNotes: async () => ok(notes),
    listOlder: async (held) => held(),
    readVersions: async () => ({ kind: 'failed', why: OFFLINE }),
    readStyle: async () => ({}),
    readContext: async () => ({ conditions: SILENT, medicines: SILENT, measures: SILENT, otherPatients: 0 }),
    learnDestination: async () => form,
    destination: () => form,
    formBeside: () => undefined,
    inspect: () => new Promise(() => {}),
    events: () => [],
    watchPanels: () => () => {},
    fileNote: (_, tell) => {
      tell('sending');
      return ends ? Promise.resolve(ends) : new Promise(() => {});
    },
    findNote: async () => ({ kind: 'unknown', why: OFFLINE }),
    changeRights: async () => ({ change: CLOSED, retract: CLOSED }),
    mayRetract: () => true,
    retractDoubles: async () => ({ kind: 'unknown', why: OFFLINE }),
    changeNote: async () => ({ kind: 'refused', why: OFFLINE }),
    findChange: async () => ({ kind: 'unknown', why: OFFLINE }),
    ...ehr,
  };
}

/** A store over such a chart, with the chart read. */
export async function openStore(chart: KitChart = {}): Promise<Store> {
  const { keepsUntil } = chart;
  const store = createStore({
    ehr: chartOf(chart),
    drafts: {
      binding: BINDING,
      others: () => [],
      open: async () => ok(undefined),
      keep: async () => (keepsUntil === undefined ? err({ kind: 'storageBlocked' }) : ok(keepsUntil)),
      shred: async () => {},
      changes: async () => ({
        keep: async () => (keepsUntil === undefined ? err({ kind: 'storageBlocked' }) : ok(keepsUntil)),
        find: async () => undefined,
        shred: async () => {},
      }),
    },
    draft: ok(undefined),
    clock: deviceClock,
    afterFrame: (then) => then(),
    behaviours: BEHAVIOURS,
    support: 'Help desk, extension 4100',
    policy: { ...USUAL, ...chart.policy },
    settings: { letters: 'on', digits: 'on', cues: 'on', keys: 'function' },
    shelf: { keep: async () => true },
  });
  await store.chart.load();
  return store;
}
