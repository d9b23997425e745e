// Counts the round trips of a launch: its time over a slow line less its time over a fast one, divided by the latency.
// Real keys, a fresh browser context and an empty cache every time.

import type { Page } from 'playwright';
import type { RunningEhr } from '../../tests/support/ehr-in-a-box.ts';
import { serveBare } from './bare.ts';
import { type Row, row } from './row.ts';
import { freshContext, freshPage, type Setting } from './setting.ts';
import { type Sightings, type Sign, watchFor } from './sightings.ts';

/** A person with earlier notes, so that there is a last-time card. */
const PATIENT = 'rosales';
const SLOW_MS = 600;
const LATENCY_MS = 100;
/** The bare page waits for seven: two pages, discovery, sign-in, token, preflight, patient. */
const LEAST_BARE_TRIPS = 6.6;

const SIGNS = [
  { name: 'pad', selector: '#capture-pad [tabindex="0"]' },
  // The first key is a real one. It counts when its mark appears on the page.
  { name: 'key', selector: 'ol[aria-label="Heard today"] li' },
  { name: 'identity', selector: 'section[aria-label="Patient"]', holds: 'Born' },
  { name: 'last-time', selector: '#last-time-heading', holds: 'Last time, ' },
  { name: 'bare', selector: '#name:not(:empty)' },
] as const satisfies readonly Sign[];

type SignName = (typeof SIGNS)[number]['name'];

/** Milliseconds from the launch to each sign. */
type Times = Readonly<Record<SignName, number>>;

// The page itself reports it, because polling from outside gets slower over time, up to half a second.
async function marksAsSoonAsItCan(page: Page, { until }: Sightings): Promise<void> {
  await until('pad');
  await page.keyboard.press('F9');
  await page.keyboard.press('d');
}

interface Way {
  readonly signs: readonly SignName[];
  readonly launch: (ehr: RunningEhr) => string;
  readonly acts: (page: Page, seen: Sightings) => Promise<void>;
}

const EVOKE: Way = {
  signs: ['key', 'identity', 'last-time'],
  launch: (ehr) => ehr.launch({ patientId: PATIENT }),
  acts: marksAsSoonAsItCan,
};
const bareAt = (origin: string): Way => ({
  signs: ['bare'],
  launch: (ehr) => ehr.launch({ patientId: PATIENT, launchUrl: `${origin}/launch.html` }),
  acts: async () => undefined,
});

async function launchOnce(setting: Setting, ehr: RunningEhr, way: Way): Promise<Times> {
  const context = await freshContext(setting.browser);
  try {
    const seen = await watchFor(context, SIGNS);
    const page = await freshPage(context);
    const address = way.launch(ehr);
    const start = performance.timeOrigin + performance.now();
    await page.goto(address, { waitUntil: 'commit' });
    await way.acts(page, seen);
    const times: Partial<Record<SignName, number>> = {};
    for (const name of way.signs) times[name] = (await seen.until(name)) - start;
    return times as Times;
  } finally {
    await context.close();
  }
}

/**
 * Launches several times over a line of this latency. Returns the shortest of each time, since other work only adds
 * time.
 */
async function launchAt(setting: Setting, ehr: RunningEhr, ways: readonly Way[], ms: number, times: number) {
  setting.line.ms = ms;
  const runs: Times[] = [];
  try {
    for (let turn = 0; turn < times; turn += 1) {
      const each: Times[] = [];
      for (const way of ways) each.push(await launchOnce(setting, ehr, way));
      runs.push(Object.assign({}, ...each));
    }
  } finally {
    setting.line.ms = 0;
  }
  return (name: SignName): number => Math.min(...runs.map((run) => run[name]));
}

/**
 * Marks all rows as failed if the machine was busy. It then works while the line waits, and appears to need fewer trips
 * than it does.
 */
function unproven(rows: readonly Row[]): readonly Row[] {
  process.stderr.write('The bare page needs 7 round trips and read less: this machine is too busy to count them.\n');
  return rows.map((each) => ({ ...each, pass: each.goal === null ? null : false }));
}

/** Launches Evoke and the bare page over no latency, 100 ms and 600 ms. */
export async function measureTrips(setting: Setting): Promise<readonly Row[]> {
  const endBare = await serveBare(setting.otherApp, setting.line);
  const ways = [EVOKE, bareAt(setting.otherApp)];
  try {
    return await setting.withEhr(async (ehr) => {
      // The first launch of a server also loads its definitions. It is not counted.
      await launchAt(setting, ehr, ways, 0, 1);
      const [none, slow] = [await launchAt(setting, ehr, ways, 0, 7), await launchAt(setting, ehr, ways, SLOW_MS, 3)];
      const far = await launchAt(setting, ehr, ways, LATENCY_MS, 7);
      const trips = (name: SignName): number => (slow(name) - none(name)) / SLOW_MS;
      const usable = Math.max(far('key'), far('identity'));
      const rows = [
        row('trips.first-key', trips('key'), 'trips', 5),
        row('trips.identity', trips('identity'), 'trips', 7),
        row('trips.last-time', trips('last-time'), 'trips', null),
        row('trips.bare', trips('bare'), 'trips', null),
        row('launch.ms.100ms', usable, 'ms', null),
        row('launch.bare.ms.100ms', far('bare'), 'ms', null),
        row('launch.ratio.100ms', usable / far('bare'), 'times', 1.15),
      ];
      return trips('bare') < LEAST_BARE_TRIPS ? unproven(rows) : rows;
    });
  } finally {
    await endBare();
  }
}
