// Plays the browser of one clinician against the sandbox's sign-in server: opens addresses, loads pages afresh, follows
// redirects by hand. Pages are loaded as a browser does: a new module instance for each.

import type { FhirResource } from 'fhir/r4';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from 'vitest';
import type { Oddity } from '../../mocks/auth/oddity.ts';
import { createAuthorizationServer, type LaunchInput } from '../../mocks/auth/server.ts';
import { createFaults } from '../../mocks/faults.ts';
import { createFhirServer } from '../../mocks/fhir/server.ts';
import { createStore } from '../../mocks/fhir/store.ts';
import type { ProfileId } from '../../mocks/profiles/profile.ts';
import { asOnStage, createStage } from '../../mocks/profiles.ts';
import type { LaunchFault } from '../../src/ehr/faults.ts';
import type { Ehr } from '../../src/ehr/port.ts';
import { LOOK_AGAIN_MS } from '../../src/ehr/writing/find-filed-note.ts';
import type { Result } from '../../src/lib/result.ts';
import type { EhrEntry, Site } from '../../src/site.ts';
import { testEntry, testSite } from './site-fixture.ts';

const ORIGIN = 'https://ehr.example';
export const ISS = `${ORIGIN}/fhir`;
const APP = 'https://evoke.example/';
const USER = { reference: 'Practitioner/nunez', name: 'Dr. Zoë Núñez-Åström 沈' };

const server = setupServer();
const requests: Request[] = [];
const unhandled: string[] = [];

/** Starts the network before a file's tests and closes it afterwards. A request nobody expected fails its test. */
export function playNetwork(): void {
  beforeAll(() => {
    server.listen({ onUnhandledRequest: 'error' });
    server.events.on('request:unhandled', ({ request }) => void unhandled.push(request.url));
    server.events.on('request:start', ({ request }) => void requests.push(request.clone()));
  });
  beforeEach(() => {
    passSearchPauses();
    [requests.length, unhandled.length] = [0, 0];
    sessionStorage.clear();
    document.body.innerHTML = '<main><h1>Opening Evoke</h1></main>';
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
    server.resetHandlers();
    expect(unhandled).toEqual([]);
  });
  afterAll(() => server.close());
}

/** The pauses between searches for a lost note go by at once, on the clock too. */
function passSearchPauses(): void {
  const [set, now] = [globalThis.setTimeout, Date.now.bind(Date)];
  let passed = 0;
  const passing = (work: () => void, ms = 0): unknown => {
    if (!LOOK_AGAIN_MS.includes(ms)) return set(work, ms);
    passed += ms;
    return set(work, 1);
  };
  vi.stubGlobal('setTimeout', passing);
  vi.spyOn(Date, 'now').mockImplementation(() => now() + passed);
}

/** Every request made since the test began. */
export const asked = (): readonly Request[] => requests;
/** More answers, before those of the EHR. */
export const answerWith: typeof server.use = (...handlers) => server.use(...handlers);

/** A sign-in server on the network with the given behavior. */
export function startEhr(oddity: Oddity = {}) {
  const auth = createAuthorizationServer({
    issuer: ISS,
    origin: ORIGIN,
    clients: [{ clientId: 'evoke-app', redirectUris: [`${APP}index.html`], launchUrl: `${APP}launch.html` }],
    users: [USER],
    now: () => Date.now(),
    oddity,
  });
  server.use(http.all(`${ORIGIN}/*`, ({ request }) => auth.app.fetch(request)));
  return {
    ...auth,
    launchUrl: (over: Partial<LaunchInput> = {}) =>
      auth.beginLaunch({ patientId: 'pat', encounterId: 'visit', userReference: USER.reference, ...over }).url,
    /** Goes to the sign-in page and returns the address the browser is sent back to. */
    signIn: async (address: string): Promise<string> => {
      const answer = await auth.app.fetch(new Request(address, { redirect: 'manual' }));
      return answer.headers.get('location') ?? '';
    },
  };
}

const CHART: readonly FhirResource[] = [
  { resourceType: 'Practitioner', id: 'nunez', name: [{ text: USER.name }] },
  { resourceType: 'Patient', id: 'pat', name: [{ given: ['Pat'], family: 'Proto' }], birthDate: '1985-07-14' },
  { resourceType: 'Patient', id: 'other', name: [{ family: 'Other' }] },
  {
    resourceType: 'Encounter',
    id: 'visit',
    status: 'in-progress',
    class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' },
    subject: { reference: 'Patient/pat' },
  },
];

/** Sign-in, chart and faults on the network, played as the EHR of that profile, with oddities of its sign-in. */
export async function startSandbox(
  more: readonly FhirResource[] = [],
  profile: ProfileId = 'open',
  oddity: Oddity = {},
) {
  const store = await createStore([...CHART, ...more], { base: ISS });
  const stage = createStage(profile);
  const ehr = startEhr({ ...stage.current().signIn, ...oddity });
  const { access } = ehr;
  const plain = createFhirServer({ store, access, origin: ORIGIN });
  const { faults, answer } = createFaults(ISS, asOnStage({ stage, store, access, answer: plain }));
  server.use(
    http.all(`${ISS}/:path*`, async ({ request }) => {
      if (request.url.includes('/.well-known/')) return;
      const reply = await answer(request);
      return reply.type === 'error' ? HttpResponse.error() : reply;
    }),
  );
  return { ...ehr, store, faults };
}

/** A site whose one entry is the sandbox's, with the difference laid over it. */
export function site(over: Partial<EhrEntry> = {}): Site {
  return { ...testSite(), ehrs: [testEntry({ authOrigins: [], ...over })] };
}

/** Puts an address into the address bar. A new page has no history state. A reload keeps it. */
export function visit(address: string): void {
  const { happyDOM } = globalThis as unknown as { happyDOM: { setURL: (url: string) => void } };
  happyDOM.setURL(address);
  history.replaceState(null, '', address);
}

/** Loads the launch page's work at an address: where it would go, or why not. */
export async function open(address: string, settings: Site = site()): Promise<Result<string, LaunchFault>> {
  visit(address);
  vi.resetModules();
  const { beginLaunch } = await import('../../src/ehr/sign-in/begin-launch.ts');
  return beginLaunch(location.search, settings);
}

/** Loads the app page at the present address. */
export async function load(settings: Site = site()): Promise<Result<Ehr, LaunchFault>> {
  vi.resetModules();
  const { connect } = await import('../../src/ehr/connect.ts');
  return connect(settings);
}

/** The whole way from the chart to the app page. Throws if the launch page already refuses. */
export async function arrive(
  ehr: Pick<ReturnType<typeof startEhr>, 'launchUrl' | 'signIn'>,
  settings: Site = site(),
  over: Partial<LaunchInput> = {},
): Promise<Result<Ehr, LaunchFault>> {
  const address = await open(ehr.launchUrl(over), settings);
  if (!address.ok) throw new Error(address.error.kind);
  visit(await ehr.signIn(address.value));
  return load(settings);
}
