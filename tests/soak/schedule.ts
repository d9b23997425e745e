// A schedule: what a clinician does and what goes wrong, in any order, on one device with two panels at most and one EHR.
// Data and its arbitrary. Knows not how any of it is played.

import fc from 'fast-check';
import type { FaultId } from '../../mocks/named-faults.ts';
import type { ProfileId } from '../../mocks/profiles/profile.ts';
import type { Shelf } from './device.ts';
import { PATIENTS, type PatientId } from './hospital.ts';
import type { Mishap } from './network.ts';

/** What a clinician does at a panel, and how a page ends. */
export const ACTS = [
  'marks',
  'writes-on',
  'edits',
  'removes-a-mark',
  'undoes',
  'redoes',
  'rates',
  'plans',
  'writes-loose-words',
  'signs',
  'signs-twice',
  'checks-again',
  'files-beside',
  'checks-beside',
  'begins-another',
  'comes-back',
  'reloads',
  'is-killed',
  'is-killed-while-saving',
  'signs-in-again',
] as const;
export type Act = (typeof ACTS)[number];

/** One step. `seat` is which of the two panels. A panel is opened there first if there is none. */
export type Step =
  | { readonly does: 'act'; readonly act: Act; readonly seat: 0 | 1; readonly patient: PatientId }
  | { readonly does: 'wait'; readonly ms: number }
  | { readonly does: 'jump'; readonly minutes: number }
  | { readonly does: 'fail'; readonly fault: FaultId; readonly times: number; readonly reads: boolean }
  | { readonly does: 'mend' }
  | { readonly does: 'hold' | 'fall' | 'flow' }
  | { readonly does: 'let'; readonly which: number }
  | { readonly does: 'mishap'; readonly mishap: Mishap; readonly arrives: boolean }
  | { readonly does: 'shelve'; readonly shelf: Shelf }
  | { readonly does: 'expire' | 'revoke' }
  | { readonly does: 'drift'; readonly drifts: boolean };

/** A whole schedule. */
export interface Schedule {
  readonly profile: ProfileId;
  readonly renews: boolean;
  readonly conditional: 'advertised' | 'never';
  /** Whether earlier notes and the chart's other data are read. They take no part in filing, and most of the time. */
  readonly history: 'read' | 'left';
  readonly steps: readonly Step[];
}

/** Everything that may become of a request, but for what would hang: losses are the network's. */
const FAULTS: readonly FaultId[] = [
  'create-400',
  'create-401',
  'create-401-bare',
  'create-403',
  'create-404',
  'create-405',
  'create-409',
  'create-412',
  'create-413',
  'create-422',
  'create-429',
  'create-500',
  'create-503',
  'create-not-mapped',
  'create-dropped',
  'create-resent',
  'create-stored-400',
  'create-stored-403',
  'create-stored-408',
  'create-stored-422',
  'create-stored-425',
  'create-stored-429',
  'create-stored-499',
  'create-stored-504',
  'condition-refused',
  'cors-without-if-none-exist',
  'cors-without-prefer',
  'create-empty',
  'create-unlocated',
  'create-bare',
  'create-accepted',
  'create-accepted-stored',
  'write-401',
  'stores-without-components',
  'stores-without-notes',
  'stores-without-identifier',
  'stores-without-narrative',
  'stores-without-encounter',
  'stores-other-value',
  'reads-other-patient',
  'reads-other-value',
  'read-401',
  'read-401-bare',
  'read-404',
  'read-500',
  'search-401',
  'search-403',
  'search-500',
  'search-503',
  'search-everything',
  'search-other-patient',
  'search-warning',
  'search-foreign-next',
  'search-loop',
  'search-lags-3s',
  'search-lags-15s',
  'search-reused',
  'statement-update-create',
  'statement-missing',
  'not-json',
  'truncated',
];

const act = (acts: readonly Act[]): fc.Arbitrary<Step> =>
  fc.record({
    does: fc.constant('act' as const),
    act: fc.constantFrom(...acts),
    seat: fc.constantFrom(0 as const, 0 as const, 1 as const),
    patient: fc.constantFrom(PATIENTS[0], PATIENTS[0], PATIENTS[1]),
  });

const does = <Name extends Step['does']>(name: Name) => fc.constant(name);

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: act(['marks', 'writes-on', 'rates', 'plans']) },
  {
    weight: 10,
    arbitrary: act(['signs', 'signs', 'signs', 'signs-twice', 'checks-again', 'files-beside', 'checks-beside']),
  },
  { weight: 8, arbitrary: act(ACTS) },
  {
    weight: 4,
    arbitrary: fc.record({ does: does('wait'), ms: fc.constantFrom(100, 249, 250, 300, 5_000, 21_000, 61_000) }),
  },
  { weight: 1, arbitrary: fc.record({ does: does('jump'), minutes: fc.constantFrom(-90, -5, 3, 12, 60, 240, 541) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      does: does('fail'),
      fault: fc.constantFrom(...FAULTS),
      times: fc.integer({ min: 1, max: 3 }),
      reads: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: does('mend') }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constantFrom('hold', 'hold', 'fall', 'flow', 'flow') }) },
  { weight: 4, arbitrary: fc.record({ does: does('let'), which: fc.nat(5) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      does: does('mishap'),
      mishap: fc.constantFrom<Mishap[]>('lost', 'unheard', 'duplicated'),
      arrives: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: does('shelve'),
      shelf: fc.constantFrom<Shelf[]>('works', 'works', 'blocked', 'full', 'hangs'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constantFrom('expire', 'revoke') }) },
  { weight: 1, arbitrary: fc.record({ does: does('drift'), drifts: fc.boolean() }) },
);

const by = (name: Act): Step => ({ does: 'act', act: name, seat: 0, patient: 'pat' });
const BEGUN = [by('marks'), by('rates')];

/** What rarely happens by chance: text that was stored before the end, and a fault at the very signature. */
const meeting: fc.Arbitrary<readonly Step[]> = fc.oneof(
  fc
    .tuple(fc.constantFrom<Act[]>('plans', 'marks', 'edits'), fc.constantFrom(250, 300, 900))
    .map(([act, ms]): readonly Step[] => [by(act), { does: 'wait', ms }, by('is-killed')]),
  fc
    .constantFrom(...FAULTS)
    .map((fault): readonly Step[] => [by('rates'), { does: 'fail', fault, times: 1, reads: false }, by('signs')]),
);

/** Any schedule of up to twenty steps, begun with something to sign. */
export const schedules: fc.Arbitrary<Schedule> = fc.record({
  profile: fc.constantFrom<ProfileId[]>('open', 'open', 'open', 'epic-like', 'oracle-like', 'athena-like', 'read-only'),
  renews: fc.boolean(),
  conditional: fc.constantFrom('advertised', 'never'),
  history: fc.constantFrom('left', 'left', 'left', 'read'),
  steps: fc
    .array(
      fc.oneof({ weight: 12, arbitrary: step.map((one): readonly Step[] => [one]) }, { weight: 1, arbitrary: meeting }),
      { minLength: 3, maxLength: 20, size: 'max' },
    )
    .map((steps) => [...BEGUN, ...steps.flat()]),
});
