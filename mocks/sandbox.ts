// Builds the sandbox EHR: FHIR server, authorization server and chart page behind one handler that HTTP, MSW and tests
// share. Knows only which part answers which address.
import type { Resource } from 'fhir/r4';
import { Hono } from 'hono';
import type { Client, PickablePatient, User } from './auth/client.ts';
import type { Oddity } from './auth/oddity.ts';
import { type AuthorizationServer, createAuthorizationServer, type LaunchInput } from './auth/server.ts';
import { createChart } from './chart/chart.ts';
import { createFaults, type Faults } from './faults.ts';
import { withCors, withMissingCors } from './fhir/cors.ts';
import { textsAt, valuesAt } from './fhir/fields.ts';
import { forwardTo } from './fhir/forward.ts';
import { createFhirServer } from './fhir/server.ts';
import { createStore, type Store, type Stored } from './fhir/store.ts';
import { openChartFile } from './persistence.ts';
import type { ProfileId } from './profiles/profile.ts';
import { asOnStage, createStage, type Stage } from './profiles.ts';

/** The client id under which every app origin is registered by default. */
export const CLIENT_ID = 'evoke-sandbox';

/** What a sandbox is made from. */
export interface SandboxOptions {
  /** Where the sandbox is reached, without a trailing slash. */
  readonly origin: string;
  /** Origins of the app. Each is registered with `${origin}/index.html` and `${origin}/launch.html`. */
  readonly appOrigins?: readonly string[];
  /** Registered clients, in place of those made from `appOrigins`. */
  readonly clients?: readonly Client[];
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  readonly seed?: readonly Resource[];
  /** The file of the chart between runs. Without it, nothing is stored. */
  readonly dataFile?: string;
  readonly oddity?: Oddity;
  /** The first profile. By default the one that the stored chart names, else the open server. */
  readonly profile?: ProfileId;
  /** A FHIR base at another address that answers in place of the sandbox's own server, without a trailing slash. */
  readonly server?: string;
}

/** A running sandbox, without a port of its own. */
export interface Sandbox {
  readonly origin: string;
  /** The FHIR base, which is the `iss` of launches. */
  readonly base: string;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly store: Store;
  readonly faults: Faults;
  /** The profile in use, and the switch to another. */
  readonly stage: Stage;
  readonly access: AuthorizationServer['access'];
  /** The authorization server's own switches. */
  readonly authorization: Pick<AuthorizationServer, 'behave' | 'beginLaunch' | 'revokeAll'>;
  /** The app's address with `iss` and a fresh one-use `launch`. */
  readonly launch: (input: SandboxLaunch) => string;
  /** Notices about the stored chart for a person, such as that it could not be read. */
  readonly notices: readonly string[];
  /** Writes pending changes. */
  readonly close: () => Promise<void>;
}

/** The chart that an app is opened from. Without `userReference`, the first practitioner of the chart signs in. */
export type SandboxLaunch = Omit<LaunchInput, 'userReference'> & { readonly userReference?: string };

/** Makes a sandbox. A stored chart replaces the seed. */
export async function createSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { origin, now = Date.now } = options;
  const base = `${origin}/fhir`;
  const file = options.dataFile === undefined ? undefined : await openChartFile(options.dataFile);
  const store = await createStore(options.seed ?? [], {
    base,
    now,
    ...(file?.versions && { versions: file.versions }),
  });
  const stage = createStage(options.profile ?? file?.profile);
  file?.keep(store, stage);
  const authorization = createAuthorizationServer({
    issuer: base,
    origin,
    now,
    clients: options.clients ?? registered(options.appOrigins ?? []),
    users: usersOf(store),
    patients: () => store.all('Patient').map(pickable),
    nature: () => stage.current().signIn,
    ...(options.oddity && { oddity: options.oddity }),
  });
  const launch: Sandbox['launch'] = (input) =>
    authorization.beginLaunch({ userReference: firstUser(store), ...input }).url;
  return {
    origin,
    base,
    store,
    stage,
    ...openDoors({ options, base, store, stage, authorization, launch, now }),
    access: authorization.access,
    authorization,
    notices: file?.notices ?? [],
    launch,
    close: async () => file?.flush(),
  };
}

interface Parts {
  readonly options: SandboxOptions;
  readonly base: string;
  readonly store: Store;
  readonly stage: Stage;
  readonly authorization: AuthorizationServer;
  readonly launch: Sandbox['launch'];
  readonly now: () => number;
}

/**
 * FHIR has CORS and faults. Sign-in has faults and its own CORS. The chart page has neither, so that it can switch them
 * off.
 */
function openDoors(parts: Parts): Pick<Sandbox, 'fetch' | 'faults'> {
  const { options, base, store, stage, authorization, launch, now } = parts;
  const { origin, appOrigins = [], clients = [], server } = options;
  const { access } = authorization;
  const fhir =
    server === undefined
      ? asOnStage({ stage, store, access, answer: createFhirServer({ store, access, origin }) })
      : forwardTo({ base, server, access });
  const { faults, answer } = createFaults(
    base,
    async (request) => (isFhir(request, base) ? fhir(request) : authorization.app.fetch(request)),
    now,
  );
  const redirects = clients.flatMap(({ redirectUris, launchUrl }) => [...redirectUris, launchUrl]);
  // The pane also shows the sign-in page, and the chart may be open under another name of this server.
  const origins = [...new Set([...appOrigins, origin, ...redirects.map((address) => new URL(address).origin)])];
  const { expireAccessTokens: expireTokens, revokeAll: endSessions } = authorization;
  const chart = createChart({ store, faults, stage, launch, expireTokens, endSessions, appOrigins: origins, now });
  const forScripts = (server === undefined ? withCors : withMissingCors)([origin, ...origins], answer);
  const app = new Hono();
  app.all('/fhir/.well-known/*', ({ req }) => answer(req.raw));
  app.all('/auth/*', ({ req }) => answer(req.raw));
  app.mount('/', (request) => chart.fetch(request));
  return { faults, fetch: async (request) => (isFhir(request, base) ? forScripts(request) : app.fetch(request)) };
}

function isFhir(request: Request, base: string): boolean {
  const { pathname } = new URL(request.url);
  const root = new URL(base).pathname;
  return (pathname === root || pathname.startsWith(`${root}/`)) && !pathname.startsWith(`${root}/.well-known/`);
}

/** One client. A launch opens its first origin by default. */
function registered(origins: readonly string[]): readonly Client[] {
  const [first] = origins;
  if (first === undefined) return [];
  const redirectUris = origins.map((origin) => `${origin}/index.html`);
  return [{ clientId: CLIENT_ID, redirectUris, launchUrl: `${first}/launch.html` }];
}

const usersOf = (store: Store): readonly User[] =>
  [...store.all('Practitioner')].reverse().map((one) => ({ reference: `Practitioner/${one.id}`, name: nameOf(one) }));

const firstUser = (store: Store): string => usersOf(store)[0]?.reference ?? 'Practitioner/nobody';

function pickable(patient: Stored): PickablePatient {
  const [birthDate] = textsAt(patient, 'birthDate');
  return { id: patient.id, name: nameOf(patient), ...(birthDate !== undefined && { birthDate }) };
}

/** A name as a list shows it: the text, or given and family. */
function nameOf(resource: Resource): string {
  const name = valuesAt(resource, 'name')[0];
  const [text] = textsAt(name, 'text');
  return text ?? ([...textsAt(name, 'given'), ...textsAt(name, 'family')].join(' ') || 'Name not recorded');
}
