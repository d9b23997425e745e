// The narrow seam to fhirclient: discovery, authorize, ready. A server-side session could replace this one file.
// It holds fhirclient's settings and knows nothing of sites, guards or pages.

import FHIR from 'fhirclient';
import type Client from 'fhirclient/lib/Client';
import { fetchWellKnownJson } from 'fhirclient/lib/smart';

/** fhirclient's session: its state (tokens included) and `refresh`. */
export type SmartClient = Client;

const { authorize, ready, settings } = FHIR.oauth2;
// B1: never a key shared between charts. B9: refresh names the client. B24: our own history.state survives.
settings.fullSessionStorageSupport = false;
settings.refreshTokenWithClientId = true;
settings.replaceBrowserHistory = false;
settings.refreshTokenWithCredentials = 'omit';

const DISCOVERY_MS = 15_000;
const plain = { credentials: 'omit', redirect: 'error', referrerPolicy: 'no-referrer' } as const;

/** Reads the SMART configuration of a server, undecoded; rejects when it cannot. fhirclient then reuses the answer. */
export async function discover(iss: string): Promise<unknown> {
  return await fetchWellKnownJson(iss, { ...plain, signal: AbortSignal.timeout(DISCOVERY_MS) });
}

/** What one authorization asks for. `state` is a fresh UUID. */
export interface Asking {
  readonly iss: string;
  readonly launch?: string;
  readonly clientId: string;
  readonly scope: string;
  readonly redirectUri: string;
  readonly state: string;
}

/** Stores fhirclient's entry under `state` and returns the address to go to; rejects without PKCE S256 (B6). */
export async function prepareAuthorize(asking: Asking): Promise<string | undefined> {
  const { state, launch, ...rest } = asking;
  const neverSent = new AbortController();
  neverSent.abort();
  const address = await authorize({
    ...rest,
    ...(launch !== undefined && { launch }),
    stateKey: state,
    pkceMode: 'required',
    completeInTarget: true,
    noRedirect: true,
    wellKnownRequestOptions: { ...plain, signal: AbortSignal.timeout(DISCOVERY_MS) },
    // The addresses in /metadata count as absent: the request is refused before it leaves.
    conformanceRequestOptions: { signal: neverSent.signal },
  });
  return address ?? undefined;
}

/** Exchanges the code (escaped here, B14), or with no code revives the stored session. Rejects when that fails. */
export async function complete(state: string, code: string | undefined): Promise<SmartClient> {
  return await ready({ stateKey: state, ...(code !== undefined && { code: encodeURIComponent(code) }) });
}
