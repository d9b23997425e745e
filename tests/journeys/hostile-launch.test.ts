// Every launch that must be refused, on the built app in Chromium. Each has its own message, and no patient data are
// requested.
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { NAMED_ODDITIES } from '../../mocks/auth/named-oddities.ts';
import { Clinician } from '../support/clinician.ts';
import { type RunningEhr, startEhr } from '../support/ehr-in-a-box.ts';
import { ownGrounds } from '../support/grounds.ts';
import { expectSilence, watchedContext } from '../support/journey.ts';
import type { Lookout } from '../support/lookout.ts';
import { sampleOf } from '../support/sample.ts';

const NOT_A_LAUNCH = 'This link is not a valid launch.';
const NOT_SET_UP = 'This EHR is not set up for Evoke.';
const WEAK = 'The EHR does not offer the sign-in Evoke needs.';
const FOREIGN = 'The EHR pointed to an unexpected sign-in address. Evoke did not go there.';
const SILENT = 'The EHR did not answer.';
const NOT_SMART = 'The EHR does not offer a sign-in at its configured address.';
const STALE = 'This sign-in is too old, or did not begin here.';
const BARE = 'Evoke was opened without a patient’s chart.';
const INCOMPLETE = 'The EHR could not complete the sign-in.';
const UNPROVEN = 'The EHR could not prove who is signed in.';
const NOBODY = 'No patient’s chart was open.';
const NO_CLINICIAN = 'The person signed in is not a clinician. Evoke is for clinicians.';
const NO_READING = 'Your sign-in does not allow Evoke to read this chart.';

/** Who is in the chart that must not show. */
const OF_THE_PATIENT = /Proto|\bPat\b|100238|14-Jul-1985|Alcohol/;

// Nothing is written on these journeys, so they share one EHR and one page. Each begins with its own launch.
let ehr: RunningEhr;
let page: Page;
let lookout: Lookout;
beforeAll(async () => {
  ehr = await startEhr(ownGrounds());
  const watched = await watchedContext();
  lookout = watched.lookout;
  page = await watched.context.newPage();
});
afterEach(async () => {
  ehr.sandbox().authorization.behave({});
  // The same address again would be a reload, which may go on with the sign-in before.
  await page.goto('about:blank');
  expectSilence(lookout);
  lookout.startOver();
});
afterAll(async () => {
  await page.context().close();
  await ehr.stop();
});

const shown = async (): Promise<string> => (await page.locator('body').textContent()) ?? '';

/** Waits for the refusal, and holds everything against it that a refusal must not do. */
async function seesRefusal(words: string): Promise<void> {
  const alert = page.getByRole('alert');
  await alert.getByRole('heading', { name: words, exact: true }).waitFor();
  expect(await page.title()).toBe('Evoke');
  expect(await shown()).not.toMatch(OF_THE_PATIENT);
  expect(await page.getByRole('region', { name: 'Patient' }).count()).toBe(0);
  expect(await alert.getByRole('heading').evaluate((heading) => heading === document.activeElement)).toBe(true);
  const { requests } = lookout;
  // Only the EHR's public documents, its sign-in and its keys were requested, and no chart data.
  expect(requests.filter((each) => each.includes('/fhir/') && !each.includes('/.well-known/'))).toEqual([]);
  if (page.url().includes('index.html')) expect(page.url()).toBe(`${ownGrounds().appUrl}index.html`);
  expect(await page.evaluate(() => ({ ...localStorage }))).toEqual({});
}

async function opens(): Promise<Clinician> {
  await page.goto(ehr.launch({ patientId: 'proto' }));
  return new Clinician(page).isReady();
}

type Query = readonly (readonly [key: string, value: string])[];

const address = (page: 'launch' | 'index', query: Query): string =>
  `${ownGrounds().appUrl}${page}.html${query.length === 0 ? '' : '?'}${written(query)}`;

const written = (query: Query): string => query.map((pair) => pair.map(encodeURIComponent).join('=')).join('&');

const iss = (): string => `${ownGrounds().ehrOrigin}/fhir`;

const LOOK_ALIKES: readonly (readonly [does: string, iss: (own: URL) => string])[] = [
  ['a stranger', () => 'https://stranger.example/fhir'],
  ['a stranger whose path holds ours', ({ href }) => `https://stranger.example/${href}`],
  ['a user name before a stranger', ({ host }) => `http://${host}@stranger.example/fhir`],
  ['a user name before ours', ({ host }) => `http://someone@${host}/fhir`],
  ['a longer host', ({ port }) => `http://127.0.0.1.stranger.example:${port}/fhir`],
  ['a trailing dot', ({ port }) => `http://127.0.0.1.:${port}/fhir`],
  ['another port', () => 'http://127.0.0.1:9/fhir'],
  ['no port', () => 'http://127.0.0.1/fhir'],
  ['another scheme', ({ host }) => `https://${host}/fhir`],
  ['another name of this machine', ({ port }) => `http://localhost:${port}/fhir`],
  ['another spelling of the number', ({ port }) => `http://0x7f.1:${port}/fhir`],
  ['digits of another script', ({ port }) => `http://１27.0.0.1:${port}/fhir`],
  ['another case in the path', ({ host }) => `http://${host}/FHIR`],
  ['a longer path', ({ href }) => `${href}/more`],
  ['a path that climbs', ({ href }) => `${href}/../fhir`],
  ['an escaped path', ({ host }) => `http://${host}/%66hir`],
  ['a query', ({ href }) => `${href}?x=1`],
  ['a hash', ({ href }) => `${href}#x`],
  ['a tab', ({ host }) => `http://${host}/fh\tir`],
  ['a new line', ({ href }) => `${href}\n`],
  ['a blank before', ({ href }) => ` ${href}`],
  ['backslashes', ({ host }) => `http:\\\\${host}\\fhir`],
  ['no scheme', ({ host }) => `//${host}/fhir`],
  ['a script', () => 'javascript:alert(document.domain)'],
  ['a data address', () => 'data:application/json,{}'],
];

/** How an address goes from a link into the check. `tests/ehr/launch.test.ts` judges many more addresses. */
const OF_EACH_PART = [
  'a stranger',
  'a user name before ours',
  'another port',
  'digits of another script',
  'a tab',
  'a script',
];

test.each(sampleOf(LOOK_ALIKES, ([does]) => OF_EACH_PART.includes(does)))(
  'an issuer with %s is refused before any request',
  async (_, lookAlike) => {
    await page.goto(
      address('launch', [
        ['iss', lookAlike(new URL(iss()))],
        ['launch', 'abc'],
      ]),
    );
    await seesRefusal(NOT_SET_UP);
    expect(lookout.requests.filter((each) => !each.includes(ownGrounds().appUrl))).toEqual([]);
  },
);

const BAD_QUERIES: readonly (readonly [does: string, query: (own: string) => Query])[] = [
  ['nothing', () => []],
  ['no issuer', () => [['launch', 'abc']]],
  [
    'an empty issuer',
    () => [
      ['iss', ''],
      ['launch', 'abc'],
    ],
  ],
  [
    'an empty launch',
    (own) => [
      ['iss', own],
      ['launch', ''],
    ],
  ],
  [
    'two issuers',
    (own) => [
      ['iss', own],
      ['iss', own],
      ['launch', 'abc'],
    ],
  ],
  [
    'ours and a stranger',
    (own) => [
      ['iss', own],
      ['launch', 'abc'],
      ['iss', 'https://stranger.example/fhir'],
    ],
  ],
  [
    'two launches',
    (own) => [
      ['iss', own],
      ['launch', 'abc'],
      ['launch', 'def'],
    ],
  ],
  [
    'a server of its own',
    (own) => [
      ['iss', own],
      ['launch', 'abc'],
      ['fhirServiceUrl', 'https://stranger.example/fhir'],
    ],
  ],
  ['nothing but a server', () => [['fhirServiceUrl', 'https://stranger.example/fhir']]],
  [
    'another client',
    (own) => [
      ['iss', own],
      ['launch', 'abc'],
      ['clientId', 'evil'],
    ],
  ],
  [
    'a patient',
    (own) => [
      ['iss', own],
      ['launch', 'abc'],
      ['patientId', 'proto'],
    ],
  ],
  [
    'a visit',
    (own) => [
      ['iss', own],
      ['launch', 'abc'],
      ['encounterId', 'x'],
    ],
  ],
  [
    'a code',
    (own) => [
      ['iss', own],
      ['launch', 'abc'],
      ['code', 'x'],
    ],
  ],
  [
    'a state',
    (own) => [
      ['iss', own],
      ['launch', 'abc'],
      ['state', 'x'],
    ],
  ],
  [
    'anything else',
    (own) => [
      ['iss', own],
      ['launch', 'abc'],
      ['utm_source', 'x'],
    ],
  ],
  [
    'capital letters',
    (own) => [
      ['ISS', own],
      ['launch', 'abc'],
    ],
  ],
];

/** `tests/ehr/launch.test.ts` judges every query. */
const OF_EACH_KIND = ['nothing', 'an empty launch', 'ours and a stranger', 'a patient', 'capital letters'];

test.each(sampleOf(BAD_QUERIES, ([does]) => OF_EACH_KIND.includes(does)))(
  'a launch with %s is refused before any request',
  async (_, query) => {
    await page.goto(address('launch', query(iss())));
    await seesRefusal(NOT_A_LAUNCH);
    expect(lookout.requests.filter((each) => !each.includes(ownGrounds().appUrl))).toEqual([]);
  },
);

const ODD_EHRS: readonly (readonly [oddity: string, words: string])[] = [
  ['discovery-missing', NOT_SMART],
  ['discovery-broken', SILENT],
  ['discovery-not-json', NOT_SMART],
  ['no-pkce', WEAK],
  ['plain-pkce', WEAK],
  ['foreign-authorize', FOREIGN],
  ['script-authorize', FOREIGN],
  ['http-authorize', FOREIGN],
  ['foreign-token', FOREIGN],
  ['http-token', FOREIGN],
  ['foreign-keys', FOREIGN],
  ['no-patient', NOBODY],
  ['no-bearer', INCOMPLETE],
  ['user-patient', NO_CLINICIAN],
  ['user-related', NO_CLINICIAN],
  ['no-id-token', UNPROVEN],
  ['unsigned-id-token', UNPROVEN],
  ['hs256-id-token', UNPROVEN],
  ['unknown-kid', UNPROVEN],
  ['forged-id-token', UNPROVEN],
  ['garbled-id-token', UNPROVEN],
  ['wrong-iss', UNPROVEN],
  ['wrong-aud', UNPROVEN],
  ['several-aud', UNPROVEN],
  ['wrong-nonce', UNPROVEN],
  ['expired-id-token', UNPROVEN],
  ['foreign-issuer', STALE],
  ['exchange-refused', INCOMPLETE],
  ['foreign-response-issuer', STALE],
  ['unnamed-response-issuer', STALE],
  ['foreign-refusal', STALE],
  ['foreign-state', STALE],
  ['authorize-access-denied', 'The sign-in was declined.'],
  ['authorize-login-required', 'The EHR asks you to sign in first.'],
  ['authorize-invalid-scope', 'The EHR does not allow what Evoke asked for.'],
  ['authorize-server-error', 'The EHR had a fault while signing you in.'],
  ['authorize-temporarily-unavailable', 'The EHR’s sign-in is busy or closed for the moment.'],
];

function oddity(named: string) {
  const found = NAMED_ODDITIES.find(({ name }) => name === named);
  if (!found) throw new Error(`No EHR behaves like ${named}.`);
  return found.oddity;
}

/** The first EHR of each message. `tests/ehr/handshake.test.ts` signs in at all of them. */
const EHRS = sampleOf(ODD_EHRS, (row) => ODD_EHRS.find(([, words]) => words === row[1]) === row);

test.each(EHRS)('an EHR that plays %s is refused: %s', async (named, words) => {
  ehr.sandbox().authorization.behave(oddity(named));
  await page.goto(ehr.launch({ patientId: 'proto' }));
  await seesRefusal(words);
  const kept = await page.evaluate(() => JSON.stringify({ ...sessionStorage }));
  expect(kept).not.toMatch(/access_token|refresh_token|id_token/);
});

test('a sign-in that may not read the chart is refused', async () => {
  const grant = (asked: readonly string[]) => asked.filter((scope) => !scope.startsWith('patient/'));
  ehr.sandbox().authorization.behave({ grant });
  await page.goto(ehr.launch({ patientId: 'proto' }));
  await seesRefusal(NO_READING);
});

test('a sign-in that may read and not write is let in, and says why nothing can be filed', async () => {
  ehr.sandbox().authorization.behave(oddity('reading-only'));
  const clinician = await opens();
  await clinician.rates('Importance', 5);
  await clinician.goesTo('Review');
  await clinician.sees('Your sign-in does not allow filing here.');
  expect(await clinician.signButton.count()).toBe(0);
  expect(ehr.notesOf('proto')).toEqual([]);
});

const UUID = '00000000-0000-4000-8000-000000000000';
const ARRIVALS: readonly (readonly [does: string, query: Query, words: string])[] = [
  ['nothing', [], BARE],
  ['a code without a state', [['code', 'abc']], BARE],
  ['a state without a code', [['state', UUID]], BARE],
  [
    'a state nobody sent',
    [
      ['code', 'abc'],
      ['state', UUID],
    ],
    STALE,
  ],
  [
    'a state that names a prototype',
    [
      ['code', 'abc'],
      ['state', '__proto__'],
    ],
    STALE,
  ],
  [
    'a state that names a method',
    [
      ['code', 'abc'],
      ['state', 'getItem'],
    ],
    STALE,
  ],
  [
    'two codes',
    [
      ['code', 'abc'],
      ['code', 'def'],
      ['state', UUID],
    ],
    BARE,
  ],
  [
    'two states',
    [
      ['code', 'abc'],
      ['state', UUID],
      ['state', UUID],
    ],
    BARE,
  ],
  [
    'an error nobody asked for',
    [
      ['error', 'access_denied'],
      ['error_description', 'Call 555-0100'],
      ['state', UUID],
    ],
    STALE,
  ],
];

test.each(ARRIVALS)('an arrival with %s makes no request', async (_, query, words) => {
  await page.goto(address('index', query));
  await seesRefusal(words);
  expect(await shown()).not.toContain('555-0100');
  expect(lookout.requests.filter((each) => !each.includes(ownGrounds().appUrl))).toEqual([]);
});

test('a code is used once: the same answer again is refused, in another tab and in the same one', async () => {
  const clinician = await opens();
  const used = lookout.requests.find((each) => each.includes('index.html?'))?.replace('GET ', '') ?? 'none';
  expect(used).toContain('code=');
  expect(await shown()).toMatch(OF_THE_PATIENT);
  expect(clinician.page.url()).toBe(`${ownGrounds().appUrl}index.html`);
  const asked = lookout.requests.length;
  const other = await page.context().newPage();
  await other.goto(used);
  await other.getByRole('alert').getByRole('heading', { name: STALE }).waitFor();
  await clinician.page.goto(used);
  await clinician.page.getByRole('alert').getByRole('heading', { name: STALE }).waitFor();
  expect(await shown()).not.toMatch(OF_THE_PATIENT);
  expect(lookout.requests.slice(asked).filter((each) => each.includes('/auth/'))).toEqual([]);
});

test('a launch is used once: the EHR refuses the second and Evoke says so', async () => {
  const launch = ehr.launch({ patientId: 'proto' });
  await page.goto(launch);
  await new Clinician(page).isReady();
  lookout.startOver();
  await page.goto(launch);
  await seesRefusal('The EHR refused the sign-in.');
});

test('a refused exchange stays refused after a reload', async () => {
  ehr.sandbox().authorization.behave(oddity('exchange-refused'));
  await page.goto(ehr.launch({ patientId: 'proto' }));
  await seesRefusal(INCOMPLETE);
  ehr.sandbox().authorization.behave({});
  await page.reload();
  await page
    .getByRole('alert')
    .getByRole('heading', { name: 'This page was reloaded, so the sign-in is gone.' })
    .waitFor();
});
