// A panel over a chart that responds at once and a device that stores everything, for tests by role and label. Knows no
// browser, no network and no FHIR.

import { cleanup, configure, render } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import type { VNode } from 'preact';
import { afterEach } from 'vitest';
import type { ChangeDrafts, Drafts } from '../../src/drafts/port.ts';
import type { Settings } from '../../src/drafts/settings.ts';
import type { Ehr } from '../../src/ehr/port.ts';
import { BEHAVIORS } from '../../src/interview/guide/behaviors.ts';
import type { Binding, Person } from '../../src/interview/visit.ts';
import { err, ok } from '../../src/lib/result.ts';
import type { AfterFrame } from '../../src/store/conversation/next-frame.ts';
import { createStore, type Store } from '../../src/store/store.ts';
import type { SitePolicy } from '../../src/store/store-ports.ts';

afterEach(cleanup);
// Parts that are fetched on demand may take time on a busy machine.
configure({ asyncUtilTimeout: 15_000 });

const BINDING: Binding = { issuer: 'https://ehr.example/r4', patient: 'pat-1', clinician: 'Practitioner/7' };

/** The patient of every quiet chart. */
export const PERSON: Person = {
  id: 'pat-1',
  family: 'Rosales',
  given: 'Marisol',
  birthDate: '1985-07-14',
  deceased: false,
};

/** A site where no panel locks during a slow test. */
export const UNWATCHED: SitePolicy = {
  idleLockMinutes: Number.POSITIVE_INFINITY,
  part2Program: false,
  securityLabels: false,
  language: 'en',
};

const USUAL: Settings = { letters: 'on', digits: 'on', cues: 'on', keys: 'function' };

const CLOSED = { kind: 'closed', why: 'site' } as const;

/** An EHR with one person, no earlier note and no other chart data. It accepts no note. */
function quietEhr(): Ehr {
  const offline = { kind: 'offline' } as const;
  return {
    context: { binding: BINDING, ehrId: 'north', ehrLabel: 'North Clinic', showBanner: true },
    signInEndsAt: () => undefined,
    isSignedIn: () => true,
    signInEnded: new AbortController().signal,
    isTooOld: () => false,
    signOut: () => {},
    used: () => {},
    readPerson: async () => ok(PERSON),
    listNotes: async () => ok({ entries: [], shortfalls: [], otherPatients: 0 }),
    listOlder: async (held) => held(),
    readVersions: async () => ({ kind: 'failed', why: offline }),
    readStyle: async () => ({}),
    readContext: async () => {
      throw new Error('The test asked for the chart beside the talk');
    },
    readDestination: async () => ({ kind: 'copy', why: 'site' }),
    destination: () => ({ kind: 'copy', why: 'site' }),
    nextForm: () => undefined,
    readDiagnostics: async () => {
      throw new Error('The test asked for diagnostics');
    },
    events: () => [],
    watchPanels: () => () => {},
    fileNote: async () => ({ kind: 'refused', why: offline }),
    findNote: async () => ({ kind: 'unknown', why: offline }),
    changeRights: async () => ({ change: CLOSED, retract: CLOSED }),
    mayRetract: () => false,
    prepareChanges: () => undefined,
    retractDuplicates: async () => ({ kind: 'unknown', why: offline }),
    changeNote: async () => ({ kind: 'refused', why: offline }),
    findChange: async () => ({ kind: 'unknown', why: offline }),
  };
}

/** A device that stores no change of a filed note. */
const memoryOnly: ChangeDrafts = {
  keep: async () => err({ kind: 'storageBlocked' }),
  has: async () => false,
  find: async () => undefined,
  delete: async () => {},
};

/** The parts that a test uses. */
export interface OpenedPanel {
  readonly store: Store;
  /** Every choice of settings given to the device, in order. */
  readonly keptSettings: readonly Settings[];
  /** Advances the clock by this many minutes. */
  readonly waits: (minutes: number) => void;
  readonly user: ReturnType<typeof userEvent.setup>;
  /** Draws a part of the page. */
  readonly draws: (part: VNode) => void;
}

/** Options of a panel. */
export interface PanelOptions {
  readonly settings?: Partial<Settings>;
  /** Responses instead of the quiet chart's. */
  readonly ehr?: Partial<Ehr>;
  /** The site's policy, instead of a panel that never locks. */
  readonly policy?: Partial<SitePolicy>;
  /** False: a browser that stores nothing. */
  readonly keeps?: boolean;
  /** When the next frame is drawn. By default at once. */
  readonly afterFrame?: AfterFrame;
  /** What keeps drafts, instead of a device that stores none. */
  readonly drafts?: Partial<Drafts>;
  /** What opens another draft. By default nothing does. */
  readonly onOpenDraft?: (id: string) => Promise<void>;
}

/** A panel in which nothing has been said yet. */
export function openPanel({ keeps = true, ...options }: PanelOptions = {}): OpenedPanel {
  const { settings, ehr, policy, afterFrame, drafts, onOpenDraft } = options;
  const keptSettings: Settings[] = [];
  let [millis, made] = [Date.UTC(2026, 10, 22, 15, 30), 0];
  const store = createStore({
    ehr: { ...quietEhr(), ...ehr },
    drafts: {
      binding: BINDING,
      others: () => [],
      open: async () => ok(undefined),
      keep: async () => err({ kind: 'storageBlocked' }),
      delete: async () => {},
      finishDeleting: async () => {},
      changes: async () => memoryOnly,
      ...drafts,
    },
    ...(onOpenDraft && { onOpenDraft }),
    draft: ok(undefined),
    clock: {
      millis: () => millis,
      uptime: () => millis,
      uuid: () => {
        made += 1;
        return `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`;
      },
    },
    afterFrame: afterFrame ?? ((then) => then()),
    behaviors: BEHAVIORS,
    support: '',
    policy: { ...UNWATCHED, ...policy },
    settings: { ...USUAL, ...settings },
    settingsStorage: {
      save: async (chosen) => {
        keptSettings.push(chosen);
        return keeps;
      },
    },
  });
  afterEach(store.dispose);
  return {
    store,
    keptSettings,
    waits: (minutes) => {
      millis += minutes * 60_000;
    },
    user: userEvent.setup(),
    draws: (part) => {
      render(part);
    },
  };
}
