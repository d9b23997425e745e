// Builds the sandbox's SMART App Launch 2.2 authorization server from its parts. Knows nothing about FHIR resources.
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { createAuthorizeDoors } from './authorize.ts';
import { type Client, clientOrigins, type User } from './client.ts';
import type { LaunchContext } from './context.ts';
import type { Desk } from './desk.ts';
import { discoveryDocument, openIdDocument } from './discovery.ts';
import type { Oddity } from './oddity.ts';
import { createTicketBox } from './ticket.ts';
import type { Access } from './tokens/grant.ts';
import { processKey } from './tokens/keys.ts';
import { createTokenDoor } from './tokens/token.ts';
import { createTokenLedger, type TokenLedger } from './tokens/token-family.ts';

const LAUNCH_LIFE_SECONDS = 300;
const CODE_LIFE_SECONDS = 60;

/** What the server is made from. */
export type AuthorizationServerOptions = {
  /** The FHIR base, without a trailing slash. It is also the issuer of id_tokens. */
  readonly issuer: string;
  /** Where `/auth` is reached, without a trailing slash. */
  readonly origin: string;
  readonly clients: readonly Client[];
  readonly users: readonly User[];
  /** Patients that a standalone launch may choose from. Empty by default. */
  readonly patients?: Desk['patients'];
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly oddity?: Oddity;
  /** The usual behavior of this EHR. An oddity is merged over it, key by key. */
  readonly nature?: () => Oddity;
};

/** A launch to begin. Without `clientId` it is for the first registered client. `launchUrl` overrides the client's. */
export type LaunchInput = LaunchContext & { readonly clientId?: string; readonly launchUrl?: string };

/** A running authorization server. */
export type AuthorizationServer = {
  /** Answers `/auth/*` and, under the FHIR base, `/.well-known/smart-configuration` and `/openid-configuration`. */
  readonly app: Hono;
  readonly access: Access;
  /** Makes a one-use launch and the address that opens the app with it. Throws for an unknown client. */
  readonly beginLaunch: (input: LaunchInput) => { readonly launch: string; readonly url: string };
  /** Ends every access token now. Refresh tokens stay. */
  readonly expireAccessTokens: () => void;
  /** Ends every sign-in. */
  readonly revokeAll: () => void;
  /** Sets the behavior from now on. An empty record is a well-behaved EHR. */
  readonly behave: (oddity: Oddity) => void;
};

/** Makes a server without any sign-in. */
export function createAuthorizationServer(options: AuthorizationServerOptions): AuthorizationServer {
  let oddity: Oddity = options.oddity ?? {};
  const { issuer, origin, clients, users, now, nature = () => ({}) } = options;
  const ledger = createTokenLedger(now);
  const desk: Desk = {
    addresses: { issuer, origin },
    clients,
    users,
    patients: options.patients ?? (() => []),
    now,
    launches: createTicketBox(now, LAUNCH_LIFE_SECONDS),
    pickers: createTicketBox(now, LAUNCH_LIFE_SECONDS),
    codes: createTicketBox(now, CODE_LIFE_SECONDS),
    ledger,
    oddity: () => ({ ...nature(), ...oddity }),
  };
  return {
    app: createDoors(desk),
    access: createAccess(ledger),
    beginLaunch: (input) => beginLaunch(desk, input),
    expireAccessTokens: ledger.expireAccess,
    revokeAll: ledger.revokeAll,
    behave: (next) => {
      oddity = next;
    },
  };
}

function createDoors(desk: Desk): Hono {
  const app = new Hono();
  const wellKnown = `${new URL(desk.addresses.issuer).pathname}/.well-known`;
  const origins = new Set([desk.addresses.origin, ...clientOrigins(desk.clients)]);
  // Scripts of registered apps may read these three, as with real EHRs: never `*`, never with cookies.
  const forClients = cors({
    origin: (from) => (origins.has(from) ? from : null),
    allowMethods: ['GET', 'POST'],
    allowHeaders: ['Accept', 'Content-Type'],
    maxAge: 600,
  });
  for (const path of [`${wellKnown}/*`, '/auth/token', '/auth/jwks']) app.use(path, forClients);
  app.get(`${wellKnown}/smart-configuration`, (c) => {
    const { discoveryStatus, discoveryText } = desk.oddity();
    c.header('Cache-Control', 'no-store');
    if (discoveryStatus !== undefined) return c.text('Discovery is out of order.', discoveryStatus);
    if (discoveryText !== undefined) return c.text(discoveryText);
    return c.json(discoveryDocument(desk.addresses, desk.oddity()));
  });
  app.get(`${wellKnown}/openid-configuration`, (c) => c.json(openIdDocument(desk.addresses, desk.oddity())));
  app.get('/auth/jwks', async (c) => c.json({ keys: [(await processKey()).publicJwk] }));
  app.route('/', createAuthorizeDoors(desk));
  app.route('/', createTokenDoor(desk));
  return app;
}

function beginLaunch(desk: Desk, { clientId, launchUrl, ...context }: LaunchInput): { launch: string; url: string } {
  const client = desk.clients.find((each) => clientId === undefined || each.clientId === clientId);
  if (client === undefined) throw new Error(`No client is registered as ${clientId ?? '(any)'}.`);
  const launch = desk.launches.issue({ clientId: client.clientId, context });
  const url = new URL(launchUrl ?? client.launchUrl);
  url.searchParams.set('iss', desk.addresses.issuer);
  url.searchParams.set('launch', launch);
  return { launch, url: url.href };
}

function createAccess(ledger: TokenLedger): Access {
  return {
    grantOf: (request) => {
      const token = /^Bearer ([^\s]+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
      const entry = token === undefined ? undefined : ledger.access(token);
      if (entry === undefined) return undefined;
      const { clientId, context } = entry.family;
      return {
        clientId,
        scope: entry.scope,
        userReference: context.userReference,
        expiresAt: entry.expiresAt,
        ...(context.patientId !== undefined && { patientId: context.patientId }),
        ...(context.encounterId !== undefined && { encounterId: context.encounterId }),
      };
    },
    expireAll: ledger.expireAccess,
  };
}
