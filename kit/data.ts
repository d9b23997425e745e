// The data of the kit: a synthetic person, notes of a few visits, every kind of fault. Data only.

import type { FetchFault, GuardFault, LaunchFault } from '../src/ehr/faults.ts';
import type { WriteEnd } from '../src/ehr/port.ts';
import type { HistoryEntry } from '../src/interview/history/history.ts';
import type { NoteEntry } from '../src/interview/history/visits.ts';
import { readInstant, readNoteId, readScore, type Score } from '../src/interview/ids.ts';
import type { NoteRuler, ReadinessNote } from '../src/interview/note/note.ts';
import type { Person } from '../src/interview/visit.ts';
import type { Result } from '../src/lib/result.ts';

/** A synthetic person. */
export const PAT: Person = {
  id: 'pat',
  family: 'Proto',
  given: 'Pat',
  birthDate: '1985-07-14',
  deceased: false,
};

/** Text that no pane is wide enough for. */
export const LONG = `I keep saying to myself that this is the year. ${'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(2)}`;

function made<T>(read: Result<T, unknown>): T {
  if (!read.ok) throw new Error('The data of the kit cannot be read');
  return read.value;
}

/** A number on a ruler. */
export const score = (value: number): Score => made(readScore(value));

const answered = (value: number): NoteRuler => ({ kind: 'asked', answer: { kind: 'answered', score: score(value) } });

function noteOf(day: string, turn: number): ReadinessNote {
  const at = made(readInstant(`${day}T15:30:00Z`));
  return {
    id: made(readNoteId(`3f2c9a4e-0d0b-4a55-9a53-${String(turn).padStart(12, '0')}`)),
    at,
    signedAt: at,
    target: { label: 'Alcohol', sensitive: false },
    agenda: [],
    strengths: [],
    information: [],
    rulers: {
      importance: answered(Math.min(10, 5 + turn)),
      confidence: turn === 1 ? { kind: 'asked', answer: { kind: 'declined' } } : answered(Math.min(10, 2 + turn)),
      readiness: turn === 2 ? { kind: 'not-asked' } : answered(4),
    },
    talk: [
      { talk: { side: 'change', strand: 'reason' }, text: 'My liver tests scared me' },
      { talk: { side: 'sustain', strand: 'ability' }, text: 'I can’t sleep without it' },
      { talk: { side: 'change', strand: 'taking-steps' }, text: turn === 0 ? LONG : 'I poured the last bottle away' },
    ],
    marks: { change: 4 + turn, sustain: Math.max(1, 3 - turn) },
    plan: { kind: 'none' },
    also: [],
  };
}

const entry = (
  day: string,
  turn: number,
  over: Partial<Extract<HistoryEntry, { kind: 'note' }>> = {},
): HistoryEntry => ({
  kind: 'note',
  note: noteOf(day, turn),
  filed: { form: 'observation', resourceId: `kit-${turn}` },
  standing: 'current',
  authors: [],
  authorName: 'Dr. Ada Okafor',
  ours: true,
  ...over,
});

/** Visits that count, newest first. */
export const VISITS: readonly HistoryEntry[] = [
  entry('2026-11-02', 3),
  entry('2026-09-21', 2),
  entry('2026-08-03', 1),
  entry('2026-06-29', 0),
];

function filed(noted: HistoryEntry | undefined): NoteEntry {
  if (noted?.kind !== 'note') throw new Error('The kit has no note');
  return noted;
}

/** The clinician's own note, which can be changed. */
export const OWN_NOTE: NoteEntry = filed(VISITS[0]);

/** One entry of every kind that a list can contain. */
export const ENTRIES: readonly HistoryEntry[] = [
  ...VISITS,
  entry('2026-05-04', 4, { standing: 'corrected' }),
  entry('2026-04-06', 5, { standing: 'retracted' }),
  entry('2026-03-02', 6, { standing: 'draft' }),
  entry('2026-02-02', 7, { altered: true }),
  entry('2026-01-05', 8, { ours: false, authorName: 'Northfield desk' }),
  {
    kind: 'unreadable',
    why: 'filed-as-text',
    date: '2025-12-01',
    filed: { form: 'document', resourceId: 'kit-text' },
    typeName: 'Progress note',
  },
];

const AT = { form: 'observation', resourceId: 'kit-9' } as const;
const FILED = entry('2026-11-23', 1);

/** Every way a signature ends. */
export const ENDS: readonly WriteEnd[] = [
  { kind: 'filed', at: AT, entry: FILED, lost: [], unreached: [] },
  { kind: 'filed', at: AT, entry: FILED, lost: ['plan'], unreached: [] },
  { kind: 'unverified', at: AT },
  { kind: 'unverified', at: AT, why: 'uncounted' },
  { kind: 'mismatch', at: AT, parts: ['importance'] },
  { kind: 'earlierDiffers', at: AT, parts: ['plan'] },
  { kind: 'duplicated', places: [AT, { form: 'document', resourceId: 'kit-10' }] },
  { kind: 'accepted' },
  { kind: 'unknown', why: { kind: 'timeout' } },
  { kind: 'unsent', why: { kind: 'server', issues: [] } },
  { kind: 'refused', why: { kind: 'missingReference', what: 'author' } },
  { kind: 'refused', why: { kind: 'headerBlocked', header: 'If-Match' } },
  { kind: 'sessionEnded' },
];

/** Every fault of a request. */
export const FETCH_FAULTS: { readonly [Kind in FetchFault['kind']]: Extract<FetchFault, { readonly kind: Kind }> } = {
  offline: { kind: 'offline' },
  timeout: { kind: 'timeout' },
  aborted: { kind: 'aborted' },
  blocked: { kind: 'blocked' },
  moved: { kind: 'moved' },
  sessionEnded: { kind: 'sessionEnded' },
  signInUnavailable: { kind: 'signInUnavailable' },
  forbidden: { kind: 'forbidden', issues: [] },
  notFound: { kind: 'notFound' },
  gone: { kind: 'gone' },
  notSupported: { kind: 'notSupported' },
  conflict: { kind: 'conflict' },
  versionConflict: { kind: 'versionConflict' },
  invalid: { kind: 'invalid', issues: [] },
  tooLarge: { kind: 'tooLarge' },
  networkSignIn: { kind: 'networkSignIn' },
  headersTooLarge: { kind: 'headersTooLarge' },
  tooMany: { kind: 'tooMany', retryAfterSeconds: 30 },
  server: { kind: 'server', issues: [] },
  badResponse: { kind: 'badResponse' },
  foreignLink: { kind: 'foreignLink' },
  incomplete: { kind: 'incomplete' },
};

/** Every difference that the write guard may find. */
export const GUARDS: { readonly [Where in GuardFault['where']]: Where } = {
  'sign-in': 'sign-in',
  'loaded-patient': 'loaded-patient',
  draft: 'draft',
  encounter: 'encounter',
  'visit-hidden': 'visit-hidden',
  author: 'author',
  issuer: 'issuer',
  'session-age': 'session-age',
  'other-window': 'other-window',
};

type Plain = Exclude<LaunchFault['kind'], 'storageBlocked' | 'refusedByEhr'>;
const PLAIN_LAUNCHES: { readonly [Kind in Plain]: { readonly kind: Kind } } = {
  badParameters: { kind: 'badParameters' },
  badSiteConfiguration: { kind: 'badSiteConfiguration' },
  insecurePage: { kind: 'insecurePage' },
  otherAddress: { kind: 'otherAddress' },
  unknownEhr: { kind: 'unknownEhr' },
  discoveryFailed: { kind: 'discoveryFailed' },
  notSmart: { kind: 'notSmart' },
  weakServer: { kind: 'weakServer' },
  foreignEndpoint: { kind: 'foreignEndpoint' },
  notLaunched: { kind: 'notLaunched' },
  staleState: { kind: 'staleState' },
  reloaded: { kind: 'reloaded' },
  heldElsewhere: { kind: 'heldElsewhere' },
  exchangeFailed: { kind: 'exchangeFailed' },
  noPatient: { kind: 'noPatient' },
  notAClinician: { kind: 'notAClinician' },
  missingScope: { kind: 'missingScope' },
  wrongTenant: { kind: 'wrongTenant' },
  badIdToken: { kind: 'badIdToken' },
  wrongClock: { kind: 'wrongClock' },
};
const CODES = [
  'access_denied',
  'login_required',
  'invalid_scope',
  'server_error',
  'temporarily_unavailable',
  'other',
] as const;

/** Every way a launch ends before a panel opens. */
export const LAUNCH_FAULTS: readonly LaunchFault[] = [
  ...Object.values(PLAIN_LAUNCHES),
  { kind: 'storageBlocked', newWindow: 'https://evoke.example/launch.html' },
  ...CODES.map((code) => ({ kind: 'refusedByEhr', code }) as const),
];
