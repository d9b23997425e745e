// Wraps fhirclient: discovery and the authorization request. It knows neither sites nor pages.

import FHIR from 'fhirclient';
import { getAndCache } from 'fhirclient/lib/lib';
import { err, ok, type Result } from '../../lib/result.ts';

const { authorize, settings } = FHIR.oauth2;
// Two charts must never share a storage key.
settings.fullSessionStorageSupport = false;
// fhirclient must not overwrite our history.state.
settings.replaceBrowserHistory = false;

const DISCOVERY_MS = 15_000;
const plain = { credentials: 'omit', redirect: 'manual', referrerPolicy: 'no-referrer' } as const;

/** Why discovery failed: the server does not offer it at this address, or did not respond now. */
export type DiscoveryFault = { readonly kind: 'notSmart' } | { readonly kind: 'discoveryFailed' };

/** A redirect (status 0 here) and a status that will not change are final. No status means no network, or no JSON. */
function discoveryFault(cause: unknown): DiscoveryFault {
  const status: unknown = Object(cause)['status'];
  const isFinal = typeof status === 'number' && status < 500 && ![408, 425, 429].includes(status);
  return { kind: isFinal || cause instanceof SyntaxError ? 'notSmart' : 'discoveryFailed' };
}

/** Reads the SMART configuration of a server, undecoded. fhirclient then finds it in its own cache. */
export async function discover(iss: string): Promise<Result<unknown, DiscoveryFault>> {
  try {
    const address = `${iss.replace(/\/*$/, '/')}.well-known/smart-configuration`;
    return ok(await getAndCache(address, { ...plain, signal: AbortSignal.timeout(DISCOVERY_MS) }));
  } catch (cause) {
    return err(discoveryFault(cause));
  }
}

/** The parameters of one authorization request. `state` is a new UUID. */
export interface AuthorizationRequest {
  readonly iss: string;
  readonly launch?: string;
  readonly clientId: string;
  readonly scope: string;
  readonly redirectUri: string;
  readonly state: string;
}

/** Stores fhirclient's entry under `state` and returns the address to go to. Rejects if the server lacks PKCE S256. */
export async function prepareAuthorize(request: AuthorizationRequest): Promise<string | undefined> {
  const { state, launch, ...rest } = request;
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
    // Ignores the endpoints in /metadata: the request is aborted before it is sent.
    conformanceRequestOptions: { signal: neverSent.signal },
  });
  return address ?? undefined;
}
