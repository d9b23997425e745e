// Chromium sends a request again by itself when a reused connection dies before the response headers, or on HTTP 408. One
// press then leaves one live note, or the double is reported and one press retracts the extra copy.
import { expect, test } from 'vitest';
import { aimed, type Fault } from '../../mocks/faults.ts';
import { type FaultId, namedFault } from '../../mocks/named-faults.ts';
import type { Clinician } from '../support/clinician.ts';
import type { Around } from '../support/ehr-in-a-box.ts';
import { type Journey, setOut } from '../support/journey.ts';
import { sampleOf } from '../support/sample.ts';

/** The statement says this of every form of a note. */
const says = (flags: Readonly<Record<string, boolean>>): Fault => ({
  ...namedFault('statement-update-create'),
  effect: { kind: 'statement-says', flags },
});

const WAYS = {
  'plain POST': { flags: { updateCreate: false, conditionalCreate: false }, sent: 'POST' },
  'conditional create': { flags: { updateCreate: false, conditionalCreate: true }, sent: 'POST if-none-exist' },
  PUT: { flags: { updateCreate: true }, sent: 'PUT' },
} as const;
type Way = keyof typeof WAYS;

const LOSSES = [
  ['the connection is reset', 'create-dropped'],
  ['the response is 408', 'create-stored-408'],
] as const satisfies readonly (readonly [string, FaultId])[];

const LAGS = [undefined, 'search-lags-3s'] as const;

/** Records every write that reaches the server. */
const recording =
  (writes: string[]): Around =>
  (answer) =>
  (request) => {
    if (['POST', 'PUT'].includes(request.method) && new URL(request.url).pathname.startsWith('/fhir/Observation'))
      writes.push(request.headers.has('if-none-exist') ? `${request.method} if-none-exist` : request.method);
    return answer(request);
  };

/** Opens a chart whose server takes notes in this way, and writes one mark. */
async function talks(way: Way, ...faults: readonly Fault[]) {
  const writes: string[] = [];
  const journey = await setOut({ around: recording(writes), allowed: /ERR_|408/ });
  for (const fault of [says(WAYS[way].flags), ...faults]) journey.ehr.sandbox().faults.set(fault);
  const clinician = await journey.opens('proto');
  await clinician.hears('Change R Reason', 'My liver tests scared me');
  await clinician.seesItKept();
  return { journey, clinician, writes };
}

const liveNotes = ({ ehr }: Journey): number =>
  ehr.notesOf('proto').filter((note) => (note as { readonly status?: string }).status !== 'entered-in-error').length;

/** Waits for the end. Returns whether a double was reported, which one press then retracts. */
async function isReported({ pane }: Clinician): Promise<boolean> {
  const filed = pane.getByRole('status').filter({ hasText: /Filed in the chart at/ });
  const retract = pane.getByRole('button', { name: /^Retract the extra cop/ });
  await filed.or(retract).first().waitFor({ timeout: 60_000 });
  if ((await retract.count()) === 0) return false;
  await retract.click();
  await filed.first().waitFor({ timeout: 60_000 });
  return true;
}

const CASES = (Object.keys(WAYS) as readonly Way[]).flatMap((way) =>
  LOSSES.flatMap(([what, id]) => LAGS.map((lag) => ({ way, what, id, lag }))),
);

/** The sample: each way meets each loss, one of them with a lag. */
const PAIRS = sampleOf(CASES, ({ id, lag }) => (id === 'create-dropped') === (lag === undefined));

for (const { way, what, id, lag } of PAIRS)
  test(`${way}, stored before ${what}${lag ? ', and searches lag' : ''}: one live note`, async () => {
    const lags = lag ? [namedFault(lag)] : [];
    const { journey, clinician, writes } = await talks(way, ...lags);
    const types = ['Observation'];
    journey.ehr.sandbox().faults.set(aimed(namedFault(id), { interactions: ['create', 'update'], types }), 1);
    await clinician.signs();
    const wasDuplicated = await isReported(clinician);
    expect(new Set(writes.slice(0, 2)), 'the same request, sent again by the browser').toEqual(
      new Set([WAYS[way].sent]),
    );
    expect(writes.length).toBeGreaterThan(1);
    expect(liveNotes(journey)).toBe(1);
    expect(journey.ehr.notesOf('proto')).toHaveLength(wasDuplicated ? 2 : 1);
    if (way === 'PUT') expect(wasDuplicated).toBe(false);
    if (way === 'plain POST') expect(wasDuplicated).toBe(true);
  });
