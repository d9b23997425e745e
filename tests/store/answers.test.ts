// @vitest-environment happy-dom
// What an EHR may answer to a create (docs/design/readiness-note.md, "Responses of a server"), and what the clinician then reads. One row an answer.

import type { Resource } from 'fhir/r4';
import { HttpResponse, http } from 'msw';
import { expect, test, vi } from 'vitest';
import { aimed } from '../../mocks/faults.ts';
import { type FaultId, namedFault } from '../../mocks/named-faults.ts';
import { answerWith, asked, ISS } from '../ehr/round-trip.ts';
import { everyForm, open, playSittings, reopen, type Sitting, says } from './sitting.tsx';

playSittings();

const KEPT = /is kept on this device/;
const NEXT_FORM = /Files to the chart as a clinical document/;
const SAME_FORM = /Files to the chart as a readiness note/;
const creates = () => asked().filter((one) => one.method === 'POST' && one.url.startsWith(`${ISS}/`));

/** Faults of reading strike the note and nothing else. */
function strike({ sandbox }: Sitting, id: FaultId, times?: number): void {
  const fault = namedFault(id);
  const onNotes = fault.on.interactions?.includes('read')
    ? aimed(fault, { ...fault.on, types: ['Observation'] })
    : fault;
  sandbox.faults.set(onNotes, times);
}

interface Row {
  readonly fault: FaultId;
  readonly times?: number;
  readonly says: readonly RegExp[];
  readonly never?: RegExp;
  /** Notes in the chart afterwards. */
  readonly stored: number;
}

const FILED = /Filed in the chart at \d\d:\d\d, checked/;
const rows: readonly (readonly [string, Row])[] = [
  ['201 with body', { fault: 'create-unlocated', says: [FILED], stored: 1 }],
  ['201 with an empty body', { fault: 'create-empty', says: [FILED], stored: 1 }],
  ['201 with no id anywhere: found by its number', { fault: 'create-bare', says: [FILED], stored: 1 }],
  [
    '202',
    {
      fault: 'create-accepted',
      says: [/The note was accepted, and is not in the chart yet/, KEPT, /Check again/],
      never: /Sign for/,
      stored: 0,
    },
  ],
  [
    '400',
    {
      fault: 'create-400',
      says: [/The chart refused a part of this note/, KEPT, NEXT_FORM, /Details from the EHR/],
      stored: 0,
    },
  ],
  [
    '422',
    {
      fault: 'create-422',
      says: [/The chart refused a part of this note/, KEPT, NEXT_FORM, /tell your support team/i],
      stored: 0,
    },
  ],
  [
    'a mapping that no one made (59188)',
    { fault: 'create-not-mapped', says: [/This EHR is not set up for this kind of note/, KEPT, NEXT_FORM], stored: 0 },
  ],
  ['403', { fault: 'create-403', says: [/This chart does not let you file this note/, KEPT, NEXT_FORM], stored: 0 }],
  ['404', { fault: 'create-404', says: [/This chart does not take this kind of note/, KEPT, NEXT_FORM], stored: 0 }],
  ['405', { fault: 'create-405', says: [/This chart does not take this kind of note/, KEPT, NEXT_FORM], stored: 0 }],
  [
    '409',
    {
      fault: 'create-409',
      times: 1,
      says: [/The chart did not take the note, and it was not found there/, KEPT, /Sign again/, SAME_FORM],
      stored: 0,
    },
  ],
  [
    '412 and nothing there',
    {
      fault: 'create-412',
      times: 1,
      says: [/The chart did not take the note, and it was not found there/, SAME_FORM],
      stored: 0,
    },
  ],
  [
    '413',
    { fault: 'create-413', says: [/too large for the chart/, KEPT, /Leave out some quotes/, SAME_FORM], stored: 0 },
  ],
  [
    '429',
    {
      fault: 'create-429',
      says: [/The chart is busy, and the note was not found in it/, KEPT, /Wait 7 seconds/, SAME_FORM],
      stored: 0,
    },
  ],
  [
    '500, nothing written',
    {
      fault: 'create-500',
      times: 1,
      says: [/The answer was lost, and the note was not found in the chart/, KEPT, /Sign again/, SAME_FORM],
      stored: 0,
    },
  ],
  [
    '503, nothing written',
    {
      fault: 'create-503',
      times: 1,
      says: [/The answer was lost, and the note was not found in the chart/],
      stored: 0,
    },
  ],
  ['written, and the answer lost', { fault: 'create-dropped', times: 1, says: [FILED], stored: 1 }],
  [
    'another value on reading back',
    {
      fault: 'reads-other-value',
      says: [/The chart holds something different from what was sent/, /Do not rely on the filed note/, KEPT],
      never: /Sign for/,
      stored: 1,
    },
  ],
  [
    'another patient on reading back',
    {
      fault: 'reads-other-patient',
      says: [/The chart holds something different from what was sent/, /entered in error/],
      never: /Sign for/,
      stored: 1,
    },
  ],
  [
    'parts left out',
    {
      fault: 'stores-without-notes',
      says: [
        /Filed; the chart dropped: readable text/,
        /The chart left out: readable text/,
        KEPT,
        /File it as a clinical document too/,
      ],
      never: FILED,
      stored: 1,
    },
  ],
  [
    'nothing to read back',
    {
      fault: 'read-500',
      says: [/The chart took the note, but it could not be read back/, KEPT, /Check again/],
      never: FILED,
      stored: 1,
    },
  ],
];

test.for(rows)('%s', async ([, { fault, times, says: wanted, never, stored }]) => {
  const sitting = await open();
  const isValueless = fault === 'reads-other-value';
  if (isValueless) sitting.rates(7);
  strike(sitting, fault, times);
  await sitting.signs();
  for (const words of wanted) await says(words);
  if (never) expect(sitting.page()).not.toMatch(never);
  // A 403 to a condition is asked again without it.
  expect(creates()).toHaveLength(fault === 'create-403' ? 2 : 1);
  expect(sitting.sandbox.store.all('Observation')).toHaveLength(stored);
});

const notes = ({ sandbox }: Sitting) => sandbox.store.all('Observation');

test('401 on a create without a condition: sent once, the sign-in has ended, the note is kept', async () => {
  const sitting = await open(everyForm({ conditionalCreate: 'never' }));
  strike(sitting, 'create-401');
  await sitting.signs();
  await says(/Your sign-in has ended\. Your note is kept\. Open Evoke again from the chart/);
  expect(sitting.page()).not.toMatch(/Sign for/);
  expect(creates()).toHaveLength(1);
});

test('401 that renewal mends: filed, without a word about it', async () => {
  const sitting = await open();
  strike(sitting, 'create-401', 1);
  await sitting.signs();
  await says(FILED);
  expect(notes(sitting)).toHaveLength(1);
});

test('an answer the browser withholds (CORS): looked for before anything else', async () => {
  const sitting = await open();
  answerWith(http.post(`${ISS}/Observation`, () => HttpResponse.error(), { once: true }));
  await sitting.signs();
  await says(/The answer was lost, and the note was not found in the chart/);
  await sitting.signs();
  await says(FILED);
  expect(notes(sitting)).toHaveLength(1);
});

test('no answer in time: looked for, and sent again only at a press', async () => {
  const sitting = await open();
  strike(sitting, 'create-never', 1);
  const patience = AbortSignal.timeout.bind(AbortSignal);
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => patience(ms === 20_000 ? 30 : ms));
  await sitting.signs();
  await says(/The answer was lost, and the note was not found in the chart/);
  expect(creates()).toHaveLength(1);
});

test('offline before anything was sent: nothing is lost, and a later press files it', async () => {
  const sitting = await open();
  strike(sitting, 'offline');
  await sitting.signs();
  await says(/Nothing was sent\. Your note is kept on this device/);
  expect(creates()).toHaveLength(0);
  sitting.sandbox.faults.clear();
  await sitting.signs();
  await says(FILED);
});

test('the network goes while the note is on its way: it is looked for when the network is back', async () => {
  const sitting = await open();
  sitting.sandbox.faults.set(aimed(namedFault('offline'), { interactions: ['create', 'search'] }));
  await sitting.signs();
  await says(
    /We lost the answer, so it is not known whether the note arrived\. Your note is kept on this device and may have been filed/,
  );
  expect(sitting.page()).toMatch(/Check again/);
  expect(sitting.page()).not.toMatch(/Sign for/);
  sitting.sandbox.faults.clear();
  await sitting.store.comeBack();
  await says(/The answer was lost, and the note was not found in the chart/);
});

test('202, and later there: found by its number', async () => {
  const sitting = await open();
  strike(sitting, 'create-accepted-stored');
  await sitting.signs();
  await says(/accepted, and is not in the chart yet/);
  await sitting.presses('Check again');
  await says(FILED);
  expect(creates()).toHaveLength(1);
});

test('202, and still not there: no other way is offered', async () => {
  const sitting = await open();
  strike(sitting, 'create-accepted');
  await sitting.signs();
  await sitting.presses('Check again');
  await says(/accepted, and is not in the chart yet/);
  expect(sitting.page()).not.toMatch(/Sign for|Sign again/);
});

test('a chart whose every search warns of more data (Epic 4119) lets a draft be signed after a new launch', async () => {
  const first = await open(everyForm({ conditionalCreate: 'never' }));
  first.writes('A walk on Friday');
  await first.store.interviewDraft.flush();
  first.dies();
  strike(first, 'search-warning');
  const again = await reopen(first.sandbox);
  await again.signs();
  await says(/Filed in the chart/);
  expect(notes(again)).toHaveLength(1);
});

const SERVES_OBSERVATIONS = {
  resourceType: 'CapabilityStatement',
  rest: [
    {
      mode: 'server',
      resource: [
        { type: 'Observation', interaction: ['create', 'read', 'update', 'search-type'].map((code) => ({ code })) },
      ],
    },
  ],
};

test('a form that the EHR does not serve keeps no draft from being signed after a new launch', async () => {
  const first = await open(everyForm({ conditionalCreate: 'never' }));
  first.writes('A walk on Friday');
  await first.store.interviewDraft.flush();
  first.dies();
  answerWith(
    http.get(`${ISS}/metadata`, () => HttpResponse.json(SERVES_OBSERVATIONS)),
    http.get(`${ISS}/:type`, ({ params: { type } }) =>
      type === 'Observation' ? undefined : new HttpResponse(null, { status: 404 }),
    ),
  );
  const again = await reopen(first.sandbox);
  await again.signs();
  await says(/Filed in the chart/);
});

test('202, and not there at the next launch either: it is not sent again', async () => {
  const sitting = await open();
  strike(sitting, 'create-accepted');
  await sitting.signs();
  await says(/accepted, and is not in the chart yet/);
  sitting.dies();
  const again = await reopen(sitting.sandbox);
  await says(/accepted, and is not in the chart yet/);
  expect(again.page()).not.toMatch(/Sign for|Sign again/);
});

test('202, and no search at the next launch: accepted is still what is known, and it is not sent again', async () => {
  const sitting = await open();
  strike(sitting, 'create-accepted');
  await sitting.signs();
  await says(/accepted, and is not in the chart yet/);
  sitting.dies();
  strike(sitting, 'offline');
  const again = await reopen(sitting.sandbox);
  await says(/accepted, and is not in the chart yet/);
  sitting.sandbox.faults.clear();
  await again.store.comeBack();
  await says(/accepted, and is not in the chart yet/);
  expect(again.page()).not.toMatch(/Sign for|Sign again/);
});

test('202 to the second form, and still not there: it is not offered again', async () => {
  const sitting = await open();
  strike(sitting, 'stores-without-components');
  await sitting.signs();
  await says(/The chart left out: coded parts/);
  sitting.sandbox.faults.clear();
  strike(sitting, 'create-accepted');
  await sitting.presses('File it as a clinical document too');
  await says(/accepted, and is not in the chart yet/);
  await sitting.presses('Check again');
  await says(/accepted, and is not in the chart yet/);
  expect(sitting.page()).not.toMatch(/answer was lost|File it as/);
});

/** Puts what was filed into the chart once more, as a second create would have. */
async function fileElsewhere(sitting: Sitting, times: number, change: object = {}): Promise<void> {
  const server = http.post(`${ISS}/Observation`, async ({ request }) => {
    const body = (await request.clone().json()) as Resource;
    for (let time = 0; time < times; time += 1) sitting.sandbox.store.create({ ...body, ...change } as Resource);
    return undefined;
  });
  answerWith(server);
}

test('200 on a create: the stored note is this one', async () => {
  const sitting = await open();
  await fileElsewhere(sitting, 1);
  await sitting.signs();
  await says(FILED);
  expect(notes(sitting)).toHaveLength(1);
});

test('200 on a create: the stored note is different, and is not overwritten', async () => {
  const sitting = await open();
  await fileElsewhere(sitting, 1, { effectiveDateTime: '2026-11-20T10:00:00Z' });
  await sitting.signs();
  await says(/The chart already holds this note, with other words: date and time\. Nothing was overwritten/);
  expect(sitting.page()).not.toMatch(/Sign for/);
  expect(notes(sitting)).toHaveLength(1);
});

test('412 on a create: both copies are reported, and one press retracts the extra one', async () => {
  const sitting = await open();
  await fileElsewhere(sitting, 2);
  await sitting.signs();
  await says(/The chart holds this note more than once/);
  await sitting.presses('Retract the extra copy');
  await says(FILED);
  expect(
    notes(sitting)
      .map((one) => (one as { status?: string }).status)
      .toSorted(),
  ).toEqual(['entered-in-error', 'final']);
});

test('refused as a double (59141): it is ours, and is found', async () => {
  const sitting = await open(everyForm({ order: ['DocumentReference'], conditionalCreate: 'never' }));
  answerWith(
    http.post(`${ISS}/DocumentReference`, async ({ request }) => {
      sitting.sandbox.store.create((await request.json()) as Resource);
      const issue = [{ severity: 'error', code: 'processing', diagnostics: '59141: duplicate' }];
      return HttpResponse.json({ resourceType: 'OperationOutcome', issue }, { status: 400 });
    }),
  );
  await sitting.signs();
  await says(FILED);
});

test('a search that fails leaves it open, and says so', async () => {
  const sitting = await open();
  strike(sitting, 'create-dropped', 1);
  strike(sitting, 'search-500');
  await sitting.signs();
  await says(/We lost the answer/);
  sitting.sandbox.faults.clear();
  await sitting.presses('Check again');
  await says(FILED);
  expect(notes(sitting)).toHaveLength(1);
});

test('parts left out: the same note goes into the next form at a press, and then is whole', async () => {
  const sitting = await open();
  strike(sitting, 'stores-without-components');
  await sitting.signs();
  await says(/The chart left out: coded parts/);
  sitting.sandbox.faults.clear();
  await sitting.presses('File it as a clinical document too');
  await says(/Also filed as a clinical document, checked against the chart/);
  expect(notes(sitting)).toHaveLength(1);
  expect(sitting.sandbox.store.all('DocumentReference')).toHaveLength(1);
});

test('parts left out, and the next form sent twice: the records are named, with what to do in the chart', async () => {
  const sitting = await open(everyForm({ conditionalCreate: 'never' }));
  strike(sitting, 'stores-without-components');
  await sitting.signs();
  sitting.sandbox.faults.clear();
  strike(sitting, 'create-resent', 1);
  await sitting.presses('File it as a clinical document too');
  await says(/mark all but the first of these records as entered in error, then check again/);
  for (const { id } of sitting.sandbox.store.all('DocumentReference')) expect(sitting.page()).toContain(id);
  expect(sitting.page()).toMatch(/Check again/);
});

test('parts left out: the next launch still has the draft', async () => {
  const sitting = await open();
  sitting.writes('A walk on Friday');
  strike(sitting, 'stores-without-components');
  await sitting.signs();
  await says(/The chart left out: coded parts/);
  sitting.dies();
  expect((await reopen(sitting.sandbox)).store.interview.value.plan.firstStep).toBe('A walk on Friday');
});

test('parts left out, and the next form refused: the one after it is offered', async () => {
  const sitting = await open();
  strike(sitting, 'stores-without-components');
  await sitting.signs();
  strike(sitting, 'create-405', 1);
  await sitting.presses('File it as a clinical document too');
  await says(/This chart does not take this kind of note/);
  await says(/File it as form answers too/);
});

test('after every refusal the button names the next form and waits; at the end the text can be copied', async () => {
  const sitting = await open();
  strike(sitting, 'create-405');
  for (const form of ['readiness note', 'clinical document', 'form answers']) {
    await says(new RegExp(`Files to the chart as (?:a )?${form}`));
    await sitting.signs();
  }
  await says(/This chart does not take this kind of note\. Copy the text instead/);
  expect(sitting.page()).toMatch(/Copy note text/);
  expect(creates()).toHaveLength(3);
});

test.each([
  ['may be in the chart', 'create-dropped', 'search-500', /The note may still be in the chart: look there first/],
  ['is in the chart twice', 'create-resent', undefined, /The copies in the chart stay: look there first/],
  ['was refused', 'create-405', undefined, /Nothing in the chart changes/],
] as const)('discarding the draft of a note that %s says what is left in the chart', async (_, id, also, said) => {
  const sitting = await open(everyForm({ conditionalCreate: 'never', order: ['Observation'] }));
  strike(sitting, id, 1);
  if (also) strike(sitting, also);
  await sitting.signs();
  await sitting.presses('Discard this draft');
  await says(said);
});

test('a note that is in the chart twice stays so on the page while the chart cannot be reached', async () => {
  const sitting = await open(everyForm({ conditionalCreate: 'never', order: ['Observation'] }));
  strike(sitting, 'create-resent', 1);
  await sitting.signs();
  await says(/The chart holds this note more than once/);
  strike(sitting, 'search-500');
  await sitting.presses('Check again');
  await says(/The chart holds this note more than once/);
});

test('pressed twice, sent once', async () => {
  const sitting = await open();
  await Promise.all([sitting.store.filing.sign(), sitting.store.filing.sign(), sitting.signs()]);
  await says(FILED);
  expect(creates()).toHaveLength(1);
});
